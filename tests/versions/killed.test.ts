// The server is killed while it tells four hundred people of a version that is to come; started again it goes on, and each of them gets one mail.
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import pg from "pg";
import { embeddedUrl } from "../../src/database/embedded-account.ts";
import { dateIn } from "../../src/policy/index.ts";
import { folderWith, troth } from "../cli/run-troth.ts";
import { SMALL_POLICY } from "../desk/small-policy.ts";
import { dataFolder, startServer } from "../server/run-server.ts";
import { edited } from "./edited.ts";

const PEOPLE = 400;
const here = await dataFolder();
const ahead = dateIn(Date.now() + 40 * 86_400_000, "Europe/Paris");

test("SPEC 22.3: nobody is told twice and nobody is left out, whenever the server ends", { timeout: 300_000 }, async () => {
  const rows = Array.from({ length: PEOPLE }, (_, n) => `Cabinet ${n % 9};Personne ${n};p${n}@durand.example;fr;Europe/Paris;paid`);
  const folder = await folderWith({
    "policy.yaml": SMALL_POLICY,
    "next.yaml": edited(SMALL_POLICY, [
      [/^version: .*/m, 'version: "2"'],
      [/^effective: \S+/m, `effective: ${ahead}`],
      ["must: 2 working days", "must: 1 working day"],
    ]),
    "c.csv": `Organisation;Name;Email;Language;Zone;subscription\n${rows.join("\n")}\n`,
  });
  const env = { DATA_DIR: here, DEMO: "off" };
  expect(await troth(["activate", join(folder, "policy.yaml"), "--admin", "Ada@small.example"], env)).toMatchObject({ code: 0 });
  expect(await troth(["import", join(folder, "c.csv"), "--desk", "small"], env)).toMatchObject({ code: 0 });
  expect((await troth(["activate", join(folder, "next.yaml")], env)).out).toContain(`Version 2 takes effect on ${ahead}`);

  let told: { people: number; mails: number; addresses: number; done: boolean } | undefined;
  for (let n = 0; n < 12 && !told?.done; n++) {
    const server = await startServer(here, { DEMO: "off" });
    const client = new pg.Client({ connectionString: (await embeddedUrl(here)) ?? "" });
    client.on("error", () => undefined); // the cluster ends with the server
    await client.connect();
    for (const end = Date.now() + (n < 3 ? 1_000 + 1_500 * n : 30_000); Date.now() < end && !told?.done; await wait(100)) {
      const { rows: found } = await client.query<NonNullable<typeof told>>(
        `select count(*)::int as people, (select count(*)::int from outbox where payload->'what'->>'mail' = 'version') as mails,
           (select count(distinct payload->'to'->>'address')::int from outbox where payload->'what'->>'mail' = 'version') as addresses,
           (select bool_and(done_at is not null) from policy_news where kind = 'announced') as done from policy_told`,
      );
      told = found[0];
    }
    await client.end();
    await server.stop("SIGKILL");
  }
  expect(told).toEqual({ people: PEOPLE, mails: PEOPLE, addresses: PEOPLE, done: true });
});
