// Versions of a desk's policy, as the owner writes them: a desk's row follows its policy.
import { createHash } from "node:crypto";
import type { Tx } from "../../database/tx.ts";
import { type Policy, takesEffect } from "../../policy/index.ts";

const COLUMNS = "names = $2, prefix = $3, languages = $4, zone = $5, address = $6, colour = $7";
const columnsOf = (desk: string, { desk: d }: Policy): readonly unknown[] => [desk, JSON.stringify(d.name), d.prefix, d.languages, d.zone, d.address.toLowerCase(), d.colour ?? null];

/** The desk's row says what its policy says: names, prefix, languages, zone, address. Its sequence of numbers begins at 1001. */
export async function keepDesk(tx: Tx, desk: string, policy: Policy): Promise<void> {
  await tx.run(
    `insert into desks (desk, names, prefix, languages, zone, address, colour) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (desk) do update set ${COLUMNS}`,
    columnsOf(desk, policy),
  );
  if (!/^[a-z][a-z0-9-]*$/.test(desk)) throw new Error(`not a desk's id: ${desk}`);
  await tx.run(`create sequence if not exists "ticket_number_${desk}" start 1001`);
}

/** The same for a desk that is there, inside a transaction of its own: when a version takes effect. */
export async function followPolicy(tx: Tx, desk: string, policy: Policy): Promise<void> {
  await tx.run(`update desks set ${COLUMNS} where desk = $1`, columnsOf(desk, policy));
}

export interface KeptVersion {
  readonly version: number;
  readonly text: string;
  readonly takes_effect: number; // epoch ms
  readonly withdrawn_at: number | null;
}

/** As the owner: every version, the newest first. Who reads them waits for whoever is adding another. */
export async function keptVersions(tx: Tx, desk: string): Promise<KeptVersion[]> {
  await tx.run("select pg_advisory_xact_lock(hashtextextended('policies ' || $1, 0))", [desk]);
  return tx.query<KeptVersion>("select version, text, takes_effect, withdrawn_at from policies where desk = $1 order by version desc", [desk]);
}

/** As the owner: the newest version with its text; null where the desk has none. */
export async function deskPolicy(tx: Tx, desk: string): Promise<KeptVersion | null> {
  return (await keptVersions(tx, desk))[0] ?? null;
}

/** Keeps a version for good; `at` is now, epoch ms. */
export async function keepVersion(tx: Tx, desk: string, version: number, policy: Policy, text: string, by: string, at: number | null = null): Promise<number> {
  const sha = createHash("sha256").update(text).digest("hex");
  await tx.run(
    `insert into policies (desk, version, label, effective, text, sha, activated_by, takes_effect, activated_at)
     values ($1, $2, $3, $4::date, $5, $6, $7, at_ms($8), coalesce(at_ms($9), now()))`,
    [desk, version, policy.version, policy.effective, text, sha, by, takesEffect(policy), at],
  );
  return version;
}

/** Takes back a version that is not in force yet; false where it was already, or is. Its number and its text stay. */
export async function withdrawVersion(tx: Tx, desk: string, version: number, how: { readonly by: string; readonly why: string; readonly at: number }): Promise<boolean> {
  return (
    (await tx.run("update policies set withdrawn_at = at_ms($3), withdrawn_by = $4, withdrawn_why = $5 where desk = $1 and version = $2 and withdrawn_at is null and takes_effect > at_ms($3)", [
      desk,
      version,
      how.at,
      how.by,
      how.why,
    ])) === 1
  );
}
