// A raw mail that is to be read: the bytes themselves, or where they lie. A large one stays on disk until somebody needs it, and then comes there alone, or passes by piece by piece.
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";

export type RawMail = Uint8Array | OnDisk;
export interface OnDisk {
  readonly path: string;
  readonly size: number; // bytes
}

export const sizeOf = (raw: RawMail): number => (raw instanceof Uint8Array ? raw.byteLength : raw.size);

/** Its first bytes, all of them if `most` is not given, in memory of their own. Throws what the disk says. */
export async function bytesOfMail(raw: RawMail, most = Infinity): Promise<Buffer> {
  if (raw instanceof Uint8Array) return Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, most));
  const bytes = Buffer.allocUnsafeSlow(Math.min(raw.size, most));
  const file = await open(raw.path, "r");
  try {
    let length = 0;
    for (let read = 1; read > 0 && length < bytes.length; length += read) read = (await file.read(bytes, length)).bytesRead;
    return bytes.subarray(0, length);
  } finally {
    await file.close();
  }
}

const PIECE = 64 * 1024;

/** Its bytes one piece after the other, for whoever needs no more of it at once; `passed` is told of each. What the disk says it emits as `error`; whoever stops early destroys it. */
export function passingMail(raw: RawMail, passed: (bytes: number) => void): Readable {
  if (raw instanceof Uint8Array) return Readable.from([Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)]);
  const { path } = raw;
  const pieces = async function* (): AsyncGenerator<Uint8Array> {
    for await (const piece of createReadStream(path, { highWaterMark: PIECE }) as AsyncIterable<Uint8Array>) {
      passed(piece.byteLength);
      yield piece;
    }
  };
  return Readable.from(pieces());
}
