// The facts under a fact: what the policy itself derives is traced back to what somebody said or the record holds.
import type { Policy } from "../../policy/index.ts";

/** These facts and all that they are derived from, by the clauses that set them. */
export function restsOn(policy: Policy, names: Iterable<string>): Set<string> {
  const found = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    const fact = policy.facts[name];
    if (fact === undefined || fact.source === "policy" || fact.source === "computed")
      waiting.push(...policy.clauses.filter((c) => c.section === name || Object.hasOwn((c.outcome["set"] ?? {}) as object, name)).flatMap((c) => c.reads));
  }
  return found;
}
