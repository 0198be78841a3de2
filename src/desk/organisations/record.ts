// What is known of an organisation, with how it came to be known: locked, changed, and as it was known at any moment.
import { isDeepStrictEqual } from "node:util";
import { cleanJson } from "../../database/clean-text.ts";
import type { Tx } from "../../database/tx.ts";
import type { CustomerRecord } from "../../policy/index.ts";

/** Who changed something, and by which door: console, api, import, webhook, clock. */
export interface Changer {
  readonly id: string; // "staff:…", "key:…"
  readonly name: string;
  readonly door: string;
}

/** `attributes` holds what stood when it was last written, of the dated facts too. */
export interface KeptRecord extends CustomerRecord {
  readonly id: string;
  readonly name: string;
  readonly zone: string | null;
  readonly language: string | null;
}

/** The record, locked until the transaction ends; null where there is no such organisation. */
export async function lockRecord(tx: Tx, desk: string, id: string): Promise<KeptRecord | null> {
  const [row] = await tx.query<KeptRecord>("select id, name, zone, language, attributes, terms from organisations where desk = $1 and id = $2 for update", [desk, id]);
  return row ?? null;
}

/** Writes the record and its history; false, and nothing is written, where it is what it was. `before` is null for one that was just made. */
export async function saveRecord(tx: Tx, desk: string, id: string, before: CustomerRecord | null, next: CustomerRecord, at: number, by: Changer | string): Promise<boolean> {
  if (before && isDeepStrictEqual(plain(before), plain(next))) return false;
  const who = typeof by === "string" ? { id: by, name: "", door: by } : by;
  await tx.run("update organisations set attributes = $2, terms = $3, changed_at = at_ms($4) where desk = $5 and id = $1", [id, cleanJson(next.attributes), cleanJson(next.terms), at, desk]);
  await tx.run(
    // Two changes of one millisecond are two states all the same: history loses none.
    `insert into organisation_history (desk, organisation, since, attributes, terms, changed_by, by_name, door)
     select $1, $2, greatest(at_ms($3), (select max(since) + interval '1 millisecond' from organisation_history where desk = $1 and organisation = $2)), $4, $5, $6, $7, $8`,
    [desk, id, at, cleanJson(next.attributes), cleanJson(next.terms), who.id, who.name, who.door],
  );
  return true;
}

/** The record with these values in place of all it had; what stands for a time and keeps its value keeps its days. */
export function withAttributes(record: CustomerRecord, attributes: CustomerRecord["attributes"]): CustomerRecord {
  return { attributes, terms: Object.fromEntries(Object.entries(record.terms).filter(([fact]) => attributes[fact] !== undefined && attributes[fact] === record.attributes[fact])) };
}

const plain = ({ attributes, terms }: CustomerRecord): CustomerRecord => ({ attributes, terms });

export interface RecordChange extends CustomerRecord {
  readonly since: number;
  readonly changed_by: string;
  readonly by_name: string;
  readonly door: string;
}

/** Every state of the record that was known by `at` (epoch ms), the newest first, at most `most`: the first is what was known then. */
export function recordHistory(tx: Tx, id: string, at: number, most: number): Promise<RecordChange[]> {
  return tx.query<RecordChange>(
    "select since, attributes, terms, changed_by, by_name, door from organisation_history where desk = troth_desk() and organisation = $1 and since <= at_ms($2) order by since desc limit $3",
    [id, at, most],
  );
}
