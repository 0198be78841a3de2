// Regions of situations as ordered decision diagrams: exact, and one region is always one node. Its paths are the boxes of arXiv 1603.07466.

/** A region. `NONE` holds no situation, `ALL` every one; two regions are equal exactly where their numbers are. */
export type Region = number;
export const NONE: Region = 0;
export const ALL: Region = 1;

/** Thrown where a proof grows past its limit; the table is then unproved. */
export class TooLarge extends Error {}

type Operation = "and" | "or" | "minus";
interface Node {
  readonly dim: number;
  readonly kids: readonly Region[];
}

/** Regions over dimensions 0, 1, 2 …, each cut into `sizes[dim]` cells. Steps are counted: `allow` grants some, and running out throws. */
export class Diagram {
  private readonly nodes: Node[] = [
    { dim: Infinity, kids: [] },
    { dim: Infinity, kids: [] },
  ];
  private readonly byShape = new Map<string, Region>();
  private readonly memo: Record<Operation, Map<number, Region>> = { and: new Map(), or: new Map(), minus: new Map() };
  private left = 0;
  private total: number;
  readonly sizes: readonly number[];

  /** `total` bounds all steps ever, and with them the memory. */
  constructor(sizes: readonly number[], total: number) {
    this.sizes = sizes;
    this.total = total;
  }

  /** Grants so many steps to what follows, in place of what was left. */
  allow(steps: number): void {
    this.left = steps;
  }

  /** The situations in which dimension `dim` lies in one of the cells. */
  cells(dim: number, inside: (cell: number) => boolean): Region {
    this.count(this.sizes[dim] ?? 0);
    return this.make(
      dim,
      Array.from({ length: this.sizes[dim] ?? 0 }, (_, cell) => (inside(cell) ? ALL : NONE)),
    );
  }

  and(a: Region, b: Region): Region {
    return this.apply("and", a, b);
  }

  or(a: Region, b: Region): Region {
    return this.apply("or", a, b);
  }

  /** What lies in `a` and not in `b`. */
  minus(a: Region, b: Region): Region {
    return this.apply("minus", a, b);
  }

  /** The dimension that decides first, and the region that each of its cells leads to; null of `NONE` and `ALL`. */
  split(region: Region): { readonly dim: number; readonly kids: readonly Region[] } | null {
    return region > 1 ? (this.nodes[region] ?? null) : null;
  }

  /** The dimensions that matter to the region. */
  support(region: Region, into = new Set<number>(), seen = new Set<Region>()): Set<number> {
    const node = this.split(region);
    if (!node || seen.has(region)) return into;
    seen.add(region);
    into.add(node.dim);
    for (const kid of node.kids) this.support(kid, into, seen);
    return into;
  }

  private count(steps: number): void {
    this.left -= steps;
    this.total -= steps;
    if (this.left < 0 || this.total < 0) throw new TooLarge("the proof grew past its limit");
  }

  private make(dim: number, kids: readonly Region[]): Region {
    const first = kids[0] ?? NONE;
    if (kids.every((k) => k === first)) return first;
    const shape = `${dim}:${kids.join()}`;
    let found = this.byShape.get(shape);
    if (found === undefined) {
      found = this.nodes.length;
      this.nodes.push({ dim, kids });
      this.byShape.set(shape, found);
    }
    return found;
  }

  private apply(op: Operation, a: Region, b: Region): Region {
    this.count(1);
    const known = shortcut(op, a, b);
    if (known !== null) return known;
    const key = a * 2 ** 26 + b;
    const memo = this.memo[op];
    const done = memo.get(key);
    if (done !== undefined) return done;
    const [x, y] = [this.nodes[a]!, this.nodes[b]!];
    const dim = Math.min(x.dim, y.dim);
    const kids: Region[] = [];
    for (let cell = 0; cell < this.sizes[dim]!; cell++) {
      kids.push(this.apply(op, x.dim === dim ? x.kids[cell]! : a, y.dim === dim ? y.kids[cell]! : b));
    }
    const made = this.make(dim, kids);
    memo.set(key, made);
    return made;
  }
}

function shortcut(op: Operation, a: Region, b: Region): Region | null {
  switch (op) {
    case "and":
      return a === NONE || b === NONE ? NONE : a === ALL || a === b ? b : b === ALL ? a : null;
    case "or":
      return a === ALL || b === ALL ? ALL : a === NONE || a === b ? b : b === NONE ? a : null;
    case "minus":
      return a === NONE || b === ALL || a === b ? NONE : b === NONE ? a : null;
  }
}
