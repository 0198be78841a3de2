// Conditions made into functions: does it hold, and may it hold once what is unknown is known.
import type { Condition, Facts, Value } from "./model.ts";

export type Test = (facts: Facts) => boolean;

/** True where the condition holds on these facts. An absent fact is unknown; only a set that lists unknown takes it. */
export function toTest(c: Condition): Test {
  switch (c.is) {
    case "always":
      return () => true;
    case "in": {
      const { fact } = c;
      if (c.values.length === 1) {
        const only = c.values[0]!;
        return (f) => (f[fact] ?? null) === only;
      }
      const set = new Set<Value>(c.values);
      return (f) => set.has(f[fact] ?? null);
    }
    case "range": {
      const { fact, from, to } = c;
      return (f) => {
        const v = f[fact];
        return typeof v === "number" && v >= from && v < to;
      };
    }
    case "all": {
      const tests = c.of.map(toTest);
      return (f) => {
        for (const t of tests) if (!t(f)) return false;
        return true;
      };
    }
    case "any": {
      const tests = c.of.map(toTest);
      return (f) => {
        for (const t of tests) if (t(f)) return true;
        return false;
      };
    }
  }
}

/** True where the condition could hold for some value of the facts that are unknown here. */
export function mayHold(c: Condition, facts: Facts): boolean {
  switch (c.is) {
    case "always":
      return true;
    case "in":
      return (facts[c.fact] ?? null) === null ? c.values.length > 0 : c.values.includes(facts[c.fact]!);
    case "range": {
      const v = facts[c.fact] ?? null;
      return v === null || (typeof v === "number" && v >= c.from && v < c.to);
    }
    case "all":
      return c.of.every((part) => mayHold(part, facts));
    case "any":
      return c.of.some((part) => mayHold(part, facts));
  }
}
