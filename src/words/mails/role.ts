// The mail to whoever holds a role of the policy, or has the ticket: a clause leaves a decision to them, passes a request on to them, or says something to them.
import { phrase } from "../phrase.ts";
import { clauseBlocks } from "./clause-blocks.ts";
import type { ClauseText } from "../clause.ts";
import type { Mail, TicketMail } from "./model.ts";
import { staffTicketMail } from "./staff-ticket-mail.ts";

/** `has-it`: the reader is told because the ticket is in their hands, whatever roles they hold. */
export type RoleMail = TicketMail & {
  readonly customer: string; // their name
  readonly clauses: readonly ClauseText[];
} & (
    | { readonly as: "has-it" }
    | {
        readonly as: "decides" | "takes-over" | "is-told";
        readonly role: string; // in the policy's words
        readonly inPlace: boolean; // nobody holds it: the reader stands in
      }
  );

export function roleMail(mail: RoleMail): Mail {
  const { lang } = mail.reader;
  const { as, customer } = mail;
  return staffTicketMail(mail, phrase(lang, `mail.role.${as}`), [
    { is: "text", text: phrase(lang, `mail.role.${as}-why`, { customer, ...(mail.as !== "has-it" && { role: mail.role }) }), strong: true },
    ...(mail.as === "has-it" ? [] : [{ is: "text" as const, text: phrase(lang, mail.inPlace ? "mail.role.stands-in" : "mail.role.holds") }]),
    ...clauseBlocks(mail.clauses, lang),
  ]);
}
