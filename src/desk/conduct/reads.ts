// The cases and measures around a customer, as a decision looks at them; and a case with what was said in it.
import type { ConductCasesRow, ConductEvidenceRow, ConductWordsRow, MeasuresRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";

export interface Conduct {
  readonly cases: readonly ConductCasesRow[]; // of the person, and found on the ticket about others; the newest first
  readonly measures: readonly MeasuresRow[]; // that may hold, of the person and of the whole customer
}

export const NO_CONDUCT: Conduct = { cases: [], measures: [] };

export async function conductOf(tx: Tx, person: string, organisation: string | null, ticket: string | null): Promise<Conduct> {
  const [cases, measures] = await Promise.all([
    tx.query<ConductCasesRow>("select * from conduct_cases where desk = troth_desk() and (person = $1 or ticket = $2::uuid) order by opened_at desc limit 50", [person, ticket]),
    tx.query<MeasuresRow>("select * from measures where desk = troth_desk() and ended_at is null and (person = $1 or organisation = $2::uuid)", [person, organisation]),
  ]);
  return { cases, measures: measures.filter((m) => m.person === person || m.organisation !== null) };
}

/** A case, locked until the transaction ends; null where there is none. */
export async function lockCase(tx: Tx, id: string): Promise<ConductCasesRow | null> {
  const [row] = await tx.query<ConductCasesRow>("select * from conduct_cases where desk = troth_desk() and id = $1 for update", [id]);
  return row ?? null;
}

export const measuresOf = (tx: Tx, ofCase: string): Promise<MeasuresRow[]> => tx.query<MeasuresRow>("select * from measures where desk = troth_desk() and of_case = $1 order by starts", [ofCase]);

export const evidenceOf = (tx: Tx, ofCase: string): Promise<ConductEvidenceRow[]> =>
  tx.query<ConductEvidenceRow>("select * from conduct_evidence where desk = troth_desk() and of_case = $1 order by said_at, id", [ofCase]);

export const wordsOf = (tx: Tx, ofCase: string): Promise<ConductWordsRow[]> =>
  tx.query<ConductWordsRow>("select * from conduct_words where desk = troth_desk() and of_case = $1 order by at, id", [ofCase]);

/** The case whose mail one of these ids (Message-ID) names, if it is about whoever writes from this address. */
export async function caseOfMails(
  tx: Tx,
  mailIds: readonly string[],
  address: string,
): Promise<{ readonly id: string; readonly ticket: string; readonly person: string; readonly name: string } | null> {
  if (!mailIds.length) return null;
  const [row] = await tx.query<{ id: string; ticket: string; person: string; name: string }>(
    `select c.id, c.ticket, c.person, p.name from conduct_mails m join conduct_cases c on c.desk = m.desk and c.id = m.of_case join people p on p.desk = c.desk and p.id = c.person
     where m.desk = troth_desk() and m.mail_id = any ($1::text[]) and p.email = lower($2) limit 1`,
    [mailIds, address],
  );
  return row ?? null;
}

/** Requests of the person, or of the whole customer, that were refused since `since` (epoch ms) and wait: their numbers, the oldest first. */
export async function refusedSince(tx: Tx, person: string, organisation: string | null, since: number): Promise<string[]> {
  const rows = await tx.query<{ number: string }>(
    "select number from tickets where desk = troth_desk() and (requester = $1 or organisation = $2::uuid) and refused and status <> 'closed' and opened_at >= at_ms($3) order by opened_at limit 20",
    [person, organisation, since],
  );
  return rows.map((r) => r.number);
}
