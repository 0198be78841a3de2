// When the lengths of a promise would end, begun at each hour of two ordinary weeks; by the desk's clock, or by every customer's.
import type { Clause, Duration, Policy } from "../model.ts";
import { calendarIn } from "../time/calendar-in.ts";
import type { DueBy } from "../time/due.ts";
import { isWorking } from "../time/duration.ts";
import { instantToLocal } from "../time/zoned.ts";
import { alike } from "./known-hours.ts";
import { everOpens } from "./working-time.ts";

const QUARTER = 15 * 60_000;
/** An ordinary week, and one into which public holidays fall in most countries. Both Mondays, 00:00 UTC; in neither does any clock change. */
const WEEKS = [Date.UTC(2026, 5, 8), Date.UTC(2026, 11, 21)];
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

export interface Starts {
  readonly by: DueBy & { readonly ends: "close" | "same-time"; readonly lateArrival: "next-opening" | "receipt-day" };
  readonly at: readonly number[];
  /** "Friday, 2026-06-12 17:00" in the zone in which it is counted. */
  readonly said: (at: number) => string;
}

/**
 * Null where the lengths cannot be counted: no calendar, hours undecided, working days without their choices. Hours that follow the customer are
 * tried at each quarter of an hour by a clock that is every customer's: in weeks without a change of clocks all zones differ by whole quarters alone.
 */
export function startsOf(policy: Policy, clause: Clause, lengths: readonly Duration[]): Starts | null {
  const { calendar: id, ends, "late-arrival": lateArrival } = clause.outcome;
  const written = typeof id === "string" ? policy.calendars[id] : undefined;
  const working = lengths.filter(isWorking);
  if (working.length && (!written || written.undecided !== undefined || !everOpens(written))) return null;
  if (working.some((d) => d.unit === "working days") && (!ends || !lateArrival)) return null;
  const everywhere = written?.zoneOf === "customer";
  const zone = everywhere ? "UTC" : (written?.zone ?? policy.desk.zone);
  const step = everywhere ? QUARTER : 4 * QUARTER;
  return {
    by: {
      zone,
      ...(written && { calendar: alike(calendarIn(written, zone)) }),
      ends: ends === "same-time" ? "same-time" : "close",
      lateArrival: lateArrival === "receipt-day" ? "receipt-day" : "next-opening",
    },
    at: WEEKS.flatMap((week) => Array.from({ length: (7 * 96 * QUARTER) / step }, (_, i) => week + i * step)),
    said: (at) => `${DAYS[new Date(`${instantToLocal(at, zone).slice(0, 10)}T00:00:00Z`).getUTCDay()]}, ${instantToLocal(at, zone).replace("T", " ")}${everywhere ? " by the customer's clock" : ""}`,
  };
}
