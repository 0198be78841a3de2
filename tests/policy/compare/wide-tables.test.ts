// Tables that outgrow their diagrams are compared all the same: hundreds of clauses over many facts, and what changed agrees with deciding. SPEC 18.2.
import { expect, test } from "vitest";
import { comparePolicies } from "../../../src/policy/compare/compare-policies.ts";
import { liesIn } from "../../../src/policy/compare/exact-boxes.ts";
import { decide, type Facts, type Policy } from "../../../src/policy/index.ts";
import { type Parts, tinyPolicy, words } from "../tiny.ts";

/** The same numbers every time: mulberry32, public domain. */
function numbers(seed: number): () => number {
  let at = seed;
  return () => {
    at = (at + 0x6d2b79f5) | 0;
    let t = Math.imul(at ^ (at >>> 15), 1 | at);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const COLUMNS = 6;
const CLAUSES = 400;

/** Clauses over wild intervals of six counts; `change` makes some of them charge something else. */
function wide(change: (i: number) => boolean): Policy {
  const chance = numbers(7);
  const facts = Object.fromEntries(Array.from({ length: COLUMNS }, (_, c) => [`f${c}`, { type: "count" }]));
  const charges = Array.from({ length: CLAUSES }, (_, i): Parts => {
    const when = Object.fromEntries(
      Array.from({ length: COLUMNS }, (_, c): [string, Parts] => {
        const from = Math.floor(chance() * 900);
        return [`f${c}`, { from, under: from + 1 + Math.floor(chance() * 100 * (c < 2 ? 1 : 8)) }];
      }),
    );
    return { clause: `c${i}`, when, charge: { price: change(i) ? "9.00 EUR" : `${10 + i}.00 EUR` }, words };
  });
  return tinyPolicy({ facts, charges: [...charges, { clause: "rest", charge: "none", words }] });
}
const priced = (policy: Policy, facts: Facts): string => {
  const { reasons } = decide(policy, { moment: "opened", at: 0, openedAt: 0, facts });
  return JSON.stringify(policy.clauses.find((c) => c.id === reasons.find((r) => r.section === "charges")?.clause)?.outcome["charge"]);
};

test("four hundred clauses over six facts, seven of them at another price: the regions are just where the price is another one", { timeout: 120_000 }, () => {
  const changed = new Set([3, 57, 120, 200, 201, 333, 399]);
  const [old, next] = [wide(() => false), wide((i) => changed.has(i))];
  const { regions, unproved, cut } = comparePolicies(old, next);
  expect([unproved, cut]).toEqual([[], []]);
  expect(new Set(regions.map((r) => r.old.clause?.id))).toEqual(new Set([...changed].map((i) => `c${i}`)));
  expect(regions.every((r) => r.whole && r.verdict === "better")).toBe(true);
  const chance = numbers(11);
  let hit = 0;
  for (let i = 0; i < 4000; i++) {
    // Every other one near a clause that changed, or hardly any would lie in it.
    const near = regions[i % regions.length]!;
    const facts = Object.fromEntries(Array.from({ length: COLUMNS }, (_, c) => [`f${c}`, i % 2 ? Number(near.example[`f${c}`] ?? 0) + Math.floor(chance() * 40) - 5 : Math.floor(chance() * 1000)]));
    for (const name of Object.keys(facts)) facts[name] = Math.max(0, facts[name]!);
    const differs = priced(old, facts) !== priced(next, facts);
    if (differs) hit++;
    expect([facts, regions.filter((r) => r.at.includes("opened") && liesIn(r.where, facts)).length]).toEqual([facts, differs ? 1 : 0]);
  }
  expect(hit).toBeGreaterThan(300);
});
