// The proof of the tables: situations that no clause answers, clauses that answer differently, clauses that never answer. SPEC 12, 7.3, 5.4.
import type { Clause, Facts, Finding, Moment, Policy } from "../model.ts";
import { programOf } from "../program.ts";
import { SECTION_KINDS } from "../sections.ts";
import { describe } from "./describe.ts";
import { NONE, type Region, TooLarge } from "./diagram.ts";
import { gapFinding, overlapFinding, unprovedFinding, unreachableFinding } from "./proof-findings.ts";
import { type Asked, type Run, runMoment, STEPS } from "./run.ts";
import { MOST_FACTS, type Space, spaceOf } from "./space.ts";
import { winsOver } from "./wins-over.ts";
import { worldOf } from "./world.ts";

/** What was seen of one table over its moments. */
interface Seen {
  readonly gaps: Map<string, { example: Facts; at: Set<Moment> }>;
  readonly overlaps: Map<string, { one: Clause; other: Clause; boxes: Map<string, Facts> }>;
  readonly reached: Set<string>;
  readonly covering: Map<string, Set<Clause>>;
  unproved: boolean;
}

/** Every finding of every table but the broken ones (`section/key`). Exact within its limits; beyond them E-UNPROVED. */
export function proveTables(policy: Policy, broken: ReadonlySet<string> = new Set()): Finding[] {
  const space = spaceOf(policy);
  const tables = Object.entries(policy.tables).filter(([name]) => !broken.has(name));
  if (space.dims.length > MOST_FACTS) return tables.map(([name, clauses]) => unprovedFinding(name, clauses));
  const seen = new Map(tables.map(([name]) => [name, { gaps: new Map(), overlaps: new Map(), reached: new Set(), covering: new Map(), unproved: false } as Seen]));
  const wins = winsOver(policy);
  const done = new Set<string>();
  for (const moment of programOf(policy).at.keys()) {
    for (const run of runMoment(policy, space, moment, broken)) {
      const mine = seen.get(`${run.table.section}/${run.table.key}`);
      if (!mine) continue;
      try {
        if ("unproved" in run) throw new TooLarge();
        space.diagram.allow(STEPS);
        proveOne(policy, space, run, mine, wins, done);
      } catch (error) {
        if (!(error instanceof TooLarge)) throw error;
        mine.unproved = true;
      }
    }
  }
  return tables.flatMap(([table, clauses]) => {
    const found = seen.get(table)!;
    const name = table.replace(/\/$/, "");
    if (found.unproved) return [unprovedFinding(name, clauses)];
    return [
      ...(found.gaps.size ? [gapFinding(name, clauses, found.gaps)] : []),
      ...[...found.overlaps.values()].map(({ one, other, boxes }) => overlapFinding(name, one, other, boxes)),
      ...clauses.filter((c) => !found.reached.has(c.id)).flatMap((c) => unreachable(c, [...(found.covering.get(c.id) ?? [])], wins)),
    ];
  });
}

/** A clause that gives way to all that cover it was meant to. */
function unreachable(clause: Clause, covering: readonly Clause[], wins: (winner: string, loser: string) => boolean): Finding[] {
  return covering.length && covering.every((c) => wins(c.id, clause.id)) ? [] : [unreachableFinding(clause, covering)];
}

function proveOne(policy: Policy, space: Space, run: Run, seen: Seen, wins: (winner: string, loser: string) => boolean, done: Set<string>): void {
  const { diagram } = space;
  const support = new Set<number>();
  for (const r of [run.answered, run.skipped, ...run.asked.flatMap((a) => [a.holds, a.taken])]) diagram.support(r, support);
  const world = worldOf(policy, space, run.moment, support);
  const owed = diagram.minus(world, run.skipped);
  // Moments often see the same clauses in the same situations: what was proved once need not be again, but for the gap's moments.
  const same = [`${run.table.section}/${run.table.key}`, world, run.answered, run.skipped, ...run.asked.map((a) => `${a.rule.clause.id}=${a.holds}`)].join(" ");
  if (SECTION_KINDS[run.table.section].answersAll) {
    const gap = diagram.minus(owed, run.answered);
    for (const { words, example } of describe(space, gap, diagram.and(owed, run.answered))) {
      const old = seen.gaps.get(words);
      if (old) old.at.add(run.moment);
      else seen.gaps.set(words, { example, at: new Set([run.moment]) });
    }
  }
  if (done.has(same)) return;
  done.add(same);
  diagram.allow(STEPS);
  run.asked.forEach((asked, i) => reach(space, world, asked, run.asked.slice(0, i), seen));
  // From the last to the first, with what the later ones hold together, so that a clause that meets none costs one step and not one each.
  let later: Region = NONE;
  for (const [i, asked] of [...run.asked.entries()].reverse()) {
    if (diagram.minus(diagram.and(asked.holds, later), asked.taken) !== NONE) for (const other of run.asked.slice(i + 1)) overlap(space, world, asked, other, seen, wins);
    later = diagram.or(later, asked.holds);
  }
}

function reach(space: Space, world: Region, asked: Asked, earlier: readonly Asked[], seen: Seen): void {
  const { diagram } = space;
  const { clause } = asked.rule;
  const holds = diagram.and(world, asked.holds);
  if (diagram.minus(holds, asked.taken) !== NONE) {
    seen.reached.add(clause.id);
    return;
  }
  const covering = seen.covering.get(clause.id) ?? new Set<Clause>();
  seen.covering.set(clause.id, covering);
  for (const e of earlier) if (diagram.minus(diagram.and(holds, e.holds), e.taken) !== NONE) covering.add(e.rule.clause);
}

/** Two clauses answer one situation differently, the earlier not inside the later. A `may` before others is an exception by its nature. */
function overlap(space: Space, world: Region, earlier: Asked, later: Asked, seen: Seen, wins: (winner: string, loser: string) => boolean): void {
  const { diagram } = space;
  const [one, other] = [earlier.rule.clause, later.rule.clause];
  if (one.ruling || wins(one.id, other.id) || sameAnswer(one, other)) return;
  const both = diagram.minus(diagram.and(world, diagram.and(earlier.holds, later.holds)), earlier.taken);
  if (both === NONE || diagram.minus(diagram.and(world, earlier.holds), later.holds) === NONE) return;
  // The later one inside the earlier never answers; that is said as such.
  if (diagram.minus(diagram.and(world, later.holds), earlier.holds) === NONE) return;
  const boxes = describe(space, both, diagram.minus(world, both));
  diagram.allow(STEPS);
  const key = `${one.id} ${other.id}`;
  const found = seen.overlaps.get(key) ?? { one, other, boxes: new Map<string, Facts>() };
  seen.overlaps.set(key, found);
  for (const { words, example } of boxes) found.boxes.set(words, example);
}

const sameAnswer = (a: Clause, b: Clause): boolean => a.strength === b.strength && JSON.stringify(a.outcome) === JSON.stringify(b.outcome);
