// What two versions of a policy do differently, and to whom: per table the situations in which it is so, exactly and each once.
import { MOST_FACTS, type Space } from "../check/space.ts";
import { NONE, type Region, TooLarge } from "../check/diagram.ts";
import { STEPS } from "../check/run.ts";
import { worldOf } from "../check/world.ts";
import { MOMENTS, type Facts, type Moment, type Policy, SECTIONS } from "../model.ts";
import { alikeAt, alikeTable } from "./alike.ts";
import { answersAt, type By, type Facet, type Part, type Wide } from "./answers.ts";
import { compareByBoxes } from "./compare-boxes.ts";
import { type ClauseChange, clauseChanges, type DeclarationChange, declarationChanges } from "./clause-changes.ts";
import { countsTogether } from "./counts-together.ts";
import { DESCRIBING, exactBoxes, type Where } from "./exact-boxes.ts";
import { type Joint, type JointSide, jointSpace } from "./joint-space.ts";
import { NOTHING } from "./treatment.ts";
import { judge, type Judged } from "./verdict.ts";

/** Situations of one table that are treated differently: all of them in one way before, and in one way now. */
export interface ChangedRegion extends Judged {
  readonly table: string; // "charges/quote", "scope/"
  readonly about: string; // "answer", or "ruling …": which of its effects
  readonly at: readonly Moment[];
  readonly where: readonly Where[];
  readonly example: Facts;
  readonly old: By;
  readonly new: By;
  /** Together with its like these are all situations in which the old clause answered at these moments. */
  readonly whole: boolean;
}

export interface Comparison {
  readonly old: Policy;
  readonly new: Policy;
  /** In the order of the sections. Of a table at a moment no two have a situation in common, and together they are all that changed. */
  readonly regions: readonly ChangedRegion[];
  /** Tables of which there are more regions than were listed. */
  readonly cut: readonly string[];
  /** Tables that are too large to be compared: what of them changed is not known. */
  readonly unproved: readonly string[];
  readonly clauses: readonly ClauseChange[];
  readonly declarations: readonly DeclarationChange[];
  /** Names for the facts and calendars that regions speak of. */
  readonly world: Policy;
}

const MOST = 200; // regions of one table at one moment

/** Compares two policies. Never throws; time and memory are bounded, and what is beyond the bound is named. `steps` is for tests. */
export function comparePolicies(old: Policy, next: Policy, steps?: number): Comparison {
  const joint = jointSpace(old, next, steps);
  const regions = new Map<string, ChangedRegion & { at: Moment[] }>();
  const cut = new Set<string>();
  const verdicts = new Map<string, Judged>();
  const tooMany = joint.space.dims.length > MOST_FACTS;
  const unproved = new Set<string>(tooMany ? [...Object.keys(old.tables), ...Object.keys(next.tables)] : []);
  for (const moment of tooMany ? [] : MOMENTS) {
    if (alikeAt(joint, moment)) continue;
    const [was, is] = [answersAt(joint.old, moment), answersAt(joint.new, moment)];
    for (const name of [...new Set([...was.keys(), ...is.keys()])]) {
      const [a, b] = [was.get(name), is.get(name)];
      const table = name.split(" ")[0]!;
      try {
        const wide = isWide(a) || isWide(b);
        if (wide && alikeTable(joint, moment, table)) continue;
        // Of a table that one side could not be told as diagrams, what a person is asked is not known either.
        if (!name.endsWith(" answer") && [was, is].some((side) => isWide(side.get(`${table} answer`)))) throw new TooLarge();
        const found = wide ? compareWide(joint, moment, table, a, b, verdicts) : compareTold(joint, moment, table, a, b, verdicts);
        if (found.cut) cut.add(table);
        for (const region of found.regions) {
          const key = JSON.stringify([table, region.about, region.old.clause?.id, region.old.how, region.new.clause?.id, region.new.how, region.where.map((w) => [w.fact.name, w.cells])]);
          const seen = regions.get(key);
          if (seen) seen.at.push(moment);
          else regions.set(key, { ...region, at: [moment] });
        }
      } catch (error) {
        if (!(error instanceof TooLarge)) throw error;
        unproved.add(table);
      }
    }
  }
  const order = (table: string): number => SECTIONS.findIndex((s) => s === table.split("/")[0]);
  return {
    old,
    new: next,
    cut: [...cut],
    unproved: [...unproved],
    clauses: clauseChanges(old, next),
    declarations: declarationChanges(old, next),
    world: joint.world,
    regions: [...regions.values()].sort((a, b) => order(a.table) - order(b.table)),
  };
}

type Told = Facet | Wide | undefined;
type Found = { regions: Omit<ChangedRegion, "at">[]; cut: boolean };
const isWide = (told: Told): told is Wide => told !== undefined && !("parts" in told);
const wideOf = (told: Told): Wide | null => (told === undefined ? null : isWide(told) ? told : told.wide);

/** As diagrams; where that is too much, an answer as boxes. */
function compareTold(joint: Joint, moment: Moment, table: string, a: Told, b: Told, verdicts: Map<string, Judged>): Found {
  try {
    return compareFacet(joint, moment, (a ?? silent(b as Facet)) as Facet, (b ?? silent(a as Facet)) as Facet, verdicts);
  } catch (error) {
    if (!(error instanceof TooLarge) || ((a ?? b) as Facet).about !== "answer") throw error;
    return compareWide(joint, moment, table, a, b, verdicts);
  }
}

function compareWide(joint: Joint, moment: Moment, table: string, a: Told, b: Told, verdicts: Map<string, Judged>): Found {
  const { pieces, cut } = compareByBoxes(joint, moment, wideOf(a), wideOf(b), MOST);
  const regions = pieces.map(({ was, is, ...piece }) => {
    const [from, to] = [by(joint.old, was), by(joint.new, is)];
    return { table, about: "answer", old: from, new: to, ...piece, ...verdict(joint, from, to, verdicts) };
  });
  return { regions, cut };
}

const silent = (other: Facet): Facet => ({ ...other, parts: [{ clause: null, how: "silent", treatment: NOTHING, region: 1 }] });

function compareFacet(joint: Joint, moment: Moment, old: Facet, next: Facet, verdicts: Map<string, Judged>): Found {
  const { space } = joint;
  const { diagram } = space;
  diagram.allow(STEPS);
  const pairs = pairsThatDiffer(space, old.parts, next.parts);
  if (!pairs.length) return { regions: [], cut: false };
  const support = new Set<number>();
  for (const { was, is } of pairs) for (const { region } of [was, is]) diagram.support(region, support);
  const world = diagram.and(worldOf(joint.world, space, moment, support), countsTogether(joint, support));
  const regions: Omit<ChangedRegion, "at">[] = [];
  let cut = false;
  for (const { was, is, region } of pairs) {
    diagram.allow(DESCRIBING);
    const found = exactBoxes(space, region, world, MOST);
    cut ||= found.cut;
    const [from, to] = [by(joint.old, was), by(joint.new, is)];
    const whole = from.how === "answers" && diagram.and(diagram.minus(was.region, region), world) === NONE;
    const judged = verdict(joint, from, to, verdicts);
    for (const { where, example } of found.boxes) {
      regions.push({ table: old.table, about: old.about, where, example, old: from, new: to, whole, ...judged });
    }
  }
  return { regions, cut };
}

/** Said once of two clauses: two times are compared over a whole week. */
function verdict(joint: Joint, from: By, to: By, known: Map<string, Judged>): Judged {
  const key = [from.clause?.id, from.how, to.clause?.id, to.how].join(" ");
  const judged = known.get(key) ?? judge({ ...from, policy: joint.old.written }, { ...to, policy: joint.new.written });
  known.set(key, judged);
  return judged;
}

/** As the policy itself has the clause, in its own names. */
const by = ({ written }: JointSide, { clause, how }: By): By => ({ how, clause: clause && (written.clauses.find((c) => c.id === clause.id) ?? clause) });

/** Most clauses of two versions answer in the very same situations, which is seen at once; only the others are held against each other. */
function pairsThatDiffer(space: Space, old: readonly Part[], next: readonly Part[]): { was: Part; is: Part; region: Region }[] {
  const { diagram } = space;
  const alike = new Set(old.flatMap((was) => next.filter((is) => is.region === was.region && is.treatment === was.treatment).flatMap((is) => [was, is])));
  const [mine, theirs] = [old, next].map((parts) => parts.filter((part) => !alike.has(part))) as [Part[], Part[]];
  let same: Region = NONE;
  for (const was of mine) for (const is of theirs) if (was.treatment === is.treatment) same = diagram.or(same, diagram.and(was.region, is.region));
  return mine.flatMap((was) => {
    const left = diagram.minus(was.region, same);
    if (left === NONE) return [];
    return theirs.flatMap((is) => {
      const region = diagram.and(left, is.region);
      return region === NONE ? [] : [{ was, is, region }];
    });
  });
}
