// Mails that have not left yet, of one desk.
import type { OutboxRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";

/** All that wait, the oldest first. */
export function waitingMails(tx: Tx): Promise<OutboxRow[]> {
  return tx.query<OutboxRow>("select * from outbox where desk = troth_desk() and kind = 'mail' and done_at is null order by made_at, id");
}
