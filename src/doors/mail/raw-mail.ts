// A raw mail that is to be read: the bytes themselves, or where they lie. A large one stays on disk until somebody needs it, and then comes there alone.
import { open } from "node:fs/promises";

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
