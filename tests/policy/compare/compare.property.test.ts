// On random pairs of small policies the comparison and trying every situation one by one agree: what changed lies in exactly one region, what did not in none. SPEC 18.1.
import fc from "fast-check";
import { expect, test } from "vitest";
import { comparePolicies } from "../../../src/policy/compare/compare-policies.ts";
import type { Where } from "../../../src/policy/compare/exact-boxes.ts";
import { type Clause, decide, type Facts, type Moment, type Policy } from "../../../src/policy/index.ts";
import { domains, MOMENTS, pair, situations } from "./random-policies.ts";

/** What a decision does in a table, by the outcomes of its clauses alone. */
function treated(policy: Policy, moment: Moment, facts: Facts): Map<string, string> {
  const { reasons, effects } = decide(policy, { moment, at: 0, openedAt: 0, facts });
  const done = new Map<string, string>();
  for (const reason of reasons) {
    const clause = policy.clauses.find((c) => c.id === reason.clause)!;
    const ruling = `ruling.${clause.id}`;
    if (clause.ruling && facts[ruling] !== "granted") continue;
    const { none, charge } = clause.outcome as { none?: boolean; charge?: string };
    if (none !== true && charge !== "none") done.set(`${clause.section}/${clause.key} answer`, JSON.stringify([clause.strength, clause.outcome]).replace('"may"', '"must"'));
  }
  for (const effect of effects)
    if (effect.do === "ruling") done.set(`${tableOf(policy, effect.clause)} ruling`, JSON.stringify([effect.role, effect.options, policy.clauses.find((c) => c.id === effect.clause)!.outcome]));
  return done;
}
const tableOf = (policy: Policy, id: string): string => policy.clauses.filter((c: Clause) => c.id === id).map((c) => `${c.section}/${c.key}`)[0]!;

function inside(where: readonly Where[], facts: Facts): boolean {
  return where.every(({ fact, cells }) =>
    cells.some((cell) => ("value" in cell ? cell.value === (facts[fact.name] ?? null) : Number(facts[fact.name] ?? -1) >= cell.from && Number(facts[fact.name] ?? -1) < cell.to)),
  );
}

test("a situation is treated differently if and only if it lies in exactly one region of its table", () => {
  let changed = 0;
  fc.assert(
    fc.property(pair, ([old, next]) => {
      const { regions, cut, unproved } = comparePolicies(old, next);
      expect([cut, unproved]).toEqual([[], []]);
      for (const moment of MOMENTS) {
        for (const facts of situations(domains(old, next, moment))) {
          const [was, is] = [treated(old, moment, facts), treated(next, moment, facts)];
          const hits = new Map<string, number>();
          for (const r of regions.filter((region) => region.at.includes(moment) && inside(region.where, facts))) {
            const table = `${r.table} ${r.about.split(" ")[0]}`;
            hits.set(table, (hits.get(table) ?? 0) + 1);
          }
          for (const table of new Set([...was.keys(), ...is.keys(), ...hits.keys()])) {
            const differs = was.get(table) !== is.get(table);
            // A thing to be decided that is another one now is one taken away and one added.
            const regionsOf = table.endsWith("ruling") ? [was, is].filter((m) => m.has(table)).length : 1;
            expect([table, facts, hits.get(table) ?? 0]).toEqual([table, facts, differs ? regionsOf : 0]);
            if (differs) changed++;
          }
        }
      }
    }),
    { numRuns: 60 },
  );
  expect(changed).toBeGreaterThan(1000);
}, 240_000);

test("with hardly any steps allowed the tables are compared as boxes, and what is listed agrees all the same", () => {
  let [changed, tables, known] = [0, 0, 0];
  fc.assert(
    fc.property(pair, fc.integer({ min: 0, max: 400 }), ([old, next], steps) => {
      const { regions, cut, unproved } = comparePolicies(old, next, steps);
      expect(cut).toEqual([]);
      const all = [...new Set([...old.clauses, ...next.clauses].map((c) => `${c.section}/${c.key}`))];
      tables += all.length;
      known += all.length - unproved.length;
      for (const moment of MOMENTS) {
        for (const facts of situations(domains(old, next, moment))) {
          const [was, is] = [treated(old, moment, facts), treated(next, moment, facts)];
          for (const table of all) {
            if (unproved.includes(table)) continue;
            const name = `${table} answer`;
            const hits = regions.filter((r) => r.table === table && r.about === "answer" && r.at.includes(moment) && inside(r.where, facts));
            const differs = was.get(name) !== is.get(name);
            expect([name, facts, hits.length]).toEqual([name, facts, differs ? 1 : 0]);
            if (differs) changed++;
          }
        }
      }
    }),
    { numRuns: 80 },
  );
  expect(changed).toBeGreaterThan(500);
  expect(known / tables).toBeGreaterThan(0.2);
}, 240_000);

test("a policy against itself has no difference", () => {
  fc.assert(
    fc.property(pair, ([old]) => {
      expect(comparePolicies(old, old)).toMatchObject({ regions: [], clauses: [], declarations: [] });
    }),
    { numRuns: 20 },
  );
});
