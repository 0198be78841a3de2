// Files of any size by what they contain: the same bytes are kept once, and a file that is there is there whole.
import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, mkdir, open, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { nameTrouble } from "./name-trouble.ts";
import { giveName, writeSmall } from "./write-small.ts";

export interface Blob {
  /** 64 hex digits; the blob's name. */
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}

export interface Blobs {
  /** Keeps the bytes and returns once they are on disk. Throws TooLarge past `limit` bytes, Trouble where the disk is full. */
  keep(source: Uint8Array | AsyncIterable<Uint8Array>, limit?: number): Promise<Blob>;
  /** The bytes as a stream, or null where there is no such blob. */
  read(sha256: string): Promise<Readable | null>;
  has(sha256: string): Promise<boolean>;
  /** Where such bytes lie, whether they are there or not: for who reads them in a thread of its own. */
  path(sha256: string): string;
  /** Forgets the bytes; forgetting twice is harmless. The caller knows that no row names them any more. */
  forget(sha256: string): Promise<void>;
}

export class TooLarge extends Error {
  constructor(readonly limit: number) {
    super(`more than ${limit} bytes`);
    this.name = "TooLarge";
  }
}

/** The blobs of a data folder: `<dataDir>/files/ab/cd/abcd…`. Two levels, so that no folder grows past what a listing can bear. */
export function blobsIn(dataDir: string): Blobs {
  const root = join(dataDir, "files");
  const place = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error("not a SHA-256");
    return join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  };
  const has = (sha256: string): Promise<boolean> =>
    access(place(sha256)).then(
      () => true,
      () => false,
    );
  const drafts = join(root, "drafts");
  const there = new Uint8Array(256 * 256); // folders that are known to be there, by the first four digits
  const named = async (draft: string, sha256: string): Promise<void> => {
    const path = place(sha256);
    const folder = dirname(path);
    const n = Number.parseInt(sha256.slice(0, 4), 16);
    if (there[n] === 0) await mkdir(folder, { recursive: true, mode: 0o700 });
    await inFolder(folder, () => giveName(draft, folder, path));
    there[n] = 1;
  };
  return {
    async keep(source, limit = Infinity) {
      try {
        const path = join(drafts, randomBytes(12).toString("hex"));
        const given = await wholeIfSmall(source);
        const blob = given instanceof Uint8Array ? await kept(path, given, limit) : await keptInPieces(path, given, limit);
        await named(path, blob.sha256);
        return blob;
      } catch (error) {
        throw nameTrouble(error) ?? error;
      }
    },
    async read(sha256) {
      return (await has(sha256)) ? createReadStream(place(sha256)) : null;
    },
    has,
    path: place,
    forget: (sha256) => rm(place(sha256), { force: true }),
  };
}

/** Bytes up to which a file is held until it is whole. */
const SMALL = 64 * 1024;

/** All of a small source; of a larger one its pieces, the first of which were held. */
async function wholeIfSmall(source: Uint8Array | AsyncIterable<Uint8Array>): Promise<Uint8Array | AsyncIterable<Uint8Array>> {
  const pieces = (async function* () {
    yield* source instanceof Uint8Array ? [source] : source;
  })();
  const held: Uint8Array[] = [];
  for (let size = 0; size <= SMALL; ) {
    const { done, value } = await pieces.next();
    if (done) return Buffer.concat(held);
    held.push(value);
    size += value.byteLength;
  }
  return (async function* () {
    for (let piece = held.shift(); piece; piece = held.shift()) yield piece;
    yield* pieces;
  })();
}

async function kept(path: string, bytes: Uint8Array, limit: number): Promise<Blob> {
  if (bytes.byteLength > limit) throw new TooLarge(limit);
  await inFolder(dirname(path), () => writeSmall(path, bytes));
  return { sha256: createHash("sha256").update(bytes).digest("hex"), size: bytes.byteLength };
}

async function keptInPieces(path: string, pieces: AsyncIterable<Uint8Array>, limit: number): Promise<Blob> {
  const file = await inFolder(dirname(path), () => open(path, "wx", 0o600));
  const hash = createHash("sha256");
  let size = 0;
  try {
    for await (const chunk of pieces) {
      size += chunk.byteLength;
      if (size > limit) throw new TooLarge(limit);
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
    await file.close();
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw error;
  }
  return { sha256: hash.digest("hex"), size };
}

/** `work` that needs the folder, which is nearly always there. */
async function inFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return work();
  }
}
