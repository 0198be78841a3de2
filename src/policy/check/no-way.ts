// Consequences that nothing leads to: a broken promise that nobody gives, a count of what never happens, a document that nobody is asked to accept.
import { finding } from "../finding.ts";
import type { Clause, Fact, Finding, Policy } from "../model.ts";
import { possible, takes } from "./possible.ts";

/** Why a fact can never be anything but `only`; null where it can. */
interface Never {
  readonly only: readonly unknown[];
  readonly why: string;
}

export function checkNoWay(policy: Policy): Finding[] {
  const given = policy.clauses.filter((c) => c.section === "promises" && c.outcome["none"] !== true);
  const comes = { "promise-ended": given.some((p) => hasLimit(policy, p)), consent: policy.clauses.some(waitsForConsent) };
  return policy.clauses.flatMap((clause) => {
    const reasons = new Set<string>();
    const holds = possible(clause.when, (leaf) => {
      const never = neverOf(policy, given, leaf.fact);
      if (!never || never.only.some((value) => takes(leaf, value))) return true;
      reasons.add(never.why);
      return false;
    });
    if (!holds) return [noWay(clause, [...reasons].sort().join("; "))];
    const why = momentNeverComes(comes, clause) ?? promiseNeverEnds(given, clause);
    return why ? [noWay(clause, why)] : [];
  });
}

function neverOf(policy: Policy, given: readonly Clause[], name: string): Never | null {
  const fact: Fact | undefined = policy.facts[name];
  const rest = name.slice(name.indexOf(".") + 1);
  const mine = given.filter((p) => p.outcome["promise"] === rest);
  if (name.startsWith("promise.")) {
    if (!mine.length) return { only: ["none", null], why: `nothing promises a ${rest}` };
    return mine.some((p) => hasLimit(policy, p)) ? null : { only: ["none", "running", "kept", "withdrawn", null], why: `the promise ${rest} has no limit, so it is never broken` };
  }
  if (name.startsWith("late-by.") && !mine.some((p) => hasLimit(policy, p))) return { only: [null], why: `no promise ${rest} has a limit to be late by` };
  if (name.startsWith("share.") && !mine.length) return { only: [null], why: `nothing promises a ${rest}` };
  if (name.startsWith("accepted.") && fact?.builtIn !== false && !policy.tables[`conditions/${rest}`]) return { only: [false, null], why: `nothing under conditions asks anybody to accept ${rest}` };
  if (fact?.counts?.of === "no-show" && !policy.clauses.some((c) => c.section === "bookings" && (c.outcome["answer"] === "no-show" || c.key === "no-show"))) {
    return { only: [0, null], why: "no clause under bookings finds a no-show" };
  }
  const booked = ["session", "attendance", "silence", "notice", "places"].includes(name) && fact?.of === "booking";
  return booked && !policy.clauses.some((c) => c.section === "bookings") ? { only: ["none", null], why: "the policy has no bookings" } : null;
}

/** A limit that is still undecided will be one. */
const hasLimit = (policy: Policy, { id, outcome }: Clause): boolean =>
  ["must", "every"].some((field) => outcome[field] !== undefined || policy.vague.some((v) => v.path === `promises/${id}/${field}`));

/** Whether a charge is an offer that the customer answers. */
export function waitsForConsent({ section, outcome }: Clause): boolean {
  const { charge } = outcome as { charge?: { after?: string } | string };
  return section === "charges" && typeof charge === "object" && charge.after === "consent";
}

/** Moments that only come where something else of the policy leads to them. */
function momentNeverComes(comes: Readonly<Record<"promise-ended" | "consent", boolean>>, { at }: Clause): string | null {
  const never = at.filter((moment) => (moment === "promise-ended" || moment === "consent") && !comes[moment]);
  if (!at.length || never.length < at.length) return null;
  return never.includes("promise-ended") ? "no promise has a limit, so none is ever broken" : "no charge waits for consent";
}

/** A promise that begins with the end of one that nobody gives. */
function promiseNeverEnds(given: readonly Clause[], clause: Clause): string | null {
  const { starts, after } = clause.outcome;
  if (clause.section !== "promises" || starts !== "promise-end" || typeof after !== "string") return null;
  return given.some((p) => p.outcome["promise"] === after) ? null : `it starts when the promise ${after} ends, and nothing promises one`;
}

function noWay(clause: Clause, why: string): Finding {
  return finding({
    code: "E-NO-WAY",
    at: clause.id,
    clauses: [clause.id],
    rests: why,
    place: clause.place,
    message: `Nothing leads to ${clause.id}: ${why}.`,
    mend: "Add the clause that leads to it, or take this one out.",
  });
}
