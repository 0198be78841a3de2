// Changing a ticket: only the columns that an event touched, and one revision more.
import { cleanJson } from "../../database/clean-text.ts";
import type { Tx } from "../../database/tx.ts";

const TIMES = new Set(["opened_at", "changed_at", "said_at", "closed_at"]);
const JSONS = new Set(["claims", "findings", "results"]);

/** Updates the locked ticket; the revision that it now has. */
export async function changeTicket(tx: Tx, id: string, change: Readonly<Record<string, unknown>>, at: number): Promise<number> {
  const columns = Object.keys(change)
    .filter((c) => change[c] !== undefined)
    .sort();
  const sets = columns.map((c, i) => `${c} = ${TIMES.has(c) ? `at_ms($${i + 3})` : JSONS.has(c) ? `$${i + 3}::jsonb` : `$${i + 3}`}`);
  const values = columns.map((c) => (JSONS.has(c) ? cleanJson(change[c]) : change[c]));
  const [row] = await tx.query<{ revision: number }>(
    `update tickets set ${[...sets, "revision = revision + 1", "changed_at = at_ms($2)"].join(", ")} where desk = troth_desk() and id = $1 returning revision`,
    [id, at, ...values],
  );
  return row!.revision;
}
