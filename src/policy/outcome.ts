// What a clause does, apart from what every clause may say.
import type { Outcome } from "./model.ts";
import type { RawClause } from "./policy-shape.ts";
import { normalise } from "./slots.ts";

const COMMON = new Set(["clause", "when", "unless", "over", "at", "strength", "may", "even-if-refused", "audience", "mentions", "suppress", "words"]);

/** The section's own fields, with durations and money typed. */
export const outcomeOf = (raw: RawClause): Outcome =>
  Object.fromEntries(
    Object.entries(raw)
      .filter(([k]) => !COMMON.has(k))
      .map(([k, v]) => [k, normalise(v)]),
  );
