// The working days of a calendar, a year at a time: each local date on which it opens, with its openings as instants.
import type { Calendar, Interval } from "../model.ts";
import { dateOf, firstDayOf, weekdayOf } from "./civil-day.ts";
import { isPublicHoliday } from "./holidays.ts";
import { zoneOffsets } from "./zone-offsets.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
const ALL_DAY: readonly Interval[] = [{ from: 0, to: 1440 }];

/** An opening as instants, half-open. */
export interface Opening {
  readonly from: number;
  readonly to: number;
}
/**
 * A working day: a local date (day number) on which at least one opening begins. What follows midnight of an opening
 * still belongs to the day on which it began. `openings` is sorted and never empty; `close` is the end of the last.
 */
export interface WorkingDay {
  readonly day: number;
  readonly openings: readonly Opening[];
  readonly close: number;
}

/** The hours of a date as minutes of its wall clock: an exception beats a public holiday, which beats the week. */
export function hoursOn(calendar: Calendar, day: number, year: number): readonly Interval[] {
  const except = calendar.except[dateOf(day)];
  if (except) return except;
  const { holidays } = calendar;
  if (holidays && isPublicHoliday(holidays.country, holidays.region, day, year)) return [];
  return weekHours(calendar, weekdayOf(day));
}

/** The ordinary hours of a weekday, 0 for Monday. */
export function weekHours(calendar: Calendar, weekday: number): readonly Interval[] {
  return calendar.always ? ALL_DAY : (calendar.week[weekday] ?? []);
}

/**
 * The working days among the local dates of a year, in order. Hours hold by the clock on the wall: where it skips the
 * opening, the door opens as the clock jumps; an hour that it shows twice begins and ends with the first showing.
 */
export function workingDays(calendar: Calendar, year: number): readonly WorkingDay[] {
  const zone = zoneOffsets(calendar.zone);
  const found: WorkingDay[] = [];
  for (let day = firstDayOf(year), end = firstDayOf(year + 1); day < end; day++) {
    const openings = hoursOn(calendar, day, year)
      .map(({ from, to }) => ({
        from: zone.instantOf(day * DAY + from * MINUTE, "edge"),
        to: zone.instantOf(day * DAY + to * MINUTE, "edge"),
      }))
      .filter(({ from, to }) => from < to)
      .sort((a, b) => a.from - b.from);
    if (openings.length) found.push({ day, openings, close: Math.max(...openings.map(({ to }) => to)) });
  }
  return found;
}
