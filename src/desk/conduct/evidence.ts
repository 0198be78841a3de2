// Words that are held against somebody: kept as they were, with their hash, whatever becomes of the message.
import { createHash } from "node:crypto";
import type { Tx } from "../../database/tx.ts";

export interface Evidence {
  readonly message: string;
  readonly ticket: string;
  readonly number: string; // of the ticket
  readonly text: string;
  readonly sha: string; // SHA-256, hex
  readonly raw: string | null;
  readonly said_at: number;
}
type Said = Omit<Evidence, "sha">;

export const hashOf = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");
const AS_WRITTEN = `select m.id as message, m.ticket, t.number, coalesce(m.whole, m.text) as text, m.raw, m.at as said_at from messages m join tickets t on t.desk = m.desk and t.id = m.ticket
  where m.desk = troth_desk() and m.kind = 'message' and m.author = $1`;
const hashed = (rows: readonly Said[]): Evidence[] => rows.map((r) => ({ ...r, sha: hashOf(r.text) }));

/** Those of these messages that the person wrote. */
export async function messagesBy(tx: Tx, person: string, ids: readonly string[]): Promise<Evidence[]> {
  if (!ids.length) return [];
  return hashed(await tx.query<Said>(`${AS_WRITTEN} and m.id = any ($2::uuid[]) order by m.at`, [person, ids]));
}

/** With what the person opened their requests since `since` (epoch ms), at most fifty. */
export async function openingsBy(tx: Tx, person: string, since: number): Promise<Evidence[]> {
  return hashed(await tx.query<Said>(`${AS_WRITTEN} and m.at >= at_ms($2) and m.at = t.opened_at order by m.at desc limit 50`, [person, since]));
}

/** True for a customer who wrote on the ticket: of staff nobody opens a case here. */
export async function wroteOn(tx: Tx, ticket: string, person: string): Promise<boolean> {
  const found = await tx.query(
    "select 1 from messages m join people p on p.desk = m.desk and p.id = m.author where m.desk = troth_desk() and m.ticket = $1 and m.author = $2::uuid and m.kind = 'message' limit 1",
    [ticket, person],
  );
  return found.length > 0;
}
