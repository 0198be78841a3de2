// By when a closure, a window of maintenance or a new version has to be announced, and who is told of it: the lead time is a promise like any other. SPEC 14.7, 22.
import { decide } from "./decide.ts";
import type { Reason } from "./decision.ts";
import { localToInstant } from "./time/zoned.ts";
import { before } from "./time/due.ts";
import { isWorking } from "./time/duration.ts";
import type { Clause, Condition, Duration, Facts, Policy } from "./model.ts";

/** A promise of notice: its clause, how long ahead, and by when it is to be kept (epoch ms). */
export interface AnnounceBy {
  readonly clause: string;
  readonly lead: Duration;
  readonly due: number;
}

/** The clause that says how long ahead something is announced: a promise of notice, else what the desk keeps up. */
function leadOf(policy: Policy, subject: string): { readonly clause: Clause; readonly lead: Duration } | null {
  for (const [table, field] of [
    [`promises/${subject}/notice`, "must"],
    [`upkeep/${subject}`, "lead"],
  ] as const) {
    const clause = policy.tables[table]?.find((c) => c.outcome["none"] !== true);
    const lead = clause?.outcome[field] as Duration | undefined;
    if (clause && lead) return { clause, lead };
  }
  return null;
}

function announceBy(policy: Policy, subject: string, starts: number): AnnounceBy | null {
  const found = leadOf(policy, subject);
  if (!found) return null;
  const { clause, lead } = found;
  const calendar = typeof clause.outcome["calendar"] === "string" ? policy.calendars[clause.outcome["calendar"]] : undefined;
  const due = isWorking(lead) && !calendar ? null : before(starts, lead, calendar?.zone ?? policy.desk.zone, calendar);
  return due === null ? null : { clause: clause.id, lead, due };
}

/** The promise of notice ahead of maintenance; null where the policy makes none. */
export const announceMaintenanceBy = (policy: Policy, starts: number): AnnounceBy | null => announceBy(policy, "maintenance", starts);

/** The promise of notice ahead of a version that takes effect at `starts`, as the one makes it that holds until then; null where it makes none. SPEC 22.2. */
export const announcePolicyBy = (policy: Policy, starts: number): AnnounceBy | null => announceBy(policy, "policy", starts);

/** When a version takes effect, epoch ms: its day begins in the zone of its desk. SPEC 22.1. */
export const takesEffect = (policy: Pick<Policy, "effective" | "desk">): number => localToInstant(policy.effective, policy.desk.zone);

/** By when a closure that begins on a date (YYYY-MM-DD) is to be announced, as its calendar's `announce` says; null where it says nothing. */
export function announceClosureBy(policy: Policy, calendar: string, first: string): number | null {
  const closes = policy.calendars[calendar];
  return closes?.announce ? before(localToInstant(first, closes.zone), closes.announce, closes.zone, closes) : null;
}

/** What the policy says to its subscribers where maintenance is announced at `at` (epoch ms): its notices to them by mail, with their reasons. None: nobody is written to. */
export function toldOfMaintenance(policy: Policy, at: number): readonly Reason[] {
  return told(policy, at, "maintenance", {}, ["subscribers"]);
}

/** Whether notices of the policy say who is told of a new version; where none does, that is left to the desk. SPEC 22.3. */
export const saysWhoIsTold = (policy: Policy): boolean => policy.clauses.some((c) => c.section === "notices" && c.outcome["none"] !== true && asksFor(c.when, "policy"));

/** What the policy says to a customer with these facts where a new version is announced at `at`: its notices to them by mail, with their reasons. */
export function toldOfPolicy(policy: Policy, at: number, facts: Facts): readonly Reason[] {
  return told(policy, at, "policy", facts, ["customer", "requester"]);
}

function told(policy: Policy, at: number, announcing: string, facts: Facts, to: readonly string[]): readonly Reason[] {
  const { effects, reasons } = decide(policy, { moment: "timer", at, openedAt: at, about: announcing, facts: { ...facts, announcing } });
  const clauses = effects.flatMap((e) => (e.do === "notify" && to.includes(e.to) && e.by.includes("mail") ? [e.clause] : []));
  return reasons.filter((r) => r.section === "notices" && clauses.includes(r.clause));
}

function asksFor(c: Condition, value: string): boolean {
  if (c.is === "all" || c.is === "any") return c.of.some((part) => asksFor(part, value));
  return c.is === "in" && c.fact === "announcing" && c.values.includes(value);
}
