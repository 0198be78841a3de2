// The order in which a table's clauses are asked: as written, save that one declared to win stands before those it wins over.
import type { Clause } from "./model.ts";

/** The clauses of one table in the order in which they are asked. A circle of `over` keeps the written order. SPEC 5.4. */
export function orderByOver(written: readonly Clause[]): Clause[] {
  if (!written.some((c) => c.over.length)) return [...written];
  const winners = new Map<string, Clause[]>();
  for (const c of written) for (const loser of c.over) winners.set(loser, [...(winners.get(loser) ?? []), c]);
  const ordered: Clause[] = [];
  const seen = new Set<Clause>();
  const place = (c: Clause): void => {
    if (seen.has(c)) return;
    seen.add(c);
    for (const winner of winners.get(c.id) ?? []) place(winner);
    ordered.push(c);
  };
  for (const c of written) place(c);
  return ordered;
}
