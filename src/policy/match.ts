// Conditions made into functions: does it hold, and may it hold once what is unknown is known.
import type { Condition, Facts, Value } from "./model.ts";

export type Test = (facts: Facts) => boolean;
/** Facts by number: while a decision is made, looking one up is to cost nothing. */
export type Slate = Value[];

/** True where the condition holds on these facts. An absent fact is unknown; only a set that lists unknown takes it. */
export function toTest(c: Condition): Test {
  const names: string[] = [];
  const test = numberedTest(c, (fact) => names.push(fact) - 1);
  return (facts) => test(names.map((name) => facts[name] ?? null));
}

/** The same on facts that have a number each. */
export function numberedTest(c: Condition, numberOf: (fact: string) => number): (slate: Slate) => boolean {
  switch (c.is) {
    case "always":
      return () => true;
    case "in": {
      const n = numberOf(c.fact);
      if (c.values.length === 1) {
        const only = c.values[0]!;
        return (slate) => slate[n] === only;
      }
      const set = new Set<Value>(c.values);
      return (slate) => set.has(slate[n]!);
    }
    case "range": {
      const { from, to } = c;
      const n = numberOf(c.fact);
      return (slate) => {
        const v = slate[n];
        return typeof v === "number" && v >= from && v < to;
      };
    }
    case "all": {
      const tests = c.of.map((part) => numberedTest(part, numberOf));
      return (slate) => {
        for (const t of tests) if (!t(slate)) return false;
        return true;
      };
    }
    case "any": {
      const tests = c.of.map((part) => numberedTest(part, numberOf));
      return (slate) => {
        for (const t of tests) if (t(slate)) return true;
        return false;
      };
    }
  }
}

/** True where the condition could hold for some value of the facts that may still become known: for those `valueOf` gives undefined. */
export function mayHold(c: Condition, valueOf: (fact: string) => Value | undefined): boolean {
  switch (c.is) {
    case "always":
      return true;
    case "in": {
      const v = valueOf(c.fact);
      return v === undefined ? c.values.length > 0 : c.values.includes(v);
    }
    case "range": {
      const v = valueOf(c.fact);
      return v === undefined || (typeof v === "number" && v >= c.from && v < c.to);
    }
    case "all":
      return c.of.every((part) => mayHold(part, valueOf));
    case "any":
      return c.of.some((part) => mayHold(part, valueOf));
  }
}
