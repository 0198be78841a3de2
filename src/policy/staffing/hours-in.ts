// When a clause can answer within a span of days, as far as opening hours decide it: exact stretches, holidays and dated hours included.
import { possible } from "../check/possible.ts";
import type { Calendar, Clause, Policy } from "../model.ts";
import { openHours } from "../time/calendar.ts";
import { opened, type Stretch } from "../time/rota.ts";

/** Stretches of [from, to) at which a request that comes in can fall under the clause; facts besides the hours may be anything. */
export function hoursIn(policy: Policy, clause: Clause, from: number, to: number): Stretch[] {
  const asked = clause.reads.flatMap((fact): [string, Calendar][] => {
    const calendar = policy.calendars[/^(?:now|opened)-in\.(.+)$/.exec(fact)?.[1] ?? ""];
    return calendar && calendar.undecided === undefined && (fact.startsWith("now-in.") || clause.at.every((m) => m === "opened")) ? [[fact, calendar]] : [];
  });
  if (!asked.length) return [{ from, to }];
  const edges = [...new Set([from, to, ...asked.flatMap(([, calendar]) => opened(calendar, from, to).flatMap((s) => [s.from, s.to]))])].sort((a, b) => a - b);
  const hours = new Map(asked.map(([fact, calendar]) => [fact, openHours(calendar)]));
  const found: Stretch[] = [];
  for (const [i, begin] of edges.slice(0, -1).entries()) {
    if (!possible(clause.when, (leaf) => leaf.is !== "in" || !hours.has(leaf.fact) || leaf.values.includes(hours.get(leaf.fact)!.isOpen(begin)))) continue;
    const last = found.at(-1);
    if (last?.to === begin) found[found.length - 1] = { from: last.from, to: edges[i + 1]! };
    else found.push({ from: begin, to: edges[i + 1]! });
  }
  return found;
}
