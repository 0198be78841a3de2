// Versions of a desk's policy, as the owner writes them: a desk's row follows its policy.
import { createHash } from "node:crypto";
import type { Tx } from "../../database/tx.ts";
import type { Policy } from "../../policy/index.ts";

/** The desk's row says what its policy says: names, prefix, languages, zone, address. Its sequence of numbers begins at 1001. */
export async function keepDesk(tx: Tx, desk: string, policy: Policy): Promise<void> {
  const d = policy.desk;
  await tx.run(
    `insert into desks (desk, names, prefix, languages, zone, address, colour) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (desk) do update set names = excluded.names, prefix = excluded.prefix, languages = excluded.languages, zone = excluded.zone, address = excluded.address, colour = excluded.colour`,
    [desk, JSON.stringify(d.name), d.prefix, d.languages, d.zone, d.address.toLowerCase(), d.colour ?? null],
  );
  if (!/^[a-z][a-z0-9-]*$/.test(desk)) throw new Error(`not a desk's id: ${desk}`);
  await tx.run(`create sequence if not exists "ticket_number_${desk}" start 1001`);
}

/** The newest version with its text; null where the desk has none. */
export async function deskPolicy(tx: Tx, desk: string): Promise<{ version: number; text: string } | null> {
  const [row] = await tx.query<{ version: number; text: string }>("select version, text from policies where desk = $1 order by version desc limit 1 for update", [desk]);
  return row ?? null;
}

/** Keeps a version for good. */
export async function keepVersion(tx: Tx, desk: string, version: number, policy: Policy, text: string, by: string): Promise<number> {
  const sha = createHash("sha256").update(text).digest("hex");
  await tx.run("insert into policies (desk, version, label, effective, text, sha, activated_by) values ($1, $2, $3, $4::date, $5, $6, $7)", [
    desk,
    version,
    policy.version,
    policy.effective,
    text,
    sha,
    by,
  ]);
  return version;
}
