// The hours of a policy with the days on which the desk opens otherwise: dated data of the desk, laid over the text's own calendars.
import type { Calendar, Interval, Policy } from "../model.ts";
import { dateOf, dayOf } from "./civil-day.ts";

/** Dates (YYYY-MM-DD, both included) on which other hours hold on a calendar; none: it is closed. */
export interface Closure {
  readonly calendar: string;
  readonly first: string;
  readonly last: string;
  readonly hours: readonly Interval[];
}

const MOST = 400; // days of one closure

/** The policy with these days as exceptions of its calendars; of two for one day the later of the list holds. Calendars that it has not are left aside. */
export function withClosures(policy: Policy, closures: readonly Closure[]): Policy {
  const here = closures.filter((c) => Object.hasOwn(policy.calendars, c.calendar));
  if (here.length === 0) return policy;
  const calendars = Object.fromEntries(
    Object.entries(policy.calendars).map(([id, calendar]): [string, Calendar] => {
      const except = here.filter((c) => c.calendar === id).flatMap((c) => datesOf(c).map((date): [string, readonly Interval[]] => [date, c.hours]));
      return [id, except.length ? { ...calendar, except: { ...calendar.except, ...Object.fromEntries(except) } } : calendar];
    }),
  );
  return { ...policy, calendars };
}

/** Each date of a closure. */
export function datesOf({ first, last }: Pick<Closure, "first" | "last">): string[] {
  const [from, to] = [dayOf(first), dayOf(last)];
  if (from === null || to === null) return [];
  return Array.from({ length: Math.min(MOST, Math.max(0, to - from + 1)) }, (_, i) => dateOf(from + i));
}
