// On random small policies the regions are exact, and the scenarios that are proposed try every one of them and hold. SPEC 18.4.
import fc from "fast-check";
import { expect, test } from "vitest";
import { liesIn } from "../../../src/policy/compare/exact-boxes.ts";
import { coverRegions } from "../../../src/policy/cover/cover-regions.ts";
import { regionsOf } from "../../../src/policy/cover/covered.ts";
import { propose } from "../../../src/policy/cover/propose.ts";
import { scenariosText } from "../../../src/policy/cover/scenario-text.ts";
import { decide, readScenarios, runScenarios } from "../../../src/policy/index.ts";
import { givenOf } from "../../../src/policy/scenario.ts";
import { domains, MOMENTS, pair, situations } from "../compare/random-policies.ts";

test("whatever clause answers a situation, the situation lies in exactly one region of that clause", () => {
  let answers = 0;
  fc.assert(
    fc.property(pair, ([policy]) => {
      const { regions, cut, unproved } = coverRegions(policy);
      expect([cut, unproved]).toEqual([[], []]);
      for (const moment of MOMENTS) {
        for (const facts of situations(domains(policy, policy, moment))) {
          const { reasons, results } = decide(policy, { moment, at: 0, openedAt: 0, facts });
          for (const { clause, section } of reasons) {
            const how = policy.clauses.find((c) => c.id === clause)?.ruling && facts[`ruling.${clause}`] === null ? "asks" : "answers";
            expect([clause, facts, regions.filter((r) => r.clause.id === clause && r.how === how && r.at.includes(moment) && liesIn(r.where, facts)).length]).toEqual([clause, facts, 1]);
            answers++;
            const rivals = regions.filter((r) => r.how === how && r.clause.section === section && r.clause.id !== clause && r.at.includes(moment) && liesIn(r.where, facts));
            if (how === "answers" && results["scope"] !== "out" && results["entitlement"] !== "refused") expect(rivals).toEqual([]);
          }
        }
      }
    }),
    { numRuns: 40 },
  );
  expect(answers).toBeGreaterThan(1000);
}, 240_000);

test("the proposed scenarios hold as written, and with them nothing is left untried", () => {
  fc.assert(
    fc.property(pair, ([policy]) => {
      const all = coverRegions(policy);
      const { proposals, left } = propose(policy, all, all.regions);
      expect(left).toEqual([]);
      expect(proposals.length).toBeLessThanOrEqual(all.regions.length);
      const read = readScenarios(scenariosText(policy, proposals, (p) => p.tries[0]!.clause.id, ["Proposed."]));
      const ran = runScenarios(policy, read);
      expect([ran.faults, ran.results.flatMap((r) => r.failures)]).toEqual([[], []]);
      const tried = new Set(read.list.flatMap(({ scenario }) => regionsOf(policy, all.regions, givenOf(policy, scenario).given)));
      expect(tried.size).toBe(all.regions.length);
    }),
    { numRuns: 60 },
  );
}, 240_000);
