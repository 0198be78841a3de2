// A mail as the outbox keeps it until it is sent.
import type { MailToWrite } from "../words/mails/mail-to-write.ts";

/** What the outbox keeps of a mail. `mailId` is its Message-ID, known before it is sent so that an answer finds its ticket. */
export interface OutboxMail {
  readonly what: MailToWrite;
  readonly to: { readonly name: string; readonly address: string };
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo?: string; // an address of the ticket's own
  readonly mailId: string;
  readonly inReplyTo: string | null;
  readonly automatic: boolean; // said in a header, so that robots do not answer (RFC 3834)
  readonly names: boolean; // it names the expert
  readonly unsubscribe?: string; // where one click ends mails of this sort (RFC 8058)
}
