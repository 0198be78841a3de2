// What a customer may say is otherwise, and what they may still say.
import type { Policy, Value } from "../../policy/index.ts";
import { isConfidential } from "../conduct/confidential.ts";
import type { Reasoned } from "../reasoned.ts";
import { type Askable, askable } from "./fact-text.ts";
import { restsOn } from "./rests-on.ts";
import type { Reader } from "./shown-reason.ts";

/** What a customer said of themselves and a decision rested on: they may say that it is otherwise. */
export function contestable(policy: Policy, decisions: readonly { readonly reasons: unknown }[], facts: Record<string, Value>, reader: Reader): Askable[] {
  const read = restsOn(
    policy,
    decisions.flatMap((d) => (d.reasons as Reasoned[]).filter((r) => !isConfidential(r, r.facts) && (reader.inside || r.audience !== "agent")).flatMap((r) => r.facts)),
  );
  return [...read].flatMap((name) => {
    const fact = policy.facts[name];
    return fact?.source === "customer" && fact.shown === "customer" && fact.of !== "booking" ? [askable(policy, fact, facts[name], reader.lang)] : [];
  });
}

/** What the customer could still say of an open one. */
export const askableFacts = (policy: Policy, line: { readonly status: string }, facts: Record<string, Value>, reader: Reader): Askable[] =>
  line.status === "closed"
    ? []
    : Object.values(policy.facts)
        .filter((f) => f.source === "customer" && f.of !== "booking" && (f.values.length > 0 || f.ask !== undefined) && (facts[f.name] ?? null) === null)
        .map((f) => askable(policy, f, null, reader.lang));
