// Whatever is thrown at it, the checker answers with findings: it never throws, and never takes long. SPEC 1.5, 12.2.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { check, checkSource } from "../../../src/policy/check/check.ts";
import { tiny, words } from "../tiny.ts";
import { chanceFrom, fuzzText, hostileTexts, KEYS, policyTexts } from "./fuzz-texts.ts";

const scalar = fc.oneof(
  fc.constantFrom("24 hours", "2 working days", "45.00 EUR", "unknown", "in", "out", "{must}", "{", "office", "Europe/Paris", "mon-fri", "2026-02-30", "answer", "hasOwnProperty"),
  fc.string({ maxLength: 12 }),
  fc.integer({ min: -5, max: 400 }),
  fc.boolean(),
  fc.constant(null),
  fc.double(),
);
const key = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...KEYS) }, { weight: 1, arbitrary: fc.string({ maxLength: 8 }) });
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof({ maxDepth: 5 }, scalar, fc.array(tie("tree"), { maxLength: 4 }), fc.dictionary(key, tie("tree"), { maxKeys: 6 })),
}));

describe("whatever is thrown at it", () => {
  test("text that is no policy gets findings", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 200 }),
          tree.map((t) => stringify(t)),
        ),
        (text) => {
          const { policy, findings } = check(text);
          expect(policy !== null || findings.length > 0).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  }, 120_000);

  const shipped = ["dms", "orthocab", "taxdome", "technical-support", "teladentistry"].map(
    (n) => parse(readFileSync(new URL(`../../../policies/${n}/policy.yaml`, import.meta.url), "utf8"), { maxAliasCount: 100 }) as unknown,
  );

  test("a real policy with a part replaced by anything gets findings", () => {
    fc.assert(
      fc.property(fc.constantFrom(...shipped), fc.array(fc.nat(), { minLength: 1, maxLength: 7 }), tree, (data, steps, put) => {
        const { findings } = checkSource({ data: spoil(data, steps, put), locate: () => undefined, faults: [] });
        expect(findings.every((f) => f.message.length > 0 && f.message.length < 20_000)).toBe(true);
      }),
      { numRuns: 200 },
    );
  }, 120_000);

  test("a real policy with a part left undecided gets findings", () => {
    fc.assert(
      fc.property(fc.constantFrom(...shipped), fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), (data, steps) => {
        const { findings } = checkSource({ data: spoil(data, steps, { undecided: "some day" }), locate: () => undefined, faults: [] });
        expect(findings.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  }, 120_000);
});

/** Puts a value somewhere into the data, found by taking the n-th child again and again. */
function spoil(data: unknown, steps: readonly number[], put: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || typeof data !== "object" || data === null) return put;
  if (Array.isArray(data)) return data.length ? data.map((item, i): unknown => (i === step % data.length ? spoil(item, rest, put) : item)) : put;
  const keys = Object.keys(data);
  const at = keys[step % Math.max(1, keys.length)];
  return at === undefined ? put : { ...data, [at]: spoil((data as Record<string, unknown>)[at], rest, put) };
}

describe("texts of every kind, for a fixed time", () => {
  const answered = (text: string): void => {
    const { policy, findings } = check(text);
    expect(policy !== null || findings.length > 0).toBe(true);
    expect(findings.filter((f) => !f.place || f.place.line < 1 || f.place.column < 1).map((f) => f.key)).toEqual([]);
  };
  const texts = policyTexts();

  test("every policy in the tree, sound or broken, gets findings with a place", () => {
    for (const text of texts) answered(text);
  }, 60_000);

  test("policies with lines and letters moved about, for three seconds", () => {
    const seed = Date.now() % 2 ** 31;
    const end = performance.now() + 3000;
    for (let i = seed; performance.now() < end; i++) {
      const text = fuzzText(chanceFrom(i), texts);
      try {
        answered(text);
      } catch (error) {
        throw new Error(`seed ${i}: npx tsx tests/policy/check/fuzz-run.ts 1 ${i}`, { cause: error });
      }
    }
  }, 60_000);

  test.each(hostileTexts().filter((t) => !t.long))("$name", ({ text }) => answered(text));
});

describe("beyond its limits it says so", () => {
  const pairs = Array.from({ length: 18 }, (_, i) => i);
  const facts = Object.fromEntries(
    pairs.flatMap((i) => [
      [`a${String(i).padStart(2, "0")}`, { type: "yes-no" }],
      [`b${String(i).padStart(2, "0")}`, { type: "yes-no" }],
    ]),
  );
  // Whether each of many facts equals its partner: no order of the facts keeps that small.
  const equal = pairs
    .map((i) => ["a", "b"].map((l) => `${l}${String(i).padStart(2, "0")}`))
    .map(([a, b]) => ({
      any: [
        { [a!]: true, [b!]: true },
        { [a!]: false, [b!]: false },
      ],
    }));

  test("a table too large to prove is unproved, not clean", () => {
    const { findings } = check(
      tiny({
        facts,
        scope: [
          { clause: "same", when: { all: equal }, scope: "in", words },
          { clause: "rest", scope: "out", words },
        ],
      }),
    );
    expect(findings.map((f) => `${f.code} ${f.severity} ${f.at}`)).toEqual(["E-UNPROVED warning scope"]);
  });

  test("a list of overlaps that was cut says so", () => {
    const scope = Array.from({ length: 320 }, (_, i) => ({ clause: `s${i}`, when: { seats: { from: i, under: i + 3 } }, scope: i % 2 ? "in" : "out", words }));
    const { findings } = check(tiny({ facts: { seats: { type: "count" } }, scope: [...scope, { clause: "rest", scope: "examine", words }] }));
    expect(findings.filter((f) => f.code === "E-OVERLAP")).toHaveLength(200);
    expect(findings.filter((f) => f.code !== "E-OVERLAP").map((f) => `${f.code} ${f.message}`)).toEqual(["E-UNPROVED More clauses of scope meet than are listed here: the list was cut."]);
  });

  test("a gap in more places than are listed says so", () => {
    const topics = Array.from({ length: 40 }, (_, i) => `t${i}`);
    const seats = topics.map((topic, i) => ({ clause: `s${i}`, when: { topic, any: [{ seats: { under: i * 10 + 1 } }, { seats: { from: i * 10 + 2 } }] }, scope: "in", words }));
    const holes = check(tiny({ facts: { topic: { values: topics }, seats: { type: "count" } }, scope: [...seats, { clause: "odd", when: { topic: "unknown" }, scope: "in", words }] })).findings.filter(
      (f) => f.code === "E-GAP",
    );
    expect(holes).toHaveLength(1);
    expect(holes[0]!.message).toMatch(/; and 9 more that are listed, and others beyond the length of this list\.$/);
  });

  test("whether a notice comes in time is not known where the rules behind it are too many", () => {
    const { findings } = check(
      tiny({
        facts,
        bookings: [
          { clause: "late", booking: "cancel", when: { all: equal, notice: { under: "24 hours" } }, answer: "no-show", words },
          { clause: "free", booking: "cancel", answer: "free", words },
        ],
        notices: [{ clause: "reminder", notice: "reminder", to: "requester", at: ["booking"], before: ["24 hours"], act: ["cancel"], words }],
      }),
    );
    expect(findings.map((f) => `${f.code} ${f.at}`).sort()).toEqual(["E-UNPROVED bookings/cancel", "E-UNPROVED reminder"]);
  });

  test("a promise of hundreds of clauses that a person may set aside is found all the same", () => {
    const seats = Array.from({ length: 310 }, (_, i) => i);
    const promises = seats.map((i) => ({ clause: `p${i}`, promise: "first-answer", must: `${i + 1} hours`, when: { seats: i }, words }));
    const rest = { clause: "rest", promise: "first-answer", none: true, words };
    const may = { clause: "later", promise: "first-answer", none: true, when: { seats: { under: 100 } }, may: { role: "lead", options: ["wait"] }, words };
    const { findings } = check(tiny({ facts: { seats: { type: "count" } }, roles: { lead: { name: { en: "the lead" } } }, promises: [may, ...promises, rest] }));
    expect(findings.map((f) => `${f.code} ${f.at}`).sort()).toEqual(
      seats
        .filter((i) => i < 100)
        .map((i) => `E-UNDERCUT p${i}`)
        .sort(),
    );
  });

  test("a gap is told even where it is wide", () => {
    const topics = Array.from({ length: 200 }, (_, i) => `t${i}`);
    const { findings } = check(tiny({ facts: { topic: { values: topics } }, scope: topics.slice(0, 80).map((t, i) => ({ clause: `s${i}`, when: { topic: t }, scope: i % 2 ? "in" : "out", words })) }));
    expect(findings.map((f) => `${f.code} ${f.at}`)).toEqual(["E-GAP scope"]);
    expect(findings[0]!.example).toEqual({ topic: "t80" });
    expect(findings[0]!.message.length).toBeLessThan(600);
  });

  test("a table of a thousand clauses over many facts is proved all the same", () => {
    const seats = Array.from({ length: 1000 }, (_, i) => i);
    const scope = (gone: number): object[] =>
      seats.filter((i) => i !== gone).map((i) => ({ clause: `s${i}`, when: { seats: { from: i * 10, under: i * 10 + 10 }, paid: i % 2 === 0 }, scope: i % 3 ? "in" : "out", words }));
    const others = [
      { clause: "odd", when: { paid: true }, scope: "examine", words },
      { clause: "even", when: { paid: false, seats: { under: 10_000 } }, scope: "examine", words },
    ];
    const parts = { facts: { seats: { type: "count" }, paid: { type: "yes-no" } } };
    expect(check(tiny({ ...parts, scope: [...scope(-1), others[0], { clause: "rest", scope: "in", words }] })).findings).toEqual([]);
    const { findings } = check(tiny({ ...parts, scope: [...scope(-1), ...others] }));
    expect(findings.map((f) => `${f.code} ${f.at}`)).toEqual(["E-GAP scope"]);
    expect(findings[0]!.message).toContain("A customer whose paid is no and with 10000 seats");
  }, 60_000);

  test("thousands of clauses and facts are answered in seconds", () => {
    const many = Array.from({ length: 2000 }, (_, i) => i);
    const started = performance.now();
    const { findings } = check(
      tiny({
        facts: Object.fromEntries(many.map((i) => [`f${i}`, { values: ["a", "b"] }])),
        scope: many.map((i) => ({ clause: `s${i}`, when: { [`f${i}`]: "a" }, scope: i % 2 ? "in" : "out", words })),
      }),
    );
    expect(findings.map((f) => f.code)).toContain("E-UNPROVED");
    const wide = check(
      tiny({
        facts: { topic: { values: many.map((i) => `t${i}`) } },
        scope: many.map((i) => ({ clause: `s${i}`, when: { topic: `t${i}` }, scope: i % 2 ? "in" : "out", words })),
      }),
    );
    expect(wide.findings.length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(50_000);
  }, 120_000);
});
