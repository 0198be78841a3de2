// What a decision wants to know: the facts and windows that the tables of a moment read. The desk gathers just these.
import type { Duration, Moment, Policy } from "./model.ts";
import { programOf } from "./program.ts";

export interface Needs {
  readonly facts: readonly string[];
  readonly counts: readonly { fact: string; of: string; by: "customer" | "person"; in: Duration; until: "this-event" | "now" }[];
}

const heeding = new WeakMap<Policy, boolean>();

/** Whether anything in the policy depends on announced maintenance: a condition, or a promise that stands still meanwhile. */
export function heedsMaintenance(policy: Policy): boolean {
  let heeds = heeding.get(policy);
  if (heeds === undefined) {
    heeds = policy.clauses.some((c) => c.reads.includes("maintenance") || ((c.outcome["pauses"] ?? []) as readonly string[]).includes("maintenance"));
    heeding.set(policy, heeds);
  }
  return heeds;
}

const cache = new WeakMap<Policy, Map<Moment, Needs>>();

/** Facts read at this moment, results of tables left out; counts with their windows. Cached per policy and moment. */
export function needs(policy: Policy, moment: Moment): Needs {
  const byMoment = cache.get(policy) ?? new Map<Moment, Needs>();
  cache.set(policy, byMoment);
  const known = byMoment.get(moment);
  if (known) return known;
  const names = new Set<string>();
  for (const table of programOf(policy).at.get(moment) ?? []) {
    for (const rule of table.rules) {
      for (const f of rule.clause.reads) names.add(f.startsWith("was.") ? f.slice(4) : f);
      if (rule.ruling) names.add(rule.ruling);
    }
  }
  const facts = [...names].filter((n) => policy.facts[n]?.source !== "policy");
  const counts = facts.flatMap((fact) => {
    const c = policy.facts[fact]?.counts;
    return c ? [{ fact, of: c.of, by: c.by, in: c.in, until: c.until }] : [];
  });
  const made = { facts, counts };
  byMoment.set(moment, made);
  return made;
}
