// What would follow if the customer agreed that their ticket is closed: said to them before they do.
import { decide, type Decision, type Policy } from "../../policy/index.ts";
import type { MailFollows, MailQuote } from "../../words/mails/model.ts";
import { closureClause } from "../closings/closes-with.ts";
import type { Known } from "../decision-for.ts";
import { emptyPlan, type Plan } from "../plan.ts";
import type { Taken } from "./taken.ts";

export type Follows = MailFollows & { readonly clause: string | null }; // that says what is owed

interface Hands {
  readonly settle: (decision: Decision, plan: Plan) => MailQuote | null;
  readonly taken: (plan: Plan) => Taken | null;
}

/** Null where the customer is not asked. Nothing of it is written. */
export function wouldFollow(policy: Policy, decision: Decision | null, { facts, at, openedAt, zone }: Known, hands: Hands): Follows | null {
  if (closureClause(decision, "ask") === null) return null;
  const asks = decision?.effects.find((e) => e.do === "closure");
  const outcome = facts["outcome"] ?? (asks?.do === "closure" ? (asks.outcome["as"] as string | undefined) : undefined) ?? null;
  const then = decide(policy, { moment: "closed", at, openedAt, facts: { ...facts, outcome, closing: "agreed" }, zone });
  const plan = emptyPlan();
  const quote = hands.settle(then, plan);
  const taken = hands.taken(plan);
  const effect = then.effects.find((e) => e.do === "charges" && e.key === "settlement");
  return { ...(quote && { quote }), ...(taken && { taken }), clause: (quote || taken) && effect && "clause" in effect ? effect.clause : null };
}
