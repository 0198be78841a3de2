// Versions that are wrong, too large or of something else altogether: comparing them and counting what is tried never throws, and what is not known is said.
import { expect, test } from "vitest";
import { comparePolicies } from "../../src/policy/compare/compare-policies.ts";
import { coverRegions } from "../../src/policy/cover/cover-regions.ts";
import { propose } from "../../src/policy/cover/propose.ts";
import { compile, type Policy } from "../../src/policy/index.ts";
import { changeText } from "../../src/words/change.ts";
import { type Parts, tinyPolicy, words } from "../policy/tiny.ts";
import { allShipped } from "./shipped.ts";

const shipped = allShipped();

test.each(shipped)("every faulty variant of $name that has a shape at all is compared and told", ({ text, bad }) => {
  const policy = compile(text).policy!;
  for (const variant of bad) {
    const other = compile(variant.text).policy;
    if (!other) continue;
    const comparison = comparePolicies(policy, other);
    for (const region of comparison.regions) expect(changeText(comparison, region, policy.desk.languages[0]!).who.length).toBeGreaterThan(3);
    expect(() => coverRegions(other)).not.toThrow();
  }
});

test("two policies that have nothing in common are compared all the same", () => {
  const [a, b] = [shipped[0]!, shipped[3]!].map((s) => compile(s.text).policy!);
  const comparison = comparePolicies(a!, b!);
  expect(comparison.regions.length).toBeGreaterThan(10);
  expect(comparison.clauses.filter((c) => c.change === "added")).not.toHaveLength(0);
});

const rules = (n: number, fee: (i: number) => number, scope = "in", ...first: Parts[]): Policy =>
  tinyPolicy({
    facts: Object.fromEntries(Array.from({ length: 9 }, (_, f) => [`f${f}`, { type: "count" }])),
    scope: [{ clause: "all", scope, words }],
    roles: { lead: { name: { en: "the lead" } } },
    charges: [
      ...first,
      ...Array.from(
        { length: n },
        (_, i): Parts => ({
          clause: `c${i}`,
          words,
          when: Object.fromEntries(Array.from({ length: 9 }, (_x, f) => [`f${f}`, { from: (i * 37 * (f + 1)) % 1000, within: ((i * 37 * (f + 1)) % 1000) + 400 }])),
          charge: { price: `${fee(i)}.00 EUR` },
        }),
      ),
      { clause: "rest", charge: "none", words },
    ],
  });

test("a table too large for diagrams is compared as boxes; one in which a person is asked is then named, unless it is the same and rests on the same", { timeout: 120_000 }, () => {
  const [old, next] = [rules(400, (i) => i + 1), rules(400, (i) => (i === 7 ? 1 : i + 1))];
  const comparison = comparePolicies(old, next, 400_000);
  expect([comparison.unproved, comparison.cut, comparison.clauses.map((c) => c.id)]).toEqual([[], [], ["c7"]]);
  expect(comparison.regions.length).toBeGreaterThan(0);
  expect(comparison.regions.every((r) => r.table === "charges/quote" && r.old.clause?.id === "c7" && r.verdict === "better")).toBe(true);
  expect(comparePolicies(old, { ...rules(400, (i) => i + 1) }, 400_000)).toMatchObject({ unproved: [], regions: [] });
  const examined = rules(400, (i) => i + 1, "examine");
  const other = comparePolicies(old, examined, 400_000);
  expect([other.unproved, other.regions.map((r) => [r.table, r.verdict])]).toEqual([[], [["scope/", "worse"]]]); // nobody is charged otherwise for that
  const may = { role: "lead", options: ["waive"] };
  const asks = (fee: (i: number) => number): Policy => rules(400, fee, "in", { clause: "waived", words, may, charge: "none", when: { f0: { under: 3 } } });
  expect(
    comparePolicies(
      asks((i) => i + 1),
      asks((i) => (i === 7 ? 1 : i + 1)),
      400_000,
    ),
  ).toMatchObject({ unproved: ["charges/quote"], regions: [] });
  expect(
    comparePolicies(
      asks((i) => i + 1),
      asks((i) => i + 1),
      400_000,
    ),
  ).toMatchObject({ unproved: [], regions: [] });
  const cover = coverRegions(old);
  expect(cover.unproved.length + cover.cut.length).toBeGreaterThan(0);
  expect(propose(old, cover, cover.regions).left).toEqual([]);
});
