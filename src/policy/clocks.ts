// The timers of a promise: one for its limit, and before it the warnings for those who can still act. SPEC 15.
import type { Effect, Given } from "./decision.ts";
import type { Clause, Duration, Policy } from "./model.ts";
import { calendarIn } from "./time/calendar-in.ts";
import { before } from "./time/due.ts";
import { isWorking } from "./time/duration.ts";

const promiseKey = (subject: string, kind: string): string => `promise:${subject}/${kind}`;
const warnKey = (subject: string, kind: string, i: number): string => `warn:${subject}/${kind}:${i}`;
const warningsOf = (clause: Clause | undefined): readonly Duration[] => (clause?.outcome["warn"] ?? []) as readonly Duration[];

/** When the warnings of a clause come for a promise due at `due` (epoch ms); null where no calendar reaches it. */
export function warningTimes(policy: Policy, clause: Clause, due: number, zone: string): readonly (number | null)[] {
  const written = typeof clause.outcome["calendar"] === "string" ? policy.calendars[clause.outcome["calendar"]] : undefined;
  const calendar = written && calendarIn(written, zone);
  return warningsOf(clause).map((d) => (isWorking(d) && !calendar ? null : before(due, d, calendar?.zone ?? zone, calendar)));
}

/** Sets the timers of a promise that runs; a warning whose time has passed is left out. */
export function startClock({ policy, given }: { readonly policy: Policy; readonly given: Given }, subject: string, kind: string, clause: Clause, due: number | null): Effect[] {
  if (due === null) return [];
  const about = `${subject}/${kind}`;
  const warnings = warningTimes(policy, clause, due, given.zone ?? policy.desk.zone).flatMap((at, i): Effect[] =>
    at !== null && at > given.at && at < due ? [{ do: "timer", key: warnKey(subject, kind, i), at, moment: "timer", about: `warn/${about}/${i}` }] : [],
  );
  return [{ do: "timer", key: promiseKey(subject, kind), at: due, moment: "promise-ended", about }, ...warnings];
}

/** Takes the timers of a promise away. `clause` is the one under which they were set. */
export const stopClock = (subject: string, kind: string, clause: Clause | undefined): Effect[] => [{ do: "cancel-timer", key: promiseKey(subject, kind) }, ...stopWarnings(subject, kind, clause)];

export const stopWarnings = (subject: string, kind: string, clause: Clause | undefined): Effect[] => warningsOf(clause).map((_, i) => ({ do: "cancel-timer", key: warnKey(subject, kind, i) }));
