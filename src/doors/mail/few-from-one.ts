// How many connections one address may hold at the mail door: who opens them all and says nothing would keep everybody's mail out.
import { SmtpReply } from "./smtp-reply.ts";

/** Of the door's 200. A server in front of ours opens fewer at once (Postfix 20); one that is told to come again does. */
export const MOST_FROM_ONE = 40;

/** Throws 421 where as many connections of `address` as one may hold are among `open`, itself included. */
export function checkFew(address: string, open: Iterable<{ readonly remoteAddress: string }>): void {
  const origin = originOf(address);
  let held = 0;
  for (const { remoteAddress } of open)
    if (originOf(remoteAddress) === origin && (held += 1) > MOST_FROM_ONE) throw new SmtpReply(421, "Too many connections from your address; try again in a moment");
}

/** An IPv4 address; of an IPv6 one its first 64 bits, which are all one sender's (RFC 4291 §2.5.4). */
function originOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  return plain.includes(":") ? (plain.split("::")[0] ?? "").split(":").slice(0, 4).join(":") : plain;
}
