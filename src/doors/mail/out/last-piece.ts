// Holds a mail's last piece back until it is noted that the mail may have left: before that piece no server has the mail.
import { Readable } from "node:stream";

export interface Handing {
  /** Set once the last piece was given away. */
  whole: boolean;
}

/** The same bytes. Nothing is read before somebody reads; `began` is awaited before the last piece, and where it fails the piece never goes. */
export function withLastPieceHeld(source: () => Readable, began: () => Promise<void>, handing: Handing): Readable {
  return Readable.from(pieces(source, began, handing), { objectMode: false });
}

async function* pieces(source: () => Readable, began: () => Promise<void>, handing: Handing): AsyncGenerator<Buffer> {
  let held: Buffer | null = null;
  for await (const piece of source() as AsyncIterable<Buffer | string>) {
    if (held) yield held;
    held = typeof piece === "string" ? Buffer.from(piece) : piece;
  }
  await began();
  handing.whole = true;
  if (held) yield held;
}
