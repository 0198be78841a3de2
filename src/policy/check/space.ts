// The space of situations: each fact that clauses read is a dimension, cut into cells that no condition can tell apart inside. LANGUAGE 15.
import type { Condition, Fact, Policy, Value } from "../model.ts";
import { Diagram, type Region } from "./diagram.ts";

/** A cell: one value (null is unknown), or a stretch [from, to) of whole numbers. */
export type Cell = { readonly value: Value } | { readonly from: number; readonly to: number };

interface Dimension {
  readonly fact: Fact;
  readonly cells: readonly Cell[];
}

export interface Space {
  readonly dims: readonly Dimension[]; // by the fact's name, so that the order is the same in every policy
  readonly dimOf: ReadonlyMap<string, number>;
  readonly diagram: Diagram;
}

const FAR = Number.MAX_SAFE_INTEGER;
const RULINGS: readonly Value[] = ["undecided", "granted", "declined"];
/** Steps of all proofs of one policy together; with it memory is bounded. */
const TOTAL = 1_500_000;
export const MOST_FACTS = 1000;

/** The space of a policy: the facts that its clauses read and the rulings that they wait for. */
export function spaceOf(policy: Policy): Space {
  const cuts = new Map<string, Set<number>>();
  const read = new Set<string>(["scope", "entitlement"].filter((name) => policy.facts[name]));
  for (const clause of policy.clauses) {
    for (const name of clause.reads) read.add(name);
    cutsOf(clause.when, cuts);
    if (clause.ruling) read.add(`ruling.${clause.id}`);
  }
  const dims = [...read].sort().map((name): Dimension => {
    const fact = policy.facts[name] ?? ruling(name);
    return { fact, cells: cellsOf(fact, [...(cuts.get(name) ?? [])]) };
  });
  return {
    dims,
    dimOf: new Map(dims.map((d, i) => [d.fact.name, i])),
    diagram: new Diagram(
      dims.map((d) => d.cells.length),
      TOTAL,
    ),
  };
}

/** The situations in which a fact's cell is one that `test` takes; none where no clause reads the fact. */
export function where(space: Space, fact: string, test: (cell: Cell) => boolean): Region {
  const dim = space.dimOf.get(fact);
  return dim === undefined ? 0 : space.diagram.cells(dim, (i) => test(space.dims[dim]!.cells[i]!));
}

export const isUnknown = (cell: Cell): boolean => "value" in cell && cell.value === null;

const ruling = (name: string): Fact => ({
  name,
  kind: "one-of",
  values: RULINGS as readonly string[],
  unknown: true,
  of: "ticket",
  source: "human",
  known: "preview",
  asOf: "now",
  shown: "staff",
  options: {},
  builtIn: true,
});

function cutsOf(c: Condition, cuts: Map<string, Set<number>>): void {
  if (c.is === "all" || c.is === "any") for (const part of c.of) cutsOf(part, cuts);
  if (c.is !== "in" && c.is !== "range") return;
  const mine = cuts.get(c.fact) ?? new Set<number>();
  cuts.set(c.fact, mine);
  if (c.is === "range") mine.add(c.from).add(c.to);
  else for (const v of c.values) if (typeof v === "number") mine.add(v).add(v + 1);
}

/** Discrete facts: a cell per value. Numbers: the stretches between all constants. Unknown is a cell of every fact, the last. */
function cellsOf(fact: Fact, cuts: readonly number[]): Cell[] {
  const unknown: Cell = { value: null };
  if (fact.kind === "one-of" || fact.kind === "ranked") return [...new Set<Value>(fact.values)].map((value): Cell => ({ value })).concat(unknown);
  if (fact.kind === "yes-no") return [{ value: true }, { value: false }, unknown];
  const end = fact.kind === "percent" ? 101 : FAR;
  const edges = [...new Set([0, end, ...cuts.filter((c) => c > 0 && c < end)])].sort((a, b) => a - b);
  return edges
    .slice(1)
    .map((to, i): Cell => ({ from: edges[i]!, to }))
    .concat(unknown);
}
