// The mail that says sorry for a broken promise. It needs the clause that owes the apology: without one, none is sent.
import type { ClauseText } from "../clause.ts";
import { instantText } from "../instant.ts";
import { phrase } from "../phrase.ts";
import { clauseBlocks } from "./clause-blocks.ts";
import { ticketMail } from "./mail-layout.ts";
import type { Mail, MailPromise, TicketMail } from "./model.ts";

export interface Apology extends TicketMail {
  readonly promise: MailPromise; // the one that was broken
  readonly remedy: ClauseText; // the clause that owes the apology
  readonly clauses?: readonly ClauseText[]; // other remedies that follow
}

export function apologyMail(mail: Apology): Mail {
  const { lang, zone } = mail.reader;
  const due = mail.promise.due;
  const intro = due === null ? phrase(lang, "mail.apology.intro-timeless") : phrase(lang, "mail.apology.intro", { due: instantText(due, lang, zone) });
  return ticketMail(mail, phrase(lang, "mail.apology.title"), [
    { is: "text", text: intro },
    { is: "clause", clause: mail.promise.clause },
    ...clauseBlocks([mail.remedy, ...(mail.clauses ?? [])], lang, [mail.promise.clause.id]),
    { is: "link", label: phrase(lang, "mail.open-ticket"), url: mail.ticket.url, main: true },
  ]);
}
