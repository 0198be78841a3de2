// The mail to whoever holds a role of the policy: a clause leaves a decision to it, passes a request on to it, or says something to it.
import { phrase } from "../phrase.ts";
import { clauseBlocks } from "./clause-blocks.ts";
import type { ClauseText } from "../clause.ts";
import type { Mail, TicketMail } from "./model.ts";
import { staffTicketMail } from "./staff-ticket-mail.ts";

export interface RoleMail extends TicketMail {
  readonly as: "decides" | "takes-over" | "is-told";
  readonly role: string; // in the policy's words
  readonly inPlace: boolean; // nobody holds it: the reader stands in
  readonly customer: string; // their name
  readonly clauses: readonly ClauseText[];
}

export function roleMail(mail: RoleMail): Mail {
  const { lang } = mail.reader;
  const { as, role, customer } = mail;
  return staffTicketMail(mail, phrase(lang, `mail.role.${as}`), [
    { is: "text", text: phrase(lang, `mail.role.${as}-why`, { customer, role }), strong: true },
    { is: "text", text: phrase(lang, mail.inPlace ? "mail.role.stands-in" : "mail.role.holds") },
    ...clauseBlocks(mail.clauses, lang),
  ]);
}
