// The comparison of a table that outgrows its diagrams: both versions as boxes, cut against each other until each piece is treated in one way before and one now.
import { covered, meet, uncovered } from "../check/boxes.ts";
import type { Box, Budget, Stretches } from "../check/box.ts";
import { exampleOf } from "../check/describe.ts";
import { ALL, Diagram, TooLarge } from "../check/diagram.ts";
import { boxesOfRegion, type TableBoxes } from "../check/table-boxes.ts";
import { worldOf } from "../check/world.ts";
import type { Space } from "../check/space.ts";
import type { Facts, Moment } from "../model.ts";
import type { By, Wide } from "./answers.ts";
import { countsTogether } from "./counts-together.ts";
import type { Where } from "./exact-boxes.ts";
import type { Joint, JointSide } from "./joint-space.ts";
import { NOTHING, treatmentOf } from "./treatment.ts";

/** Situations that share one treatment before and one now, as a box. */
export interface WidePiece {
  readonly was: By;
  readonly is: By;
  readonly where: readonly Where[];
  readonly example: Facts;
  /** Together with its like these are all situations in which the old clause answered. */
  readonly whole: boolean;
}
/** A clause, a refusal before, or no answer: it holds in its boxes, and answers where nothing earlier in the list does. */
interface Entry extends By {
  readonly treatment: string;
  readonly boxes: readonly Box[];
}

const STEPS = 40_000_000;
const WORLD_STEPS = 200_000;
const MOST_NEVER = 2000;

/** At most `most` pieces of the answers that differ. Null for a version that has no such table. @throws TooLarge where its boxes are too many, or a person is asked in it. */
export function compareByBoxes(joint: Joint, moment: Moment, old: Wide | null, next: Wide | null, most: number): { readonly pieces: readonly WidePiece[]; readonly cut: boolean } {
  if ([old, next].some((side) => side?.rules.some((r) => r.ruling))) throw new TooLarge();
  const [a, b] = [old?.boxes(), next?.boxes()];
  if (a === null || b === null) throw new TooLarge();
  const dims = [...new Set([...(a?.dims ?? []), ...(b?.dims ?? [])])].sort((x, y) => x - y);
  const columns: Columns = { space: joint.space, dims, ends: dims.map((dim) => joint.space.dims[dim]!.cells.length), never: neverIn(joint, moment, dims), budget: { steps: STEPS } };
  return differing(columns, entriesOf(joint.old, old, a, dims), entriesOf(joint.new, next, b, dims), most);
}

interface Columns {
  readonly space: Space;
  readonly dims: readonly number[];
  readonly ends: readonly number[];
  readonly never: readonly Box[]; // situations that cannot be
  readonly budget: Budget;
}

function entriesOf(side: JointSide, wide: Wide | null, boxes: TableBoxes | undefined, dims: readonly number[]): Entry[] {
  const inAll = (list: readonly Box[]): Box[] => list.map((box) => dims.map((dim) => box[boxes?.dims.indexOf(dim) ?? -1] ?? null));
  const answers = (boxes?.rules ?? []).map((rule, i): Entry => {
    const { clause } = wide!.rules[i]!;
    return { clause, how: "answers", treatment: treatmentOf(side.policy, clause), boxes: inAll(rule.answers) };
  });
  return [...answers, { clause: null, how: "refused", treatment: NOTHING, boxes: inAll(boxes?.skipped ?? []) }, { clause: null, how: "silent", treatment: NOTHING, boxes: [dims.map(() => null)] }];
}

/** What is earlier in either list is left out of a piece, so that no two pieces share a situation. */
function differing(c: Columns, before: readonly Entry[], now: readonly Entry[], most: number) {
  const pieces: WidePiece[] = [];
  let cut = false;
  const earlierOld: Box[] = [];
  for (const was of before) {
    const earlierNew: Box[] = [];
    for (const is of now) {
      if (was.treatment !== is.treatment) {
        const found = between(c, was.boxes, is.boxes, earlierOld, earlierNew);
        const mine = found.flatMap((box) => described(c, box) ?? []);
        const whole = was.how === "answers" && mine.length > 0 && was.boxes.every((box) => covered(c.ends, box, [...c.never, ...earlierOld, ...found], c.budget) === true);
        cut ||= pieces.length + mine.length > most;
        pieces.push(...mine.slice(0, most - pieces.length).map((piece) => ({ was: byOf(was), is: byOf(is), ...piece, whole })));
      }
      earlierNew.push(...is.boxes);
    }
    earlierOld.push(...was.boxes);
  }
  return { pieces, cut };
}

const byOf = ({ clause, how }: Entry): By => ({ clause, how });

/** Where both hold and nothing earlier of either does. */
function between(c: Columns, mine: readonly Box[], theirs: readonly Box[], earlierOld: readonly Box[], earlierNew: readonly Box[]): Box[] {
  const found: Box[] = [];
  mine.forEach((x, m) => {
    theirs.forEach((y, n) => {
      c.budget.steps -= 1;
      const both = meet(x, y);
      if (!both) return;
      const earlier = [...earlierOld, ...mine.slice(0, m), ...earlierNew, ...theirs.slice(0, n)];
      c.budget.steps -= earlier.length;
      if (earlier.some((box) => contains(box, both))) return;
      const left = uncovered(c.ends, both, earlier, c.budget);
      if (left.listed !== "all") throw new TooLarge();
      found.push(...left.boxes);
    });
  });
  return found;
}

/** Whether all of `inner` lies in `outer`: the common case in which nothing is left. */
function contains(outer: Box, inner: Box): boolean {
  return outer.every((stretches, column) => {
    if (stretches === null) return true;
    const within = inner[column];
    if (!within) return false;
    for (let i = 0; i < within.length; i += 2) {
      let held = false;
      for (let o = 0; o < stretches.length && !held; o += 2) held = stretches[o]! <= within[i]! && within[i + 1]! <= stretches[o + 1]!;
      if (!held) return false;
    }
    return true;
  });
}

/** The situations that cannot be, as boxes. A diagram of its own, since the comparison's may be used up. */
function neverIn(joint: Joint, moment: Moment, dims: readonly number[]): Box[] {
  const own: Space = { ...joint.space, diagram: new Diagram(joint.space.diagram.sizes, WORLD_STEPS) };
  own.diagram.allow(WORLD_STEPS);
  const support = new Set(dims);
  const world = own.diagram.and(worldOf(joint.world, own, moment, support), countsTogether({ ...joint, space: own }, support));
  const boxes = boxesOfRegion(own, own.diagram.minus(ALL, world), MOST_NEVER);
  if (!boxes) throw new TooLarge();
  // What can be is told by other facts, too: only what is impossible whatever those are is left out.
  if (boxes.some((box) => [...box.keys()].some((dim) => !support.has(dim)))) throw new TooLarge();
  return boxes.map((box) => dims.map((dim) => box.get(dim) ?? null));
}

/** The box as facts and their cells, with an example that can be; null where none of it can. */
function described({ space, dims, ends, never, budget }: Columns, box: Box): { where: Where[]; example: Facts } | null {
  const there = uncovered(ends, box, never, budget, 1);
  const possible = there.boxes[0];
  if (!possible) {
    if (there.listed !== "all") throw new TooLarge();
    return null;
  }
  const where: Where[] = [];
  const point = new Map<number, number>();
  dims.forEach((dim, column) => {
    const { fact, cells } = space.dims[dim]!;
    const inside = cellsIn(box[column] ?? null, cells.length);
    if (inside.size === cells.length) return;
    where.push({ fact, cells: cells.filter((_, i) => inside.has(i)), others: cells.length - inside.size });
    point.set(dim, possible[column]?.[0] ?? [...inside][0] ?? 0);
  });
  return { where, example: exampleOf(space, point) };
}

function cellsIn(stretches: Stretches | null, size: number): ReadonlySet<number> {
  const inside = new Set<number>();
  const all = stretches ?? [0, size];
  for (let s = 0; s < all.length; s += 2) for (let i = all[s]!; i < all[s + 1]!; i++) inside.add(i);
  return inside;
}
