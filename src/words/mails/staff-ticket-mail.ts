// A mail to staff about a ticket: what is asked of them, the way to it, and that the console is where it is answered.
import { policyUrl } from "../clause.ts";
import { phrase } from "../phrase.ts";
import { greeting, mailLayout } from "./mail-layout.ts";
import { mailSubject } from "./mail-subject.ts";
import type { Block, Mail, TicketMail } from "./model.ts";

/** With the number in the subject, a greeting, and a link to the ticket in the console (`ticket.url`). */
export function staffTicketMail({ desk, reader, ticket }: TicketMail, title: string, blocks: readonly Block[]): Mail {
  const { lang, name } = reader;
  return mailLayout({
    desk,
    lang,
    subject: mailSubject(ticket, title),
    title,
    blocks: [{ is: "text", text: greeting(lang, name) }, ...blocks, { is: "link", label: phrase(lang, "mail.open-ticket"), url: ticket.url, main: true }],
    links: [{ label: phrase(lang, "mail.read-policy"), url: policyUrl(desk.url, lang) }],
    foot: [phrase(lang, "mail.row", { label: phrase(lang, "mail.ticket-number"), value: ticket.number }), phrase(lang, "mail.staff.in-console"), phrase(lang, "mail.staff.why", { desk: desk.name })],
  });
}
