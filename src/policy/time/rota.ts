// A rota as instants: who is on duty when, and where a calendar is open and nobody is. Pure.
import type { Calendar } from "../model.ts";
import { openHours } from "./calendar.ts";
import { dateOf, dayNumber } from "./civil-day.ts";
import { zoneOffsets } from "./zone-offsets.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;

/** A shift once (`last` is `first`), or every week from `first` to `last` (null: it goes on), by the wall clock of `zone` (IANA). Dates are "YYYY-MM-DD". */
export interface Shift {
  readonly zone: string;
  readonly first: string;
  readonly last: string | null;
  readonly begins: number;
  readonly minutes: number;
} // begins: minute of the day
/** Half-open, epoch ms. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** When a shift is worked within [from, to), in order. Its edges are moved by the clock as opening hours are: SPEC 13.4. */
export function worked(shift: Shift, from: number, to: number): Stretch[] {
  const { wallAt, instantOf } = zoneOffsets(shift.zone);
  const first = dayNumber(shift.first);
  const last = Math.min(shift.last === null ? Infinity : dayNumber(shift.last), Math.floor(wallAt(to) / DAY));
  const begin = Math.max(first, Math.floor(wallAt(from) / DAY) - 2);
  const found: Stretch[] = [];
  for (let day = begin + ((((first - begin) % 7) + 7) % 7); day <= last; day += 7) {
    const stretch = { from: instantOf(day * DAY + shift.begins * MINUTE, "edge"), to: instantOf(day * DAY + (shift.begins + shift.minutes) * MINUTE, "edge") };
    if (stretch.to > from && stretch.from < to) found.push(stretch);
  }
  return found;
}

/** `of` without what `away` covers, in order. */
export function without(of: readonly Stretch[], away: readonly Stretch[]): Stretch[] {
  return away.reduce<Stretch[]>(
    (left, a) => left.flatMap((s) => (a.to <= s.from || a.from >= s.to ? [s] : [...(a.from > s.from ? [{ from: s.from, to: a.from }] : []), ...(a.to < s.to ? [{ from: a.to, to: s.to }] : [])])),
    [...of].sort((a, b) => a.from - b.from),
  );
}

/** When the calendar is open within [from, to), in order. */
export function opened(calendar: Calendar, from: number, to: number): Stretch[] {
  const hours = openHours(calendar);
  const found: Stretch[] = [];
  for (let at: number | null = hours.nextOpening(from); at !== null && at < to; ) {
    const end: number = Math.min(hours.nextClosing(at) ?? to, to);
    found.push({ from: at, to: end });
    at = hours.nextOpening(end);
  }
  return found;
}

/** Where the calendar is open within [from, to) and nobody is on duty. */
export const holes = (calendar: Calendar, duty: readonly Stretch[], from: number, to: number): Stretch[] => without(opened(calendar, from, to), duty);

/** True where the two shifts are worked at once on some day within a year of the later one's beginning. */
export function collide(a: Shift, b: Shift): boolean {
  const from = Math.max(zoneOffsets(a.zone).instantOf(dayNumber(a.first) * DAY, "edge"), zoneOffsets(b.zone).instantOf(dayNumber(b.first) * DAY, "edge")) - 2 * DAY;
  const others = worked(b, from, from + 370 * DAY);
  return worked(a, from, from + 370 * DAY).some((mine) => others.some((other) => mine.from < other.to && other.from < mine.to));
}

/** The date of an instant in a zone. */
export const dateIn = (at: number, zone: string): string => dateOf(Math.floor(zoneOffsets(zone).wallAt(at) / DAY));

/** Midnight of a date in a zone, epoch ms. */
export const midnight = (date: string, zone: string): number => zoneOffsets(zone).instantOf(dayNumber(date) * DAY, "edge");
