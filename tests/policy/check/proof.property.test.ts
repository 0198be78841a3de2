// On random small policies the proof and trying every situation one by one agree on each gap, overlap and clause that never answers. SPEC 3.4, 4.3, 5.3, 5.4, 7.3, 7.4.
import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../../../src/policy/check/check.ts";
import { ALL, NONE } from "../../../src/policy/check/diagram.ts";
import { proveByBoxes } from "../../../src/policy/check/prove-by-boxes.ts";
import { type Run, runMoment } from "../../../src/policy/check/run.ts";
import { winsOver } from "../../../src/policy/check/wins-over.ts";
import { worldOf } from "../../../src/policy/check/world.ts";
import { type Space, spaceOf } from "../../../src/policy/check/space.ts";
import { compile, decide, type Facts, type Moment, type Value } from "../../../src/policy/index.ts";
import { tiny, words } from "../tiny.ts";
import { bruteForce, situations, wins } from "./brute-force.ts";

const FACTS = {
  plan: { values: ["free", "basic", "gold"] },
  region: { values: ["north", "south"], unknown: true },
  paid: { type: "yes-no", known: "opened" },
  seats: { type: "count", unknown: true },
  wait: { type: "duration", fallback: "5 minutes" },
  level: { type: "ranked", values: ["low", "mid", "high"], source: "policy" },
};
const MINUTE = 60_000;
const MOMENTS: readonly Moment[] = ["preview", "opened"];

/** Every value that a condition can tell from another, unknown where the fact admits it or is not known yet. */
const domains = (moment: Moment): Readonly<Record<string, readonly Value[]>> => ({
  plan: ["free", "basic", "gold"],
  region: ["north", "south", null],
  paid: moment === "preview" ? [true, false, null] : [true, false],
  seats: [3, 4, 9, null],
  wait: [10 * MINUTE, 10 * MINUTE + 1],
  "ruling.s0": ["granted", "declined", null],
});

const some = <T>(values: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...values], { minLength: 1 });
const leaf = fc.oneof(
  fc.record({ plan: some(["free", "basic", "gold"]) }),
  fc.record({ plan: fc.record({ not: fc.constantFrom("free", "gold") }) }),
  fc.record({ region: some(["north", "south", "unknown"]) }),
  fc.record({ paid: fc.boolean() }),
  fc.record({ seats: fc.constantFrom({ under: 4 }, { within: 8 }, { over: 8 }, { from: 4, within: 8 }, "unknown") }),
  fc.record({ wait: fc.constantFrom({ within: "10 minutes" }, { over: "10 minutes" }) }),
);
const condition: fc.Arbitrary<object> = fc.oneof(
  { weight: 3, arbitrary: leaf },
  { weight: 2, arbitrary: fc.tuple(leaf, leaf).map((all) => ({ all })) },
  { weight: 2, arbitrary: fc.tuple(leaf, leaf).map((any) => ({ any })) },
  { weight: 1, arbitrary: leaf.map((not) => ({ not })) },
  { weight: 2, arbitrary: fc.constant({}) },
);
const later = fc.oneof({ weight: 3, arbitrary: condition }, { weight: 1, arbitrary: fc.record({ level: fc.oneof(some(["low", "mid", "high", "unknown"]), fc.constant({ from: "mid" })) }) });
const table = (id: string, outcomes: readonly object[], when: fc.Arbitrary<object>): fc.Arbitrary<object[]> =>
  fc
    .array(fc.tuple(when, fc.constantFrom(...outcomes), fc.boolean()), { minLength: 1, maxLength: 5 })
    .map((list) => list.map(([w, outcome, over], i) => ({ clause: `${id}${i}`, words, at: MOMENTS, when: w, ...outcome, ...(over && list.length > i + 1 ? { over: [`${id}${i + 1}`] } : {}) })));

const policy = fc
  .record({
    classify: table("k", [{ set: { level: "low" } }, { set: { level: "mid" } }, { set: { level: "high" } }], condition),
    scope: table("s", [{ scope: "in" }, { scope: "out" }, { scope: "examine" }], later),
    entitlement: table("e", [{ entitlement: "granted" }, { entitlement: "refused" }], later),
    charges: table("c", [{ charge: "none" }, { charge: "by-quote" }, { charge: "none", "even-if-refused": true }], later),
    may: fc.boolean(),
  })
  .map(({ may, ...parts }) => ({
    ...parts,
    roles: { lead: { name: { en: "the lead" } } },
    facts: FACTS,
    scope: parts.scope.map((c, i) => (may && i === 0 ? { ...c, may: { role: "lead", options: ["refuse"] } } : c)),
  }));

test("the proof knows of each single situation whether it is answered", () => {
  fc.assert(
    fc.property(policy, (parts) => {
      const compiled = compile(tiny(parts)).policy!;
      const space = spaceOf(compiled);
      for (const moment of MOMENTS) {
        const runs = runMoment(compiled, space, moment) as Run[];
        for (const facts of situations(domains(moment))) {
          const { reasons } = decide(compiled, { moment, at: 0, openedAt: 0, facts });
          for (const { table, answered } of runs) {
            const answer = reasons.some(
              (r) => (r.section === table.section && r.key === table.key && r.strength !== "may") || (r.clause === "s0" && facts["ruling.s0"] === "granted" && table.section === "scope"),
            );
            expect(lies(space, answered, facts)).toBe(answer);
          }
        }
      }
    }),
    { numRuns: 25 },
  );
}, 240_000);

/** Follows a situation through the diagram. */
function lies(space: Space, region: number, facts: Facts): boolean {
  for (let node = space.diagram.split(region); node; node = space.diagram.split(region)) {
    const { fact, cells } = space.dims[node.dim]!;
    const value = facts[fact.name] ?? null;
    region = node.kids[cells.findIndex((c) => ("value" in c ? c.value === value : typeof value === "number" && c.from <= value && value < c.to))]!;
  }
  return region === ALL;
}

test("the proof finds just what trying everything finds, and its examples are such customers", () => {
  fc.assert(
    fc.property(policy, (parts) => {
      const text = tiny(parts);
      const compiled = compile(text);
      expect(compiled.findings).toEqual([]);
      const { findings } = check(text);
      const brute = bruteForce(compiled.policy!, domains);
      const at = (code: string): string[] =>
        findings
          .filter((f) => f.code === code)
          .map((f) => (code === "E-OVERLAP" ? [f.at, ...f.clauses].join(" ") : f.at))
          .sort();
      expect(at("E-GAP")).toEqual([...brute.gaps].sort());
      expect(at("E-OVERLAP")).toEqual([...brute.overlaps].sort());
      const silenced = (id: string): boolean => {
        // by an `over` of every clause that covers it
        return compiled.policy!.clauses.some((c) => wins(compiled.policy!.clauses, c.id, id));
      };
      expect(at("E-UNREACHABLE").filter((id) => !silenced(id))).toEqual([...brute.unreachable].filter((id) => !silenced(id)).sort());
      expect(at("E-UNREACHABLE").every((id) => brute.unreachable.has(id))).toBe(true);
      for (const f of findings.filter((x) => x.code === "E-GAP")) {
        const [section, key] = f.at.split("/");
        const unanswered = (moment: Moment): boolean =>
          !decide(compiled.policy!, { moment, at: 0, openedAt: 0, facts: f.example! }).reasons.some((r) => r.section === section && r.strength !== "may" && (!key || r.key === key));
        expect(MOMENTS.some(unanswered)).toBe(true);
      }
    }),
    { numRuns: 80 },
  );
}, 240_000);

test("diagrams and boxes, which prove large tables, find the same", () => {
  fc.assert(
    fc.property(policy, (parts) => {
      const compiled = compile(tiny(parts)).policy!;
      const space = spaceOf(compiled);
      const winsFor = winsOver(compiled);
      for (const moment of MOMENTS) {
        for (const run of runMoment(compiled, space, moment) as Run[]) {
          const { diagram } = space;
          diagram.allow(200_000);
          const support = new Set<number>();
          for (const r of [run.answered, run.skipped, ...run.asked.flatMap((a) => [a.holds, a.taken])]) diagram.support(r, support);
          const world = worldOf(compiled, space, moment, support);
          const proof = proveByBoxes(compiled, space, run, (one, other) => one.ruling !== undefined || winsFor(one.id, other.id))!;
          expect(proof.proved).toBe(true);
          const gap = diagram.minus(diagram.minus(world, run.skipped), run.answered);
          if (run.table.kind.answersAll) expect(proof.gaps.boxes.length > 0).toBe(gap !== NONE);
          for (const { example } of proof.gaps.boxes) expect(lies(space, gap, { paid: true, plan: "free", region: "north", seats: 1, wait: 1, ...example })).toBe(true);
          const reached = run.asked.filter((a) => diagram.minus(diagram.and(world, a.holds), a.taken) !== NONE).map((a) => a.rule.clause.id);
          expect(proof.reached.map((c) => c.id)).toEqual(reached);
          const meet = run.asked.flatMap((a, i) =>
            run.asked.slice(i + 1).flatMap((b) => {
              const [one, other] = [diagram.and(world, a.holds), diagram.and(world, b.holds)];
              const free = a.rule.clause.ruling !== undefined || winsFor(a.rule.clause.id, b.rule.clause.id);
              if (free || diagram.minus(diagram.and(one, other), a.taken) === NONE || diagram.minus(one, other) === NONE || diagram.minus(other, one) === NONE) return [];
              return [`${a.rule.clause.id} ${b.rule.clause.id}`];
            }),
          );
          expect(proof.overlaps.map(({ one, other }) => `${one.id} ${other.id}`).sort()).toEqual(meet.sort());
        }
      }
    }),
    { numRuns: 60 },
  );
}, 240_000);
