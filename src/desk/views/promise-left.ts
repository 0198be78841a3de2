// How much time a promise has left by its own calendar: what a clock on the wall does not say.
import type { PromisesRow } from "../../database/rows.gen.ts";
import { calendarIn, openHours, type Pause, type Policy } from "../../policy/index.ts";

/** Open ms of its calendar until it is due, from `now`, or from the beginning of its pause; below zero where it is late. Null where it counts on no calendar or has ended. */
export function leftOf(policy: Policy, p: PromisesRow, zone: string, now: number): number | null {
  const calendar = policy.calendars[p.calendar];
  if (!calendar || p.due === null || (p.state !== "running" && p.state !== "paused")) return null;
  const stopped = p.state === "paused" ? (p.pauses as readonly Pause[]).at(-1)?.from : undefined;
  return openHours(calendarIn(calendar, zone)).openBetween(stopped ?? now, p.due);
}
