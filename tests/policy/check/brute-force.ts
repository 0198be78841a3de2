// The proof's judge: every situation of a small policy tried one by one with `decide`, at every moment.
import { decide, type Facts, type Moment, type Policy, type Value } from "../../../src/policy/index.ts";
import { toTest } from "../../../src/policy/match.ts";
import { programOf } from "../../../src/policy/program.ts";

/** Values to try of each fact at a moment; null is unknown. */
export type Domains = (moment: Moment) => Readonly<Record<string, readonly Value[]>>;

export interface Seen {
  readonly gaps: ReadonlySet<string>; // tables
  readonly overlaps: ReadonlySet<string>; // "table one other"
  readonly unreachable: ReadonlySet<string>; // clauses
}

/** What the proof should say, found without any proof. */
export function bruteForce(policy: Policy, domains: Domains): Seen {
  const gaps = new Set<string>();
  const reached = new Set<string>();
  const overlaps = new Set<string>();
  for (const [moment, tables] of programOf(policy).at) {
    const meets = new Set<string>(); // pairs that both hold, with no earlier answer
    const first = new Map<string, Set<string>>(); // pairs of which the first holds somewhere without the second, or the second without the first
    const alone = (pair: string, which: string): void => void first.set(pair, (first.get(pair) ?? new Set()).add(which));
    for (const facts of situations(domains(moment))) {
      const { results, reasons } = decide(policy, { moment, at: 0, openedAt: 0, facts });
      const all: Facts = { ...facts, ...results };
      const refused = results["scope"] === "out" || results["entitlement"] === "refused";
      for (const table of tables) {
        const name = `${table.section}/${table.key}`.replace(/\/$/, "");
        const skip = refused && table.kind.skippedWhenRefused;
        if (table.kind.answersAll && !skip && results[table.fact] === undefined) gaps.add(name);
        let answered = false;
        const holding = table.rules.map((rule) => (!skip || rule.clause.evenIfRefused) && toTest(rule.clause.when)(all));
        for (const [i, rule] of table.rules.entries()) {
          for (const [j, other] of table.rules.entries()) {
            if (j <= i) continue;
            const pair = `${name} ${rule.clause.id} ${other.clause.id}`;
            if (holding[i] && holding[j] && !answered) meets.add(pair);
            if (holding[i] && !holding[j]) alone(pair, "one");
            if (!holding[i] && holding[j]) alone(pair, "other");
          }
          const granted = !rule.ruling || facts[rule.ruling] === "granted";
          if (holding[i] && !answered) reached.add(rule.clause.id);
          if (holding[i] && granted) answered = true;
        }
        const said = reasons.filter((r) => r.section === table.section && r.key === table.key && r.strength !== "may").map((r) => r.clause);
        for (const id of said) if (!reached.has(id)) throw new Error(`${id} answered without holding`);
      }
    }
    for (const pair of meets) {
      const [, one, other] = pair.split(" ");
      const [a, b] = [one, other].map((id) => policy.clauses.find((c) => c.id === id)!);
      const differ = JSON.stringify(a!.outcome) !== JSON.stringify(b!.outcome) || a!.strength !== b!.strength;
      if (differ && !a!.ruling && !wins(policy.clauses, a!.id, b!.id) && first.get(pair)?.size === 2) overlaps.add(pair);
    }
  }
  const unreachable = new Set(policy.clauses.filter((c) => c.section !== "statements" && !reached.has(c.id)).map((c) => c.id));
  return { gaps, overlaps, unreachable };
}

export function* situations(domains: Readonly<Record<string, readonly Value[]>>): Generator<Facts> {
  const names = Object.keys(domains);
  const walk = function* (i: number, facts: Record<string, Value>): Generator<Facts> {
    const name = names[i];
    if (name === undefined) yield { ...facts };
    else for (const value of domains[name]!) yield* walk(i + 1, { ...facts, [name]: value });
  };
  yield* walk(0, {});
}

/** Whether one clause is declared to win over another, through others too. */
export function wins(clauses: readonly { id: string; over: readonly string[] }[], winner: string, loser: string, seen = new Set<string>()): boolean {
  if (seen.has(winner)) return false;
  seen.add(winner);
  const over = clauses.find((c) => c.id === winner)?.over ?? [];
  return over.includes(loser) || over.some((o) => wins(clauses, o, loser, seen));
}
