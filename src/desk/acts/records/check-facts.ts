// Facts that somebody says or finds, held against the policy before they go down the road.
import { type Fact, factValue, type Policy, type Value } from "../../../policy/index.ts";
import type { Fault } from "../../problem.ts";
import { valueFault } from "./written-value.ts";

const MAY: Readonly<Record<"claims" | "findings", readonly Fact["source"][]>> = {
  claims: ["customer"],
  findings: ["agent", "customer"], // an expert may correct what the customer said: the finding goes before the claim
};

/** The values as facts hold them ("20 minutes" as milliseconds), and every fault at once; `at` leads the faults' places. */
export function checkFacts(policy: Policy, said: Readonly<Record<string, unknown>>, as: "claims" | "findings", at = "facts"): { readonly values: Record<string, Value>; readonly faults: Fault[] } {
  const values: Record<string, Value> = {};
  const faults: Fault[] = [];
  for (const [name, raw] of Object.entries(said)) {
    const fact = Object.hasOwn(policy.facts, name) ? policy.facts[name] : undefined;
    if (!fact || !MAY[as].includes(fact.source)) {
      faults.push({ at: `${at}.${name}`, message: fact ? "this fact is not yours to give" : "the policy knows no such fact" });
      continue;
    }
    const value = asGiven(fact, raw);
    if (value === undefined) faults.push({ at: `${at}.${name}`, message: fact.values.length ? `one of: ${fact.values.join(", ")}` : `not a value of this ${fact.kind} fact` });
    else values[name] = value;
  }
  return { values, faults };
}

/** As a text has it ("20 minutes", "45.00 EUR"), or as we give it ourselves: whole milliseconds, whole cents. Undefined: no value of this fact. */
function asGiven(fact: Fact, raw: unknown): Value | undefined {
  const counted = fact.kind === "duration" || fact.kind === "money";
  return counted && typeof raw === "number" ? (Number.isSafeInteger(raw) && raw >= 0 ? raw : undefined) : factValue(fact, raw);
}

/** The same for the facts of a customer's record. */
export function checkRecord(policy: Policy, attributes: Readonly<Record<string, unknown>>): Fault[] {
  return Object.entries(attributes).flatMap(([name, raw]) => {
    const fact = Object.hasOwn(policy.facts, name) ? policy.facts[name] : undefined;
    if (!fact || !["record", "human"].includes(fact.source)) return [{ at: `attributes.${name}`, message: "the policy's record knows no such fact" }];
    const fault = valueFault(policy, fact, raw);
    return fault === null ? [] : [{ at: `attributes.${name}`, message: fault }];
  });
}
