// Which regions of a policy its scenarios try: a region is tried where a scenario lies in it and its clause answers there.
import { settleRunning } from "../reconcile.ts";
import type { Effect, Given } from "../decision.ts";
import { decide } from "../decide.ts";
import { liesIn } from "../compare/exact-boxes.ts";
import type { Facts, Policy, Value } from "../model.ts";
import { programOf } from "../program.ts";
import type { CoverRegion } from "./cover-regions.ts";

/** The regions in which the situation lies. What it leaves out is unknown, or its fallback, as `decide` takes it. */
export function regionsOf(policy: Policy, regions: readonly CoverRegion[], given: Given): CoverRegion[] {
  const { reasons } = decide(policy, given);
  const spoken = new Set(reasons.map((r) => r.clause));
  const facts = factsOf(policy, given);
  return regions.filter((r) => r.at.includes(given.moment) && spoken.has(r.clause.id) && liesIn(r.where, facts));
}

/** The facts as the tables find them: with fallbacks, and with the promises as they stand. */
function factsOf(policy: Policy, given: Given): Facts {
  const program = programOf(policy);
  const promised: Record<string, Value> = {};
  const unheard: Effect[] = [];
  settleRunning(given, program.clauses, promised, unheard);
  const facts: Record<string, Value> = { ...given.facts, ...promised };
  for (const [name, value] of program.fallbacks) facts[name] ??= value;
  return facts;
}
