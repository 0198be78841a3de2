// Which clause was declared to win over which, directly or through others between them. SPEC 5.4.
import type { Clause, Policy } from "../model.ts";

const MOST_KEPT = 64;

/** Whether the first clause was declared to win over the second. What one wins over is worked out when asked; few answers are kept, since chains may be long. */
export function winsOver(policy: Policy): (winner: string, loser: string) => boolean {
  const direct = overs(policy);
  const kept = new Map<string, ReadonlySet<string>>();
  return (winner, loser) => {
    if (!direct.has(winner)) return false;
    let losers = kept.get(winner);
    if (!losers) {
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(winner, (losers = losersOf(direct, winner)));
    }
    return losers.has(loser);
  };
}

const overs = (policy: Policy): ReadonlyMap<string, readonly string[]> => new Map(policy.clauses.filter((c: Clause) => c.over.length).map((c) => [c.id, c.over]));

function losersOf(direct: ReadonlyMap<string, readonly string[]>, winner: string): ReadonlySet<string> {
  const losers = new Set<string>();
  const queue = [winner];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const loser of direct.get(at) ?? []) {
      if (losers.has(loser)) continue;
      losers.add(loser);
      queue.push(loser);
    }
  }
  return losers;
}

/** Circles of clauses that win over each other: the ids of each, once. Every circle that there is shows in at least one of them. */
export function circlesOf(policy: Policy): readonly (readonly string[])[] {
  const direct = overs(policy);
  const found = new Map<string, readonly string[]>();
  const done = new Set<string>();
  for (const start of direct.keys()) {
    if (done.has(start)) continue;
    const path = [{ id: start, next: 0 }];
    const onPath = new Map([[start, 0]]);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const loser = direct.get(top.id)?.[top.next++];
      if (loser === undefined) {
        done.add(top.id);
        onPath.delete(top.id);
        path.pop();
      } else if (onPath.has(loser)) {
        const ids = path.slice(onPath.get(loser)).map((p) => p.id);
        if (ids.length > 1) found.set(ids.toSorted().join(" "), ids);
      } else if (!done.has(loser)) {
        onPath.set(loser, path.length);
        path.push({ id: loser, next: 0 });
      }
    }
  }
  return [...found.values()];
}
