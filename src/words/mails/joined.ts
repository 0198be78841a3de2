// The mail that tells an author that two tickets about the same problem are joined, or go separate ways again: where it goes on, who reads it, what is promised.
import type { ClauseText } from "../clause.ts";
import { phrase } from "../phrase.ts";
import { ticketMail } from "./mail-layout.ts";
import type { Block, Mail, MailPromise, TicketMail } from "./model.ts";
import { promiseBlocks } from "./promise-line.ts";

export interface Joined extends TicketMail {
  /** The reader wrote both, the later one, the earlier one; or the two are parted again. */
  readonly as: "both" | "later" | "earlier" | "parted";
  readonly from: string; // the number of the later ticket
  readonly into: string; // of the earlier one, which stands
  readonly other: string; // the name of the other author; empty where there is none
  readonly clauses?: readonly ClauseText[]; // why, where it was the policy's doing
  readonly promises: readonly MailPromise[]; // what runs on the reader's ticket now
}

export function joinedMail(mail: Joined): Mail {
  const { lang } = mail.reader;
  const values = { from: mail.from, number: mail.into, name: mail.other };
  const blocks: Block[] = [{ is: "text", text: phrase(lang, mail.as === "both" ? "mail.added.joined" : `mail.joined.${mail.as}`, values) }];
  for (const clause of mail.clauses ?? []) blocks.push({ is: "clause", clause });
  for (const promise of mail.promises) blocks.push(...promiseBlocks(promise, mail.reader));
  if (mail.as !== "parted") blocks.push({ is: "text", text: phrase(lang, "mail.joined.wrong") });
  blocks.push({ is: "link", label: phrase(lang, "mail.open-ticket"), url: mail.ticket.url, main: true });
  return ticketMail(mail, phrase(lang, mail.as === "parted" ? "mail.joined.parted-title" : "mail.joined.title"), blocks);
}
