// When a length of time ends: deadlines forwards, reminders backwards. Source: LANGUAGE 9, 11.
import type { Calendar, Duration } from "../model.ts";
import { openHours, type OpenHours } from "./calendar.ts";
import { addMonths } from "./civil-day.ts";
import type { DayCount } from "./count-working-days.ts";
import { toMilliseconds } from "./duration.ts";
import { zoneOffsets } from "./zone-offsets.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
const END = Date.UTC(9999, 11, 31);

/** What a due time rests on: the zone of wall time; for working units the calendar; for working days their two choices. */
export interface DueBy extends Partial<DayCount> {
  readonly zone: string;
  readonly calendar?: Calendar;
}

/**
 * The instant (epoch ms) at which `d` ends, begun at `from`; what happens at that instant is still within. Minutes and
 * hours elapse. Days, weeks, months and years keep the wall time in `zone`; months keep the day of the month or take its
 * last (31 January + 1 month = 28 or 29 February), and a wall time that the clock skips moves forward. Working minutes
 * and hours are open time of the calendar, ending at the earliest instant; working days see count-working-days.ts.
 * Null where the calendar never gets there (50 years) or the year 9999 would be passed.
 * @throws RangeError where a working unit comes without its calendar, or working days without their two choices.
 */
export function dueAt(from: number, d: Duration, { zone, calendar, ends, lateArrival }: DueBy): number | null {
  if (d.unit === "working days") {
    if (!ends || !lateArrival) throw new RangeError("working days need the choices `ends` and `late-arrival`");
    return hours(calendar).addWorkingDays(from, d.amount, { ends, lateArrival });
  }
  const open = openTime(d);
  return open === null ? shift(from, d, 1, zone) : hours(calendar).addOpen(from, open);
}

/**
 * The instant from which `d` leads to `at`, for reminders: "1 hour before", "2 days before" (the same wall time in `zone`,
 * two dates earlier), "1 working day before" (needs the calendar). Null as in `dueAt`. @throws RangeError likewise.
 */
export function before(at: number, d: Duration, zone: string, calendar?: Calendar): number | null {
  if (d.unit === "working days") return hours(calendar).subtractWorkingDays(at, d.amount);
  const open = openTime(d);
  return open === null ? shift(at, d, -1, zone) : hours(calendar).subtractOpen(at, open);
}

/** Open ms of working minutes and hours; null of every other unit. */
function openTime(d: Duration): number | null {
  if (d.unit === "working minutes") return d.amount * MINUTE;
  return d.unit === "working hours" ? d.amount * 60 * MINUTE : null;
}

function shift(at: number, d: Duration, sign: 1 | -1, zone: string): number | null {
  if (d.amount === 0) return at;
  if (d.unit === "minutes" || d.unit === "hours") return at + sign * (toMilliseconds(d) ?? 0);
  const { wallAt, instantOf } = zoneOffsets(zone);
  const wall = wallAt(at);
  const day = Math.floor(wall / DAY);
  const moved = otherDay(day, d, sign);
  // Written so that a date which does not exist (NaN) is refused as well.
  return Math.abs(moved * DAY) < END ? instantOf(wall + (moved - day) * DAY, "later") : null;
}

function otherDay(day: number, d: Duration, sign: 1 | -1): number {
  switch (d.unit) {
    case "years":
      return addMonths(day, sign * d.amount * 12);
    case "months":
      return addMonths(day, sign * d.amount);
    case "weeks":
      return day + sign * d.amount * 7;
    default:
      return day + sign * d.amount;
  }
}

function hours(calendar: Calendar | undefined): OpenHours {
  if (!calendar) throw new RangeError("working time needs a calendar");
  return openHours(calendar);
}
