// Whether a condition can hold where each of its tests is judged by itself. It errs towards yes: tests of one condition may exclude each other.
import type { Condition } from "../model.ts";

export type Leaf = Extract<Condition, { is: "in" | "range" }>;

export function possible(c: Condition, test: (leaf: Leaf) => boolean): boolean {
  switch (c.is) {
    case "always":
      return true;
    case "all":
      return c.of.every((part) => possible(part, test));
    case "any":
      return c.of.some((part) => possible(part, test));
    default:
      return test(c);
  }
}

/** Whether a test takes the value. */
export const takes = (leaf: Leaf, value: unknown): boolean => (leaf.is === "in" ? leaf.values.some((v) => v === value) : typeof value === "number" && value >= leaf.from && value < leaf.to);
