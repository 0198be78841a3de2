// The mail that brings a one-time code: something was asked in the reader's name, and nothing proves that it was them.
import { instantText } from "../instant.ts";
import { phrase } from "../phrase.ts";
import { ticketMail } from "./mail-layout.ts";
import type { Mail, TicketMail } from "./model.ts";

export interface Code extends TicketMail {
  readonly asked: string; // in the reader's language, as a sentence: "Cancel the contract."
  readonly code: string; // "483 201"
  readonly until: number; // epoch ms
}

export function codeMail(mail: Code): Mail {
  const { lang, zone } = mail.reader;
  return ticketMail(mail, phrase(lang, "mail.code.title"), [
    { is: "text", text: phrase(lang, "mail.code.intro", { number: mail.ticket.number }) },
    { is: "message", text: mail.asked },
    { is: "text", text: phrase(lang, "mail.code.answer", { time: instantText(mail.until, lang, zone) }) },
    { is: "text", text: mail.code, strong: true },
    { is: "text", text: phrase(lang, "mail.code.not-you") },
  ]);
}
