// Takes a table of customers further, batch by batch: what a batch does and how far it is stand in one transaction, so that whoever goes on begins where it was.
import type { ImportsRow } from "../../../database/rows.gen.ts";
import type { House } from "../../house.ts";
import { BATCH, importRows } from "./import-rows.ts";
import { type CustomerRows, customerRows } from "./customer-rows.ts";
import { claimImport, endImport, noteRead, noteStep } from "../../imports/jobs.ts";
import { readTable, type Table } from "../../imports/read-table.ts";
import { policyInForce } from "../../policies/running.ts";

/** Works on one that waits until it is looked at or in; false where none waits. */
export async function runImport(house: House): Promise<boolean> {
  const job = await house.database.asOwner((tx) => claimImport(tx, house.now()));
  if (!job) return false;
  const { desk, id } = job;
  const { policy } = await house.database.asDesk(desk, (tx) => policyInForce(tx, desk, house.now()), { readOnly: true });
  const bytes = await bytesOf(house, job.sha);
  if (bytes === null) return ended(house, job, "unreadable", "The file is no longer there; send it again.");
  const table = await readTable(bytes);
  const read = await customerRows(table, policy);
  await house.database.asDesk(desk, (tx) => noteRead(tx, id, told(table, read)));
  if (read.rows.length === 0 && read.faults.length) return ended(house, job, "unreadable", read.faults[0]!.message);
  const dryRun = job.state === "checking";
  for (let from = job.done; from < read.rows.length; from += BATCH) {
    const batch = read.rows.slice(from, from + BATCH);
    const went = await house.database.asDesk(
      desk,
      async (tx) => {
        const outcomes = await importRows(tx, batch, { desk, policy, at: house.now(), by: { id: job.by_id, name: job.by_name, door: "import" }, dryRun });
        const of = (is: string) => outcomes.filter((o) => o.is === is);
        const sample = outcomes.filter((o) => o.is !== "unchanged");
        return noteStep(tx, id, { from, rows: batch.length, fresh: of("new").length, changed: of("changed").length, same: of("unchanged").length, sample, now: house.now() });
      },
      { retry: true },
    );
    if (!went) return true; // it was let go of, or another went on with it
  }
  return ended(house, job, dryRun ? "checked" : "done", null);
}

async function ended(house: House, { desk, id }: ImportsRow, state: "checked" | "done" | "unreadable", fault: string | null): Promise<true> {
  await house.database.asDesk(desk, (tx) => endImport(tx, id, state, house.now(), fault));
  house.changed({ desk, ticket: null, event: `import:${id}:${state}`, kind: "import" });
  return true;
}

const told = (table: Table, { faults, total }: CustomerRows) => ({
  encoding: table.encoding,
  separator: table.separator,
  total,
  faults,
  failed: new Set(faults.map((f) => f.line)).size,
});

async function bytesOf(house: House, sha: string): Promise<Uint8Array | null> {
  const stream = await house.blobs.read(sha);
  if (!stream) return null;
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
