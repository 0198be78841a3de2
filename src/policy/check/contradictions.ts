// Clauses that cannot both hold: promises that a statement denies, aims beyond their limits, limits owed and not there. SPEC 7.6, 8.1.
import { finding } from "../finding.ts";
import type { Clause, Duration, Finding, Policy } from "../model.ts";
import { dueAt } from "../time/due.ts";
import { compareDurations, formatDuration, isWorking } from "../time/duration.ts";
import { instantToLocal } from "../time/zoned.ts";
import { alike } from "./known-hours.ts";
import { circlesOf } from "./wins-over.ts";
import { everOpens } from "./working-time.ts";

/** `undecided`: clauses with a value still open, whose times cannot be compared. */
export function checkContradictions(policy: Policy, undecided: ReadonlySet<string>): Finding[] {
  const promises = policy.clauses.filter((c) => c.section === "promises" && c.outcome["none"] !== true);
  const denials = new Map(
    policy.statements
      .filter((s) => s.outcome["never"] !== undefined)
      .toReversed()
      .map((s) => [s.outcome["never"], s]),
  ); // the first of each kind
  return [
    ...promises.flatMap((p) => {
      const statement = denials.get(p.outcome["promise"]);
      return statement ? [denied(statement, p)] : [];
    }),
    ...promises.filter((p) => !undecided.has(p.id)).flatMap((p) => [...aimBeyondLimit(policy, p), ...owedWithoutLimit(p)]),
    ...circles(policy),
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

const MOST_NAMED = 12;
const HOUR = 3_600_000;
/** An ordinary week, and one into which public holidays fall in most countries. Both Mondays, 00:00 UTC. */
const WEEKS = [Date.UTC(2026, 5, 8), Date.UTC(2026, 11, 21)];

/** An hour of the week from which the aim would end after the limit, in words; null where there is none or it cannot be known. */
function hourWhereLater(policy: Policy, clause: Clause, goal: Duration, must: Duration): string | null {
  const { calendar: id, ends, "late-arrival": lateArrival } = clause.outcome;
  const calendar = typeof id === "string" ? policy.calendars[id] : undefined;
  const zone = calendar?.zone ?? policy.desk.zone;
  const working = [goal, must].filter(isWorking);
  if (working.length && (!calendar || calendar.undecided !== undefined || !everOpens(calendar))) return null;
  if (working.some((d) => d.unit === "working days") && (!ends || !lateArrival)) return null;
  const by = {
    zone,
    ...(calendar && { calendar: alike(calendar) }),
    ends: ends === "same-time" ? "same-time" : "close",
    lateArrival: lateArrival === "receipt-day" ? "receipt-day" : "next-opening",
  } as const;
  for (const week of WEEKS) {
    for (let at = week; at < week + 7 * 24 * HOUR; at += HOUR) {
      const [aim, limit] = [dueAt(at, goal, by), dueAt(at, must, by)];
      if (aim !== null && limit !== null && aim > limit) return ` for what comes in on ${DAYS[new Date(at).getUTCDay()]}, ${instantToLocal(at, zone).replace("T", " ")}`;
    }
  }
  return null;
}

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** Clauses that win over each other in a circle; said at the first by name. */
function circles(policy: Policy): Finding[] {
  const inOrder = new Map(policy.clauses.map((c, i) => [c.id, i]));
  const placeOf = (id: string): number => inOrder.get(id) ?? -1;
  return circlesOf(policy).flatMap((ids) => {
    const first = ids.toSorted()[0]!;
    const members = ids.filter((id) => id !== first).toSorted((a, b) => placeOf(a) - placeOf(b));
    const clause = policy.clauses[placeOf(first)];
    if (!clause) return [];
    return [
      finding({
        code: "E-CONTRADICTION",
        at: first,
        clauses: [first, ...members],
        rests: "over",
        place: clause.place,
        message:
          members.length === 1
            ? `${first} and ${members[0]} are each declared to win over the other.`
            : `${[first, ...members].slice(0, MOST_NAMED).join(", ")}${members.length >= MOST_NAMED ? " …" : ""} are declared to win over each other in a circle.`,
        mend: "Leave `over` at one of them.",
      }),
    ];
  });
}
