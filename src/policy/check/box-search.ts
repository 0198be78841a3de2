// The search for what of a box no other covers: cut in two where the fewest others are cut, until one covers all or none is left.
import type { Box, Budget, Stretches } from "./box.ts";

/** Thrown where as many are found as were asked for. */
export const CUT = Symbol("cut");
/** Thrown where the steps run out. */
export const SPENT = Symbol("spent");

/** One search. Within it each column is cut into the pieces that some box tells apart, numbered from 0. */
export class BoxSearch {
  /** Beginnings of the pieces of each column inside the box, and a last entry beyond them. */
  readonly pieces: readonly (readonly number[])[];
  readonly found: Box[] = [];
  private readonly ends: readonly (readonly number[])[]; // where each piece ends
  private readonly columns: number;
  private readonly from: Int32Array; // first piece of each box in each column
  private readonly to: Int32Array; // one beyond its last
  private readonly holes: (Uint8Array | null)[]; // which pieces it holds, where it does not hold all between
  private readonly budget: Budget;
  private readonly most: number;

  constructor(ends: readonly number[], box: Box, others: readonly Box[], budget: Budget, most: number) {
    this.columns = ends.length;
    this.budget = budget;
    this.most = most;
    const cut = ends.map((end, c) => piecesOf(box[c] ?? [0, end], others, c));
    this.pieces = cut.map(({ from, last }) => [...from, last]);
    this.ends = cut.map(({ to }) => to);
    this.from = new Int32Array(others.length * this.columns);
    this.to = new Int32Array(others.length * this.columns);
    this.holes = Array.from({ length: others.length * this.columns }, () => null);
    others.forEach((other, i) => other.forEach((stretches, c) => this.place(i * this.columns + c, stretches, cut[c]!.from)));
  }

  /** Where a box lies in the pieces of one column. Every edge inside is a piece's edge, so that a piece is held whole or not at all. */
  private place(at: number, stretches: Stretches | null, from: readonly number[]): void {
    if (stretches === null) {
      this.to[at] = from.length;
      return;
    }
    let [first, last, count] = [-1, -1, 0];
    const held = new Uint8Array(from.length);
    for (let p = 0, s = 0; p < from.length; p++) {
      while (s < stretches.length && stretches[s + 1]! <= from[p]!) s += 2;
      if (s >= stretches.length) break;
      if (stretches[s]! > from[p]!) continue;
      held[p] = 1;
      count++;
      if (first < 0) first = p;
      last = p;
    }
    this.from[at] = first;
    this.to[at] = last + 1;
    if (count < last + 1 - first) this.holes[at] = held;
  }

  /** `near`: those that meet the box between `from` and `to` (one beyond). */
  look(from: readonly number[], to: readonly number[], near: readonly number[]): void {
    this.budget.steps -= near.length + 1;
    if (this.budget.steps < 0) throw SPENT;
    if (!near.length) return this.keep(from, to);
    for (const i of near) if (this.covers(i, from, to)) return;
    const [column, at] = this.bestCut(from, to, near);
    for (const [low, high] of [
      [from[column]!, at],
      [at, to[column]!],
    ] as const) {
      this.look(
        from.with(column, low),
        to.with(column, high),
        near.filter((i) => this.reaches(i * this.columns + column, low, high)),
      );
    }
  }

  private keep(from: readonly number[], to: readonly number[]): void {
    if (this.found.length >= this.most) throw CUT;
    this.found.push(from.map((low, c) => this.stretchesOf(c, low, to[c]!)));
  }

  private stretchesOf(column: number, low: number, high: number): Stretches {
    const stretches: number[] = [];
    for (let p = low; p < high; p++) {
      const [begin, end] = [this.pieces[column]![p]!, this.ends[column]![p]!];
      if (stretches.at(-1) === begin) stretches[stretches.length - 1] = end;
      else stretches.push(begin, end);
    }
    return stretches;
  }

  private covers(i: number, from: readonly number[], to: readonly number[]): boolean {
    for (let c = 0, at = i * this.columns; c < this.columns; c++, at++) {
      if (this.from[at]! > from[c]! || this.to[at]! < to[c]!) return false;
      const holes = this.holes[at];
      if (holes) for (let p = from[c]!; p < to[c]!; p++) if (!holes[p]) return false;
    }
    return true;
  }

  private reaches(at: number, low: number, high: number): boolean {
    if (this.from[at]! >= high || this.to[at]! <= low) return false;
    const holes = this.holes[at];
    if (!holes) return true;
    for (let p = low; p < high; p++) if (holes[p]) return true;
    return false;
  }

  /** The column and piece at which a cut leaves the least on both sides together. Some box does not cover, so there is an edge to cut at. */
  private bestCut(from: readonly number[], to: readonly number[], near: readonly number[]): readonly [column: number, at: number] {
    let best: readonly [number, number] | null = null;
    let least = Infinity;
    for (let c = 0; c < this.columns; c++) {
      const [low, high] = [from[c]!, to[c]!];
      if (high - low < 2) continue;
      const width = high - low;
      const begins = new Int32Array(width + 1);
      const finishes = new Int32Array(width + 1);
      let edges = false;
      for (const i of near) {
        const [first, last, hole] = this.within(i * this.columns + c, low, high);
        begins[first - low]!++;
        finishes[last - low]!++;
        if (first > low || last < high) edges = true;
        else if (hole > 0 && least === Infinity) best ??= [c, hole];
      }
      this.budget.steps -= width;
      if (!edges) continue;
      let [left, ended] = [0, 0];
      for (let k = 1; k < width; k++) {
        left += begins[k - 1]!;
        ended += finishes[k - 1]!;
        if (!begins[k] && !finishes[k]) continue;
        const right = near.length - ended - finishes[k]!;
        const cost = left * left + right * right;
        if (cost < least) [least, best] = [cost, [c, low + k]];
      }
    }
    return best!;
  }

  /** The first and one beyond the last piece that a box holds between two, and where its first hole begins or ends (0: none). */
  private within(at: number, low: number, high: number): readonly [number, number, number] {
    const holes = this.holes[at];
    let [first, last] = [Math.max(this.from[at]!, low), Math.min(this.to[at]!, high)];
    if (!holes) return [first, last, 0];
    while (!holes[first]) first++;
    while (!holes[last - 1]) last--;
    let hole = 0;
    for (let p = first + 1; p < last && !hole; p++) if (!holes[p]) hole = p;
    return [first, last, hole];
  }
}

/** A column of a box cut at every edge that another has inside it. */
function piecesOf(stretches: Stretches, others: readonly Box[], column: number): { from: number[]; to: number[]; last: number } {
  const edges = new Set<number>();
  for (const other of others) for (const edge of other[column] ?? []) edges.add(edge);
  const sorted = [...edges].sort((a, b) => a - b);
  const [from, to]: [number[], number[]] = [[], []];
  let e = 0;
  for (let s = 0; s < stretches.length; s += 2) {
    const [begin, end] = [stretches[s]!, stretches[s + 1]!];
    while (e < sorted.length && sorted[e]! <= begin) e++;
    from.push(begin);
    for (; e < sorted.length && sorted[e]! < end; e++) {
      to.push(sorted[e]!);
      from.push(sorted[e]!);
    }
    to.push(end);
  }
  return { from, to, last: to.at(-1) ?? 0 };
}
