// Counts of the past: no-shows, misconduct, whatever a policy's `count` facts name. SPEC 3.5.
import type { Tx } from "../../database/tx.ts";
import type { Duration, Needs } from "../../policy/index.ts";

/** The name under which policies count tickets opened; they are counted from the tickets themselves. */
export const TICKET_OPENED = "ticket-opened";

/** How many in the window that ends at `at`. */
export async function countOccurrences(tx: Tx, count: Needs["counts"][number], customer: { person: { id: string; organisation: string | null } }, at: number): Promise<number> {
  const { id, organisation } = customer.person;
  const whole = count.by === "customer" && organisation !== null;
  const table = count.of === TICKET_OPENED ? "tickets where requester" : "occurrences where person";
  const time = count.of === TICKET_OPENED ? "opened_at" : "at";
  const who = whole ? table.replace(/requester|person/, "organisation") : table;
  const kind = count.of === TICKET_OPENED ? "" : "and kind = $4";
  const [row] = await tx.query<{ n: number }>(`select count(*)::int as n from ${who} = $1 and desk = troth_desk() and ${time} > at_ms($2) - $3::interval and ${time} <= at_ms($2) ${kind}`, [
    whole ? organisation : id,
    at,
    interval(count.in),
    ...(kind ? [count.of] : []),
  ]);
  return row?.n ?? 0;
}

const interval = (d: Duration): string => `${d.amount} ${d.unit.replace("working ", "")}`;
