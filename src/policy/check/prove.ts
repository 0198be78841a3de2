// The proof of the tables: situations that no clause answers, clauses that answer differently, clauses that never answer. SPEC 12, 7.3, 5.4.
import type { Clause, Finding, Moment, Policy } from "../model.ts";
import { programOf } from "../program.ts";
import { SECTION_KINDS } from "../sections.ts";
import { describe } from "./describe.ts";
import { NONE, type Region, TooLarge } from "./diagram.ts";
import { type Both, gapFinding, overlapFinding, unprovedFinding, unreachableFinding } from "./proof-findings.ts";
import { type BoxProof, proveByBoxes } from "./prove-by-boxes.ts";
import { type Asked, type Outcome, type Run, runMoment, STEPS } from "./run.ts";
import { samePromises } from "./same-act.ts";
import { MOST_FACTS, type Space, spaceOf } from "./space.ts";
import { addUndercut, seeUndercuts, type Undercuts, undercutFindings } from "./undercut.ts";
import { winsOver } from "./wins-over.ts";
import { worldOf } from "./world.ts";

type Wins = (winner: string, loser: string) => boolean;

/** What was seen of one table over its moments. */
interface Seen {
  readonly gaps: Map<string, Both & { at: Set<Moment> }>;
  readonly overlaps: Map<string, { one: Clause; other: Clause; boxes: Map<string, Both>; cut: boolean }>;
  readonly reached: Set<string>;
  readonly covering: Map<string, Set<Clause>>;
  readonly refused: Set<string>; // clauses whose customers were refused before
  cut: boolean; // there are more gaps than were listed
  overlapsCut: boolean; // there are more pairs than were listed
  unproved: boolean;
}
const nothing = (): Seen => ({ gaps: new Map(), overlaps: new Map(), reached: new Set(), covering: new Map(), refused: new Set(), cut: false, overlapsCut: false, unproved: false });

/** Every finding of every table but the broken ones (`section/key`). Exact within its limits; beyond them E-UNPROVED. */
export function proveTables(policy: Policy, broken: ReadonlySet<string> = new Set()): Finding[] {
  const space = spaceOf(policy);
  const tables = Object.entries(policy.tables).filter(([name]) => !broken.has(name));
  if (space.dims.length > MOST_FACTS) return tables.map(([name, clauses]) => unprovedFinding(name, clauses));
  const seen = new Map(tables.map(([name]) => [name, nothing()]));
  const wins = winsOver(policy);
  const done = new Set<string>();
  const undercuts: Undercuts = new Map();
  const twice = new Map<string, Finding>();
  const large = new Map<string, BoxProof>();
  for (const moment of programOf(policy).at.keys()) {
    const runs = runMoment(policy, space, moment, broken);
    for (const run of runs) {
      const mine = seen.get(`${run.table.section}/${run.table.key}`);
      if (mine) join(mine, proveAt(policy, space, run, wins, done, undercuts, large));
    }
    for (const table of samePromises(policy, space, runs, twice)) seen.get(table)!.unproved = true;
  }
  const ofTables = tables.flatMap(([table, clauses]) => {
    const found = seen.get(table)!;
    const name = table.replace(/\/$/, "");
    return [
      ...(found.gaps.size ? [gapFinding(policy, name, clauses, found.gaps, found.cut)] : []),
      ...[...found.overlaps.values()].map(({ one, other, boxes, cut }) => overlapFinding(policy, name, one, other, boxes, cut)),
      ...(found.overlapsCut && !found.unproved ? [unprovedFinding(name, clauses, true)] : []),
      ...(found.unproved
        ? [unprovedFinding(name, clauses)]
        : clauses.filter((c) => !found.reached.has(c.id)).flatMap((c) => unreachable(c, [...(found.covering.get(c.id) ?? [])], found.refused.has(c.id), wins))),
    ];
  });
  return [...ofTables, ...undercutFindings(policy, undercuts), ...twice.values()];
}

/** One table at one moment: by its diagrams, or by boxes where these grow too large. */
function proveAt(policy: Policy, space: Space, run: Outcome, wins: Wins, done: Set<string>, undercuts: Undercuts, large: Map<string, BoxProof>): Seen {
  const seen = nothing();
  try {
    if ("unproved" in run) throw new TooLarge();
    space.diagram.allow(STEPS);
    proveOne(policy, space, run, seen, wins, done, undercuts);
    return seen;
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
  }
  const proof = proveByBoxes(policy, space, run, (one, other) => mayMeet(one, other, wins), large);
  if (!proof) return { ...nothing(), unproved: true };
  for (const { owed, by } of proof.undercut) addUndercut(owed, by, wins, undercuts);
  const at = [run.moment];
  return {
    gaps: new Map(proof.gaps.boxes.map((gap) => [gap.words, { ...gap, at: new Set(at) }])),
    overlaps: new Map(proof.overlaps.map(({ one, other, at: place }) => [`${one.id} ${other.id}`, { one, other, boxes: new Map([[place.words, place]]), cut: true }])),
    reached: new Set(proof.reached.map((c) => c.id)),
    covering: new Map(proof.covering.map(({ clause, by }) => [clause.id, new Set(by)])),
    refused: new Set(),
    cut: proof.gaps.cut,
    overlapsCut: proof.overlapsCut,
    unproved: !proof.proved,
  };
}

/** What was seen at one moment, added to what was seen before. */
function join(sum: Seen, more: Seen): void {
  for (const [words, gap] of more.gaps) {
    const old = sum.gaps.get(words);
    if (old) for (const moment of gap.at) old.at.add(moment);
    else sum.gaps.set(words, gap);
  }
  for (const [key, found] of more.overlaps) {
    const old = sum.overlaps.get(key);
    if (!old) sum.overlaps.set(key, found);
    else {
      for (const [words, both] of found.boxes) old.boxes.set(words, both);
      old.cut ||= found.cut;
    }
  }
  for (const id of more.reached) sum.reached.add(id);
  for (const [id, by] of more.covering) sum.covering.set(id, new Set([...(sum.covering.get(id) ?? []), ...by]));
  for (const id of more.refused) sum.refused.add(id);
  sum.cut ||= more.cut;
  sum.overlapsCut ||= more.overlapsCut;
  sum.unproved ||= more.unproved;
}

/** A clause that gives way to all that cover it was meant to. */
function unreachable(clause: Clause, covering: readonly Clause[], refused: boolean, wins: Wins): Finding[] {
  return covering.length && covering.every((c) => wins(c.id, clause.id)) ? [] : [unreachableFinding(clause, covering, refused && !covering.length)];
}

function proveOne(policy: Policy, space: Space, run: Run, seen: Seen, wins: Wins, done: Set<string>, undercuts: Undercuts): void {
  const { diagram } = space;
  const support = new Set<number>();
  const visited = new Set<Region>();
  for (const r of [run.answered, run.skipped, ...run.asked.flatMap((a) => [a.holds, a.taken])]) diagram.support(r, support, visited);
  const world = worldOf(policy, space, run.moment, support);
  const owed = diagram.minus(world, run.skipped);
  if (policy.tables[`${run.table.section}/${run.table.key}`]?.some((c) => c.ruling)) seeUndercuts(space, world, run, wins, undercuts);
  // Moments often see the same clauses in the same situations: what was proved once need not be again, but for the gap's moments.
  const same = [`${run.table.section}/${run.table.key}`, world, run.answered, run.skipped, ...run.asked.map((a) => `${a.rule.clause.id}=${a.holds}`)].join(" ");
  if (SECTION_KINDS[run.table.section].answersAll) {
    const gap = diagram.minus(owed, run.answered);
    const { boxes, cut } = describe(space, gap, diagram.and(owed, run.answered));
    for (const gap of boxes) seen.gaps.set(gap.words, { ...gap, at: new Set([run.moment]) });
    seen.cut = cut;
  }
  if (done.has(same)) return;
  diagram.allow(STEPS);
  run.asked.forEach((asked, i) => reach(space, world, asked, run.asked.slice(0, i), seen));
  // From the last to the first, with what the later ones hold together, so that a clause that meets none costs one step and not one each.
  let later: Region = NONE;
  for (const [i, asked] of [...run.asked.entries()].reverse()) {
    if (diagram.minus(diagram.and(asked.holds, later), asked.taken) !== NONE) for (const other of run.asked.slice(i + 1)) overlap(space, world, asked, other, seen, wins);
    later = diagram.or(later, asked.holds);
  }
  done.add(same);
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
  if (diagram.and(world, asked.refused) !== NONE) seen.refused.add(clause.id);
}

/** Two clauses answer one situation differently, the earlier not inside the later. A `may` before others is an exception by its nature. */
function overlap(space: Space, world: Region, earlier: Asked, later: Asked, seen: Seen, wins: Wins): void {
  const { diagram } = space;
  const [one, other] = [earlier.rule.clause, later.rule.clause];
  if (mayMeet(one, other, wins)) return;
  const both = diagram.minus(diagram.and(world, diagram.and(earlier.holds, later.holds)), earlier.taken);
  if (both === NONE || diagram.minus(diagram.and(world, earlier.holds), later.holds) === NONE) return;
  // The later one inside the earlier never answers; that is said as such.
  if (diagram.minus(diagram.and(world, later.holds), earlier.holds) === NONE) return;
  const { boxes, cut } = describe(space, both, diagram.minus(world, both));
  diagram.allow(STEPS);
  const key = `${one.id} ${other.id}`;
  const found = seen.overlaps.get(key) ?? { one, other, boxes: new Map<string, Both>(), cut };
  seen.overlaps.set(key, found);
  for (const both of boxes) found.boxes.set(both.words, both);
}

/** Two clauses that may hold together: they say the same, one was declared to win, or one waits for a person. */
const mayMeet = (one: Clause, other: Clause, wins: Wins): boolean => one.ruling !== undefined || wins(one.id, other.id) || sameAnswer(one, other);

const sameAnswer = (a: Clause, b: Clause): boolean => answerOf(a) === answerOf(b);

const answers = new WeakMap<Clause, string>();
function answerOf(clause: Clause): string {
  let answer = answers.get(clause);
  if (answer === undefined) answers.set(clause, (answer = JSON.stringify([clause.strength, clause.outcome])));
  return answer;
}
