// The subject of a mail about a ticket: its number in brackets, by which an answer finds the ticket again.
import type { MailTicket } from "./model.ts";

/** One line without control characters, at most 180 long: a subject must not smuggle a header in. */
export function oneLine(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return line.length > 180 ? `${line.slice(0, 179).trimEnd()}…` : line;
}

/** `[OC-1042] The video link is missing`; the number once only, and a title where the customer gave no subject. */
export function mailSubject(ticket: MailTicket, title: string): string {
  const tag = `[${ticket.number}]`;
  const rest = oneLine(ticket.subject.replaceAll(tag, " "));
  return `${oneLine(tag)} ${rest || oneLine(title)}`;
}
