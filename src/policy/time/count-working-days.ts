// Counting in working days: what "within 2 working days" means at each hour of the week. Source: LANGUAGE 9.
import { yearOf } from "./civil-day.ts";
import type { YearSpan } from "./reach.ts";
import type { WorkingDay } from "./working-days.ts";
import { zoneOffsets } from "./zone-offsets.ts";

const DAY = 86_400_000;

/** The policy's choice, without a default: LANGUAGE 9. */
export interface DayCount {
  readonly ends: "close" | "same-time";
  readonly lateArrival: "next-opening" | "receipt-day";
}

/** The working days of a calendar by year, with how far to look: days that an opening lasts past midnight, years. */
export interface DayBook {
  readonly days: (year: number) => readonly WorkingDay[];
  readonly tail: number;
  readonly span: YearSpan;
  readonly zone: string;
}

interface Spot {
  readonly year: number;
  readonly index: number;
}

/**
 * The end of `n` working days from `at` (epoch ms), or null where the calendar does not have them within 50 years.
 *
 * A working day is a local date on which an opening begins; what the opening lasts past midnight still belongs to it.
 * First, on which working day does `at` count as received (day zero)?
 * - Before opening, while open, and in a break between two openings: that working day, under either choice.
 * - At closing time itself, after it, or on a date without opening (weekend, holiday), it is late. `next-opening`: the next
 *   working day, as though it had arrived when that opens. `receipt-day`: the date of arrival, so that the next working
 *   day already counts as the first.
 * Then day n after day zero is the last, and it ends
 * - `close`: at the close of that day's last opening;
 * - `same-time`: at the wall time of arrival (that of the opening, for a late arrival under `next-opening`), moved into
 *   the day: not before its first opening, not after its close. A break within the day is left as it is.
 *
 * So with 09:00-18:00 and n = 2, ending at close: Monday 08:00, 09:00 and 17:59 are all due on Wednesday 18:00; Monday
 * 18:00 on Thursday 18:00 by `next-opening` and Wednesday 18:00 by `receipt-day`; Saturday on Wednesday and Tuesday.
 * With n = 0 it is day zero itself, or the next working day where day zero is over.
 */
export function addWorkingDays(book: DayBook, at: number, n: number, how: DayCount): number | null {
  const zone = zoneOffsets(book.zone);
  const wall = zone.wallAt(at);
  const today = Math.floor(wall / DAY);
  const last = book.span.last(at);
  let spot = firstFrom(book, today - book.tail);
  let zero = dayAt(book, spot, last);
  while (zero && zero.close <= at) {
    spot = { year: spot.year, index: spot.index + 1 };
    zero = dayAt(book, spot, last);
  }
  if (!zero) return null;
  const late = zero.day > today;
  const steps = late && how.lateArrival === "receipt-day" ? Math.max(0, n - 1) : n;
  const end = dayAt(book, { year: spot.year, index: spot.index + steps }, last);
  if (!end || how.ends === "close") return end?.close ?? null;
  const arrivedAt = late && how.lateArrival === "next-opening" ? zone.wallAt(opening(zero)) : wall;
  const from = late && how.lateArrival === "receipt-day" ? today : zero.day;
  return within(end, zone.instantOf(arrivedAt + (end.day - from) * DAY, "later"), at);
}

/**
 * The same wall time `n` working days earlier, moved into that day's hours: for reminders. Counted back from the local
 * date of `at`; where that date is no working day, the working day before it is the first. Null as above.
 */
export function subtractWorkingDays(book: DayBook, at: number, n: number): number | null {
  if (n === 0) return at;
  const zone = zoneOffsets(book.zone);
  const wall = zone.wallAt(at);
  const today = Math.floor(wall / DAY);
  let { year, index } = firstFrom(book, today);
  for (index -= n; index < 0; index += book.days(year).length) if (--year < book.span.first(at)) return null;
  const end = book.days(year)[index];
  if (!end) return null;
  return Math.min(at, within(end, zone.instantOf(wall + (end.day - today) * DAY, "later"), -Infinity));
}

/** The place of the first working day that is not before a date; past the year's last where the year has no more. */
function firstFrom(book: DayBook, day: number): Spot {
  const year = yearOf(day);
  const days = book.days(year);
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle]?.day ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return { year, index: low };
}

/** The working day at a place, its index counted on into later years. */
function dayAt(book: DayBook, { year, index }: Spot, last: number): WorkingDay | undefined {
  for (let y = year, i = index; y <= last; i -= book.days(y++).length) if (i < book.days(y).length) return book.days(y)[i];
  return undefined;
}

function opening(day: WorkingDay): number {
  return day.openings[0]?.from ?? day.close;
}

function within(day: WorkingDay, instant: number, notBefore: number): number {
  return Math.max(notBefore, Math.min(day.close, Math.max(opening(day), instant)));
}
