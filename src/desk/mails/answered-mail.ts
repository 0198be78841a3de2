// Which of a ticket's own mails somebody answers, and whether they were told lately that such an answer changes nothing.
import type { Tx } from "../../database/tx.ts";

const DAY = 86_400_000;

/** The nearest of them by its name, and when the newest was written, epoch ms; `answers` are Message-IDs, the nearest first. Null where none is known. */
export async function answeredMail(tx: Tx, ticket: string, answers: readonly string[]): Promise<{ readonly mail: string; readonly at: number } | null> {
  if (answers.length === 0) return null;
  const rows = await tx.query<{ mail: string; at: number }>(
    `select payload #>> '{what,mail}' as mail, made_at as at from outbox where desk = troth_desk() and ticket = $1 and kind = 'mail' and payload->>'mailId' = any ($2::text[])
     order by array_position($2::text[], payload->>'mailId')`,
    [ticket, answers],
  );
  return rows[0] ? { mail: rows[0].mail, at: Math.max(...rows.map((row) => row.at)) } : null;
}

/** True where this address was told so within a day and nothing was offered or answered since: two programs never go on telling each other. */
export async function toldLately(tx: Tx, ticket: string, address: string, offers: readonly { readonly made_at: number; readonly answered_at: number | null }[], at: number): Promise<boolean> {
  const since = Math.max(at - DAY, ...offers.map((o) => Math.max(o.made_at, o.answered_at ?? 0)));
  const rows = await tx.query(
    `select 1 from outbox where desk = troth_desk() and ticket = $1 and kind = 'mail' and payload #>> '{what,mail}' = 'late-answer' and lower(payload #>> '{to,address}') = $2
     and made_at >= at_ms($3) limit 1`,
    [ticket, address.toLowerCase(), since],
  );
  return rows.length > 0;
}
