// A policy with facts renamed in its conditions, and fallbacks made part of them: so that two policies can be asked about one space of situations.
import type { Clause, Condition, Policy, Value } from "../model.ts";

export interface Rewriting {
  /** New names of facts. */
  readonly names: ReadonlyMap<string, string>;
  /** Facts for which "unknown" is to count as this value. */
  readonly fallbacks: ReadonlyMap<string, Value>;
}

/** The same policy about the same situations, said in other names. Tables keep their order. */
export function rewritten(policy: Policy, how: Rewriting): Policy {
  if (!how.names.size && !how.fallbacks.size) return policy;
  const made = new Map(policy.clauses.map((clause): [Clause, Clause] => [clause, { ...clause, when: conditionIn(clause.when, how), reads: clause.reads.map((name) => how.names.get(name) ?? name) }]));
  const all = (clauses: readonly Clause[]): Clause[] => clauses.map((clause) => made.get(clause) ?? clause);
  return {
    ...policy,
    facts: { ...policy.facts, ...Object.fromEntries([...how.names].flatMap(([name, other]) => (policy.facts[name] ? [[other, { ...policy.facts[name], name: other }]] : []))) },
    clauses: all(policy.clauses),
    statements: all(policy.statements),
    tables: Object.fromEntries(Object.entries(policy.tables).map(([name, clauses]) => [name, all(clauses)])),
  };
}

function conditionIn(c: Condition, how: Rewriting): Condition {
  switch (c.is) {
    case "always":
      return c;
    case "all":
    case "any":
      return { is: c.is, of: c.of.map((part) => conditionIn(part, how)) };
    case "in":
    case "range": {
      const fact = how.names.get(c.fact) ?? c.fact;
      const fallback = how.fallbacks.get(c.fact);
      if (fallback === undefined) return { ...c, fact };
      if (c.is === "in") return { is: "in", fact, values: [...c.values.filter((v) => v !== null), ...(c.values.includes(fallback) ? [null] : [])] };
      const takes = typeof fallback === "number" && fallback >= c.from && fallback < c.to;
      return takes
        ? {
            is: "any",
            of: [
              { ...c, fact },
              { is: "in", fact, values: [null] },
            ],
          }
        : { ...c, fact };
    }
  }
}
