// The hand of an escalation: the ticket's level goes up, what asked for it is spent, and the rest is decided anew at that level. S5.
import type { Decision, Facts, Policy } from "../../policy/index.ts";
import type { Plan } from "../plan.ts";

export interface Escalated {
  readonly clause: string;
  readonly tellsRequester: boolean;
}

/** The escalation among the effects, carried into the plan; null where there is none. */
export function escalate(
  decision: Decision,
  policy: Policy,
  facts: Facts,
  ticket: { readonly findings: object; readonly claims: object },
  where: { readonly desk: string; readonly ticket: string; readonly at: number },
  plan: Plan,
): Escalated | null {
  const effect = decision.effects.find((e) => e.do === "escalations");
  if (!effect || effect.key === "none" || facts["level"] === effect.key) return null;
  if (policy.facts["level"]?.values.includes(effect.key)) {
    plan.ticket.results = { ...(plan.ticket.results as object | undefined), level: effect.key };
    const spent = (decision.reasons.find((r) => r.clause === effect.clause)?.facts ?? []).filter((name) => policy.facts[name]?.kind === "yes-no");
    const left = (said: object): object => Object.fromEntries(Object.entries(said).filter(([name]) => !spent.includes(name)));
    plan.ticket.findings = left({ ...ticket.findings, ...(plan.ticket.findings as object | undefined) });
    plan.ticket.claims = left({ ...ticket.claims, ...(plan.ticket.claims as object | undefined) });
    plan.writes.push({
      table: "timers",
      rows: [{ ...where, key: "escalated", moment: "timer", about: "level", claimed_until: null }],
      conflict: { columns: ["desk", "ticket", "key"], update: ["at"] },
    });
  }
  const tells = effect.outcome["tell"];
  return { clause: effect.clause, tellsRequester: Array.isArray(tells) && tells.includes("requester") };
}
