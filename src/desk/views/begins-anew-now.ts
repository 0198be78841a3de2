// Whether what somebody writes on a closed ticket now is a request of its own. SPEC 23.7
import { decide, type Facts, type Policy } from "../../policy/index.ts";

export function beginsAnewNow(policy: Policy, facts: Facts, ticket: { readonly openedAt: number; readonly closedAt: number; readonly zone: string }, at: number): boolean {
  const { effects } = decide(policy, { moment: "message", at, openedAt: ticket.openedAt, facts: { ...facts, "closed-for": at - ticket.closedAt }, zone: ticket.zone });
  return effects.some((e) => e.do === "closure" && e.outcome["closure"] === "new-ticket");
}
