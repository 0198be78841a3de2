// The way out where no server is named: each mail is kept where `/mailbox` shows it; nothing leaves the machine.
import { gathered } from "../../../database/gathered.ts";
import type { House } from "../../../desk/house.ts";
import { type CaughtMail, catchMails } from "../../../desk/mails/mailbox.ts";
import { quickCommit } from "../../../desk/mails/quick-commit.ts";
import type { Transport } from "../../../desk/outbox/transport.ts";
import { shownHeaders } from "./mail-headers.ts";

/** The same mail twice is kept once, so it need not be noted before. Not waited for on the disk: if power ends here, so does the note that it was sent. */
export function mailboxTransport(house: House): Transport {
  const keep = gathered<CaughtMail>((mails) => house.database.asOwner((tx) => Promise.all([quickCommit(tx), catchMails(tx, mails)])));
  return (mail) =>
    keep({
      desk: mail.desk,
      id: mail.id,
      sender: mail.from.address,
      recipients: [mail.to.address.toLowerCase()],
      subject: mail.subject,
      headers: shownHeaders(mail),
      text: mail.text,
      html: mail.html,
      at: mail.at,
    });
}
