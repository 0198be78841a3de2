// The numbered facts that a mail of ours told about a ticket.
import type { Tx } from "../../database/tx.ts";
import type { MailFact } from "../../words/mails/model.ts";

/** Those of the mail that is answered, else of the last on these tickets that told any; `answers` are Message-IDs. */
export async function toldFacts(tx: Tx, tickets: readonly string[], answers: readonly string[]): Promise<readonly MailFact[]> {
  const [row] = await tx.query<{ facts: MailFact[] }>(
    `select payload #> '{what,input,facts}' as facts from outbox
     where desk = troth_desk() and ticket = any ($1::uuid[]) and kind = 'mail' and jsonb_typeof(payload #> '{what,input,facts}') = 'array'
     order by (payload->>'mailId' = any ($2::text[])) desc, made_at desc, id desc limit 1`,
    [tickets, answers],
  );
  return row?.facts ?? [];
}
