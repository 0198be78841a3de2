// The mail that tells a customer where their message went: into their ticket, and why.
import type { ClauseText } from "../clause.ts";
import { phrase } from "../phrase.ts";
import { clauseBlocks } from "./clause-blocks.ts";
import { ticketMail } from "./mail-layout.ts";
import type { Block, Mail, TicketMail } from "./model.ts";

export interface Added extends TicketMail {
  readonly clauses: readonly ClauseText[]; // why
}

export function addedMail(mail: Added): Mail {
  const { lang } = mail.reader;
  const number = mail.ticket.number;
  const { terms, next } = addedParts(mail);
  return ticketMail(mail, phrase(lang, "mail.added.title"), [{ is: "text", text: phrase(lang, "mail.added.intro", { number }) }, ...terms, ...next]);
}

export function addedParts(mail: Added): Record<"terms" | "next", readonly Block[]> {
  const { lang } = mail.reader;
  return { terms: clauseBlocks(mail.clauses, lang), next: [{ is: "link", label: phrase(lang, "mail.open-ticket"), url: mail.ticket.url, main: true }] };
}
