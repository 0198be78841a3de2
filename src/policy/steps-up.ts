// How a ticket can be taken further by hand: which yes would make an escalation clause answer. Found by asking the policy itself.
import { decide } from "./decide.ts";
import type { Given } from "./decision.ts";
import type { Clause, Policy } from "./model.ts";

/** Saying yes to `fact` (a finding of staff, or what the customer says) leads up to `to`, by that clause. */
export interface StepUp {
  readonly fact: string;
  readonly by: "agent" | "customer";
  readonly clause: string;
  readonly to: string;
}

/** The steps that are open in this situation; `given.facts` as they are now. */
export function stepsUp(policy: Policy, given: Omit<Given, "moment" | "running">): StepUp[] {
  const byHand = policy.clauses.filter(
    (c) => c.section === "escalations" && c.at.includes("finding") && c.outcome["escalate"] !== "none" && ((c.outcome["how"] ?? []) as readonly string[]).includes("by-hand"),
  );
  const found = new Map<string, StepUp>();
  for (const clause of byHand) {
    for (const fact of asksOf(policy, clause)) {
      if (found.has(fact) || given.facts[fact] === true) continue;
      const { effects } = decide(policy, { ...given, moment: "finding", facts: { ...given.facts, [fact]: true }, running: [] });
      const up = effects.find((e) => e.do === "escalations" && e.clause === clause.id && e.key !== given.facts["level"]);
      const { source } = policy.facts[fact]!;
      if (up?.do === "escalations") found.set(fact, { fact, by: source === "customer" ? "customer" : "agent", clause: clause.id, to: up.key });
    }
  }
  return [...found.values()];
}

/** Facts that a person says yes to, of those that a clause reads. */
const asksOf = (policy: Policy, clause: Clause): string[] =>
  clause.reads.filter((name) => {
    const fact = policy.facts[name];
    return fact?.kind === "yes-no" && (fact.source === "agent" || fact.source === "customer");
  });
