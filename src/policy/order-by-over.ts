// The order in which a table's clauses are asked: as written, save that one declared to win stands before those it wins over.
import type { Clause } from "./model.ts";

/** The clauses of one table in the order in which they are asked. A circle of `over` keeps the written order. SPEC 5.4. */
export function orderByOver(written: readonly Clause[]): Clause[] {
  if (!written.some((c) => c.over.length)) return [...written];
  const winners = new Map<string, Clause[]>();
  for (const c of written) {
    for (const loser of c.over) {
      const list = winners.get(loser);
      if (list) list.push(c);
      else winners.set(loser, [c]);
    }
  }
  const ordered: Clause[] = [];
  const seen = new Set<Clause>();
  // Winners first, by hand and not by recursion: a chain may be as long as the policy.
  for (const start of written) {
    if (seen.has(start)) continue;
    seen.add(start);
    const path = [{ clause: start, next: 0 }];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const winner = winners.get(top.clause.id)?.[top.next++];
      if (!winner) {
        ordered.push(top.clause);
        path.pop();
      } else if (!seen.has(winner)) {
        seen.add(winner);
        path.push({ clause: winner, next: 0 });
      }
    }
  }
  return ordered;
}
