// Clauses that cannot both hold: promises that a statement denies, aims beyond their limits, limits owed and not there. SPEC 7.6, 8.1.
import { isAhead } from "../ahead.ts";
import { finding } from "../finding.ts";
import type { Clause, Duration, Finding, Policy } from "../model.ts";
import { dueAt } from "../time/due.ts";
import { compareDurations, formatDuration } from "../time/duration.ts";
import { startsOf } from "./ordinary-starts.ts";
import { circlesOf } from "./wins-over.ts";

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
    ...promises.filter((p) => !undecided.has(p.id)).flatMap((p) => [...aimBeyondLimit(policy, p), ...owedWithoutLimit(p), ...aheadWithoutLead(policy, p)]),
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

/** That something is announced ahead, and not how long: there is nothing to measure. SPEC 14.7, 22.2. */
function aheadWithoutLead(policy: Policy, clause: Clause): Finding[] {
  const { promise, subject, must, goal, every } = clause.outcome;
  const undecided = policy.vague.some((v) => v.path === `promises/${clause.id}/must`);
  if (promise !== "notice" || !isAhead(subject) || must || undecided || !(goal || every)) return []; // with neither it is owed without a limit
  return [
    finding({
      code: "E-CONTRADICTION",
      at: clause.id,
      clauses: [clause.id],
      rests: "no lead",
      place: clause.place,
      message: `${clause.id} promises notice of ${subject === "policy" ? "a new version" : "maintenance"} and gives no \`must\`, which is how long ahead: whether it was in time could never be told.`,
      mend: "Write the lead as `must`; an aim beside it may be longer.",
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

/** An hour of the week from which the aim would end after the limit, in words; null where there is none or it cannot be known. */
function hourWhereLater(policy: Policy, clause: Clause, goal: Duration, must: Duration): string | null {
  const starts = startsOf(policy, clause, [goal, must]);
  const late = starts?.at.find((at) => {
    const [aim, limit] = [dueAt(at, goal, starts.by), dueAt(at, must, starts.by)];
    return aim !== null && limit !== null && aim > limit;
  });
  return starts && late !== undefined ? ` for what comes in on ${starts.said(late)}` : null;
}

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
