// The hours of an ordinary week at which a clause can answer, as far as opening hours decide it; and how such an hour is said.
import type { Calendar, Clause, Policy } from "../model.ts";
import { openHours, type OpenHours } from "../time/calendar.ts";
import { instantToLocal, isZone } from "../time/zoned.ts";
import { everOpens } from "./working-time.ts";
import { possible } from "./possible.ts";

const MINUTE = 60_000;
const STEP = 15 * MINUTE;
const STEPS_OF_WEEK = (7 * 24 * 60 * MINUTE) / STEP;
/** A Monday, 00:00 UTC. */
const MONDAY = Date.UTC(2026, 5, 8);
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** Instants of the week, a quarter of an hour apart, at which the clause's condition can hold. Facts about hours are known then, all others may be anything. */
export function hoursOf(policy: Policy, clause: Clause): number[] {
  const at = Array.from({ length: STEPS_OF_WEEK }, (_, i) => MONDAY + i * STEP);
  return at.filter((instant) =>
    possible(clause.when, (leaf) => {
      const calendar = policy.calendars[/^(?:now|opened)-in\.(.+)$/.exec(leaf.fact)?.[1] ?? ""];
      if (!isTellable(calendar) || (leaf.fact.startsWith("opened-in.") && clause.at.some((m) => m !== "opened"))) return true;
      return leaf.is !== "in" || leaf.values.includes(ordinaryHours(calendar).isOpen(instant));
    }),
  );
}

const ordinary = new WeakMap<Calendar, OpenHours>();

/** The hours of every week alike: without holidays and dated exceptions. @throws RangeError where the zone is unknown. */
export function ordinaryHours(calendar: Calendar): OpenHours {
  let hours = ordinary.get(calendar);
  if (!hours) {
    const { holidays: _kept, ...rest } = calendar;
    ordinary.set(calendar, (hours = openHours({ ...rest, except: {} })));
  }
  return hours;
}

/** Whether its hours are known and there are any. */
export const isTellable = (calendar: Calendar | undefined): calendar is Calendar => calendar !== undefined && calendar.undecided === undefined && isZone(calendar.zone) && everOpens(calendar);

/** "Saturday 18:00" in a zone. */
export function hourSaid(at: number, zone: string): string {
  const local = instantToLocal(at, zone); // "2026-06-13T18:00"
  return `${DAYS[new Date(`${local.slice(0, 10)}T00:00:00Z`).getUTCDay()]} ${local.slice(11, 16)}`;
}
