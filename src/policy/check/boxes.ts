// Boxes of situations: for each column some stretches of whole numbers. What of a box no other covers is found exactly, by cutting it where the fewest are cut.
import type { Box, Budget, Stretches } from "./box.ts";
import { BoxSearch, CUT, SPENT } from "./box-search.ts";

export interface Uncovered {
  /** Parts of the box that nothing covers; no two share a situation. */
  readonly boxes: readonly Box[];
  /** `all`: these are all. `cut`: there are more. `unproved`: the steps ran out; what is listed is true, what is not listed is not known. */
  readonly listed: "all" | "cut" | "unproved";
}

/** Both at once; null where they share nothing. */
export function meet(a: Box, b: Box): Box | null {
  const both: (Stretches | null)[] = [];
  for (let c = 0; c < a.length; c++) {
    const [x, y] = [a[c]!, b[c]!];
    if (x === null || y === null) both.push(x ?? y);
    else {
      const shared = meetStretches(x, y);
      if (!shared.length) return null;
      both.push(shared);
    }
  }
  return both;
}

/** Whether they share a situation; the same as `meet` without making anything. */
export function meets(a: Box, b: Box): boolean {
  for (let c = 0; c < a.length; c++) {
    const [x, y] = [a[c]!, b[c]!];
    if (x !== null && y !== null && x !== y && !stretchesMeet(x, y)) return false;
  }
  return true;
}

function stretchesMeet(x: Stretches, y: Stretches): boolean {
  for (let i = 0, j = 0; i < x.length && j < y.length; ) {
    if (x[i]! < y[j + 1]! && y[j]! < x[i + 1]!) return true;
    if (x[i + 1]! <= y[j + 1]!) i += 2;
    else j += 2;
  }
  return false;
}

function meetStretches(x: Stretches, y: Stretches): Stretches {
  const shared: number[] = [];
  for (let i = 0, j = 0; i < x.length && j < y.length; ) {
    const [from, to] = [Math.max(x[i]!, y[j]!), Math.min(x[i + 1]!, y[j + 1]!)];
    if (from < to) shared.push(from, to);
    if (x[i + 1]! <= y[j + 1]!) i += 2;
    else j += 2;
  }
  return shared;
}

/** What of `box` none of `others` covers: at most `most` boxes of it. `ends` are the columns' ends; every column begins at 0. */
export function uncovered(ends: readonly number[], box: Box, others: readonly Box[], budget: Budget, most = Infinity): Uncovered {
  const near = others.filter((other) => meets(box, other));
  budget.steps -= others.length;
  const search = new BoxSearch(ends, box, near, budget, most);
  try {
    search.look(
      search.pieces.map(() => 0),
      search.pieces.map((p) => p.length - 1),
      near.map((_, i) => i),
    );
    return { boxes: search.found, listed: "all" };
  } catch (stop) {
    if (stop !== CUT && stop !== SPENT) throw stop;
    return { boxes: search.found, listed: stop === CUT ? "cut" : "unproved" };
  }
}

/** Whether the others together cover the box; null where the steps ran out before that was known. */
export function covered(ends: readonly number[], box: Box, others: readonly Box[], budget: Budget): boolean | null {
  const { boxes, listed } = uncovered(ends, box, others, budget, 1);
  return boxes.length ? false : listed === "all" ? true : null;
}
