// Notes that share a write: each answered for itself, none lost, none held up by another's fault.
import { expect, test } from "vitest";
import { gathered } from "../../src/database/gathered.ts";

test("calls of one turn go in one write, those that come meanwhile in the next", async () => {
  const writes: number[][] = [];
  const keep = gathered<number>(async (items) => {
    writes.push([...items]);
    await new Promise((done) => setTimeout(done, 5));
  });
  const first = Promise.all([keep(1), keep(2), keep(3)]);
  await new Promise((done) => setTimeout(done, 2));
  await Promise.all([first, keep(4), keep(5)]);
  expect(writes).toEqual([
    [1, 2, 3],
    [4, 5],
  ]);
});

test("one that cannot be written fails nobody else, and what comes afterwards is written", async () => {
  const written: string[] = [];
  const keep = gathered<string>(async (items) => {
    if (items.includes("bad")) throw new Error("no desk has it");
    written.push(...items);
  });
  const results = await Promise.allSettled([keep("a"), keep("bad"), keep("b")]);
  expect(results.map((r) => r.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  await keep("c");
  expect(written).toEqual(["a", "b", "c"]);
});

test("no write holds more than it may", async () => {
  const sizes: number[] = [];
  const keep = gathered<number>(async (items) => void sizes.push(items.length), 10);
  await Promise.all(Array.from({ length: 25 }, (_, i) => keep(i)));
  expect(sizes).toEqual([10, 10, 5]);
});
