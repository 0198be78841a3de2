// The hours of an ordinary week at which a clause can answer, as far as opening hours decide it; and how such an hour is said.
import type { Calendar, Clause, Policy } from "../model.ts";
import { openHours, type OpenHours } from "../time/calendar.ts";
import { instantToLocal } from "../time/zoned.ts";
import { alike } from "./known-hours.ts";
import { everOpens } from "./working-time.ts";
import { possible } from "./possible.ts";

const MINUTE = 60_000;
const STEP = 15 * MINUTE;
/** A Monday, 00:00 UTC. */
const MONDAY = Date.UTC(2026, 5, 8);
const WEEK = Array.from({ length: (7 * 24 * 60 * MINUTE) / STEP }, (_, i) => MONDAY + i * STEP);
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** Instants of the week, a quarter of an hour apart, at which the clause's condition can hold. Facts about hours are known then, all others may be anything. */
export function hoursOf(policy: Policy, clause: Clause): number[] {
  const hours = new Map<string, OpenHours>();
  for (const fact of clause.reads) {
    const calendar = policy.calendars[/^(?:now|opened)-in\.(.+)$/.exec(fact)?.[1] ?? ""];
    const elsewhere = calendar?.zoneOf === "customer" && clause.outcome["calendar"] !== calendar.id; // open at any hour of the desk's, for some customer
    if (isTellable(calendar) && !elsewhere && (fact.startsWith("now-in.") || clause.at.every((m) => m === "opened"))) hours.set(fact, ordinaryHours(calendar));
  }
  return WEEK.filter((instant) => hours.size === 0 || possible(clause.when, (leaf) => leaf.is !== "in" || !hours.has(leaf.fact) || leaf.values.includes(hours.get(leaf.fact)!.isOpen(instant))));
}

const ordinary = new WeakMap<Calendar, OpenHours>();

/** The hours of every week alike: without holidays and dated exceptions. */
export function ordinaryHours(calendar: Calendar): OpenHours {
  const first = alike(calendar);
  let hours = ordinary.get(first);
  if (!hours) {
    const { holidays: _kept, ...rest } = first;
    ordinary.set(first, (hours = openHours({ ...rest, except: {} })));
  }
  return hours;
}

/** The week of a calendar and its zone as text: two that are alike have the same hours. */
export const weekOf = (calendar: Calendar): string =>
  calendar.always ? `${calendar.zone} always` : `${calendar.zone} ${calendar.week.map((day) => day.map(({ from, to }) => `${from}-${to}`).join("+")).join()}`;

/** Whether its hours are known and there are any. */
export const isTellable = (calendar: Calendar | undefined): calendar is Calendar => calendar !== undefined && calendar.undecided === undefined && everOpens(calendar);

/** "Saturday 18:00" in a zone. */
export function hourSaid(at: number, zone: string): string {
  const local = instantToLocal(at, zone); // "2026-06-13T18:00"
  return `${DAYS[new Date(`${local.slice(0, 10)}T00:00:00Z`).getUTCDay()]} ${local.slice(11, 16)}`;
}
