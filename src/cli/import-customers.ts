// `troth import`: customers from a CSV into a desk, all of the rows or none.
import { connect } from "../database/connect.ts";
import { Trouble } from "../database/trouble.ts";
import { allDesks } from "../desk/desks/reads.ts";
import { attributesOf } from "../desk/organisations/reads.ts";
import { keepMember, keepOrganisation } from "../desk/organisations/writes.ts";
import { policyInForce } from "../desk/policies/running.ts";
import type { Settings } from "../settings.ts";
import { type CustomerRow, readCustomers } from "./customers-csv.ts";
import { openDatabase } from "./open-database.ts";
import { progressOf } from "./progress.ts";
import { readText } from "./read-file.ts";
import { counted, out } from "./screen.ts";

/** Checks the whole file against the desk's policy, then keeps it. The same file again changes nothing. Throws Trouble with a line for each fault. */
export async function importCustomers(file: string, desk: string, dryRun: boolean, settings: Settings): Promise<void> {
  const text = await readText(file);
  const open = await openDatabase(settings);
  try {
    const database = await connect({ url: open.url, secret: await open.secret(), connections: 2 });
    try {
      const desks = await database.asOwner(allDesks, { readOnly: true });
      if (!desks.some((d) => d.desk === desk))
        throw new Trouble(`There is no desk ${desk} here.`, desks.length ? `There are ${desks.map((d) => d.desk).join(", ")}.` : "Open one with `troth activate`.");
      const now = Date.now();
      const { policy } = await database.asDesk(desk, (tx) => policyInForce(tx, desk, now), { readOnly: true });
      const { rows, faults } = readCustomers(text, policy);
      if (faults.length)
        throw new Trouble(
          `${file} has ${counted(faults.length, "fault")}, and nothing was imported:\n${faults.map((f) => `  ${file}:${f.line} ${f.message}`).join("\n")}`,
          "Mend these lines and run it again.",
        );
      const organisations = new Set(rows.map((r) => r.organisation?.toLowerCase()).filter((name) => name !== undefined)).size;
      const sum = `${counted(rows.length, "person", "people")} of ${counted(organisations, "organisation")}`;
      if (dryRun) return out(`${file} is sound: ${sum}. Nothing was imported (--dry-run).`);
      const progress = progressOf("Customers", rows.length);
      await database.asDesk(desk, async (tx) => {
        const ids = new Map<string, string>();
        for (const row of rows) {
          await keepMember(tx, desk, row.organisation === null ? null : await organisationOf(row.organisation, ids), row, now);
          progress.step();
        }

        async function organisationOf(name: string, known: Map<string, string>): Promise<string> {
          const found = known.get(name.toLowerCase());
          if (found !== undefined) return found;
          const id = await keepOrganisation(tx, desk, { name, ...together(rows, name), attributes: { ...(await attributesOf(tx, name)), ...together(rows, name).attributes } }, now, "import");
          known.set(name.toLowerCase(), id);
          return id;
        }
      });
      progress.end();
      out(`Imported into ${desk}: ${sum}.`);
    } finally {
      await database.close();
    }
  } finally {
    await open.close();
  }
}

/** What the rows of an organisation say of it; zone, language, country and VAT number of the first that names them. */
function together(
  rows: readonly CustomerRow[],
  name: string,
): { zone: string | null; language: string | null; country: string | null; vatNumber: string | null; attributes: Record<string, string | number> } {
  const own = rows.filter((r) => r.organisation?.toLowerCase() === name.toLowerCase());
  return {
    zone: own.find((r) => r.zone)?.zone ?? null,
    language: own.find((r) => r.language)?.language ?? null,
    country: own.find((r) => r.country)?.country ?? null,
    vatNumber: own.find((r) => r.vatNumber)?.vatNumber ?? null,
    attributes: Object.assign({}, ...own.map((r) => r.attributes)) as Record<string, string | number>,
  };
}
