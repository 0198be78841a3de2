// By when a closure or a window of maintenance has to be announced: the lead time is a promise like any other. SPEC 14.7.
import type { Duration, Policy } from "./model.ts";
import { before } from "./time/due.ts";
import { isWorking } from "./time/duration.ts";
import { localToInstant } from "./time/zoned.ts";

/** The promise of notice ahead of maintenance: its clause, and by when it is to be kept (epoch ms); null where the policy makes none. */
export function announceMaintenanceBy(policy: Policy, starts: number): { readonly clause: string; readonly due: number } | null {
  const clause = policy.tables["promises/maintenance/notice"]?.find((c) => c.outcome["none"] !== true);
  const lead = clause?.outcome["must"] as Duration | undefined;
  if (!clause || !lead) return null;
  const calendar = typeof clause.outcome["calendar"] === "string" ? policy.calendars[clause.outcome["calendar"]] : undefined;
  const due = isWorking(lead) && !calendar ? null : before(starts, lead, calendar?.zone ?? policy.desk.zone, calendar);
  return due === null ? null : { clause: clause.id, due };
}

/** By when a closure that begins on a date (YYYY-MM-DD) is to be announced, as its calendar's `announce` says; null where it says nothing. */
export function announceClosureBy(policy: Policy, calendar: string, first: string): number | null {
  const closes = policy.calendars[calendar];
  return closes?.announce ? before(localToInstant(first, closes.zone), closes.announce, closes.zone, closes) : null;
}
