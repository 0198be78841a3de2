// What a policy asks of each of its roles: to decide, to hear an appeal, to take over, to be told, to look after something. Pure.
import type { Clause, Policy } from "./model.ts";

export type RoleTask = "decides" | "hears-appeals" | "takes-over" | "is-told" | "looks-after";

export interface RoleAsked {
  readonly role: string;
  /** In the order of the clauses; none where the policy only names the role. */
  readonly tasks: readonly RoleTask[];
  /** Ids of the clauses that ask it. */
  readonly clauses: readonly string[];
}

/** Every role of the policy in the order in which it declares them. SPEC 5.9 */
export function rolesAsked(policy: Policy): readonly RoleAsked[] {
  return Object.keys(policy.roles).map((role) => {
    const asking = policy.clauses.map((clause) => ({ id: clause.id, tasks: tasksOf(clause, role) })).filter((c) => c.tasks.length > 0);
    return { role, tasks: [...new Set(asking.flatMap((c) => c.tasks))], clauses: asking.map((c) => c.id) };
  });
}

function tasksOf({ ruling, section, outcome }: Clause, role: string): RoleTask[] {
  const tells = outcome["tell"];
  const told = outcome["to"] === role || (Array.isArray(tells) && tells.includes(role));
  return [
    ...(ruling?.role === role ? (["decides"] as const) : []),
    ...(ruling?.appeal === role ? (["hears-appeals"] as const) : []),
    ...(section === "escalations" && outcome["escalate"] === role ? (["takes-over"] as const) : []),
    ...(told ? (["is-told"] as const) : []),
    ...(outcome["who"] === role ? (["looks-after"] as const) : []),
  ];
}
