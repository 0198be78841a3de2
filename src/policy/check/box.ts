// A box of situations: for each column some stretches of whole numbers.

/** Stretches [from, to) of one column, in order and apart: `[0, 3, 5, 6]` is 0, 1, 2 and 5. */
export type Stretches = readonly number[];
/** One entry for each column; null is the whole column. */
export type Box = readonly (Stretches | null)[];

/** Steps that a search may still take; shared by several searches, so that together they are bounded. */
export interface Budget {
  steps: number;
}
