// The desk's dated hours changed: which running promises move with them, and which stay as they were told. SPEC 16.
import { startClock, stopClock } from "./clocks.ts";
import type { Effect, Given, Reason, Running } from "./decision.ts";
import type { Calendar, Clause, Policy } from "./model.ts";
import { isLive, pausesOf } from "./pauses.ts";
import type { Program } from "./program.ts";
import { terms } from "./terms.ts";
import { before } from "./time/due.ts";
import { dateIn, midnight } from "./time/rota.ts";

interface Changed {
  readonly program: Program;
  readonly policy: Policy;
  readonly given: Given;
  readonly running: Running[];
  readonly zone: string;
  readonly effects: Effect[];
  readonly reasons: Reason[];
}

/** `given.about` is `hours/<n>`: each promise that lives is worked out by the hours as they are now. None ever comes due earlier by that. */
export function changedHours({ program, policy, given, running, zone, effects, reasons }: Changed): void {
  for (const [i, p] of running.entries()) {
    const rule = program.rules.get(p.clause);
    if (!isLive(p) || !p.calendars || !rule || p.due === null) continue;
    const { clause } = rule;
    const { due, goal } = terms(policy, clause, p.starts, zone, pausesOf(p));
    if (due === null || due <= p.due) continue;
    if (!announcedInTime(clause, p.calendars, policy, given)) {
      effects.push({ do: "risk-promise", id: p.id, clause: clause.id, would: due });
      continue;
    }
    if (!reasons.some((r) => r.clause === clause.id)) reasons.push(rule.reason);
    effects.push({ do: "move-promise", id: p.id, clause: clause.id, due, goal, hours: true });
    if (p.state === "running") effects.push(...stopClock(p.subject, p.kind, clause), ...startClock({ policy, given }, p.subject, p.kind, clause, due));
    running[i] = { ...p, due, goal, calendars: policy.calendars };
  }
}

/** The policy says how long ahead changes of this calendar are announced, and this one was: only then a promise moves with it. */
function announcedInTime(clause: Clause, was: Readonly<Record<string, Calendar>>, policy: Policy, given: Given): boolean {
  const calendar = policy.calendars[String(clause.outcome["calendar"])];
  if (!calendar?.announce) return false;
  const since = given.rangFor ?? given.at;
  const date = firstDifference(was[calendar.id], calendar, dateIn(since, calendar.zone));
  const lead = date === null ? null : before(midnight(date, calendar.zone), calendar.announce, calendar.zone, calendar);
  return lead !== null && since <= lead;
}

/** The first date on or after `from` on which two states of a calendar differ; null where none does. */
function firstDifference(a: Calendar | undefined, b: Calendar, from: string): string | null {
  const dates = new Set([...Object.keys(a?.except ?? {}), ...Object.keys(b.except)]);
  const text = (c: Calendar | undefined, date: string): string => JSON.stringify(c?.except[date] ?? null);
  return [...dates].filter((date) => date >= from && text(a, date) !== text(b, date)).sort()[0] ?? null;
}
