// The two ways out: a server that is named by SMTP_URL, or the catching mailbox where none is.
import { createTransport } from "nodemailer";
import type { House } from "../../desk/house.ts";
import { catchMail } from "../../desk/mails/mailbox.ts";
import { quickCommit } from "../../desk/mails/quick-commit.ts";
import { type OutgoingMail, Refused, type Transport } from "../../desk/outbox/transport.ts";
import { ownHeaders, referencesOf, shownHeaders } from "./mail-headers.ts";

export interface SmtpTransport {
  readonly send: Transport;
  close(): void;
}

/** Sends through `url` ("smtp://user:password@host:587", "smtps://…"). A 5xx answer is Refused; anything else may pass. */
export function smtpTransport(url: string): SmtpTransport {
  const server = createTransport({ url, pool: true, maxConnections: 4, connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000, disableFileAccess: true, disableUrlAccess: true });
  return {
    async send(mail) {
      try {
        await server.sendMail(message(mail));
      } catch (error) {
        throw isRefusal(error) ? new Refused(error.message, { cause: error }) : error;
      }
    },
    close: () => server.close(),
  };
}

/** Keeps each mail where `/mailbox` shows it; nothing leaves the machine. Not waited for on the disk: if power ends here, so does the note that it was sent. */
export function mailboxTransport(house: House): Transport {
  return async (mail) => void await house.database.asDesk(mail.desk, (tx) => Promise.all([quickCommit(tx), catchMail(tx, {
    desk: mail.desk, id: mail.id, sender: mail.from.address, recipients: [mail.to.address.toLowerCase()], subject: mail.subject,
    headers: shownHeaders(mail), text: mail.text, html: mail.html, at: mail.at,
  })]));
}

function message(mail: OutgoingMail): Parameters<ReturnType<typeof createTransport>["sendMail"]>[0] {
  return {
    from: mail.from, to: mail.to, subject: mail.subject, text: mail.text, html: mail.html, messageId: mail.mailId, date: new Date(mail.at),
    ...(mail.inReplyTo && { inReplyTo: mail.inReplyTo }), references: referencesOf(mail), headers: ownHeaders(mail),
    // The desk itself is the return path: bounces come back to it, and are known there as such.
    envelope: { from: mail.from.address, to: [mail.to.address] },
  };
}

/** A permanent answer of the other server to this mail; not one to our login (535), which a person may mend. */
function isRefusal(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  return code !== "EAUTH" && responseCode !== undefined && responseCode >= 500 && responseCode < 600 && responseCode !== 535 && responseCode !== 530;
}
