// Opening hours as arithmetic: is it open, when does it open, when have so many open hours passed. Source: LANGUAGE 9, 10.
import type { Calendar } from "../model.ts";
import { firstDayOf } from "./civil-day.ts";
import { addWorkingDays, subtractWorkingDays, type DayCount } from "./count-working-days.ts";
import { lastAtMost, openUntil, openYear, whenOpen, type OpenYear } from "./open-year.ts";
import { yearSpan, longestTail } from "./reach.ts";
import { zoneOffsets } from "./zone-offsets.ts";
import { workingDays, type WorkingDay } from "./working-days.ts";

/** Instants and lengths are epoch ms and ms. Stretches of open time are half-open: at closing time itself it is closed. */
export interface OpenHours {
  isOpen(at: number): boolean;
  /** The earliest instant that is open and not before `at` (`at` itself while open); null where none follows within 50 years. */
  nextOpening(at: number): number | null;
  /** The end of the open stretch that `nextOpening(at)` lies in; null where it never opens or never closes again. */
  nextClosing(at: number): number | null;
  /**
   * The earliest instant by which `ms` of open time have passed since `at`: filled exactly, it is the closing time, not the
   * next opening. No time at all ends at `at` while open, else at the next opening. Null where it takes over 50 years.
   */
  addOpen(at: number, ms: number): number | null;
  /**
   * The latest instant from which `ms` of open time lie before `at`: filled exactly, it is the opening. No time at all is
   * `at` within an opening or at its close, else the last close before. Null as above.
   */
  subtractOpen(at: number, ms: number): number | null;
  /** Open ms in [from, to); below zero, by as much, where `to` lies before `from`. */
  openBetween(from: number, to: number): number;
  /** What "2 working days" means at each hour: see count-working-days.ts. */
  addWorkingDays(at: number, n: number, how: DayCount): number | null;
  subtractWorkingDays(at: number, n: number): number | null;
}

const known = new WeakMap<Calendar, OpenHours>();

/**
 * The hours of a calendar: its week by the wall clock of its zone, without public holidays, changed by its dated
 * exceptions. A calendar that is always open is a week of whole days; holidays and exceptions that it names still close it.
 * Years are worked out when first asked for and kept with the calendar object.
 * @throws RangeError where the zone is unknown; its answers throw it on lengths below zero and on what is no finite number.
 */
export function openHours(calendar: Calendar): OpenHours {
  let found = known.get(calendar);
  if (!found) known.set(calendar, (found = make(calendar)));
  return found;
}

function make(calendar: Calendar): OpenHours {
  zoneOffsets(calendar.zone);
  const days = kept((year) => workingDays(calendar, year));
  const tail = longestTail(calendar);
  // Two days more: local dates and UTC dates differ by up to one, on either side.
  const near = (year: number) => (of: readonly WorkingDay[]) => of.filter(({ day }) => day >= firstDayOf(year) - tail - 2 && day < firstDayOf(year + 1) + 2);
  const open = kept((year) => openYear([year - 1, year, year + 1].map(days).flatMap(near(year)), year));
  const span = yearSpan(calendar);

  const stretchAt = (at: number) => {
    const year = open(yearAt(at));
    const i = lastAtMost(year.from, at);
    return { year, i, isOpen: i >= 0 && at < (year.to[i] ?? 0) };
  };
  const nextOpening = (at: number): number | null => {
    const { year, i, isOpen } = stretchAt(at);
    if (isOpen) return at;
    let next = year.from[i + 1];
    for (let y = yearAt(at) + 1; next === undefined && y <= span.last(at); y++) next = open(y).from[0];
    return next ?? null;
  };
  const openBetween = (from: number, to: number): number => {
    if (to < from) return -openBetween(to, from);
    const [first, last] = [yearAt(from), yearAt(to)];
    let sum = openUntil(open(last), to) - openUntil(open(first), from);
    for (let y = first; y < last; y++) sum += open(y).total;
    return sum;
  };
  return {
    isOpen: (at) => stretchAt(at).isOpen,
    nextOpening,
    nextClosing(at) {
      const opening = nextOpening(at);
      if (opening === null) return null;
      const { year, i } = stretchAt(opening);
      let close = year.to[i] ?? 0;
      for (let y = yearAt(opening) + 1; close === Date.UTC(y, 0, 1) && open(y).from[0] === close; y++) {
        if (y > span.last(at)) return null;
        close = open(y).to[0] ?? close;
      }
      return close;
    },
    addOpen(at, ms) {
      if (checked(ms) === 0) return nextOpening(at);
      let left = ms + openUntil(open(yearAt(at)), at);
      for (let y = yearAt(at); y <= span.last(at); left -= open(y++).total) if (left <= open(y).total) return whenOpen(open(y), left);
      return null;
    },
    subtractOpen(at, ms) {
      let y = yearAt(at);
      let left = openUntil(open(y), at) - checked(ms);
      if (ms === 0) {
        while (left === 0 && y > span.first(at)) left = open(--y).total;
        return left === 0 ? null : whenOpen(open(y), left);
      }
      while (left < 0 && y > span.first(at)) left += open(--y).total;
      return left < 0 ? null : leftAt(open(y), left);
    },
    openBetween,
    addWorkingDays: (at, n, how) => addWorkingDays({ days, tail, span, zone: calendar.zone }, at, n, how),
    subtractWorkingDays: (at, n) => subtractWorkingDays({ days, tail, span, zone: calendar.zone }, at, n),
  };
}

/** The latest instant of the year with `left` ms of its open time behind it. */
function leftAt(year: OpenYear, left: number): number {
  const i = lastAtMost(year.before, left);
  return (year.from[i] ?? 0) + left - (year.before[i] ?? 0);
}

function checked(ms: number): number {
  if (!(ms >= 0 && ms < Infinity)) throw new RangeError(`${ms} is not a length of time in milliseconds`);
  return ms;
}

function yearAt(at: number): number {
  const year = new Date(at).getUTCFullYear();
  if (Number.isNaN(year)) throw new RangeError(`${at} is not an instant in epoch milliseconds`);
  return year;
}

function kept<T>(make: (year: number) => T): (year: number) => T {
  const years = new Map<number, T>();
  return (year) => {
    let found = years.get(year);
    if (found === undefined) years.set(year, (found = make(year)));
    return found;
  };
}
