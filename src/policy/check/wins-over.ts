// Which clause was declared to win over which, directly or through others between them. SPEC 5.4.
import type { Clause, Policy } from "../model.ts";

/** Whether the first clause was declared to win over the second. */
export function winsOver(policy: Policy): (winner: string, loser: string) => boolean {
  const direct = new Map<string, readonly string[]>(policy.clauses.filter((c: Clause) => c.over.length).map((c) => [c.id, c.over]));
  const all = new Map<string, ReadonlySet<string>>();
  for (const id of direct.keys()) {
    const losers = new Set<string>();
    const queue = [id];
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      for (const loser of direct.get(at) ?? []) {
        if (losers.has(loser)) continue;
        losers.add(loser);
        queue.push(loser);
      }
    }
    all.set(id, losers);
  }
  return (winner, loser) => all.get(winner)?.has(loser) ?? false;
}
