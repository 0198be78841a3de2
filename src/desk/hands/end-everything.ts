// What closing a ticket ends.
import type { Write } from "../../database/tx.ts";
import type { Plan } from "../plan.ts";
import { withdrawAll } from "../promises/writes.ts";

/** A closed ticket owes nothing more: what still runs is withdrawn, and no timer is left but of what is announced for after the closing. */
export function endEverything(ticket: string, at: number, plan: Plan): void {
  plan.statements.push(withdrawAll(ticket, at));
  plan.statements.push(["delete from timers where desk = troth_desk() and ticket = $1 and about not like 'conduct/%'", [ticket]]); // a measure ends though its ticket is closed
  const kept = plan.writes.flatMap((w): Write[] => {
    if (w.table !== "timers") return w.table === "promises" ? [] : [w];
    const rows = w.rows.filter((t) => t.about.startsWith("notice/") || t.about.startsWith("conduct/"));
    return rows.length ? [{ ...w, rows }] : [];
  });
  plan.writes.splice(0, plan.writes.length, ...kept);
}
