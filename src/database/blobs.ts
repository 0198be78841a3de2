// Files of any size by what they contain: the same bytes are kept once, and a file that is there is there whole.
import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { nameTrouble } from "./name-trouble.ts";

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
  return {
    async keep(source, limit = Infinity) {
      try {
        const draft = await writeDraft(join(root, "drafts"), source, limit);
        await giveName(draft, place(draft.sha256));
        return { sha256: draft.sha256, size: draft.size };
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

interface Draft extends Blob {
  readonly path: string;
}

async function writeDraft(folder: string, source: Uint8Array | AsyncIterable<Uint8Array>, limit: number): Promise<Draft> {
  const path = join(folder, randomBytes(12).toString("hex"));
  const file = await inFolder(folder, () => open(path, "wx", 0o600));
  const hash = createHash("sha256");
  let size = 0;
  try {
    for await (const chunk of source instanceof Uint8Array ? [source] : source) {
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
  return { path, sha256: hash.digest("hex"), size };
}

/** Bytes first, name second, folder last: after a power cut there is the whole file or none. What has the name already is the same. */
async function giveName(draft: Draft, path: string): Promise<void> {
  const folder = join(path, "..");
  await inFolder(folder, () => rename(draft.path, path));
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
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
