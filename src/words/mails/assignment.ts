// The mail that names the expert who now looks after a ticket.
import type { ClauseText } from "../clause.ts";
import { phrase } from "../phrase.ts";
import { clauseBlocks } from "./clause-blocks.ts";
import { ticketMail } from "./mail-layout.ts";
import type { Mail, TicketMail } from "./model.ts";

export interface Assignment extends TicketMail {
  readonly expert: string;
  readonly before?: string; // who had it until now
  readonly clauses: readonly ClauseText[]; // why, where a clause says so: an escalation
}

export function assignmentMail(mail: Assignment): Mail {
  const { lang } = mail.reader;
  const { expert, before, ticket } = mail;
  const intro = before ? phrase(lang, "mail.assignment.before", { expert, before, number: ticket.number }) : phrase(lang, "mail.assignment.intro", { expert, number: ticket.number });
  return ticketMail(mail, phrase(lang, "mail.assignment.title", { expert }), [{ is: "text", text: intro }, ...clauseBlocks(mail.clauses, lang)]);
}
