// Whose words a mail carries, whom it names beside them, and where answers are asked to go. RFC 5322 §3.6.2 and 3.6.3.
import type { Copied } from "../../desk/event.ts";
import { addressed } from "./addressed.ts";
import type { Mailbox, ReadMail } from "./reading/read-mail.ts";
import { isNobody } from "./reading/robot.ts";

/** A mail to more than these is no conversation: none of them is noted. */
export const MOST_COPIED = 30;

export interface Author {
  readonly author: Mailbox | null;
  /** Reply-To, where it is somebody else's: answers are asked to go there. */
  readonly replyTo: Mailbox | null;
  /** Who brought it in where the author is not the one who sent it: a form, or somebody who forwards. */
  readonly broughtBy: string | null;
}

/** `own` tells the desk's addresses, `envelope` is what MAIL FROM said, null where it is not known. A form of the vendor's site writes for its visitor: then Reply-To is the author. */
export function authorOf(mail: ReadMail, own: (address: string) => boolean, envelope: string | null): Author {
  const asked = mail.replyTo.length === 1 ? (mail.replyTo[0] ?? null) : null;
  const other = asked && !own(asked.address) && !isNobody(asked.address) ? asked : null;
  const from = mail.from ?? mail.sender;
  if (!from) {
    const isMail = mail.subject !== "" || mail.mailId !== null || mail.to.length > 0; // anybody can send bytes
    const author = other ?? (isMail && envelope !== null && /^[^\s@<>]+@[^\s@<>]+$/.test(envelope) && !own(envelope) ? { name: "", address: envelope } : null);
    return { author, replyTo: null, broughtBy: null };
  }
  if (other && same(other.address, from.address)) return { author: from, replyTo: null, broughtBy: null };
  if (other && (isNobody(from.address) || own(from.address)))
    return { author: { name: other.name || (isNobody(from.address) ? from.name : ""), address: other.address }, replyTo: null, broughtBy: boxText(from) };
  return { author: from, replyTo: other && !mail.robot ? other : null, broughtBy: null };
}

/** Those whom the mail names and who are neither its author nor the desk, each once; `many` where they are too many to be noted. */
export function copiedIn(mail: ReadMail, author: Mailbox, own: (address: string) => boolean): { readonly copied: readonly Copied[]; readonly many: boolean } {
  const others = new Map<string, Copied>();
  for (const { name, address } of mail.to) {
    const lower = address.toLowerCase();
    if (!own(lower) && !isNobody(lower) && !same(lower, author.address) && !(mail.from && same(lower, mail.from.address))) others.set(lower, { name, address: lower });
  }
  return others.size > MOST_COPIED ? { copied: [], many: true } : { copied: [...others.values()], many: false };
}

export const boxText = ({ name, address }: Mailbox): string => (name ? `${name} <${address}>` : address);
export const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1).toLowerCase();
const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase() || addressed(a).address === addressed(b).address;
