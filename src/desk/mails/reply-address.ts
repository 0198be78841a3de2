// An address of the ticket's own to answer to: the desk's, with the ticket's number and a signature in the plus part (RFC 5233). Who has it was written to.
import { createHmac, timingSafeEqual } from "node:crypto";

const SIGNS = 16; // of base 32: 80 bits

/** `help+sm-1001.k3x7…@desk.example` */
export function replyAddress(secret: string, desk: string, number: string, address: string): string {
  const at = address.lastIndexOf("@");
  const local = address.slice(0, at).split("+")[0] ?? "";
  const tag = `${number.toLowerCase()}.${signature(secret, desk, number)}`;
  return local.length + tag.length + 1 > 64 ? address : `${local}+${tag}${address.slice(at)}`; // RFC 5321 §4.5.3.1.1
}

/** The number that a plus part names, if it is signed for this desk; else null. */
export function numberOfReply(secret: string, desk: string, plus: string | null): string | null {
  const [, number, given] = /^(.{1,40})\.([a-z2-7]{16})$/.exec(plus?.toLowerCase() ?? "") ?? [];
  if (number === undefined || given === undefined) return null;
  return timingSafeEqual(Buffer.from(given), Buffer.from(signature(secret, desk, number))) ? number.toUpperCase() : null;
}

function signature(secret: string, desk: string, number: string): string {
  const digest = createHmac("sha256", secret).update(`mail-reply\n${desk}\n${number.toLowerCase()}`).digest();
  return [...digest.subarray(0, SIGNS)].map((byte) => "abcdefghijklmnopqrstuvwxyz234567"[byte & 31]).join("");
}
