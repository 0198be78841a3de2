// The proof of one table against trying every situation: gaps, meetings, rules that never answer. SPEC 12.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { meets, uncovered } from "../../../src/policy/check/boxes.ts";
import type { Box } from "../../../src/policy/check/box.ts";
import { checkTable, type Column, type TableRule } from "../../../src/policy/check/check-table.ts";

/** Three columns: a short list of values, numbers, and a yes or no. */
const COLUMNS: readonly Column[] = [
  { name: "topic", end: 4 },
  { name: "seats", end: 6 },
  { name: "paid", end: 2 },
];
const ENDS = COLUMNS.map((c) => c.end);

const stretches = (end: number): fc.Arbitrary<readonly number[] | null> =>
  fc.option(
    fc
      .subarray(
        Array.from({ length: end }, (_, i) => i),
        { minLength: 1 },
      )
      .map((cells) => cells.reduce<number[]>((sum, c) => (sum.at(-1) === c ? [...sum.slice(0, -1), c + 1] : [...sum, c, c + 1]), [])),
    { freq: 2 },
  );
const box: fc.Arbitrary<Box> = fc.tuple(...ENDS.map(stretches));
const boxes = fc.array(box, { minLength: 1, maxLength: 2 });
const rule: fc.Arbitrary<TableRule> = fc.oneof(
  { weight: 4, arbitrary: boxes.map((holds) => ({ holds })) },
  { weight: 1, arbitrary: boxes.map((holds) => ({ holds, answers: holds.slice(1) })) }, // waits for somebody in some of them
);
const table = fc.record({ rules: fc.array(rule, { minLength: 1, maxLength: 7 }), never: fc.array(box, { maxLength: 1 }) });

type Point = readonly number[];
const points: readonly Point[] = ENDS.reduce<Point[]>((all, end) => all.flatMap((p) => Array.from({ length: end }, (_, i) => [...p, i])), [[]]);
const inStretches = (s: readonly number[] | null | undefined, n: number): boolean => !s || s.some((from, i) => i % 2 === 0 && from <= n && n < s[i + 1]!);
const inBox = (b: Box, p: Point): boolean => p.every((n, c) => inStretches(b[c], n));
const inAny = (list: readonly Box[], p: Point): boolean => list.some((b) => inBox(b, p));

/** What the proof should say, by asking every rule in every situation. */
function bruteForce(rules: readonly TableRule[], never: readonly Box[], first: boolean): { gaps: Set<string>; meetings: Set<string>; unreachable: Set<number> } {
  const world = points.filter((p) => !inAny(never, p));
  const answersAt = (p: Point, i: number): boolean => inAny(rules[i]!.answers ?? rules[i]!.holds, p);
  const asked = (p: Point, i: number): boolean => inAny(rules[i]!.holds, p) && !(first && rules.some((_, e) => e < i && answersAt(p, e)));
  const inside = (i: number, j: number): boolean => world.every((p) => !inAny(rules[i]!.holds, p) || inAny(rules[j]!.holds, p));
  const meetings = new Set<string>();
  for (let i = 0; i < rules.length; i++) {
    for (let j = i + 1; j < rules.length; j++) {
      if (world.some((p) => asked(p, i) && inAny(rules[j]!.holds, p)) && !inside(i, j) && !inside(j, i)) meetings.add(`${i} ${j}`);
    }
  }
  return {
    gaps: new Set(world.filter((p) => !rules.some((_, i) => answersAt(p, i))).map(String)),
    meetings,
    unreachable: new Set(rules.flatMap((_, i) => (first && !world.some((p) => asked(p, i)) ? [i] : []))),
  };
}

describe("on random tables the proof and trying everything agree", () => {
  test.each(["first", "unique"] as const)("hit policy %s", (hit) => {
    fc.assert(
      fc.property(table, ({ rules, never }) => {
        const brute = bruteForce(rules, never, hit === "first");
        const proof = checkTable(COLUMNS, rules, { never, hit });
        expect(proof.proved).toBe(true);
        expect(proof.gaps.listed).toBe("all");
        expect(new Set(points.filter((p) => inAny(proof.gaps.boxes, p)).map(String))).toEqual(brute.gaps);
        for (const p of points) expect(proof.gaps.boxes.filter((b) => inBox(b, p)).length).toBeLessThan(2); // no situation is listed twice
        expect(new Set(proof.meetings.map((m) => `${m.one} ${m.other}`))).toEqual(brute.meetings);
        for (const { one, other, at } of proof.meetings) {
          const there = points.filter((p) => inBox(at, p));
          expect(there.length).toBeGreaterThan(0);
          expect(there.every((p) => inAny(rules[one]!.holds, p) && inAny(rules[other]!.holds, p) && !inAny(never, p))).toBe(true);
        }
        expect(new Set(proof.unreachable.map((u) => u.rule))).toEqual(brute.unreachable);
        for (const { rule: i, covering } of proof.unreachable) {
          const world = points.filter((p) => inAny(rules[i]!.holds, p) && !inAny(never, p));
          expect(world.every((p) => covering.some((c) => inAny(rules[c]!.answers ?? rules[c]!.holds, p)))).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe("beyond its limits", () => {
  const halves: readonly Box[] = Array.from({ length: 40 }, (_, i) => [
    [(i * 7) % 50, ((i * 7) % 50) + 40],
    [(i * 11) % 50, ((i * 11) % 50) + 45],
    [(i * 13) % 50, ((i * 13) % 50) + 30],
    [(i * 17) % 50, ((i * 17) % 50) + 35],
  ]);
  const ends = [100, 100, 100, 100];

  test("a listing that was cut says so, and each of its boxes is a gap", () => {
    const { boxes: found, listed } = uncovered(ends, [null, null, null, null], halves, { steps: 1_000_000 }, 3);
    expect(listed).toBe("cut");
    expect(found).toHaveLength(3);
    expect(found.some((f) => halves.some((h) => meets(f, h)))).toBe(false);
  });

  test("a table of which the steps run out is not proved, and never clean", () => {
    const { proved, gaps } = checkTable(
      ends.map((end, i) => ({ name: `c${i}`, end })),
      halves.map((h) => ({ holds: [h] })),
      { steps: 500 },
    );
    expect(proved).toBe(false);
    expect(gaps.listed).toBe("unproved");
  });
});
