// `troth import`: customers from a table into a desk. Rows with faults are named and left out, the rest goes in; the same file again changes nothing.
import { readFile } from "node:fs/promises";
import { connect } from "../database/connect.ts";
import { Trouble } from "../database/trouble.ts";
import { allDesks } from "../desk/desks/reads.ts";
import { BATCH, importRows, type RowOutcome } from "../desk/acts/records/import-rows.ts";
import { customerRows } from "../desk/acts/records/customer-rows.ts";
import type { RowFault } from "../desk/imports/jobs.ts";
import { readTable } from "../desk/imports/read-table.ts";
import { policyInForce } from "../desk/policies/running.ts";
import type { Settings } from "../settings.ts";
import { openDatabase } from "./open-database.ts";
import { progressOf } from "./progress.ts";
import { counted, out } from "./screen.ts";

const SHOWN = 20;

/** Throws Trouble with a line for each fault, after the sound rows went in; where the header has one, nothing goes in. */
export async function importCustomers(file: string, desk: string, dryRun: boolean, settings: Settings): Promise<void> {
  const bytes = await readFile(file).catch(() => {
    throw new Trouble(`${file} cannot be read.`, "Give the path of a CSV file.");
  });
  const open = await openDatabase(settings);
  try {
    const database = await connect({ url: open.url, secret: await open.secret(), connections: 2 });
    try {
      const desks = await database.asOwner(allDesks, { readOnly: true });
      if (!desks.some((d) => d.desk === desk))
        throw new Trouble(`There is no desk ${desk} here.`, desks.length ? `There are ${desks.map((d) => d.desk).join(", ")}.` : "Open one with `troth activate`.");
      const at = Date.now();
      const { policy } = await database.asDesk(desk, (tx) => policyInForce(tx, desk, at), { readOnly: true });
      const table = await readTable(bytes);
      const { rows, faults } = await customerRows(table, policy);
      if (rows.length === 0 && faults.length) throw troubleOf(file, faults, "Nothing was imported");
      const progress = progressOf("Customers", rows.length);
      const outcomes: RowOutcome[] = [];
      for (let i = 0; i < rows.length; i += BATCH) {
        const batch = rows.slice(i, i + BATCH);
        const into = { desk, policy, at, by: { id: "import", name: "", door: "import" }, dryRun };
        outcomes.push(...(await database.asDesk(desk, (tx) => importRows(tx, batch, into), { retry: true })));
        progress.step(batch.length);
      }
      progress.end();
      if (dryRun) sample(outcomes);
      out(
        `${dryRun ? `${file} (${table.encoding}, ${separatorName(table.separator)}) would bring into` : "Imported into"} ${desk}: ${sum(outcomes)}.${dryRun ? " Nothing was imported (--dry-run)." : ""}`,
      );
      if (faults.length) throw troubleOf(file, faults, dryRun ? "The rest is sound" : "The rest was imported");
    } finally {
      await database.close();
    }
  } finally {
    await open.close();
  }
}

const separatorName = (sign: string): string => ({ ",": "comma", ";": "semicolon", "\t": "tab" })[sign] ?? sign;

function sum(outcomes: readonly RowOutcome[]): string {
  const of = (is: RowOutcome["is"]): number => outcomes.filter((o) => o.is === is).length;
  return `${of("new")} new, ${of("changed")} changed, ${of("unchanged")} unchanged`;
}

function sample(outcomes: readonly RowOutcome[]): void {
  const told = outcomes.filter((o) => o.is !== "unchanged");
  for (const o of told.slice(0, SHOWN)) out(`  line ${o.line}: ${o.is}${o.fields.length ? ` (${o.fields.join(", ")})` : ""}`);
  if (told.length > SHOWN) out(`  … and ${told.length - SHOWN} more`);
}

const troubleOf = (file: string, faults: readonly RowFault[], rest: string): Trouble =>
  new Trouble(
    `${file} has ${counted(faults.length, "fault")} on ${counted(new Set(faults.map((f) => f.line)).size, "line")}. ${rest}.\n${faults.map((f) => `  ${file}:${f.line} ${f.message}`).join("\n")}`,
    "Mend these lines and run it again: what is there already stays as it is.",
  );
