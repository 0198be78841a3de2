// What is promised of a transaction: all or nothing, whole or undone, and every byte comes back as it was put.
import { expect, test } from "vitest";
import type { Tx, Write } from "../../src/database/tx.ts";
import { freshDatabase } from "./fresh-database.ts";

const faults: string[] = [];
// Tables of this test's own, so that it says nothing about the desk's.
const { url, secret } = await freshDatabase();
const { connect } = await import("../../src/database/connect.ts");
const first = await connect({ url, secret });
await first.owner.query(`
  create table boxes (desk text, id bigint, primary key (desk, id));
  create table things (desk text, id bigint, box bigint, at timestamptz not null default '2026-01-02 03:04:05.678+02', words text,
    tags text[], notes jsonb, bytes bytea, primary key (desk, id), foreign key (desk, box) references boxes);
  call protect('boxes'); call protect('things');`);
await first.close();
const database = await connect({ url, secret, connections: 8, fault: (error) => faults.push(String(error)) });

/** Rows for the tables above, which the generated types do not know. */
function writeAll(tx: Tx, writes: readonly { table: string; rows: readonly object[]; conflict?: object }[]): Promise<void> {
  return tx.writeAll(writes as unknown as readonly Write[]);
}
const count = async (desk: string): Promise<number> => (await database.asDesk(desk, (tx) => tx.query("select 1 from things"))).length;

test("rows of several tables go in together, in any order, and come back as they were", async () => {
  const at = 1_763_862_345_123;
  const row = { desk: "a", id: 1, box: 9, at, words: "«Învățătură» — é\n\"'\\", tags: ["x", "y,z", "{}"], notes: [{ n: null }, "ß"], bytes: new Uint8Array([0, 255, 10]) };
  await database.asDesk("a", (tx) =>
    writeAll(tx, [
      { table: "things", rows: [row, { desk: "a", id: 2 }] },
      { table: "boxes", rows: [{ desk: "a", id: 9 }] },
    ]),
  );
  const [kept, plain] = await database.asDesk("a", (tx) => tx.query<{ bytes: Buffer }>("select * from things order by id"));
  expect({ ...kept, bytes: new Uint8Array(kept?.bytes ?? []) }).toEqual(row);
  expect(plain).toEqual({ desk: "a", id: 2, box: null, at: Date.UTC(2026, 0, 2, 1, 4, 5, 678), words: null, tags: null, notes: null, bytes: null });
});

test("one bad row among many tables leaves none of them", async () => {
  const work = database.asDesk("b", (tx) =>
    writeAll(tx, [
      { table: "boxes", rows: [{ desk: "b", id: 1 }] },
      { table: "things", rows: [{ desk: "b", id: 1, box: 404 }] },
    ]),
  );
  await expect(work).rejects.toThrow("violates foreign key");
  expect(await database.asDesk("b", (tx) => tx.query("select 1 from boxes"))).toEqual([]);
});

test("a row that is there already is replaced or left, as the writer says", async () => {
  const write = (words: string, update: string[]) =>
    database.asDesk("c", (tx) => writeAll(tx, [{ table: "things", rows: [{ desk: "c", id: 1, words }], conflict: { columns: ["desk", "id"], update } }]));
  await write("first", []);
  await write("second", []);
  expect(await database.asDesk("c", (tx) => tx.query("select words from things"))).toEqual([{ words: "first" }]);
  await write("third", ["words"]);
  expect(await database.asDesk("c", (tx) => tx.query("select words from things"))).toEqual([{ words: "third" }]);
});

test("text that PostgreSQL cannot hold is kept with a mark in its place", async () => {
  await database.asDesk("d", async (tx) => {
    await writeAll(tx, [{ table: "things", rows: [{ desk: "d", id: 1, words: "a\0b\uD800c \\u0000", notes: { k: "\0" } }] }]);
    await tx.query("insert into things (desk, id, words) values ('d', 2, $1)", ["x\0y"]);
  });
  expect(await database.asDesk("d", (tx) => tx.query("select words, notes from things order by id"))).toEqual([
    { words: "a\uFFFDb\uFFFDc \\u0000", notes: { k: "\uFFFD" } },
    { words: "x\uFFFDy", notes: null },
  ]);
});

test("a preview sees its own writes and leaves nothing, not even a message", async () => {
  const sent: string[] = [];
  const seen = await database.asDesk(
    "e",
    async (tx) => {
      await writeAll(tx, [{ table: "things", rows: [{ desk: "e", id: 1 }] }]);
      tx.afterCommit(() => void sent.push("mail"));
      return (await tx.query("select 1 from things")).length;
    },
    { rollback: true },
  );
  expect([seen, await count("e"), sent]).toEqual([1, 0, []]);
});

test("what follows the commit finds the rows there, and its failure does not undo them", async () => {
  let found = 0;
  await database.asDesk("f", async (tx) => {
    await writeAll(tx, [{ table: "things", rows: [{ desk: "f", id: 1 }] }]);
    tx.afterCommit(() => Promise.reject(new Error("nobody listens")));
    tx.afterCommit(async () => void (found = await count("f")));
  });
  expect([found, faults]).toEqual([1, ["Error: nobody listens"]]);
});

test("an error that somebody swallowed inside does not pass for a commit", async () => {
  const work = database.asDesk("g", async (tx) => {
    await writeAll(tx, [{ table: "things", rows: [{ desk: "g", id: 1 }] }]);
    await tx.query("select 1 / 0").catch(() => undefined);
  });
  await expect(work).rejects.toThrow("was rolled back");
  expect(await count("g")).toBe(0);
});

test("two that lock the same rows crosswise both get through", async () => {
  await database.asDesk("h", (tx) =>
    writeAll(tx, [
      {
        table: "things",
        rows: [
          { desk: "h", id: 1, words: "" },
          { desk: "h", id: 2, words: "" },
        ],
      },
    ]),
  );
  let met = 0;
  const touch = (order: readonly number[], mark: string) =>
    database.asDesk(
      "h",
      async (tx) => {
        for (const id of order) {
          await tx.query("update things set words = words || $1 where id = $2", [mark, id]);
          met += 1;
          while (met < 2) await new Promise((resolve) => setTimeout(resolve, 5));
        }
      },
      { retry: true },
    );
  await Promise.all([touch([1, 2], "x"), touch([2, 1], "y")]);
  const rows = await database.asDesk("h", (tx) => tx.query<{ words: string }>("select words from things"));
  expect(rows.map((row) => [...row.words].sort().join(""))).toEqual(["xy", "xy"]);
});

test("a row that another puts there meanwhile is seen by a second try, also where a later query tells only that it was too late", async () => {
  let met = 0;
  const once = () =>
    database.asDesk(
      "k",
      async (tx) => {
        if ((await tx.query("select 1 from boxes where id = 1")).length) return "seen";
        met += 1;
        while (met < 2) await new Promise((resolve) => setTimeout(resolve, 5));
        tx.runLast("insert into boxes (desk, id) values ('k', 1)");
        await tx.query("select 1");
        return "put";
      },
      { retry: true },
    );
  expect((await Promise.all([once(), once()])).sort()).toEqual(["put", "seen"]);
  const doubled = database.asDesk("k", async (tx) => {
    tx.runLast("insert into boxes (desk, id) values ('k', 1)");
    await tx.query("select 1");
  });
  await expect(doubled).rejects.toMatchObject({ code: "23505" });
});

test("a desk's id that is none is refused before it reaches the database", async () => {
  await expect(database.asDesk("a'; drop table things; --", (tx) => tx.query("select 1"))).rejects.toThrow("not a desk's id");
});

test("nothing of one desk remains on the connection for the next", async () => {
  for (let round = 0; round < 20; round++) expect(await count(round % 2 === 0 ? "a" : "nobody")).toBe(round % 2 === 0 ? 2 : 0);
  expect(await database.asOwner((tx) => tx.query("select troth_desk() as desk"))).toEqual([{ desk: null }]);
});

test("a connection that is lost costs its own work and no other", async () => {
  const work = database.asDesk("a", async (tx) => {
    await tx.query("select pg_terminate_backend(pg_backend_pid())").catch(() => undefined);
    await tx.query("select 1");
  });
  await expect(work).rejects.toMatchObject({ name: "Trouble", message: "The database cannot be reached." });
  expect(await count("a")).toBe(2);
});

test("the last connection closes with the handle", async () => {
  await database.close();
  await expect(count("a")).rejects.toThrow();
});

test("what a part of the work still asks once another has failed reaches nobody: the connection is another transaction's by then", async () => {
  const single = await connect({ url, secret, connections: 1 });
  for (const how of [{}, { together: "SELECT 1;" }]) {
    let late: unknown = null;
    let go = (): void => undefined;
    const gone = new Promise<void>((resolve) => (go = resolve));
    const after = gone.then(() => new Promise((resolve) => setTimeout(resolve, 20)));
    const failing = single.asDesk(
      "late",
      async (tx) => {
        const slow = async (): Promise<void> => {
          await gone;
          await tx.query("select 1 / 0").catch((error: unknown) => (late = error));
        };
        await Promise.all([Promise.reject(new Error("not this one")), slow()]);
      },
      how,
    );
    await expect(failing).rejects.toThrow("not this one");
    const other = single.asDesk("other", async (tx) => {
      await tx.query("select 1");
      go();
      await after;
      return tx.query("select 1 as n");
    });
    expect(await other).toEqual([{ n: 1 }]);
    expect(String(late)).toContain("the transaction has ended");
  }
  await single.close();
});
