// A region as boxes that share no situation and together are just the region: what is listed is neither said twice nor left out.
import { type CellBox, exampleOf, pointOf, regionOf, widen } from "../check/describe.ts";
import { NONE, type Region } from "../check/diagram.ts";
import type { Cell, Space } from "../check/space.ts";
import type { Fact, Facts } from "../model.ts";

/** Of one fact the cells in which it lies; what is said of other facts does not matter here. */
export interface Where {
  readonly fact: Fact;
  readonly cells: readonly Cell[];
  /** How many of its cells are left out. */
  readonly others: number;
}

export interface ExactBox {
  readonly where: readonly Where[]; // a fact that is absent may be anything
  readonly example: Facts; // a situation in it: of the facts that matter
}
export interface ExactBoxes {
  readonly boxes: readonly ExactBox[];
  /** There is more than was listed. */
  readonly cut: boolean;
}

/** Steps that callers may well allow to the boxes of one region, or of one table. */
export const DESCRIBING = 300_000;

/** `region` within `world` as boxes, each as wide as it can be; outside of the world a box may say what it likes. @throws TooLarge where it takes more steps than the caller has allowed. */
export function exactBoxes(space: Space, region: Region, world: Region, most: number): ExactBoxes {
  const { diagram } = space;
  const boxes: ExactBox[] = [];
  let rest = diagram.and(region, world);
  while (rest !== NONE && boxes.length < most) {
    const point = pointOf(space, rest);
    const box = meant(space, widen(space, point, diagram.minus(world, rest), rest), rest);
    rest = diagram.minus(rest, regionOf(space, box));
    boxes.push({ where: whereOf(space, box), example: exampleOf(space, new Map([...point].filter(([dim]) => box.has(dim)))) });
  }
  return { boxes, cut: rest !== NONE };
}

/** The box without the cells that no situation of the region lies in: what cannot be is not said. */
function meant(space: Space, box: CellBox, region: Region): CellBox {
  const { diagram } = space;
  const inside = diagram.and(regionOf(space, box), region);
  return new Map(
    [...box].map(([dim, cells]) => [
      dim,
      new Set(
        [...cells].filter(
          (cell) =>
            diagram.and(
              inside,
              diagram.cells(dim, (c) => c === cell),
            ) !== NONE,
        ),
      ),
    ]),
  );
}

const whereOf = (space: Space, box: CellBox): Where[] =>
  [...box]
    .sort(([a], [b]) => a - b)
    .map(([dim, cells]) => {
      const { fact, cells: all } = space.dims[dim]!;
      return { fact, cells: all.filter((_, i) => cells.has(i)), others: all.length - cells.size };
    });

/** Whether a situation lies in the box. A fact that is absent is unknown. */
export const liesIn = (where: readonly Where[], facts: Facts): boolean =>
  where.every(({ fact, cells }) => {
    const value = facts[fact.name] ?? null;
    return cells.some((cell) => ("value" in cell ? cell.value === value : typeof value === "number" && cell.from <= value && value < cell.to));
  });
