// The headers of a mail that leaves, whichever way it leaves: the same names, in the same order, kept by the catching mailbox too.
import type { MailAddress, OutgoingMail } from "../../../desk/outbox/transport.ts";

/** A header's value for a person: `Ana "the" Pop <ana@…>` with what RFC 5322 wants quoted quoted. For reading; nodemailer encodes by itself. */
export function addressText({ name, address }: MailAddress): string {
  const clean = name.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return clean ? `"${clean.replace(/["\\]/g, "\\$&")}" <${address}>` : address;
}

/** Headers beyond From, To, Subject, Message-ID and Date. RFC 3834 §5: whoever answers by itself says so; RFC 2369 and 8058: one click ends a mail that nobody asked for. */
export function ownHeaders(mail: OutgoingMail): Record<string, string> {
  return {
    "Content-Language": mail.language,
    ...(mail.automatic !== null && { "Auto-Submitted": mail.automatic, "X-Auto-Response-Suppress": "All" }),
    ...(mail.unsubscribe !== undefined && { "List-Unsubscribe": `<${mail.unsubscribe}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
  };
}

/** Message-IDs of the conversation, oldest first, each once, with the one that is answered last. RFC 5322 §3.6.4. */
export function referencesOf(mail: OutgoingMail): string[] {
  const { inReplyTo } = mail;
  return [...new Set([...mail.references.filter((id) => id !== inReplyTo && id !== mail.mailId), ...(inReplyTo ? [inReplyTo] : [])])];
}

/** All headers as they are shown in the catching mailbox. */
export function shownHeaders(mail: OutgoingMail): Record<string, string> {
  const references = referencesOf(mail);
  return {
    From: addressText(mail.from),
    To: addressText(mail.to),
    ...(mail.replyTo !== undefined && { "Reply-To": mail.replyTo }),
    Subject: mail.subject,
    Date: new Date(mail.at).toUTCString().replace("GMT", "+0000"),
    "Message-ID": mail.mailId,
    ...(mail.inReplyTo && { "In-Reply-To": mail.inReplyTo }),
    ...(references.length && { References: references.join(" ") }),
    ...ownHeaders(mail),
  };
}
