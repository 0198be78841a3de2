// How the clauses on conduct were ruled on a ticket, as its case says: they are no rulings of the ticket, which every agent reads. Pure.
import type { ConductCasesRow } from "../../database/rows.gen.ts";
import type { Value } from "../../policy/index.ts";
import type { Event } from "../event.ts";
import { timerOf } from "./about.ts";
import type { Asked } from "./open-case.ts";

/** Of the case that the event is about, else of the last that was found on the ticket, as it will be after this event. A new report after a closed case has each clause asked anew. What happens in it is judged by what was found. */
export function rulingFacts(ticket: string | null, event: Event, cases: readonly ConductCasesRow[]): Record<string, Value> {
  const of = "of" in event ? event.of : timerOf(event, "lapse");
  const last = cases.find((c) => c.id === of) ?? cases.find((c) => c.ticket === ticket);
  if (!last) return {};
  const decided = decidedBy(event, last.id);
  if (!decided && last.state !== "open" && event.kind === "finding" && event.report) return {};
  const applied = decided ? decided.clause : last.state === "decided" && last.lifted_at === null ? last.clause : null;
  const open = !decided && last.state === "open";
  const found = event.kind.startsWith("conduct-") ? (last.facts as Record<string, Value>) : {};
  const rulings = Object.fromEntries((last.asked as readonly Asked[]).map(({ clause }) => [`ruling.${clause}`, open ? "undecided" : clause === applied ? "granted" : "declined"]));
  return { ...found, ...rulings };
}

/** The clause that this event applies in the case; null: none. Null as a whole where it leaves the case as it was. */
function decidedBy(event: Event, ofCase: string): { readonly clause: string | null } | null {
  if (event.kind === "conduct-decided" && event.of === ofCase) return { clause: event.clause };
  const lifts = event.kind === "conduct-lifted" || (event.kind === "conduct-appeal" && event.lifts);
  return (lifts && event.of === ofCase) || timerOf(event, "lapse") === ofCase ? { clause: null } : null;
}
