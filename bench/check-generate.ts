// Decision tables to prove, made as in the evaluation of arXiv 1603.07466: the leaves of a decision tree, then a tenth of the rules with one column widened or shrunk.
import type { Box } from "../src/policy/check/box.ts";
import type { Column } from "../src/policy/check/check-table.ts";
import { chances } from "./chance.ts";

export interface GeneratedTable {
  readonly columns: readonly Column[];
  readonly boxes: readonly Box[]; // one for each rule
}

const NUMBERS = 100_000; // of a numeric column
const VALUES = 7; // of a column that lists values; every third one does

/** Without noise the rules answer every situation once. With it some meet, and some situations are left out. The same seed gives the same table. */
export function treeTable(rules: number, columns: number, seed: number): GeneratedTable {
  const chance = chances(seed);
  const among = columnsOf(columns);
  const leaves: [number, number][][] = [among.map((c): [number, number] => [0, c.end])];
  while (leaves.length < rules) {
    const leaf = leaves[Math.floor(chance() * leaves.length)]!;
    const column = Math.floor(chance() * columns);
    const [from, to] = leaf[column]!;
    if (to - from < 2) continue;
    const at = from + 1 + Math.floor(chance() * (to - from - 1));
    leaves.push(leaf.map((stretch, c): [number, number] => (c === column ? [at, to] : [...stretch])));
    leaf[column] = [from, at];
  }
  for (const leaf of leaves) if (chance() < 0.1) disturb(leaf, among, chance);
  return { columns: among, boxes: shuffled(leaves, chance).map((leaf) => boxOf(leaf, among)) };
}

/** Rules that have nothing to do with each other: a third of the columns free, in the others any stretch. No policy looks so; it is the worst there is. */
export function wildTable(rules: number, columns: number, seed: number): GeneratedTable {
  const chance = chances(seed);
  const among = columnsOf(columns);
  const anywhere = (end: number): [number, number] => {
    const width = 1 + Math.floor(chance() * (end - 1));
    const from = Math.floor(chance() * (end - width + 1));
    return [from, from + width];
  };
  return {
    columns: among,
    boxes: Array.from({ length: rules }, () =>
      boxOf(
        among.map((c) => (chance() < 1 / 3 ? [0, c.end] : anywhere(c.end))),
        among,
      ),
    ),
  };
}

const columnsOf = (count: number): Column[] => Array.from({ length: count }, (_, i) => ({ name: `c${i}`, end: i % 3 === 2 ? VALUES : NUMBERS }));

function disturb(leaf: [number, number][], columns: readonly Column[], chance: () => number): void {
  const column = Math.floor(chance() * leaf.length);
  const [from, to] = leaf[column]!;
  const step = Math.max(1, Math.floor((to - from) / 4));
  if (chance() < 0.5) leaf[column] = [Math.max(0, from - step), Math.min(columns[column]!.end, to + step)];
  else if (to - from > 2 * step) leaf[column] = [from + step, to - step];
}

const boxOf = (stretches: readonly [number, number][], columns: readonly Column[]): Box => stretches.map(([from, to], c) => (from === 0 && to === columns[c]!.end ? null : [from, to]));

function shuffled<T>(list: readonly T[], chance: () => number): T[] {
  const all = [...list];
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1));
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all;
}
