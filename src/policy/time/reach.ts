// How far a calendar's hours reach: in years from an instant, so that one which never opens is not searched for ever; and past midnight.
import type { Calendar } from "../model.ts";
import { weekHours } from "./working-days.ts";

const HORIZON = 50; // years
const DAY = 1440; // minutes

/** The years worth searching from an instant (epoch ms), forwards and backwards. */
export interface YearSpan {
  first(at: number): number;
  last(at: number): number;
}

/** Fifty years; of a calendar that has no weekly hours, only those around its dated exceptions. */
export function yearSpan(calendar: Calendar): YearSpan {
  const yearAt = (at: number) => new Date(at).getUTCFullYear();
  const weekly = [0, 1, 2, 3, 4, 5, 6].some((weekday) => weekHours(calendar, weekday).length > 0);
  if (weekly) return { first: (at) => yearAt(at) - HORIZON, last: (at) => yearAt(at) + HORIZON };
  const years = Object.entries(calendar.except)
    .filter(([, hours]) => hours.length)
    .map(([date]) => Number(date.slice(0, 4)));
  const [first, last] = [Math.min(...years) - 1, Math.max(...years) + 1]; // one more: hours may cross the new year
  return { first: (at) => Math.max(first, yearAt(at) - HORIZON), last: (at) => Math.min(last, yearAt(at) + HORIZON) };
}

/** How many days after the one on which it began an opening may still be open. */
export function longestTail(calendar: Calendar): number {
  const all = [0, 1, 2, 3, 4, 5, 6].flatMap((weekday) => weekHours(calendar, weekday)).concat(...Object.values(calendar.except));
  return Math.max(0, ...all.map(({ to }) => Math.floor(to / DAY)));
}
