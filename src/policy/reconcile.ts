// Promises run again and again without being made twice: make, keep, move, withdraw. One place computes every due time. SPEC promises.
import type { Effect, Given, Running } from "./decision.ts";
import type { Clause, Duration, Outcome, Policy } from "./model.ts";
import { calendarIn } from "./time/calendar-in.ts";
import { dueAt } from "./time/due.ts";
import { isWorking } from "./time/duration.ts";

/** What meets a promise of this kind where its clause does not say. */
const STOPS: Readonly<Record<string, readonly string[]>> = {
  acknowledgement: ["acknowledged"], "first-answer": ["answered"], "next-answer": ["answered"], update: ["informed", "answered"], solution: ["solved"],
  "call-back": ["called"], "work-around": ["worked-around"], restoration: ["restored"], "start-of-work": ["started"], review: ["decided"], decision: ["decided"], notice: ["announced"],
};
export const stopsOf = (o: Outcome): readonly string[] => (o["stops"] as readonly string[] | undefined) ?? STOPS[String(o["promise"])] ?? ["answered"];

/** Due and goal of a promise that starts at `starts`, in epoch ms; null where the clause sets none or no calendar can reach it. */
export function terms(policy: Policy, clause: Clause, starts: number, zone: string): { due: number | null; goal: number | null; calendar: string } {
  const o = clause.outcome;
  const written = typeof o["calendar"] === "string" ? policy.calendars[o["calendar"]] : undefined;
  const calendar = written && calendarIn(written, zone);
  const ends = o["ends"] === "same-time" ? "same-time" : "close";
  const lateArrival = o["late-arrival"] === "receipt-day" ? "receipt-day" : "next-opening";
  const reach = (d: unknown): number | null => {
    if (!d || (isWorking(d as Duration) && !calendar)) return null; // the checker has said so: E-WORKING-DAYS
    return dueAt(starts, d as Duration, { ...(calendar && { calendar }), zone: calendar?.zone ?? zone, ends, lateArrival });
  };
  return { due: reach(o["must"] ?? o["every"]), goal: reach(o["goal"]), calendar: calendar?.id ?? "" };
}

/** Promises met by what was just done, and those that came due unmet. `facts` gets `promise.<kind>` as they stand now. */
export function settleRunning(given: Given, clauses: ReadonlyMap<string, Clause>, facts: Record<string, unknown>, effects: Effect[]): Running[] {
  return (given.running ?? []).map((p) => {
    let { state } = p;
    if (state === "running" || state === "paused") {
      const stops = stopsOf(clauses.get(p.clause)?.outcome ?? { promise: p.kind });
      if (given.does?.some((d) => stops.includes(d))) {
        state = "kept";
        effects.push({ do: "keep-promise", id: p.id, at: given.at }, { do: "cancel-timer", key: timerKey(p.subject, p.kind) });
      } else if (given.moment === "promise-ended" && given.about === `${p.subject}/${p.kind}` && p.due !== null && p.due <= given.at && state === "running") {
        state = "broken";
        effects.push({ do: "break-promise", id: p.id, at: given.at });
        facts[`late-by.${p.kind}`] = given.at - p.due;
      }
    }
    facts[`promise.${p.kind}`] = state;
    return state === p.state ? p : { ...p, state };
  });
}

const timerKey = (subject: string, kind: string): string => `promise:${subject}/${kind}`;
const live = (p: Running): boolean => p.state === "running" || p.state === "paused";

/** The table of one kind has answered with `clause` (null: refused or nothing promised): what follows for that promise. */
export function reconcile(policy: Policy, given: Given, running: readonly Running[], key: string, clause: Clause | null, complete: boolean, effects: Effect[]): void {
  const [subject = "ticket", kind = ""] = key.split("/");
  const mine = running.filter((p) => p.subject === subject && p.kind === kind);
  const current = mine.find(live);
  const none = !clause || clause.outcome["none"] === true;
  const zone = given.zone ?? policy.desk.zone;
  if (current) {
    if (none) {
      effects.push({ do: "withdraw-promise", id: current.id, clause: clause?.id ?? null }, { do: "cancel-timer", key: timerKey(subject, kind) });
    } else if (current.clause !== clause.id) {
      const starts = clause.outcome["on-change"] === "restart" ? given.at : current.starts;
      const { due, goal } = terms(policy, clause, starts, zone);
      effects.push({ do: "move-promise", id: current.id, clause: clause.id, due, goal });
      if (due !== null) effects.push({ do: "timer", key: timerKey(subject, kind), at: due, moment: "promise-ended", about: key });
    }
    return;
  }
  if (none) return;
  const starts = startOf(given, mine, clause.outcome, running, complete);
  if (starts === null) return;
  const { due, goal, calendar } = terms(policy, clause, starts, zone);
  effects.push({ do: "promise", subject, kind, clause: clause.id, strength: clause.strength, starts, due, goal, calendar });
  if (due !== null) effects.push({ do: "timer", key: timerKey(subject, kind), at: due, moment: "promise-ended", about: key });
}

/** When a promise of this kind starts, if this is a moment at which it does; a refusal reversed counts from the opening. */
function startOf(given: Given, mine: readonly Running[], o: Outcome, running: readonly Running[], complete: boolean): number | null {
  const starts = String(o["starts"] ?? "opened");
  const ended = mine.some((p) => p.state === "kept" || p.state === "broken");
  if (o["every"]) return mine.length === 0 ? (starts === "opened" || starts === given.moment ? given.at : null) : given.does ? given.at : null;
  if (starts === "promise-end") return !ended && running.some((p) => p.kind === o["after"] && p.state === "kept") ? given.at : null;
  if (starts === "complete") return !ended && complete ? given.at : null;
  if (starts === "opened") return ended ? null : given.moment === "preview" || given.moment === "opened" ? given.at : given.openedAt;
  return starts === given.moment ? given.at : null;
}
