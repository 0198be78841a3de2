// What is promised of work that shares a transaction: each as if it were alone, nobody pays for another, and locks are held by one.
import { expect, test } from "vitest";
import type { Tx, Write } from "../../src/database/tx.ts";
import { freshDatabase } from "./fresh-database.ts";

const { url, secret } = await freshDatabase();
const { connect } = await import("../../src/database/connect.ts");
const database = await connect({ url, secret, connections: 8 });
await database.owner.query(`
  create table coins (desk text, id bigint, worth bigint, tx xid8 not null default pg_current_xact_id(), primary key (desk, id), check (worth >= 0));
  call protect('coins');`);
await database.close();
const shared = await connect({ url, secret, connections: 8 });

const coin = (desk: string, id: number, worth = 1): Write[] => [{ table: "coins", rows: [{ desk, id, worth }] }] as unknown as Write[];
const begin = { together: "SELECT 1;", retry: true };
const put = (desk: string, id: number, worth?: number): Promise<number> =>
  shared.asDesk(
    desk,
    async (tx) => {
      await tx.query("select 1");
      tx.writeLast(coin(desk, id, worth));
      return id;
    },
    begin,
  );
const kept = (desk: string): Promise<{ id: number; tx: string }[]> =>
  shared.asDesk(desk, (tx) => tx.query<{ id: number; tx: string }>("select id, tx::text as tx from coins where desk = $1 order by id", [desk]));

test("what comes at once stands in few transactions, and each has its own answer", async () => {
  const ids = Array.from({ length: 60 }, (_, i) => i);
  expect(await Promise.all(ids.map((id) => put("a", id)))).toEqual(ids);
  const rows = await kept("a");
  expect(rows.map((r) => r.id)).toEqual(ids);
  expect(new Set(rows.map((r) => r.tx)).size).toBeLessThan(10);
});

test("one that cannot be written fails alone; the others are there", async () => {
  const results = await Promise.allSettled(Array.from({ length: 20 }, (_, id) => put("b", id, id === 7 ? -1 : 1)));
  expect(results.flatMap((r, i) => (r.status === "rejected" ? [i] : []))).toEqual([7]);
  expect(String((results[7] as PromiseRejectedResult).reason)).toContain("coins_worth_check");
  expect((await kept("b")).map((r) => r.id)).toEqual(Array.from({ length: 20 }, (_, id) => id).filter((id) => id !== 7));
});

test("one that throws of its own has its error and leaves nothing, what it had written at once included", async () => {
  const refused = shared.asDesk(
    "c",
    async (tx) => {
      await tx.writeAll(coin("c", 99));
      throw new Error("not this one");
    },
    begin,
  );
  const results = await Promise.allSettled([put("c", 1), refused, put("c", 2)]);
  expect(results.map((r) => r.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect((await kept("c")).map((r) => r.id)).toEqual([1, 2]);
});

test("whoever takes a lock is alone with it: none counts on what another has just taken", async () => {
  await put("d", 0, 5);
  const spend = (id: number): Promise<boolean> =>
    shared.asDesk(
      "d",
      async (tx) => {
        const [purse] = await tx.query<{ worth: number }>("select worth from coins where desk = 'd' and id = 0 for update");
        if (!purse || purse.worth === 0) return false;
        await tx.run("update coins set worth = worth - 1 where desk = 'd' and id = 0");
        tx.writeLast(coin("d", id));
        return true;
      },
      begin,
    );
  const spent = await Promise.all(Array.from({ length: 20 }, (_, i) => spend(i + 1)));
  expect(spent.filter(Boolean)).toHaveLength(5);
  expect(await kept("d")).toHaveLength(6);
});

test("whoever reads behind what it wrote reads it", async () => {
  const both = async (tx: Tx): Promise<number> => {
    tx.writeLast(coin("e", 1));
    return (await tx.query("select 1 from coins where desk = 'e'")).length;
  };
  const [, found] = await Promise.all([put("e", 2), shared.asDesk("e", both, begin), put("e", 3)]);
  expect(found).toBeGreaterThanOrEqual(1);
  expect((await kept("e")).map((r) => r.id)).toEqual([1, 2, 3]);
});

test("the same row from two at once: the second finds the first", async () => {
  let there = 0;
  const once = (): Promise<void> =>
    shared.asDesk(
      "f",
      async (tx) => {
        if ((await tx.query("select 1 from coins where desk = 'f' and id = 1")).length > 0) return void (there += 1);
        tx.writeLast(coin("f", 1));
      },
      begin,
    );
  await Promise.all([once(), once(), put("f", 2), once()]);
  expect(there).toBe(2);
  expect((await kept("f")).map((r) => r.id)).toEqual([1, 2]);
});

test("what has the same turn runs one behind the other in its order and sees what came before; the others share meanwhile", async () => {
  const counting = (id: number): Promise<number> =>
    shared.asDesk(
      "turn",
      async (tx) => {
        const [row] = await tx.query<{ n: number }>("select count(*)::int as n from coins where desk = 'turn' and id < 100");
        tx.writeLast(coin("turn", id));
        return row!.n;
      },
      { ...begin, together: id % 2 ? "SELECT 1;" : "SELECT 2;", turn: "Léa" },
    );
  const [counts] = await Promise.all([Promise.all(Array.from({ length: 12 }, (_, id) => counting(id))), ...Array.from({ length: 40 }, (_, id) => put("turn", 100 + id))]);
  expect([...counts].sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, n) => n));
  for (const line of [0, 1]) expect(counts.filter((_, id) => id % 2 === line)).toEqual(counts.filter((_, id) => id % 2 === line).sort((a, b) => a - b));
  const rows = await kept("turn");
  expect(new Set(rows.filter((r) => r.id >= 100).map((r) => r.tx)).size).toBeLessThan(10);
});

test("one of a turn that fails does not keep the next from theirs", async () => {
  const at = (work: (tx: Tx) => Promise<string>): Promise<string> => shared.asDesk("turns", work, { ...begin, turn: "Léa" });
  const broken = at(async () => {
    throw new Error("not this one");
  });
  const results = await Promise.allSettled([broken, at(async () => "second"), at(async () => "third")]);
  expect(results.map((r) => (r.status === "fulfilled" ? r.value : "failed"))).toEqual(["failed", "second", "third"]);
});

test("desks never share: each behind its own walls", async () => {
  await Promise.all(Array.from({ length: 20 }, (_, i) => put(i % 2 ? "g" : "h", i)));
  const [g, h] = [await kept("g"), await kept("h")];
  expect([g.length, h.length]).toEqual([10, 10]);
  expect(g.some((row) => h.some((other) => other.tx === row.tx))).toBe(false);
});

test("what follows the commit follows each one's own, and is heard of nobody whose work was undone", async () => {
  const heard: number[] = [];
  const say = (id: number, worth: number): Promise<void> =>
    shared.asDesk(
      "i",
      async (tx) => {
        await tx.query("select 1");
        tx.writeLast(coin("i", id, worth));
        tx.afterCommit(() => void heard.push(id));
      },
      begin,
    );
  await Promise.allSettled([say(1, 1), say(2, -1), say(3, 1)]);
  expect(heard.sort()).toEqual([1, 3]);
});
