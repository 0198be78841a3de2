// The mail to those who can still act: a promise made to a customer comes due, and by when.
import { named, phrase } from "../phrase.ts";
import { instantText } from "../instant.ts";
import { clauseBlocks } from "./clause-blocks.ts";
import type { ClauseText } from "../clause.ts";
import type { Mail, TicketMail } from "./model.ts";
import { staffTicketMail } from "./staff-ticket-mail.ts";

export interface Warning extends TicketMail {
  readonly kind: string; // of promise, "first-answer"
  readonly due: number; // epoch ms
  readonly customer: string; // their name
  readonly mine: boolean; // the reader has the ticket; else nobody who is present has it
  readonly clauses: readonly ClauseText[];
}

export function warningMail(mail: Warning): Mail {
  const { lang, zone } = mail.reader;
  const promise = named(lang, "promise", mail.kind);
  return staffTicketMail(mail, phrase(lang, "mail.warning.title", { promise }), [
    { is: "text", text: phrase(lang, "mail.warning.due", { promise, customer: mail.customer, due: instantText(mail.due, lang, zone) }), strong: true },
    { is: "text", text: phrase(lang, mail.mine ? "mail.warning.yours" : "mail.warning.nobodys") },
    ...clauseBlocks(mail.clauses, lang),
  ]);
}
