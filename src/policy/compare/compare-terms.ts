// Which of two promised times ends sooner, whenever the customer writes; null where it depends on the hour.
import type { Calendar, Clause, Duration, Policy } from "../model.ts";
import type { DayCount } from "../time/count-working-days.ts";
import { dueAt } from "../time/due.ts";
import { compareDurations, isWorking } from "../time/duration.ts";
import { hoursIn } from "./joint-space.ts";

export interface Promised {
  readonly policy: Policy;
  readonly clause: Clause;
}
export type Sooner = -1 | 0 | 1 | null;

const QUARTER = 15 * 60_000;
/** A Monday, 00:00 UTC; and every quarter of an hour of its week. */
const MONDAY = Date.UTC(2026, 5, 8);
const WEEK = Array.from({ length: 7 * 24 * 4 }, (_, i) => MONDAY + i * QUARTER);

/** 1: the new one is never due later and at some hour sooner, -1: the other way about, 0: the same, null: it cannot be said. */
export function compareTerms(old: Promised, next: Promised, field: "must" | "goal" | "every"): Sooner {
  const [a, b] = [old.clause.outcome[field], next.clause.outcome[field]] as [Duration | undefined, Duration | undefined];
  if (!a || !b) return a === b ? 0 : b ? 1 : -1;
  const [x, y] = [termsOf(old, a), termsOf(next, b)];
  if (x.counting === y.counting) {
    const known = compareDurations(a, b);
    if (known !== null) return known === 0 ? 0 : known > 0 ? 1 : -1;
  }
  return overTheWeek(a, x, b, y);
}

interface Terms extends Partial<DayCount> {
  readonly zone: string;
  readonly calendar?: Calendar; // of an ordinary week, where the length counts on one
  readonly dated: string; // the holidays and dates on which it differs
  readonly counting: string; // all that decides when a length ends
}

function termsOf({ policy, clause }: Promised, d: Duration): Terms {
  const named = policy.calendars[String(clause.outcome["calendar"])];
  const zone = named?.zone ?? policy.desk.zone;
  if (!isWorking(d)) return { zone, dated: "", counting: zone };
  const days: Partial<DayCount> =
    d.unit === "working days"
      ? { ends: clause.outcome["ends"] === "same-time" ? "same-time" : "close", lateArrival: clause.outcome["late-arrival"] === "receipt-day" ? "receipt-day" : "next-opening" }
      : {};
  if (!named || named.undecided !== undefined) return { zone, dated: "", counting: "", ...days };
  const { holidays, ...week } = named;
  return { zone, calendar: { ...week, except: {} }, dated: JSON.stringify([holidays, named.except]), counting: JSON.stringify([hoursIn(named), days]), ...days };
}

/** Every hour of an ordinary week is tried. Holidays only make working time end later: they are the same, or lie on the side that is later already. */
function overTheWeek(a: Duration, x: Terms, b: Duration, y: Terms): Sooner {
  if ((isWorking(a) && !x.calendar) || (isWorking(b) && !y.calendar)) return null;
  let sign: Sooner = 0;
  for (const at of WEEK) {
    const [was, is] = [dueAt(at, a, x), dueAt(at, b, y)];
    if (was === null || is === null) return null;
    const here = was === is ? 0 : was > is ? 1 : -1;
    if (here !== 0 && sign !== 0 && here !== sign) return null;
    if (here !== 0) sign = here;
  }
  if (x.dated === y.dated) return sign;
  return (sign > 0 && !isWorking(b)) || (sign < 0 && !isWorking(a)) ? sign : null;
}
