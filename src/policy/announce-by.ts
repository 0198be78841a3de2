// By when a closure or a window of maintenance has to be announced, and who is told of it: the lead time is a promise like any other. SPEC 14.7.
import { decide } from "./decide.ts";
import type { Reason } from "./decision.ts";
import type { Clause, Duration, Policy } from "./model.ts";
import { before } from "./time/due.ts";
import { isWorking } from "./time/duration.ts";
import { localToInstant } from "./time/zoned.ts";

/** The clause that says how long ahead maintenance is announced: a promise of notice, else what the desk keeps up. */
function leadOf(policy: Policy): { readonly clause: Clause; readonly lead: Duration } | null {
  for (const [table, field] of [
    ["promises/maintenance/notice", "must"],
    ["upkeep/maintenance", "lead"],
  ] as const) {
    const clause = policy.tables[table]?.find((c) => c.outcome["none"] !== true);
    const lead = clause?.outcome[field] as Duration | undefined;
    if (clause && lead) return { clause, lead };
  }
  return null;
}

/** The promise of notice ahead of maintenance: its clause, and by when it is to be kept (epoch ms); null where the policy makes none. */
export function announceMaintenanceBy(policy: Policy, starts: number): { readonly clause: string; readonly due: number } | null {
  const found = leadOf(policy);
  if (!found) return null;
  const { clause, lead } = found;
  const calendar = typeof clause.outcome["calendar"] === "string" ? policy.calendars[clause.outcome["calendar"]] : undefined;
  const due = isWorking(lead) && !calendar ? null : before(starts, lead, calendar?.zone ?? policy.desk.zone, calendar);
  return due === null ? null : { clause: clause.id, due };
}

/** By when a closure that begins on a date (YYYY-MM-DD) is to be announced, as its calendar's `announce` says; null where it says nothing. */
export function announceClosureBy(policy: Policy, calendar: string, first: string): number | null {
  const closes = policy.calendars[calendar];
  return closes?.announce ? before(localToInstant(first, closes.zone), closes.announce, closes.zone, closes) : null;
}

/** What the policy says to its subscribers where maintenance is announced at `at` (epoch ms): its notices to them by mail, with their reasons. None: nobody is written to. */
export function toldOfMaintenance(policy: Policy, at: number): readonly Reason[] {
  const { effects, reasons } = decide(policy, { moment: "timer", at, openedAt: at, about: "maintenance", facts: { announcing: "maintenance" } });
  const told = effects.flatMap((e) => (e.do === "notify" && e.to === "subscribers" && e.by.includes("mail") ? [e.clause] : []));
  return reasons.filter((r) => r.section === "notices" && told.includes(r.clause));
}
