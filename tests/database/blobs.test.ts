// Files are kept whole, once, and by what they contain.
import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, expect, test } from "vitest";
import { blobsIn } from "../../src/database/blobs.ts";

const dataDir = await mkdtemp(join(tmpdir(), "troth-blobs-"));
afterAll(() => rm(dataDir, { recursive: true }));
const blobs = blobsIn(dataDir);
const bytes = randomBytes(300_000);
const name = createHash("sha256").update(bytes).digest("hex");
async function* pieces(): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 64_000) yield bytes.subarray(at, at + 64_000);
}
const files = async () => (await readdir(join(dataDir, "files"), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => entry.name);

test("a file that comes in pieces or at once is the same file, kept once", async () => {
  const kept = await Promise.all([blobs.keep(pieces()), blobs.keep(bytes), blobs.keep(pieces())]);
  expect(kept).toEqual([1, 2, 3].map(() => ({ sha256: name, size: bytes.length })));
  expect(await files()).toEqual([name]);
  const stream = await blobs.read(name);
  expect(stream && (await buffer(stream)).equals(bytes)).toBe(true);
});

test("a small file, in pieces or at once, none and an empty one too, is kept as a large one is", async () => {
  async function* small(): AsyncGenerator<Uint8Array> {
    yield bytes.subarray(0, 5);
    yield bytes.subarray(5, 700);
  }
  async function* nothing(): AsyncGenerator<Uint8Array> {}
  const one = await blobs.keep(bytes.subarray(0, 700));
  expect(await Promise.all([blobs.keep(small()), blobs.keep(bytes.subarray(0, 700))])).toEqual([one, one]);
  const empty = await blobs.keep(nothing());
  expect(empty).toEqual({ sha256: createHash("sha256").digest("hex"), size: 0 });
  const stream = await blobs.read(one.sha256);
  expect(stream && (await buffer(stream)).equals(bytes.subarray(0, 700))).toBe(true);
  await expect(blobs.keep(small(), 100)).rejects.toMatchObject({ name: "TooLarge", limit: 100 });
  await Promise.all([one, empty].map((blob) => blobs.forget(blob.sha256)));
  expect(await files()).toEqual([name]);
});

test("a folder that was taken away meanwhile is made again", async () => {
  await blobs.keep(bytes.subarray(0, 10));
  await rm(join(dataDir, "files"), { recursive: true });
  const again = await blobs.keep(bytes.subarray(0, 10));
  expect(await files()).toEqual([again.sha256]);
  await blobs.forget(again.sha256);
  await blobs.keep(bytes);
  expect(await files()).toEqual([name]);
});

test("a file past its limit is refused and leaves nothing behind", async () => {
  await expect(blobs.keep(pieces(), 100_000)).rejects.toMatchObject({ name: "TooLarge", limit: 100_000 });
  expect(await files()).toEqual([name]);
});

test("an upload that breaks off leaves nothing behind", async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield bytes;
    throw new Error("gone");
  }
  await expect(blobs.keep(broken())).rejects.toThrow("gone");
  expect(await files()).toEqual([name]);
});

test("a file that nobody kept is not there, and a name that is none is refused", async () => {
  expect(await blobs.read("0".repeat(64))).toBeNull();
  await expect(blobs.read("../secret")).rejects.toThrow("not a SHA-256");
  await blobs.forget(name);
  expect(await blobs.has(name)).toBe(false);
});
