// Customers from a table: looked at first, brought in row by row, said what is wrong with which row, and the same again changes nothing.
import { expect, test } from "vitest";
import { runImport } from "../../src/desk/acts/records/run-imports.ts";
import { customerRows } from "../../src/desk/acts/records/customer-rows.ts";
import { readTable } from "../../src/desk/imports/read-table.ts";
import { apiDesk } from "../api/api-desk.ts";

interface Import {
  readonly id: string;
  readonly state: string;
  readonly encoding: string;
  readonly separator: string;
  readonly total: number;
  readonly done: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly fault: string | null;
  readonly faults: readonly { readonly line: number; readonly column: string | null; readonly message: string }[];
  readonly sample: readonly { readonly line: number; readonly is: string; readonly fields: readonly string[] }[];
}

async function importDesk() {
  const d = await apiDesk();
  const rows = <R extends object>(sql: string, ...params: unknown[]) => d.database.asDesk("small", (tx) => tx.query<R>(sql, params));
  const work = async (): Promise<void> => {
    while (await runImport(d.house));
  };
  return {
    ...d,
    rows,
    work,
    async send(bytes: string | Uint8Array): Promise<string> {
      const form = new FormData();
      form.append("file", new Blob([typeof bytes === "string" ? bytes : new Uint8Array(bytes)]), "customers.csv");
      const response = await fetch(`${d.base}/api/small/imports`, { method: "POST", headers: d.lead.headers, body: form });
      const body = (await response.json()) as Import;
      expect(response.status).toBe(201);
      return body.id;
    },
    look: async (id: string): Promise<Import> => (await d.call<Import>(d.lead, "GET", `/imports/${id}`)).body,
    async bring(id: string): Promise<Import> {
      expect((await d.call(d.lead, "PUT", `/imports/${id}/run`)).status).toBe(200);
      await work();
      return (await d.call<Import>(d.lead, "GET", `/imports/${id}`)).body;
    },
  };
}

test("a table is looked at without changing anything, then brought in; the same again changes nothing", async () => {
  const d = await importDesk();
  const csv =
    "organisation,name,email,subscription,subscription.begins,subscription.ends\nCabinet Payé,Léa Payé,lea@paid.example,paid,2026-01-01,2026-12-31\nNeu,Nora Neu,nora@neu.example,Payé,,\nCabinet Expiré,Luc Expiré,luc@expired.example,expired,,\n".replace(
      "Payé,,",
      "paid,,",
    );
  const id = await d.send(csv);
  await d.work();
  const looked = await d.look(id);
  expect(looked).toMatchObject({ state: "checked", encoding: "UTF-8", separator: ",", total: 3, done: 3, new: 1, changed: 1, unchanged: 1, failed: 0 });
  expect(looked.sample).toEqual([
    { line: 2, is: "changed", fields: ["subscription"] },
    { line: 3, is: "new", fields: ["organisation", "subscription"] },
  ]);
  expect(await d.rows("select 1 from people where email = 'nora@neu.example'")).toEqual([]);
  expect(await d.bring(id)).toMatchObject({ state: "done", new: 1, changed: 1, unchanged: 1 });
  const [paid] = await d.rows<{ terms: object; door: string }>("select h.terms, h.door from organisation_history h where organisation = $1 order by since desc limit 1", d.ids.paid);
  expect(paid).toEqual({ terms: { subscription: [{ value: "paid", begins: "2026-01-01", ends: "2026-12-31" }] }, door: "import" });
  expect(await d.rows("select 1 from record_timers where organisation = $1", d.ids.paid)).toHaveLength(1);
  const before = await d.rows("select count(*)::int as n from organisation_history");
  const again = await d.send(csv);
  await d.work();
  expect(await d.bring(again)).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
  expect(await d.rows("select count(*)::int as n from organisation_history")).toEqual(before);
});

test("three broken rows of 50,000 stay outside and are named with line, column and what to do; the rest goes in, and what broke off goes on where it was", { timeout: 180_000 }, async () => {
  const d = await importDesk();
  const lines = Array.from({ length: 50_000 }, (_, i) => `Office ${i},Person ${i},p${i}@many.example,paid,2026-01-01,2026-12-31`);
  lines[99] = "Office 99,Person 99,no-mail,paid,2026-01-01,2026-12-31";
  lines[24_999] = "Office X,Person X,x@many.example,golden,2026-01-01,2026-12-31";
  lines[49_999] = "Office Y,Person Y,y@many.example,paid,2026-12-31,2026-01-01";
  const id = await d.send(`organisation,name,email,subscription,subscription.begins,subscription.ends\n${lines.join("\n")}\n`);
  await d.work();
  expect((await d.look(id)).faults).toEqual([
    { line: 101, column: "email", message: '"no-mail" is no mail address.' },
    { line: 25_001, column: "subscription", message: '"golden" is no value of subscription: write one of paid, expired, none.' },
    { line: 50_001, column: "subscription.ends", message: "It ends on 2026-01-01, before it begins on 2026-12-31." },
  ]);
  // A server that ends in the middle: the next one goes on behind the last batch that was whole.
  await d.call(d.lead, "PUT", `/imports/${id}/run`);
  const broken = {
    ...d.house,
    database: {
      ...d.house.database,
      asDesk: ((desk: string, run: never, how: never) => (++calls > 40 ? Promise.reject(new Error("the server ended")) : d.house.database.asDesk(desk, run, how))) as typeof d.house.database.asDesk,
    },
  };
  let calls = 0;
  await expect(runImport(broken)).rejects.toThrow("the server ended");
  expect((await d.look(id)).done).toBeGreaterThan(10_000);
  d.at(d.house.now() + 120_000); // its hold has lapsed
  await d.work();
  expect(await d.look(id)).toMatchObject({ state: "done", total: 50_000, done: 49_997, new: 49_997, failed: 3 });
  expect(await d.rows("select count(*)::int as n from people where email like '%@many.example'")).toEqual([{ n: 49_997 }]);
});

test("a language that there is none of is named with its row; one that the desk does not speak is kept, by its shortest code", async () => {
  const d = await importDesk();
  const wrong = ["xx", "english!", "English", "und", "qaa", "f", "fr_FR"];
  const right = { de: "de", FR: "fr", ita: "it", fur: "fur", "": null };
  const row = (language: string, i: number) => `Office ${i},Person ${i},p${i}@tongues.example,${language}`;
  const id = await d.send(`organisation,name,email,language\n${[...wrong, ...Object.keys(right)].map(row).join("\n")}\n`);
  await d.work();
  const faults = wrong.map((language, i) => ({ line: i + 2, column: "language", message: `"${language}" is no language: write two letters, as fr.` }));
  expect(await d.look(id)).toMatchObject({ state: "checked", new: 5, failed: 7, faults });
  expect(await d.bring(id)).toMatchObject({ state: "done", new: 5, failed: 7 });
  const kept = await d.rows<{ language: string | null }>("select language from people where email like '%@tongues.example' order by length(email), email");
  expect(kept.map((p) => p.language)).toEqual(Object.values(right));
});

test("encodings and separators are told from the bytes, and said", async () => {
  const text = "organisation;name;email\nCabinet Éluard;Zoé;zoe@eluard.example\n";
  const read = (bytes: Uint8Array) => readTable(bytes);
  for (const [bytes, encoding] of [
    [Buffer.from(text), "UTF-8"],
    [Buffer.from(`\uFEFF${text}`), "UTF-8"],
    [Buffer.from(`\uFEFF${text}`, "utf16le"), "UTF-16"],
    [Buffer.from(text, "latin1"), "Windows-1252"],
  ] as const) {
    const table = await read(bytes);
    expect(table).toMatchObject({ encoding, separator: ";" });
    expect(table.records[0]?.cells).toEqual(["organisation", "name", "email"]);
    expect(table.records[1]).toEqual({ line: 2, cells: ["Cabinet Éluard", "Zoé", "zoe@eluard.example"] });
  }
  expect((await read(Buffer.from(text.replaceAll(";", "\t")))).separator).toBe("\t");
  expect((await read(Buffer.from('"a;b",name,email\nx,"two\nlines",z\nlast,y,z\n'))).records.map((r) => r.line)).toEqual([1, 2, 4]);
  expect((await read(Buffer.from('name,email\n"open,x\n'))).fault?.message).toMatch(/quotation mark/);
});

test("letters of several bytes are whole wherever a large table is cut to be read", async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => `Zoé 🦷 ${i},zoe${i}@eluard.example`);
  const { records } = await readTable(Buffer.from(`name,email\n${rows.join("\n")}\n`));
  expect(records).toHaveLength(20_001);
  expect(records.slice(1).map(({ line, cells }) => `${line} ${cells.join()}`)).toEqual(rows.map((row, i) => `${i + 2} ${row}`));
});

test("while a large table is looked at others are served; one that is none of customers is told at once", async () => {
  const { policy } = await importDesk();
  const many = Array.from({ length: 60_000 }, (_, i) => `Person ${i},person${i}@many.example`).join("\n");
  let turns = 0;
  const turn = setInterval(() => (turns += 1), 0);
  const { rows } = await customerRows(await readTable(Buffer.from(`name,email\n${many}\n`)), policy);
  clearInterval(turn);
  expect(rows).toHaveLength(60_000);
  expect(turns).toBeGreaterThan(40);
  const wide = Array.from({ length: 100_000 }, (_, i) => `c${i}`).join();
  expect((await customerRows(await readTable(Buffer.from(`name,email,${wide}\n`)), policy)).faults).toEqual([
    { line: 1, column: null, message: "The header names 100002 columns; at most 1000 are looked at. Leave out those that are not needed." },
  ]);
  for (const line of [",".repeat(2_000_000), `"${"a".repeat(2_000_000)}"`])
    expect((await readTable(Buffer.from(`name,email\n${line}\n`))).fault).toMatchObject({ line: 2, message: expect.stringContaining("1,000,000 signs") as string });
  expect((await readTable(Buffer.from(`name,email\n"${"a\n".repeat(1_000_000)}"\n`))).fault).not.toBeNull();
  expect((await readTable(Buffer.from(`"${"a".repeat(900_000)}",email\n`))).fault).toBeNull();
});

test("a table without its columns, or none at all, is said to be unreadable and never goes in; a stranger and an agent send none", async () => {
  const d = await importDesk();
  const id = await d.send("nom,courriel\nA,a@b.example\n");
  await d.work();
  expect(await d.look(id)).toMatchObject({ state: "unreadable", fault: expect.stringContaining('The column "nom"') as string });
  expect((await d.call(d.lead, "PUT", `/imports/${id}/run`)).status).toBe(409);
  expect((await d.call(d.lead, "DELETE", `/imports/${id}`)).status).toBe(204);
  expect((await d.call(d.agent, "GET", "/imports")).status).toBe(403);
  expect((await d.call(d.lea, "GET", "/imports")).status).toBe(403);
});
