// A fact's value as an author writes it, and a condition on facts as a person says it.
import { builtInFact } from "../policy/built-in-facts.ts";
import { valueInWords } from "../policy/check/describe.ts";
import type { Condition, Fact, Facts, Policy, Value } from "../policy/index.ts";

/** The value in the terms of its fact; `policy` knows the declared ones. */
export function valueText(name: string, value: Value, policy?: Policy): string {
  const fact: Fact | null = policy?.facts[name] ?? builtInFact(name);
  if (fact) return valueInWords(fact, value);
  return value === null ? "unknown" : value === true ? "yes" : value === false ? "no" : String(value);
}

/** "contract is active", "age is 2 hours or more and under 3 days". */
export function conditionText(c: Condition, policy: Policy): string {
  switch (c.is) {
    case "always":
      return "always";
    case "in":
    case "range":
      return `${c.fact} is ${wanted(c, policy)}`;
    case "all":
      return c.of.map((part) => conditionText(part, policy)).join(" and ");
    case "any":
      return c.of.map((part) => (part.is === "all" ? `(${conditionText(part, policy)})` : conditionText(part, policy))).join(" or ");
  }
}

/** Why a condition does not hold on these facts: "topic is unknown, not zoom or webex". */
export function failureText(c: Condition, facts: Facts, policy: Policy): string {
  if (c.is === "in" || c.is === "range") return `${c.fact} is ${valueText(c.fact, facts[c.fact] ?? null, policy)}, not ${wanted(c, policy)}`;
  if (c.is === "any") return `none of these: ${c.of.map((part) => conditionText(part, policy)).join("; ")}`;
  return `not ${conditionText(c, policy)}`;
}

function wanted(c: Extract<Condition, { is: "in" | "range" }>, policy: Policy): string {
  if (c.is === "in") return c.values.length ? c.values.map((v) => valueText(c.fact, v, policy)).join(" or ") : "anything";
  const from = c.from > Number.MIN_SAFE_INTEGER && c.from !== 0 ? [`${valueText(c.fact, c.from, policy)} or more`] : [];
  const to = c.to < Number.MAX_SAFE_INTEGER ? [`under ${valueText(c.fact, c.to, policy)}`] : [];
  return [...from, ...to].join(" and ") || "known";
}
