// Clauses that cannot both hold: promises that a statement denies, aims beyond their limits, limits owed and not there. SPEC 7.6, 8.1.
import { finding } from "../finding.ts";
import type { Clause, Duration, Finding, Policy } from "../model.ts";
import { dueAt } from "../time/due.ts";
import { compareDurations, formatDuration, isWorking } from "../time/duration.ts";
import { instantToLocal, isZone } from "../time/zoned.ts";
import { alike } from "./known-hours.ts";
import { winsOver } from "./wins-over.ts";
import { everOpens } from "./working-time.ts";

/** `undecided`: clauses with a value still open, whose times cannot be compared. */
export function checkContradictions(policy: Policy, undecided: ReadonlySet<string>): Finding[] {
  const wins = winsOver(policy);
  const promises = policy.clauses.filter((c) => c.section === "promises" && c.outcome["none"] !== true);
  return [
    ...policy.statements.flatMap((s) => promises.filter((p) => s.outcome["never"] === p.outcome["promise"]).map((p) => denied(s, p))),
    ...promises.filter((p) => !undecided.has(p.id)).flatMap((p) => [...aimBeyondLimit(policy, p), ...owedWithoutLimit(p)]),
    ...policy.clauses.filter((c) => c.over.length).flatMap((c) => circle(policy, c, wins)),
  ];
}

function denied(statement: Clause, promise: Clause): Finding {
  return finding({
    code: "E-CONTRADICTION",
    at: promise.id,
    clauses: [promise.id, statement.id],
    place: promise.place,
    message: `${statement.id} says that a ${String(statement.outcome["never"])} is never promised, and ${promise.id} promises one.`,
    mend: "Take one of them back.",
  });
}

function owedWithoutLimit(clause: Clause): Finding[] {
  const { must, every, goal, share, none } = clause.outcome;
  if (clause.strength !== "must" || must || every || share || none) return [];
  return [
    finding({
      code: "E-CONTRADICTION",
      at: clause.id,
      clauses: [clause.id],
      rests: "no limit",
      place: clause.place,
      message: `${clause.id} is owed and sets no limit${goal ? ", only an aim" : ""}: it could never be broken.`,
      mend: goal ? "Give it a `must`, or leave out `strength`." : "Give it `must`, `goal` or `every`, or say `none: true`.",
    }),
  ];
}

function aimBeyondLimit(policy: Policy, clause: Clause): Finding[] {
  const { goal, must } = clause.outcome as { goal?: Duration; must?: Duration };
  if (!goal || !must) return [];
  const order = compareDurations(goal, must);
  const late = order === null ? hourWhereLater(policy, clause, goal, must) : order > 0 ? "" : null;
  if (late === null) return [];
  return [
    finding({
      code: "E-CONTRADICTION",
      at: clause.id,
      clauses: [clause.id],
      rests: `${formatDuration(goal)} > ${formatDuration(must)}`,
      place: clause.place,
      message: `${clause.id} aims at ${formatDuration(goal)}, which comes after its limit of ${formatDuration(must)}${late}.`,
      mend: "An aim lies before its limit: shorten `goal` or lengthen `must`.",
    }),
  ];
}

const HOUR = 3_600_000;
/** An ordinary week, and one into which public holidays fall in most countries. Both Mondays, 00:00 UTC. */
const WEEKS = [Date.UTC(2026, 5, 8), Date.UTC(2026, 11, 21)];

/** An hour of the week from which the aim would end after the limit, in words; null where there is none or it cannot be known. */
function hourWhereLater(policy: Policy, clause: Clause, goal: Duration, must: Duration): string | null {
  const { calendar: id, ends, "late-arrival": lateArrival } = clause.outcome;
  const calendar = typeof id === "string" ? policy.calendars[id] : undefined;
  const zone = calendar?.zone ?? policy.desk.zone;
  const working = [goal, must].filter(isWorking);
  if (!isZone(zone) || (working.length && (!calendar || calendar.undecided !== undefined || !everOpens(calendar)))) return null;
  if (working.some((d) => d.unit === "working days") && (!ends || !lateArrival)) return null;
  const by = { zone, ...(calendar && { calendar: alike(calendar) }), ends: ends === "same-time" ? "same-time" : "close", lateArrival: lateArrival === "receipt-day" ? "receipt-day" : "next-opening" } as const;
  for (const week of WEEKS) {
    for (let at = week; at < week + 7 * 24 * HOUR; at += HOUR) {
      const [aim, limit] = [dueAt(at, goal, by), dueAt(at, must, by)];
      if (aim !== null && limit !== null && aim > limit) return ` for what comes in on ${DAYS[new Date(at).getUTCDay()]}, ${instantToLocal(at, zone).replace("T", " ")}`;
    }
  }
  return null;
}

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** Clauses that win over each other in a circle; said once, at the first by name. */
function circle(policy: Policy, clause: Clause, wins: (winner: string, loser: string) => boolean): Finding[] {
  if (!wins(clause.id, clause.id)) return [];
  const members = policy.clauses.filter((c) => c.id !== clause.id && wins(clause.id, c.id) && wins(c.id, clause.id)).map((c) => c.id);
  if (members.some((id) => id < clause.id) || !members.length) return [];
  return [
    finding({
      code: "E-CONTRADICTION",
      at: clause.id,
      clauses: [clause.id, ...members],
      rests: "over",
      place: clause.place,
      message: members.length === 1 ? `${clause.id} and ${members[0]} are each declared to win over the other.` : `${[clause.id, ...members].join(", ")} are declared to win over each other in a circle.`,
      mend: "Leave `over` at one of them.",
    }),
  ];
}
