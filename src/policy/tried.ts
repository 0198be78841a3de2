// The exceptions to a refusal that were looked at, and what stood against each. SPEC 11.5.
import type { Tried } from "./decision.ts";
import { factsRead } from "./conditions.ts";
import { mayHold, toTest } from "./match.ts";
import type { Condition, Value } from "./model.ts";
import type { Rule } from "./program.ts";

/** True for a clause that takes nothing on. */
const refuses = ({ clause: { outcome } }: Rule): boolean => outcome["scope"] === "out" || outcome["entitlement"] === "refused";

/**
 * Those of a table that answered with `refusing`: the facts of its own `unless`, and the clauses asked before it that would have helped here, as far as the
 * facts go by which it refused: those that are meant to win over it, or speak of something else.
 */
export function exceptionsTried(rules: readonly Rule[], refusing: Rule, valueOf: (fact: string) => Value): Tried[] {
  const { clause } = refusing;
  if (!refuses(refusing)) return [];
  const own = clause.spares.length > 0 ? [{ clause: clause.id, facts: valuesOf(clause.spares, valueOf) }] : [];
  const before = rules.slice(0, rules.indexOf(refusing)).filter((rule) => !refuses(rule) && rule.ruling === null && isException(rule, refusing, valueOf));
  return [...own, ...before.map((rule) => ({ clause: rule.clause.id, facts: valuesOf(standsAgainst(rule.clause.when, valueOf), valueOf) }))];
}

function isException({ clause }: Rule, refusing: Rule, valueOf: (fact: string) => Value): boolean {
  const known = new Set(refusing.clause.reads);
  return clause.over.includes(refusing.clause.id) || mayHold(clause.when, (fact) => (known.has(fact) ? valueOf(fact) : undefined));
}

function standsAgainst(when: Condition, valueOf: (fact: string) => Value): string[] {
  const facts = Object.fromEntries([...factsRead(when)].map((name) => [name, valueOf(name)]));
  return against(when, facts).flatMap((part) => [...factsRead(part)]);
}

const valuesOf = (names: readonly string[], valueOf: (fact: string) => Value): Record<string, Value> => Object.fromEntries(names.map((name) => [name, valueOf(name)]));

/** Of an "all" the parts that fail; anything else fails as a whole. */
export function against(when: Condition, facts: Readonly<Record<string, Value>>): Condition[] {
  if (when.is !== "all") return [when];
  return when.of.filter((part) => !toTest(part)(facts)).flatMap((part) => against(part, facts));
}
