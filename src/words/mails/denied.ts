// The mail that tells the address on file what was asked in its name and not done, and how its owner does it.
import { phrase } from "../phrase.ts";
import { ticketMail } from "./mail-layout.ts";
import type { Mail, TicketMail } from "./model.ts";

export interface Denied extends TicketMail {
  readonly asked: string; // in the reader's language, as a sentence: "Cancel the contract."
  /** `domain`: the domain of the sender denies the mail; `codes`: nothing proves it, and enough codes went out today. */
  readonly why: "domain" | "codes";
}

export function deniedMail(mail: Denied): Mail {
  const { lang } = mail.reader;
  return ticketMail(mail, phrase(lang, "mail.denied.title"), [
    { is: "text", text: phrase(lang, "mail.code.intro", { number: mail.ticket.number }) },
    { is: "message", text: mail.asked },
    { is: "text", text: phrase(lang, `mail.denied.${mail.why}`) },
    { is: "text", text: phrase(lang, "mail.denied.do", { url: mail.ticket.url }) },
    { is: "text", text: phrase(lang, "mail.denied.not-you") },
  ]);
}
