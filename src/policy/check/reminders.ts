// Reminders of what a customer was asked for, against the closing of silent tickets: one that comes when the ticket is closed comes too late. SPEC 9.2.
import { finding } from "../finding.ts";
import type { Clause, Duration, Finding, Policy } from "../model.ts";
import { formatDuration, toMilliseconds } from "../time/duration.ts";
import { NONE, type Region, TooLarge } from "./diagram.ts";
import { unprovedNotice } from "./proof-findings.ts";
import { type Run, runMoment, STEPS } from "./run.ts";
import { type Cell, MOST_FACTS, type Space, spaceOf, where } from "./space.ts";
import { worldOf } from "./world.ts";

/** Only the first reminder is sure to come after silence from the asking on; the desk may have spoken before the later ones. */
export function checkReminders(policy: Policy): Finding[] {
  const closings = policy.clauses.filter((c) => c.section === "closure").flatMap(afterTheEnd);
  const asking = policy.clauses.filter((c) => c.section === "asks" && firstOf(c) !== null);
  if (!asking.length || !policy.tables["closure/"]) return closings;
  const space = spaceOf(policy);
  if (space.dims.length > MOST_FACTS) return [...closings, ...asking.map(unprovedNotice)];
  const run = runMoment(policy, space, "timer").find((r) => r.table.section === "closure");
  if (!run) return closings;
  const late = asking.flatMap((ask) => {
    const first = firstOf(ask)!;
    const by = "unproved" in run ? undefined : closedAt(policy, space, run, first.ms);
    return by === undefined ? [unprovedNotice(ask)] : by ? [lateReminder(ask, first.said, by)] : [];
  });
  return [...closings, ...late];
}

/** Who is asked whether a ticket may be closed is reminded before it closes by itself. SPEC 23.4 */
function afterTheEnd(clause: Clause): Finding[] {
  const { remind, after } = clause.outcome;
  const ends = after ? toMilliseconds(after as Duration) : null;
  if (ends === null || !Array.isArray(remind)) return [];
  const late = (remind as Duration[]).find((d) => (toMilliseconds(d) ?? 0) >= ends);
  return late === undefined ? [] : [lateReminder(clause, formatDuration(late), clause)];
}

function firstOf(ask: Clause): { ms: number; said: string } | null {
  const { remind } = ask.outcome;
  if (!Array.isArray(remind)) return null;
  const all = (remind as Duration[]).flatMap((d) => {
    const ms = toMilliseconds(d);
    return ms === null ? [] : [{ ms, said: formatDuration(d) }];
  });
  return all.toSorted((a, b) => a.ms - b.ms)[0] ?? null;
}

/** The clause that has closed every ticket whose customer has been silent for so long; null where some are still open, undefined where it is not known. */
function closedAt(policy: Policy, space: Space, run: Run, silent: number): Clause | null | undefined {
  const { diagram } = space;
  const idle = space.dimOf.get("idle");
  if (idle === undefined) return null;
  try {
    diagram.allow(STEPS);
    const support = new Set([idle, ...run.asked.flatMap((a) => [...diagram.support(a.holds), ...diagram.support(a.taken)])]);
    const here = (fact: string, test: (cell: Cell) => boolean): Region | null => (space.dimOf.has(fact) ? where(space, fact, test) : null);
    let silence = worldOf(policy, space, "timer", support);
    for (const region of [here("idle", (c) => "from" in c && c.from <= silent && silent < c.to), here("waiting-on", (c) => "value" in c && c.value === "customer")]) {
      if (region !== null) silence = diagram.and(silence, region);
    }
    const closing = run.asked.filter((a) => a.rule.clause.outcome["closure"] === "close" && !a.rule.ruling);
    const open = closing.reduce((rest, a) => diagram.minus(rest, diagram.minus(a.holds, a.taken)), silence);
    if (silence === NONE || open !== NONE) return null;
    return closing.find((a) => diagram.and(silence, diagram.minus(a.holds, a.taken)) !== NONE)?.rule.clause ?? null;
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

function lateReminder(ask: Clause, after: string, by: Clause): Finding {
  return finding({
    code: "E-TOO-LATE",
    at: ask.id,
    clauses: [ask.id, by.id],
    rests: `remind ${after}`,
    place: ask.place,
    message: `${ask.id} reminds after ${after}, and by then ${by.id} has closed every ticket whose customer was silent for so long.`,
    mend: "Remind earlier, or close later.",
  });
}
