// The proof of a table that outgrows its diagrams: the same questions, asked of boxes.
import type { Clause, Policy } from "../model.ts";
import { SECTION_KINDS } from "../sections.ts";
import { covered } from "./boxes.ts";
import type { Box } from "./box.ts";
import { checkTable } from "./check-table.ts";
import { type CellBox, type Described, type Descriptions, exampleOf, inWords, MOST_BOXES } from "./describe.ts";
import { ALL, Diagram, TooLarge } from "./diagram.ts";
import type { Outcome } from "./run.ts";
import type { Space } from "./space.ts";
import { boxesOfRegion, type TableBoxes } from "./table-boxes.ts";
import { isOwed } from "./undercut.ts";
import { worldOf } from "./world.ts";

export interface BoxProof {
  readonly gaps: Descriptions;
  readonly overlaps: readonly { readonly one: Clause; readonly other: Clause; readonly at: Described }[];
  readonly overlapsCut: boolean;
  readonly reached: readonly Clause[];
  readonly covering: readonly { readonly clause: Clause; readonly by: readonly Clause[] }[];
  /** What is owed and wholly covered by clauses with `may` before it. */
  readonly undercut: readonly { readonly owed: Clause; readonly by: readonly Clause[] }[];
  readonly proved: boolean;
}

const MOST_MEETINGS = 200;
const MOST_NEVER = 2000;
const WORLD_STEPS = 200_000;
const UNDERCUT_STEPS = 2_000_000;

/** Null where the table's conditions fall into too many boxes, or its situations cannot be told within the limit. `ignore`: pairs that may meet. `kept`: what was proved of other moments, which often ask the same. */
export function proveByBoxes(policy: Policy, space: Space, run: Outcome, ignore: (one: Clause, other: Clause) => boolean, kept = new Map<string, BoxProof>()): BoxProof | null {
  const boxes = run.boxes();
  const never = boxes && neverOf(policy, space, run, boxes.dims);
  if (!boxes || !never) return null;
  const clauses = run.table.rules.map((r) => r.clause);
  const key = JSON.stringify([clauses.map((c) => c.id), boxes, never]);
  const known = kept.get(key);
  if (known) return known;
  const columns = boxes.dims.map((dim) => ({ name: space.dims[dim]!.fact.name, end: space.dims[dim]!.cells.length }));
  const proof = checkTable(columns, boxes.rules, {
    never,
    free: boxes.skipped,
    answersAll: SECTION_KINDS[run.table.section].answersAll,
    ignore: (one, other) => ignore(clauses[one]!, clauses[other]!),
    mostGaps: MOST_BOXES,
    mostMeetings: MOST_MEETINGS,
  });
  const described = (box: Box): Described => describeBox(space, boxes.dims, box);
  const undercut = undercutIn(
    columns.map((c) => c.end),
    clauses,
    boxes,
    never,
  );
  const unreached = new Set(proof.unreachable.map((u) => u.rule));
  const made: BoxProof = {
    gaps: { boxes: proof.gaps.boxes.map(described), cut: proof.gaps.listed !== "all" },
    overlaps: proof.meetings.map(({ one, other, at }) => ({ one: clauses[one]!, other: clauses[other]!, at: described(at) })),
    overlapsCut: proof.meetingsCut,
    reached: clauses.filter((_, i) => !unreached.has(i)),
    covering: proof.unreachable.map(({ rule, covering }) => ({ clause: clauses[rule]!, by: covering.map((c) => clauses[c]!) })),
    undercut: undercut ?? [],
    proved: proof.proved && undercut !== null,
  };
  kept.set(key, made);
  return made;
}

/** Null where the steps ran out. Each clause that is owed is listed, with none where it can be relied on. */
function undercutIn(ends: readonly number[], clauses: readonly Clause[], { rules }: TableBoxes, never: readonly Box[]): BoxProof["undercut"] | null {
  const mays = clauses.flatMap((c, i) => (c.ruling ? [i] : []));
  if (!mays.length) return [];
  const budget = { steps: UNDERCUT_STEPS };
  const found = clauses.flatMap((owed, i) => {
    if (!isOwed(owed)) return [];
    const by = mays.filter((m) => m < i && rules[i]!.holds.every((box) => covered(ends, box, [...never, ...rules[m]!.holds], budget) === true));
    return [{ owed, by: by.map((m) => clauses[m]!) }];
  });
  return budget.steps < 0 ? null : found;
}

/** The situations that cannot be, as boxes. A diagram of its own, since the policy's may be used up. */
function neverOf(policy: Policy, space: Space, run: Outcome, dims: readonly number[]): Box[] | null {
  const own: Space = { ...space, diagram: new Diagram(space.diagram.sizes, WORLD_STEPS) };
  own.diagram.allow(WORLD_STEPS);
  try {
    const world = worldOf(policy, own, run.moment, new Set(dims));
    const boxes = boxesOfRegion(own, own.diagram.minus(ALL, world), MOST_NEVER);
    return boxes && boxes.map((box) => dims.map((dim) => box.get(dim) ?? null));
  } catch (error) {
    if (error instanceof TooLarge) return null;
    throw error;
  }
}

function describeBox(space: Space, dims: readonly number[], box: Box): Described {
  const cells = new Map<number, ReadonlySet<number>>();
  const point = new Map<number, number>();
  dims.forEach((dim, column) => {
    const stretches = box[column];
    const size = space.dims[dim]!.cells.length;
    if (!stretches || (stretches[0] === 0 && stretches[1] === size)) return;
    const inside = new Set(stretches.flatMap((from, i) => (i % 2 ? [] : Array.from({ length: stretches[i + 1]! - from }, (_, n) => from + n))));
    cells.set(dim, inside);
    point.set(dim, stretches[0]!);
  });
  const example = exampleOf(space, point);
  return { words: inWords(space, cells satisfies CellBox), example, telling: example };
}
