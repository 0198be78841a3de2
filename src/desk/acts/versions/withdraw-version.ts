// Takes back a version before it takes effect: who was told of it is told that too. SPEC 22.4.
import type { House } from "../../house.ts";
import { withdrawVersion as takeBack } from "../../policies/activate.ts";
import { beginNews, endNews } from "../../policies/news.ts";
import { IN_FORCE } from "../../policies/running.ts";
import { Problem } from "../../problem.ts";
import { sentence } from "../../../words/phrase.ts";

/** Throws not-found, and changed-meanwhile where it holds already or was withdrawn before. */
export async function withdrawVersion(house: Pick<House, "database" | "now" | "changed">, desk: string, version: number, why: string, by: string): Promise<void> {
  await house.database.asDesk(desk, async (tx) => {
    const at = house.now();
    const [there] = await tx.query("select 1 from policies where desk = troth_desk() and version = $1", [version]);
    if (!there) throw new Problem("not-found", sentence("refused.version-none", { version: String(version) }));
    if (!(await takeBack(tx, desk, version, { by, why, at }))) throw new Problem("changed-meanwhile", sentence("refused.version-in-force"));
    await endNews(tx, desk, version, at);
    const [now] = await tx.query<{ version: number }>(IN_FORCE, [at]);
    if (now) await beginNews(tx, { desk, version, kind: "withdrawn", was: now.version, at, now: at, by });
    tx.afterCommit(() => house.changed({ desk, ticket: null, event: `version:${version}:withdrawn`, kind: "policy" }));
  });
}
