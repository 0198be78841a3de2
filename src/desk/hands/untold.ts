// Which notices of a decision are to be told by mail now, and what is kept beside it of those that reach nobody.
import type { Decision, Policy } from "../../policy/index.ts";
import { isConfidential } from "../conduct/confidential.ts";
import type { Plan } from "../plan.ts";

/** Why the expert, or the author, is told nothing. */
export const WHY_UNTOLD = ["nobody-has-it", "did-it", "left", "nobody-wrote", "stranger", "removed", "too-many", "no-way", "house-rule"] as const;
export interface Untold {
  readonly clause: string;
  readonly to: string;
  readonly why: (typeof WHY_UNTOLD)[number];
}

/** The clauses whose notices are for this reader now, and why one of them cannot be: it goes another way than by mail, or is a house rule and the reader is a customer. What rests on somebody's conduct is said in its case alone. */
export function noticesFor(policy: Policy, decision: Decision | null, to: "expert" | "author"): { readonly clauses: readonly string[]; readonly untold: readonly Untold[] } {
  const [clauses, untold]: [string[], Untold[]] = [[], []];
  for (const e of decision?.effects ?? []) {
    if (e.do !== "notify" || e.to !== to || e.at !== undefined || e.clause === null) continue;
    const clause = policy.clauses.find((c) => c.id === e.clause);
    if (!clause || isConfidential(clause, clause.reads)) continue;
    if (!e.by.includes("mail")) untold.push({ clause: clause.id, to, why: "no-way" });
    else if (to === "author" && clause.audience === "agent") untold.push({ clause: clause.id, to, why: "house-rule" });
    else clauses.push(clause.id);
  }
  return { clauses, untold };
}

/** Kept with the decision that this event makes. */
export function keepUntold(plan: Plan, untold: readonly Untold[]): void {
  if (untold.length === 0) return;
  for (const write of plan.writes) if (write.table === "decisions") for (const row of write.rows) row.untold = [...untold];
}
