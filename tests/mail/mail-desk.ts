// The small desk with its mail door open and its worker running into the catching mailbox.
import { afterAll } from "vitest";
import type { InboundMailsRow, MailboxRow, MessagesRow, TicketsRow } from "../../src/database/rows.gen.ts";
import { replayKept } from "../../src/doors/mail/replay-kept.ts";
import { mailboxTransport } from "../../src/doors/mail/out/mailbox-transport.ts";
import { openSmtpDoor, type SmtpDoorOptions } from "../../src/doors/mail/smtp-door.ts";
import { sendWaiting } from "../../src/doors/worker/send-waiting.ts";
import { smallDesk } from "../desk/small-desk.ts";

export async function mailDesk(options: Partial<SmtpDoorOptions> = {}) {
  const small = await smallDesk();
  const faults: unknown[] = [];
  const fault = (error: unknown): void => void faults.push(error);
  const door = await openSmtpDoor(small.house, { host: "127.0.0.1", port: 0, fault, ...options });
  afterAll(() => door.close());
  const rows = <R extends object>(sql: string, ...params: unknown[]): Promise<R[]> => small.database.asDesk("small", (tx) => tx.query<R>(sql, params));
  const send = mailboxTransport(small.house);
  return {
    ...small,
    door,
    faults,
    rows,
    replay: () => replayKept(small.house, 0),
    /** Everything that arrived is read, everything that waits has left. */
    async quiet() {
      await door.settled();
      while (await sendWaiting(small.house, send, fault));
    },
    tickets: () => rows<TicketsRow>("select * from tickets order by opened_at, number"),
    messages: (ticket: string) => rows<MessagesRow>("select * from messages where ticket = $1 order by at, id", ticket),
    inbound: () => rows<InboundMailsRow>("select * from inbound_mails order by at"),
    mailsTo: (address: string) => rows<MailboxRow>("select * from mailbox where $1 = any (recipients) order by seq", address),
  };
}
