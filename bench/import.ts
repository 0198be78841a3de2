// A table of customers going in, as the console and the command line do it, against a bare COPY of the same rows into tables of the same indexes.
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { connect } from "../src/database/connect.ts";
import { BATCH, importRows } from "../src/desk/acts/records/import-rows.ts";
import { customerRows } from "../src/desk/acts/records/customer-rows.ts";
import { readTable } from "../src/desk/imports/read-table.ts";
import { policyInForce } from "../src/desk/policies/running.ts";
import { DESK } from "./api.ts";
import { progress } from "./progress.ts";
import type { Row } from "./row.ts";

/** Brings `count` customers in, each an organisation with a plan for a time, then the same table again. */
export async function importCustomers(databaseUrl: string, secret: string, count: number, size: number): Promise<Row[]> {
  progress(`importing ${count.toLocaleString("en")} customers`);
  const lines = Array.from({ length: count }, (_, i) => `Imported ${i},Person ${i},person${i}@imported.example,+1 202 555 0100,en,pro,2026-01-01,2026-12-31`);
  const bytes = Buffer.from(`organisation,name,email,phone,language,plan,plan.begins,plan.ends\n${lines.join("\n")}\n`);
  const copied = await bareCopy(databaseUrl, count);
  const database = await connect({ url: databaseUrl, secret, connections: 2 });
  const bring = async (): Promise<number> => {
    const start = performance.now();
    const at = Date.now();
    const { policy } = await database.asDesk(DESK, (tx) => policyInForce(tx, DESK, at), { readOnly: true });
    const { rows } = await customerRows(await readTable(bytes), policy);
    if (rows.length !== count) throw new Error(`${rows.length} of ${count} rows were sound`);
    for (let i = 0; i < rows.length; i += BATCH) {
      const batch = rows.slice(i, i + BATCH);
      await database.asDesk(DESK, (tx) => importRows(tx, batch, { desk: DESK, policy, at: Date.now(), by: { id: "import", name: "", door: "import" }, dryRun: false }));
    }
    return (performance.now() - start) / 1000;
  };
  try {
    const peer = { name: "bare COPY", value: copied };
    const first = await bring();
    const second = await bring();
    return [
      {
        name: `${count.toLocaleString("en")} customers imported, checked and with their history`,
        size,
        unit: "s",
        value: first,
        peer,
        note: `${Math.round(count / first).toLocaleString("en")} a second`,
      },
      { name: `the same ${count.toLocaleString("en")} again, nothing changed`, size, unit: "s", value: second, peer },
    ];
  } finally {
    await database.close();
  }
}

/** Seconds that COPY takes for the same organisations and people. */
async function bareCopy(databaseUrl: string, count: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "troth-bench-copy-"));
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await chmod(folder, 0o755);
    const id = (i: number, kind: string): string => `00000000-0000-4000-${kind}-${String(i).padStart(12, "0")}`;
    const at = "2026-01-01T00:00:00Z";
    const offices = Array.from(
      { length: count },
      (_, i) => `${DESK},${id(i, "8000")},Copied ${i},,en,"{""plan"": ""pro""}",${at},${at},"{""plan"": [{""value"": ""pro"", ""begins"": ""2026-01-01"", ""ends"": ""2026-12-31""}]}"`,
    );
    const people = Array.from({ length: count }, (_, i) => `${DESK},${id(i, "9000")},${id(i, "8000")},Person ${i},person${i}@copied.example,+1 202 555 0100,en`);
    const files = {
      bare_organisations: [offices, "desk, id, name, zone, language, attributes, made_at, changed_at, terms"],
      bare_people: [people, "desk, id, organisation, name, email, phone, language"],
    } as const;
    await client.query("create table bare_organisations (like organisations including all); create table bare_people (like people including all)");
    for (const [name, [lines]] of Object.entries(files)) await writeFile(join(folder, name), `${lines.join("\n")}\n`, { mode: 0o644 });
    const start = performance.now();
    for (const [name, [, columns]] of Object.entries(files)) await client.query(`copy ${name} (${columns}) from '${join(folder, name)}' csv`);
    return (performance.now() - start) / 1000;
  } finally {
    await client.query("drop table if exists bare_organisations, bare_people");
    await client.end();
    await rm(folder, { recursive: true, force: true });
  }
}
