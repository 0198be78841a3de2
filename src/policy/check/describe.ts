// Regions of situations in words, as few and as wide boxes as it takes, with an example customer out of each.
import { formatDuration } from "../time/duration.ts";
import type { Duration, Fact, Facts, Unit, Value } from "../model.ts";
import { ALL, NONE, type Region, TooLarge } from "./diagram.ts";
import { type Cell, isUnknown, type Space } from "./space.ts";

export interface Described {
  readonly words: string;
  readonly example: Facts;
  readonly telling: Facts; // of the example what matters: the others may be anything
}
export interface Descriptions {
  readonly boxes: readonly Described[];
  /** There is more than is described. */
  readonly cut: boolean;
}

export const MOST_BOXES = 12;
/** Steps allowed to the search for one wide box. */
const DESCRIBING = 60_000;

/**
 * The region as boxes, each as wide as it can be without touching `avoid` (situations for which it would not be true);
 * situations outside both do not matter. In a fixed order, so that the same region is always described in the same words.
 */
export function describe(space: Space, region: Region, avoid: Region): Descriptions {
  const boxes: Described[] = [];
  let rest = region;
  while (rest !== NONE && boxes.length < MOST_BOXES) {
    const point = pointOf(space, rest);
    const example = exampleOf(space, point);
    try {
      space.diagram.allow(DESCRIBING);
      const box = widen(space, point, avoid, rest);
      rest = space.diagram.minus(rest, regionOf(space, box));
      boxes.push({ words: inWords(space, box), example, telling: exampleOf(space, new Map([...point].filter(([dim]) => box.has(dim)))) });
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      boxes.push({ words: inWords(space, boxOf(point)), example, telling: example }); // too wide to measure: the one customer says enough
      return { boxes, cut: true };
    }
  }
  return { boxes, cut: rest !== NONE };
}

export type CellBox = ReadonlyMap<number, ReadonlySet<number>>; // cells by dimension; a dimension that is absent does not matter

/** One path through the region; known values before unknown, early before late. */
export function pointOf(space: Space, region: Region): ReadonlyMap<number, number> {
  const point = new Map<number, number>();
  for (let node = space.diagram.split(region); node; ) {
    const cell = node.kids.findIndex((kid) => kid !== NONE);
    point.set(node.dim, cell);
    node = space.diagram.split(node.kids[cell] ?? NONE);
  }
  return point;
}

const boxOf = (point: ReadonlyMap<number, number>): Map<number, ReadonlySet<number>> => new Map([...point].map(([dim, cell]) => [dim, new Set([cell])]));

/** The widest box around a point that touches nothing of `avoid`; `region` says where "unknown" is meant. */
export function widen(space: Space, point: ReadonlyMap<number, number>, avoid: Region, region: Region): CellBox {
  const { diagram } = space;
  const box = boxOf(point);
  for (const [dim, cells] of [...box]) {
    box.delete(dim);
    if (diagram.and(regionOf(space, box), avoid) !== NONE) box.set(dim, cells);
  }
  for (const dim of [...box.keys()]) {
    box.delete(dim);
    const others = regionOf(space, box);
    const barred = touched(space, diagram.and(others, avoid), dim);
    const meant = touched(space, diagram.and(others, region), dim);
    // Where a fact is never unknown, "or unknown" would only puzzle.
    box.set(dim, new Set(space.dims[dim]!.cells.flatMap((cell, i) => (!barred.has(i) && (!isUnknown(cell) || meant.has(i)) ? [i] : []))));
  }
  return box;
}

/** The cells of a dimension that some situation of the region lies in. */
function touched(space: Space, region: Region, dim: number): ReadonlySet<number> {
  const cells = new Set<number>();
  const seen = new Set<Region>();
  const walk = (at: Region): void => {
    if (at === NONE || seen.has(at)) return;
    seen.add(at);
    const node = space.diagram.split(at);
    if (!node || node.dim > dim) space.dims[dim]!.cells.forEach((_, i) => cells.add(i));
    else if (node.dim === dim) node.kids.forEach((kid, i) => kid !== NONE && cells.add(i));
    else node.kids.forEach(walk);
  };
  walk(region);
  return cells;
}

/** All situations of a box. */
export function regionOf(space: Space, box: CellBox): Region {
  let region: Region = ALL;
  for (const dim of [...box.keys()].sort((a, b) => b - a)) {
    region = space.diagram.and(
      region,
      space.diagram.cells(dim, (cell) => box.get(dim)!.has(cell)),
    );
  }
  return region;
}

/** "contract none, release earlier, worked.connection more than 30 minutes" */
export function inWords(space: Space, box: CellBox): string {
  const parts = [...box]
    .sort(([a], [b]) => a - b)
    .map(([dim, cells]) => {
      const { fact, cells: all } = space.dims[dim]!;
      return `${fact.name} ${cellsInWords(
        fact,
        all.filter((_, i) => cells.has(i)),
      )}`;
    });
  return parts.join(", ") || "any situation";
}

function cellsInWords(fact: Fact, cells: readonly Cell[]): string {
  const stretches: { from: number; to: number }[] = [];
  const words: string[] = [];
  for (const cell of cells) {
    if ("value" in cell) words.push(valueInWords(fact, cell.value));
    else if (stretches.at(-1)?.to === cell.from) stretches.at(-1)!.to = cell.to;
    else stretches.push({ from: cell.from, to: cell.to });
  }
  const others = fact.values.filter((v) => !words.includes(v));
  if (fact.kind === "one-of" && others.length && others.length * 2 < words.length) return `${words.includes("unknown") || !fact.unknown ? "" : "known and "}other than ${others.join(" or ")}`;
  return [...stretches.map((s) => stretchInWords(fact, s)), ...words].join(" or ");
}

function stretchInWords(fact: Fact, { from, to }: { from: number; to: number }): string {
  const say = (n: number): string => valueInWords(fact, n);
  const open = to >= Number.MAX_SAFE_INTEGER || (fact.kind === "percent" && to > 100);
  if (fact.kind === "duration" || fact.kind === "money") {
    const least = from % MINUTE === 1 || (fact.kind === "money" && from % 10 === 1) ? `more than ${say(from - 1)}` : `${say(from)} or more`;
    const most = to % MINUTE === 1 || (fact.kind === "money" && to % 10 === 1) ? `at most ${say(to - 1)}` : `less than ${say(to)}`;
    return from === 0 ? (open ? "known" : most) : open ? least : `${least} and ${most}`;
  }
  if (to === from + 1) return say(from);
  return from === 0 && open ? "known" : open ? `${from} or more` : from === 0 ? `at most ${to - 1}` : `${from} to ${to - 1}`;
}

const MINUTE = 60_000;
const UNITS: readonly [number, Unit][] = [
  [24 * 60 * MINUTE, "days"],
  [60 * MINUTE, "hours"],
  [MINUTE, "minutes"],
];

/** A fact's value as an author writes it. */
export function valueInWords(fact: Fact, value: Value): string {
  if (value === null) return "unknown";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value !== "number") return value;
  if (fact.kind === "money") return (value / 100).toFixed(2);
  if (fact.kind === "percent") return `${value}%`;
  if (fact.kind !== "duration") return String(value);
  // Hours up to two days, as policies write them.
  const [size, unit] = UNITS.find(([s, u]) => value % s === 0 && value >= s && !(u === "days" && value <= 2 * s)) ?? [1, null];
  if (unit) return formatDuration({ amount: value / size, unit } as Duration);
  if ((value + 1) % MINUTE === 0) return `just under ${valueInWords(fact, value + 1)}`;
  return value % MINUTE === 1 && value > 1 ? `just over ${valueInWords(fact, value - 1)}` : `${value} ms`;
}

/** The point as facts; of a stretch its first whole minute, or its beginning. */
export function exampleOf(space: Space, point: ReadonlyMap<number, number>): Facts {
  return Object.fromEntries(
    [...point].map(([dim, at]): [string, Value] => {
      const { fact, cells } = space.dims[dim]!;
      const cell = cells[at]!;
      if ("value" in cell) return [fact.name, cell.value];
      const round = Math.ceil(cell.from / MINUTE) * MINUTE;
      return [fact.name, fact.kind === "duration" && round < cell.to ? round : cell.from];
    }),
  );
}
