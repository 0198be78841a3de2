// Closing by agreement: what follows while the customer is only asked, and when they are asked again or are taken to have nothing against it. SPEC 23.
import type { Decision, Effect, Given } from "./decision.ts";
import type { Clause, Duration, Moment } from "./model.ts";
import { dueAt } from "./time/due.ts";
import { isWorking } from "./time/duration.ts";

/** The timer that closes without an answer; at the moment `closed`, as any other closing. */
export const CLOSING_ENDS = "closing/ends";

/** The timers of a clause that asks: its reminders, and the end of the time for an answer. What is asked of a customer has no calendar. */
export function closingTimers(clause: Clause, given: Given, zone: string): Effect[] {
  const { closure, remind, after } = clause.outcome;
  if (closure !== "ask" || given.moment === "preview") return [];
  const later = (d: Duration): number | null => (isWorking(d) ? null : dueAt(given.at, d, { zone }));
  const again = ((remind ?? []) as readonly Duration[]).flatMap((d, n): Effect[] => {
    const at = later(d);
    return at === null ? [] : [{ do: "timer", key: `closing:${n}`, at, moment: "timer", about: `closing/${clause.id}/${n}` }];
  });
  const ends = after ? later(after as Duration) : null;
  return ends === null ? again : [...again, { do: "timer", key: "closing:ends", at: ends, moment: "closed", about: CLOSING_ENDS }];
}

const OF_PROMISES = new Set(["promise", "timer", "cancel-timer", "meet-late", "closure"]);
const isKept = (e: Effect): boolean => OF_PROMISES.has(e.do) || e.do.endsWith("-promise");

/** A closing that is only asked about, or refused, has not happened: nothing of it follows but for the promises. SPEC 23.3 */
export function ofClosing(moment: Moment, decision: Decision): Decision {
  const { closure } = decision.results;
  if (moment !== "closed" || (closure !== "ask" && closure !== "refuse")) return decision;
  return {
    ...decision,
    results: Object.fromEntries(Object.entries(decision.results).filter(([name]) => name === "closure" || name === "asked" || name.startsWith("promises."))),
    effects: decision.effects.filter(isKept),
    reasons: decision.reasons.filter((r) => r.section === "closure" || r.section === "promises"),
  };
}
