// Keeps a raw mail before anybody reads it: its bytes as a blob, then a row for each desk that it is for.
import type { House } from "../../desk/house.ts";
import { deskOfAddress } from "../../desk/mails/reads.ts";
import { keepInbound } from "../../desk/mails/writes.ts";
import { addressed } from "./addressed.ts";

export interface KeptMail { readonly desk: string; readonly sha: string }

/**
 * Returns once bytes and rows are on disk, one row per desk among the recipients (addresses of the envelope, plus parts and all).
 * Throws what the source throws, and Trouble; then the sender still has the mail.
 */
export async function keepMail(house: House, source: Uint8Array | AsyncIterable<Uint8Array>, sender: string, recipients: readonly string[]): Promise<KeptMail[]> {
  const blob = await house.blobs.keep(source);
  const at = house.now();
  const desks = new Map<string, string>();
  for (const written of recipients) {
    const desk = await house.database.asOwner((tx) => deskOfAddress(tx, addressed(written).address), { readOnly: true });
    // Of several addresses of one desk the one with a plus part says more.
    if (desk && (!desks.has(desk) || addressed(written).plus)) desks.set(desk, written.toLowerCase());
  }
  for (const [desk, recipient] of desks) {
    await house.database.asDesk(desk, (tx) => keepInbound(tx, { desk, sha: blob.sha256, sender, recipient, size: blob.size, at }));
  }
  return [...desks.keys()].map((desk) => ({ desk, sha: blob.sha256 }));
}
