// A zone's offsets from UTC as a short sorted list per year, so that zone arithmetic costs additions instead of calls to Temporal.
import { Temporal } from "temporal-polyfill";

const SECOND = 1000;
const DAY = 86_400_000;
// Short enough that no zone changes its offset twice in between (Morocco's winter time, the shortest, lasts some 30 days).
const STEP = 5 * DAY;

/** `from[i]` (epoch ms) is when `offset[i]` (ms east of UTC) begins to hold; the first is the beginning of the UTC year. */
interface Year {
  readonly from: number[];
  readonly offset: number[];
}

/** Arithmetic in one zone. Instants are epoch ms; wall times are ms as though the clock on the wall showed UTC. */
export interface ZoneOffsets {
  /** Offset east of UTC in ms. */
  offsetAt(at: number): number;
  wallAt(at: number): number;
  /**
   * The instant of a wall time. Shown twice (clocks put back): the first. Skipped (clocks put forward): `later` keeps
   * counting by the offset before, so that 02:30 becomes 03:30 (RFC 5545 §3.3.5, Temporal's "compatible"); `edge`
   * is the moment of the change, which keeps the order of wall times.
   */
  instantOf(wall: number, skipped: "later" | "edge"): number;
}

const zones = new Map<string, ZoneOffsets>();

/** The arithmetic of an IANA zone, kept for all who ask. @throws RangeError where the zone is unknown. */
export function zoneOffsets(zone: string): ZoneOffsets {
  let found = zones.get(zone);
  if (!found) zones.set(zone, (found = make(zone)));
  return found;
}

function make(zone: string): ZoneOffsets {
  ask(zone, 0); // an unknown zone is found out here, not at the first question
  const years = new Map<number, Year>();
  const yearOf = (year: number) => {
    let found = years.get(year);
    if (!found) years.set(year, (found = readYear(zone, year)));
    return found;
  };
  const offsetAt = (at: number) => {
    const { from, offset } = yearOf(new Date(at).getUTCFullYear());
    let i = from.length - 1;
    while (i > 0 && (from[i] ?? 0) > at) i--;
    return offset[i] ?? 0;
  };
  const changeAfter = (at: number) => {
    const year = new Date(at).getUTCFullYear();
    const before = offsetAt(at);
    for (const { from, offset } of [yearOf(year), yearOf(year + 1)]) for (const [i, start] of from.entries()) if (start > at && offset[i] !== before) return start;
    return at;
  };
  return {
    offsetAt,
    wallAt: (at) => at + offsetAt(at),
    instantOf(wall, skipped) {
      const [before, after] = [offsetAt(wall - DAY), offsetAt(wall + DAY)];
      if (before === after || offsetAt(wall - before) === before) return wall - before;
      if (offsetAt(wall - after) === after) return wall - after;
      return skipped === "later" ? wall - before : changeAfter(wall - after);
    },
  };
}

// Temporal's own search for changes reads the clock, so offsets are sampled and each change found by halving.
function readYear(zone: string, year: number): Year {
  const [start, end] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  const from = [start];
  const offset = [ask(zone, start)];
  for (let low = start, known = offset[0] ?? 0; low < end; low += STEP) {
    const high = Math.min(low + STEP, end - SECOND);
    const next = ask(zone, high);
    if (next === known) continue;
    from.push(halve(zone, low, high, known));
    offset.push(next);
    known = next;
  }
  return { from, offset };
}

/** The second in (low, high] at which the offset stops being `known`. */
function halve(zone: string, low: number, high: number, known: number): number {
  let [same, other] = [low / SECOND, high / SECOND];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (ask(zone, middle * SECOND) === known) same = middle;
    else other = middle;
  }
  return other * SECOND;
}

function ask(zone: string, at: number): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
}
