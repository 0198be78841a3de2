// One UTC year of a calendar as sorted, disjoint stretches of open time with running totals, so that questions are searches.
import type { Opening, WorkingDay } from "./working-days.ts";

/** `before[i]` is the open time, in ms, from the beginning of the year until `from[i]`; `total` that of the whole year. */
export interface OpenYear {
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly before: Float64Array;
  readonly total: number;
}

/** Cuts the openings of the given working days to a UTC year and joins those that touch or overlap. */
export function openYear(days: readonly WorkingDay[], year: number): OpenYear {
  const [start, end] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  const cut = days
    .flatMap(({ openings }) => openings)
    .map(({ from, to }) => ({ from: Math.max(from, start), to: Math.min(to, end) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
  const joined: Opening[] = [];
  for (const next of cut) {
    const last = joined.at(-1);
    if (!last || next.from > last.to) joined.push(next);
    else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
  }
  let total = 0;
  const before = joined.map(({ from, to }) => (total += to - from) - (to - from));
  return {
    from: Float64Array.from(joined, ({ from }) => from),
    to: Float64Array.from(joined, ({ to }) => to),
    before: Float64Array.from(before),
    total,
  };
}

/** The index of the last value that is at most `x`, or -1. */
export function lastAtMost(values: Float64Array, x: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) <= x) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Open ms from the beginning of the year until `at`, an instant of that year or its end. */
export function openUntil(year: OpenYear, at: number): number {
  const i = lastAtMost(year.from, at);
  if (i < 0) return 0;
  const from = year.from[i] ?? 0;
  return (year.before[i] ?? 0) + Math.min(at, year.to[i] ?? 0) - from;
}

/** The earliest instant by which `open` ms (0 < open <= total) of the year's open time have passed. */
export function whenOpen(year: OpenYear, open: number): number {
  // The last stretch that begins with less than `open` behind it.
  let [low, high] = [0, year.before.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((year.before[middle] ?? 0) < open) low = middle + 1;
    else high = middle;
  }
  return (year.from[low - 1] ?? 0) + open - (year.before[low - 1] ?? 0);
}
