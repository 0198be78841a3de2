// The hand of an escalation: the ticket's level goes up, the finding that asked for it is spent, and the rest is decided anew at that level. S5.
import type { Decision, Facts, Policy } from "../policy/index.ts";
import type { Plan } from "./plan.ts";

export interface Escalated { readonly clause: string; readonly tellsRequester: boolean }

/** The escalation among the effects, carried into the plan; null where there is none. */
export function escalate(decision: Decision, policy: Policy, facts: Facts, findings: object, where: { readonly desk: string; readonly ticket: string; readonly at: number }, plan: Plan): Escalated | null {
  const effect = decision.effects.find((e) => e.do === "escalations");
  if (!effect || effect.key === "none" || facts["level"] === effect.key) return null;
  if (policy.facts["level"]?.values.includes(effect.key)) {
    plan.ticket.results = { ...(plan.ticket.results as object | undefined), level: effect.key };
    const spent = decision.reasons.find((r) => r.clause === effect.clause)?.facts ?? [];
    plan.ticket.findings = Object.fromEntries(Object.entries({ ...findings, ...(plan.ticket.findings as object | undefined) }).filter(([name]) => !spent.includes(name)));
    plan.writes.push({ table: "timers", rows: [{ ...where, key: "escalated", moment: "timer", about: "level", claimed_until: null }], conflict: { columns: ["desk", "ticket", "key"], update: ["at"] } });
  }
  const tells = effect.outcome["tell"];
  return { clause: effect.clause, tellsRequester: Array.isArray(tells) && tells.includes("requester") };
}
