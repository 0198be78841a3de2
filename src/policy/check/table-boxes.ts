// One table of one moment as boxes, for the proof of tables that outgrow their diagrams. A condition on an earlier result becomes the situations that yield it.
import type { Condition, Value } from "../model.ts";
import type { Rule, Table } from "../program.ts";
import { meet } from "./boxes.ts";
import type { Box, Stretches } from "./box.ts";
import { NONE, type Region } from "./diagram.ts";
import type { Cell, Space } from "./space.ts";

/** Boxes over the dimensions `dims`, cell numbers in each column; the rules in the table's order. */
export interface TableBoxes {
  readonly dims: readonly number[];
  readonly rules: readonly { readonly holds: readonly Box[]; readonly answers: readonly Box[] }[];
  readonly skipped: readonly Box[]; // situations that the table need not answer
}

/** Boxes that a clause, or a region, may fall into. */
const MOST_EACH = 64;
const MOST_ALL = 20_000;

type Sparse = ReadonlyMap<number, Stretches>; // by dimension; one that is absent does not matter
export type ResultRegions = ReadonlyMap<string, ReadonlyMap<Value, Region>>;

/** Null where its conditions fall into too many boxes. */
export function tableBoxes(space: Space, table: Table, results: ResultRegions, skipped: Region): TableBoxes | null {
  const skips = boxesOfRegion(space, skipped);
  if (!skips) return null;
  const rules: { holds: Sparse[]; answers: Sparse[] }[] = [];
  let count = 0;
  for (const rule of table.rules) {
    const condition = boxesOf(rule.clause.when, space, results);
    const holds = condition && (rule.clause.evenIfRefused ? condition : without(space, condition, skips));
    if (!holds || (count += holds.length) > MOST_ALL) return null;
    rules.push({ holds, answers: granted(space, rule, holds) });
  }
  const all = [...rules.flatMap((r) => [...r.holds, ...r.answers]), ...skips];
  const dims = [...new Set(all.flatMap((box) => [...box.keys()]))].sort((a, b) => a - b);
  const columns = (boxes: readonly Sparse[]): Box[] => boxes.map((box) => dims.map((dim) => box.get(dim) ?? null));
  return { dims, rules: rules.map((r) => ({ holds: columns(r.holds), answers: columns(r.answers) })), skipped: columns(skips) };
}

/** The paths of a region, cells that lead to the same together; null where they are too many. */
export function boxesOfRegion(space: Space, region: Region, most = MOST_EACH): Sparse[] | null {
  const found: Sparse[] = [];
  const walk = (at: Region, path: ReadonlyMap<number, Stretches>): boolean => {
    if (at === NONE) return true;
    const node = space.diagram.split(at);
    if (!node) return found.push(path) <= most;
    return [...new Set(node.kids)].every((kid) => kid === NONE || walk(kid, new Map([...path, [node.dim, stretchesOf(node.kids.length, (cell) => node.kids[cell] === kid)]])));
  };
  return walk(region, new Map()) ? found : null;
}

function granted(space: Space, rule: Rule, holds: readonly Sparse[]): Sparse[] {
  if (!rule.ruling) return [...holds];
  const dim = space.dimOf.get(rule.ruling);
  if (dim === undefined) return [];
  const cells = stretchesIn(space, dim, (c) => "value" in c && c.value === "granted");
  return holds.flatMap((box) => both(box, new Map([[dim, cells]])) ?? []);
}

/** What of the boxes lies in none of the others: each box cut along the others' columns, one after the other. */
function without(space: Space, boxes: readonly Sparse[], others: readonly Sparse[]): Sparse[] | null {
  let rest: Sparse[] = [...boxes];
  for (const other of others) {
    const next: Sparse[] = [];
    for (const box of rest) {
      if (!both(box, other)) {
        next.push(box);
        continue;
      }
      let inside: Sparse = box;
      for (const [dim, stretches] of other) {
        const outside = both(inside, new Map([[dim, complement(stretches, space.diagram.sizes[dim] ?? 0)]]));
        if (outside) next.push(outside);
        inside = both(inside, new Map([[dim, stretches]])) ?? inside;
      }
    }
    if (next.length > MOST_EACH) return null;
    rest = next;
  }
  return rest;
}

/** The boxes in which a condition holds; null where they are too many. */
function boxesOf(c: Condition, space: Space, results: ResultRegions): Sparse[] | null {
  switch (c.is) {
    case "always":
      return [new Map()];
    case "all":
      return c.of.reduce<Sparse[] | null>(
        (sum, part) => {
          const boxes = sum && boxesOf(part, space, results);
          if (!sum || !boxes || sum.length * boxes.length > MOST_EACH * MOST_EACH) return null;
          const met = sum.flatMap((a) => boxes.flatMap((b) => both(a, b) ?? []));
          return met.length > MOST_EACH ? null : met;
        },
        [new Map()],
      );
    case "any": {
      const parts: Sparse[] = [];
      for (const part of c.of) {
        const boxes = boxesOf(part, space, results);
        if (!boxes || parts.push(...boxes) > MOST_EACH) return null;
      }
      return parts;
    }
    case "in":
    case "range": {
      const takes = (value: Value): boolean => (c.is === "in" ? c.values.includes(value) : typeof value === "number" && value >= c.from && value < c.to);
      const made = results.get(c.fact);
      if (made) {
        const parts = [...made].filter(([value]) => takes(value)).map(([, region]) => boxesOfRegion(space, region));
        return parts.every((p) => p !== null) ? parts.flat() : null;
      }
      const dim = space.dimOf.get(c.fact);
      if (dim === undefined) return [];
      const cells = stretchesIn(space, dim, (cell) => ("value" in cell ? takes(cell.value) : takes(cell.from)));
      return cells.length ? [new Map([[dim, cells]])] : [];
    }
  }
}

function both(a: Sparse, b: Sparse): Sparse | null {
  const sum = new Map(a);
  for (const [dim, stretches] of b) {
    const old = sum.get(dim);
    const shared = old ? shareOf(old, stretches) : stretches;
    if (!shared.length) return null;
    sum.set(dim, shared);
  }
  return sum;
}

function shareOf(x: Stretches, y: Stretches): Stretches {
  return meet([x], [y])?.[0] ?? [];
}

const stretchesIn = (space: Space, dim: number, test: (cell: Cell) => boolean): Stretches => {
  const { cells } = space.dims[dim]!;
  return stretchesOf(cells.length, (i) => test(cells[i]!));
};

function stretchesOf(count: number, test: (cell: number) => boolean): Stretches {
  const stretches: number[] = [];
  for (let i = 0; i < count; i++) {
    if (!test(i)) continue;
    if (stretches.at(-1) === i) stretches[stretches.length - 1] = i + 1;
    else stretches.push(i, i + 1);
  }
  return stretches;
}

const complement = (stretches: Stretches, size: number): Stretches => stretchesOf(size, (i) => !stretches.some((from, s) => s % 2 === 0 && from <= i && i < stretches[s + 1]!));
