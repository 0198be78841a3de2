// Whether a customer was asked about closing their ticket, and what they said.
import type { ClosingsRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";
import type { MailFollows } from "../../words/mails/model.ts";

export type Closing = Omit<ClosingsRow, "follows"> & { readonly words: string; readonly follows: MailFollows & { readonly clause: string | null } };

/** All of a ticket, the oldest first and one that waits for its answer last (two hands may have asked at once, the later with the earlier moment), each with the words that it was asked about with. */
export const closingsOf = (tx: Tx, ticket: string): Promise<Closing[]> =>
  tx.query<Closing>(
    "select c.*, coalesce(m.text, '') as words from closings c left join messages m on m.desk = c.desk and m.id = c.message where c.desk = troth_desk() and c.ticket = $1 order by c.state = 'open', c.asked_at, c.id",
    [ticket],
  );

/** The words of a message that may be the solution. */
export async function wordsOf(tx: Tx, message: string): Promise<string> {
  const [row] = await tx.query<{ text: string }>("select text from messages where desk = troth_desk() and id = $1", [message]);
  return row?.text ?? "";
}
