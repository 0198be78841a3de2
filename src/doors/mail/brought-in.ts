// A customer's mail that somebody of the staff forwards in: the customer is its author, and who brought it is noted. It opens a ticket and no more.
import type { Tx } from "../../database/tx.ts";
import type { Verdict } from "../../desk/mails/proof.ts";
import { isStaff } from "../../desk/staff/known.ts";
import { boxText } from "./author.ts";
import { type Mailbox, type ReadMail, readMail } from "./reading/read-mail.ts";

export interface BroughtIn {
  readonly author: Mailbox;
  readonly broughtBy: string;
  readonly mail: ReadMail;
}

/** The mail inside with the files of the one around it; null where nobody of the staff forwards one, or the mail is not theirs. */
export async function broughtIn(tx: Tx, mail: ReadMail, by: Mailbox, verdict: Verdict | null): Promise<BroughtIn | null> {
  const { forwarded } = mail;
  if (!forwarded || verdict === "fail" || forwarded.from.address.toLowerCase() === by.address.toLowerCase() || !(await isStaff(tx, by.address)) || (await isStaff(tx, forwarded.from.address)))
    return null;
  const inner = forwarded.attached ? await readMail(forwarded.attached, null).catch(() => null) : null;
  const author = inner?.from ?? forwarded.from;
  const files = [...mail.files, ...(inner?.files ?? [])];
  const text = inner?.text ?? forwarded.text ?? mail.text;
  const subject = inner?.subject || forwarded.subject || mail.subject;
  // What the colleague wrote above is kept with the whole; the Message-ID is of the mail that arrived.
  return { author, broughtBy: boxText(by), mail: { ...mail, from: author, to: inner?.to ?? [], text: text || mail.text, html: inner?.html ?? null, subject, files } };
}
