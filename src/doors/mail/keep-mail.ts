// Keeps a raw mail before anybody reads it: its bytes as a blob, then a row for each desk that it is for.
import type { House } from "../../desk/house.ts";
import { type Came, type InboundMail, keepInbound } from "../../desk/mails/writes.ts";
import { addressed } from "./addressed.ts";
import type { Recipient } from "./recipient.ts";

/**
 * Returns once bytes and rows are on disk, one row per desk among the recipients; `sender` is the envelope's, empty for bounces.
 * Throws what the source throws, and Trouble; then the sender still has the mail.
 */
export async function keepMail(house: House, source: Uint8Array | AsyncIterable<Uint8Array>, sender: string, recipients: readonly Recipient[], came: Came = { entrance: "smtp", ip: null, helo: null }): Promise<InboundMail[]> {
  const blob = await house.blobs.keep(source);
  const at = house.now();
  const desks = new Map<string, string>();
  for (const { desk, written } of recipients) {
    // Of several addresses of one desk the one with a plus part says more.
    if (!desks.has(desk) || addressed(written).plus) desks.set(desk, written);
  }
  const mails = [...desks].map(([desk, recipient]): InboundMail => ({ desk, recipient, sender, sha: blob.sha256, size: blob.size, at, ...came }));
  for (const mail of mails) await house.database.asDesk(mail.desk, (tx) => keepInbound(tx, mail));
  return mails;
}
