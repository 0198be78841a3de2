// Whatever the situation, a policy decides: without a throw, twice the same, and in every table that was proved complete. SPEC 11.1, 7.3.
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compile } from "../../src/policy/index.ts";
import { chanceFrom } from "./check/fuzz-texts.ts";
import { pair } from "./compare/random-policies.ts";
import { fuzzDeciding } from "./deciding-fuzz.ts";

/** From 0 to below 1, the same every time. */
const chances = (seed: number): (() => number) =>
  (
    (below) => () =>
      below(1_000_000) / 1_000_000
  )(chanceFrom(seed));

test.each(["dms", "orthocab", "taxdome", "technical-support", "teladentistry"])("%s decides whatever is put to it, and as was proved", { timeout: 120_000 }, (name) => {
  const { policy } = compile(readFileSync(new URL(`../../policies/${name}/policy.yaml`, import.meta.url), "utf8"));
  const { fault, decided, held } = fuzzDeciding(policy!, chances(20260301), 400);
  expect(fault).toBeNull();
  expect(decided).toBeGreaterThan(2000);
  expect(held).toBeGreaterThan(20);
});

test("so do random policies", { timeout: 240_000 }, () => {
  let [all, possible] = [0, 0];
  for (const [i, [one, other]] of fc.sample(pair, { numRuns: 60, seed: 5 }).entries()) {
    for (const policy of [one, other]) {
      const { fault, decided, held } = fuzzDeciding(policy, chances(i), 60);
      expect(fault).toBeNull();
      all += decided;
      possible += held;
    }
  }
  expect(all).toBeGreaterThan(5000);
  expect(possible).toBeGreaterThan(1000);
});
