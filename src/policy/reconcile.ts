// Promises run again and again without being made twice: make, keep, move, pause, resume, withdraw. SPEC 8, 14.
import type { Effect, Given, PauseReason, Running } from "./decision.ts";
import { isAhead } from "./ahead.ts";
import { startClock, stopClock, stopWarnings } from "./clocks.ts";
import type { Clause, Outcome, Policy } from "./model.ts";
import { endPause, isLive, pausesOf } from "./pauses.ts";
import { terms } from "./terms.ts";

/** What meets a promise of this kind where its clause does not say. */
const STOPS: Readonly<Record<string, readonly string[]>> = {
  acknowledgement: ["acknowledged"],
  "first-answer": ["answered"],
  "next-answer": ["answered"],
  update: ["informed", "answered"],
  solution: ["solved"],
  "call-back": ["called"],
  "work-around": ["worked-around"],
  restoration: ["restored"],
  "start-of-work": ["started"],
  review: ["reviewed"],
  decision: ["decided"],
  notice: ["announced"],
};
export const stopsOf = (o: Outcome): readonly string[] => (o["stops"] as readonly string[] | undefined) ?? STOPS[String(o["promise"])] ?? ["answered"];

/**
 * Promises met by what was just done, and those whose limit has passed unmet: done after its limit a promise is broken all
 * the same. `facts` gets `promise.<kind>` as they stand now.
 */
export function settleRunning(given: Given, clauses: ReadonlyMap<string, Clause>, facts: Record<string, unknown>, effects: Effect[]): Running[] {
  return (given.running ?? []).map((p) => {
    const settled = settle(p, given, clauses.get(p.clause), effects);
    if (settled.state === "broken" && p.state !== "broken" && p.due !== null) facts[`late-by.${p.kind}`] = given.at - p.due;
    facts[`promise.${p.kind}`] = settled.state;
    return settled;
  });
}

function settle(p: Running, given: Given, clause: Clause | undefined, effects: Effect[]): Running {
  const stops = stopsOf(clause?.section === "promises" ? clause.outcome : { promise: p.kind });
  const met = given.does?.some((d) => stops.includes(d)) ?? false;
  if (p.state === "broken" && met && p.met === null) effects.push({ do: "meet-late", id: p.id, at: given.at });
  if (!isLive(p)) return p;
  const pauses = endPause(pausesOf(p), given.at);
  const ended = p.state === "paused" ? { pauses } : {};
  const late = p.state === "running" && p.due !== null && p.due < given.at;
  if (met && late && p.due !== null) {
    effects.push({ do: "break-promise", id: p.id, at: p.due, met: given.at }, ...stopClock(p.subject, p.kind, clause));
    return { ...p, state: "broken" };
  }
  if (met) {
    effects.push({ do: "keep-promise", id: p.id, at: given.at, ...ended }, ...stopClock(p.subject, p.kind, clause));
    return { ...p, state: "kept", pauses };
  }
  if (given.moment === "promise-ended" && given.about === `${p.subject}/${p.kind}` && p.due !== null && p.due <= given.at && p.state === "running") {
    effects.push({ do: "break-promise", id: p.id, at: p.due });
    return { ...p, state: "broken" };
  }
  return p;
}

/** What the tables of the promises are asked in. `running` is changed in place, so that what follows sees what was moved. */
export interface Around {
  readonly policy: Policy;
  readonly clauses: ReadonlyMap<string, Clause>;
  readonly given: Given;
  readonly running: Running[];
  readonly complete: boolean;
  readonly effects: Effect[];
  /** Why promises of a clause stand still now. */
  readonly holds: (clause: Clause | undefined) => PauseReason | null;
}

/** The table of one kind has answered with `clause` (null: refused or nothing promised): what follows for that promise. */
export function reconcile(key: string, clause: Clause | null, around: Around): void {
  const { policy, clauses, given, running, complete, effects } = around;
  const [subject = "ticket", kind = ""] = key.split("/");
  const mine = running.filter((p) => p.subject === subject && p.kind === kind);
  const current = mine.find(isLive);
  const none = !clause || clause.outcome["none"] === true;
  const zone = given.zone ?? policy.desk.zone;
  if (current && none) {
    const ended = current.state === "paused" ? { pauses: endPause(pausesOf(current), given.at) } : {};
    effects.push({ do: "withdraw-promise", id: current.id, clause: clause?.id ?? null, ...ended }, ...stopClock(subject, kind, clauses.get(current.clause)));
    running[running.indexOf(current)] = { ...current, state: "withdrawn" };
  }
  if (none) return;
  if (current) {
    if (current.clause === clause.id) return;
    const restarts = clause.outcome["on-change"] === "restart";
    const starts = restarts ? given.at : current.starts;
    const { due, goal } = terms(restarts ? policy : asMade(policy, current), clause, starts, zone, pausesOf(current));
    effects.push({ do: "move-promise", id: current.id, clause: clause.id, due, goal, ...(starts !== current.starts && { starts }) });
    if (current.state === "running") effects.push(...stopWarnings(subject, kind, clauses.get(current.clause)), ...startClock(around, subject, kind, clause, due));
    running[running.indexOf(current)] = { ...current, clause: clause.id, starts, due, goal };
    return;
  }
  const starts = isAhead(subject) ? null : startOf(given, mine, clause.outcome, running, complete); // what is promised of the desk's own news is no ticket's
  if (starts === null) return;
  const { due, goal, calendar } = terms(policy, clause, starts, zone);
  const reason = around.holds(clause);
  const still = reason !== null && given.moment !== "preview" ? { pauses: [{ from: given.at, to: null, reason }] } : {};
  effects.push({ do: "promise", subject, kind, clause: clause.id, strength: clause.strength, starts, due, goal, calendar, ...still });
  if (!("pauses" in still)) effects.push(...startClock(around, subject, kind, clause, due));
}

/** Clocks that stand still from now on, or run again. Asked once all tables have answered, of every promise that lives. */
export function pauseAndResume(around: Around): void {
  const { policy, clauses, given, running, effects, holds } = around;
  const zone = given.zone ?? policy.desk.zone;
  for (const p of running.filter(isLive)) {
    const clause = clauses.get(p.clause);
    const reason = holds(clause);
    const open = pausesOf(p).find((pause) => pause.to === null);
    if (!clause || (open?.reason ?? null) === reason) continue;
    // A window begins and ends when it was announced for, however late its timer rang.
    const edge = given.about?.startsWith("maintenance/") ? Math.max(given.rangFor ?? given.at, p.starts) : given.at;
    const pauses = endPause(pausesOf(p), edge);
    if (reason !== null) {
      effects.push({ do: "pause-promise", id: p.id, kind: p.kind, reason, pauses: [...pauses, { from: edge, to: null, reason }] }, ...stopClock(p.subject, p.kind, clause));
    } else {
      const { due, goal } = terms(asMade(policy, p), clause, p.starts, zone, pauses);
      effects.push({ do: "resume-promise", id: p.id, kind: p.kind, clause: clause.id, due, goal, pauses });
      effects.push(...startClock(around, p.subject, p.kind, clause, due));
    }
  }
}

/** The policy with the calendars by which the promise was made: hours that changed since do not move it by the way. */
const asMade = (policy: Policy, p: Running): Policy => (p.calendars ? { ...policy, calendars: p.calendars } : policy);

/** When a promise of this kind starts, if this is a moment at which it does; a refusal reversed counts from the opening. */
function startOf(given: Given, mine: readonly Running[], o: Outcome, running: readonly Running[], complete: boolean): number | null {
  const starts = String(o["starts"] ?? "opened");
  const ended = mine.some((p) => p.state === "kept" || p.state === "broken");
  // A rhythm begins when its clause first applies, and anew whenever it was met or missed: there is always a next one.
  if (o["every"]) return mine.length > 0 || starts === "opened" || starts === given.moment ? given.at : null;
  if (starts === "promise-end") return !ended && running.some((p) => p.kind === o["after"] && p.state === "kept") ? given.at : null;
  if (starts === "complete") return !ended && complete ? given.at : null;
  if (starts === "contested") return given.does?.includes("contested") ? given.at : null;
  if (starts === "opened") return ended ? null : given.moment === "preview" || given.moment === "opened" ? given.at : given.openedAt;
  return starts === given.moment ? given.at : null;
}
