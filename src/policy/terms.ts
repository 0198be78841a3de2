// When a promise is due and aimed at: the one place that computes it, from its clause, its start and its pauses. SPEC 8, 13, 14.
import type { Pause } from "./decision.ts";
import type { Clause, Duration, Policy } from "./model.ts";
import { afterPauses } from "./pauses.ts";
import { calendarIn } from "./time/calendar-in.ts";
import { dueAt } from "./time/due.ts";
import { isWorking } from "./time/duration.ts";

export interface Terms {
  readonly due: number | null;
  readonly goal: number | null;
  readonly calendar: string;
}

/**
 * Due and goal of a promise that starts at `starts`, in epoch ms; null where the clause sets none or no calendar can reach it.
 * `zone` is the customer's. Of the pauses those count that have ended.
 */
export function terms(policy: Policy, clause: Clause, starts: number, zone: string, pauses: readonly Pause[] = []): Terms {
  const o = clause.outcome;
  const written = typeof o["calendar"] === "string" ? policy.calendars[o["calendar"]] : undefined;
  const calendar = written && calendarIn(written, zone);
  const ends = o["ends"] === "same-time" ? "same-time" : "close";
  const lateArrival = o["late-arrival"] === "receipt-day" ? "receipt-day" : "next-opening";
  const reach = (raw: unknown): number | null => {
    const d = raw as Duration | undefined;
    if (!d || (isWorking(d) && !calendar)) return null; // the checker has said so: E-WORKING-DAYS
    const first = dueAt(starts, d, { ...(calendar && { calendar }), zone: calendar?.zone ?? zone, ends, lateArrival });
    return first === null ? null : afterPauses(first, starts, d, pauses, calendar);
  };
  return { due: reach(o["must"] ?? o["every"]), goal: reach(o["goal"]), calendar: calendar?.id ?? "" };
}
