// Keeps a raw mail before anybody reads it: its bytes as a blob, then a row for each desk that it is for.
import { gathered } from "../../database/gathered.ts";
import type { House } from "../../desk/house.ts";
import { type Came, type InboundMail, keepInbound } from "../../desk/mails/writes.ts";
import { addressed } from "./addressed.ts";
import type { Recipient } from "./recipient.ts";

/**
 * Returns once bytes and rows are on disk, one row per desk among the recipients; `sender` is the envelope's, empty for bounces, null where it is not known.
 * Throws what the source throws, and Trouble; then the sender still has the mail.
 */
export async function keepMail(
  house: House,
  source: Uint8Array | AsyncIterable<Uint8Array>,
  sender: string | null,
  recipients: readonly Recipient[],
  came: Came = { entrance: "smtp", ip: null, helo: null },
): Promise<InboundMail[]> {
  const held = new HeldBytes();
  const blob = await house.blobs.keep(held.passing(source));
  const at = house.now();
  const desks = new Map<string, string>();
  for (const { desk, written } of recipients) {
    // Of several addresses of one desk the one with a plus part says more.
    if (!desks.has(desk) || addressed(written).plus) desks.set(desk, written);
  }
  const mails = [...desks].map(([desk, recipient]): InboundMail => ({ desk, recipient, sender, sha: blob.sha256, size: blob.size, at, ...came, ...held.whole() }));
  await Promise.all(mails.map(rowWriter(house)));
  return mails;
}

/** What a small mail need not be read back from the disk for. */
const HOLDABLE = 64 * 1024;

class HeldBytes {
  private chunks: Uint8Array[] = [];
  private size = 0;

  /** The same bytes, looked at as they pass. */
  async *passing(source: Uint8Array | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of source instanceof Uint8Array ? [source] : source) {
      this.size += chunk.byteLength;
      if (this.size > HOLDABLE) this.chunks = [];
      else this.chunks.push(chunk);
      yield chunk;
    }
  }

  whole(): { raw?: Uint8Array } {
    return this.size > HOLDABLE ? {} : { raw: Buffer.concat(this.chunks) };
  }
}

const writers = new WeakMap<House, (mail: InboundMail) => Promise<void>>();

/** Mails that come at once share a commit, and its wait for the disk. */
function rowWriter(house: House): (mail: InboundMail) => Promise<void> {
  let writer = writers.get(house);
  if (!writer) writers.set(house, (writer = gathered((mails) => house.database.asOwner((tx) => keepInbound(tx, mails)))));
  return writer;
}
