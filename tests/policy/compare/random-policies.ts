// Pairs of small random policies, and every situation that they can tell apart: fallbacks, values and windows differ between the two.
import fc from "fast-check";
import { compile, type Policy } from "../../../src/policy/index.ts";
import type { Facts, Moment, Value } from "../../../src/policy/index.ts";
import { tiny, words } from "../tiny.ts";

export const MOMENTS: readonly Moment[] = ["preview", "opened"];
const MINUTE = 60_000;

const facts = fc.record({
  plan: fc.constantFrom(
    { values: ["free", "basic", "gold"] },
    { values: ["free", "basic", "gold", "team"] },
    { values: ["free", "gold"], fallback: "free" },
    { values: ["free", "basic", "gold"], fallback: "gold" },
  ),
  region: fc.constant({ values: ["north", "south"], unknown: true }),
  paid: fc.constantFrom({ type: "yes-no", known: "opened" }, { type: "yes-no" }),
  seats: fc.constantFrom({ type: "count", unknown: true }, { type: "count", fallback: 4 }),
  wait: fc.constant({ type: "duration", fallback: "5 minutes" }),
  level: fc.constant({ type: "ranked", values: ["low", "mid", "high"], source: "policy" }),
});

/** Every value that a condition of either can tell from another; what cannot be at that moment is left out. */
export function domains(old: Policy, next: Policy, moment: Moment): Readonly<Record<string, readonly Value[]>> {
  const of = (name: string, values: readonly Value[]): Value[] => {
    const declared = [old, next].flatMap((p) => p.facts[name] ?? []);
    const fallbacks = new Set(declared.map((f) => f.fallback));
    const alike = fallbacks.size === 1 && declared[0]!.fallback !== undefined;
    const late = moment === "preview" && declared.some((f) => f.known === "opened");
    const unsure = declared.some((f) => f.unknown) || fallbacks.size > 1 || late || declared[0]?.known !== declared.at(-1)?.known;
    return [...values, ...(unsure && !alike ? [null] : [])];
  };
  return {
    plan: of("plan", [...new Set([...old.facts["plan"]!.values, ...next.facts["plan"]!.values])]),
    region: of("region", ["north", "south"]),
    paid: of("paid", [true, false]),
    seats: of("seats", [3, 4, 9]),
    wait: of("wait", [10 * MINUTE, 10 * MINUTE + 1]),
    "ruling.s0": ["granted", "declined", null],
  };
}

const some = <T>(values: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...values], { minLength: 1 });
const leaf = fc.oneof(
  fc.record({ plan: some(["free", "gold", "unknown"]) }),
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
const later = fc.oneof({ weight: 3, arbitrary: condition }, { weight: 1, arbitrary: fc.record({ level: some(["low", "mid", "high", "unknown"]) }) });
const table = (id: string, outcomes: readonly object[], when: fc.Arbitrary<object>): fc.Arbitrary<object[]> =>
  fc
    .array(fc.tuple(when, fc.constantFrom(...outcomes)), { minLength: 1, maxLength: 4 })
    .map((list) => list.map(([w, outcome], i) => ({ clause: `${id}${i}`, words, at: MOMENTS, when: w, ...outcome })));

const sections = fc
  .record({
    classify: table("k", [{ set: { level: "low" } }, { set: { level: "mid" } }, { set: { level: "high" } }], condition),
    scope: table("s", [{ scope: "in" }, { scope: "out" }, { scope: "examine" }], later),
    entitlement: table("e", [{ entitlement: "granted" }, { entitlement: "refused" }], later),
    charges: table("c", [{ charge: "none" }, { charge: "by-quote" }, { charge: { price: "9.00 EUR" } }, { charge: "by-quote", "even-if-refused": true }], later),
    promises: table(
      "p",
      [
        { promise: "first-answer", must: "2 hours" },
        { promise: "first-answer", goal: "1 hour" },
        { promise: "first-answer", none: true },
      ],
      later,
    ),
    may: fc.boolean(),
  })
  .map(({ may, ...parts }) => ({ ...parts, scope: parts.scope.map((c, i) => (may && i === 0 ? { ...c, may: { role: "lead", options: ["refuse"] } } : c)) }));

const whole = fc.tuple(facts, sections).map(([f, s]) => ({ ...s, facts: f, roles: { lead: { name: { en: "the lead" } } } }) as Record<string, unknown>);

/** Two policies: wholly different, or the second with a few parts of another. */
export const pair: fc.Arbitrary<readonly [Policy, Policy]> = fc
  .tuple(whole, whole, fc.subarray(["facts", "classify", "scope", "entitlement", "charges", "promises"]))
  .map(([old, other, parts]) => [policyOf(old), policyOf({ ...old, ...Object.fromEntries(parts.map((name) => [name, other[name]])) })] as const)
  .filter((both): both is readonly [Policy, Policy] => both.every((p) => p !== null));

/** Null where a condition names a value that this declaration of the fact has not. */
function policyOf(parts: Record<string, unknown>): Policy | null {
  const { policy, findings } = compile(tiny(parts));
  return findings.length ? null : policy;
}

export function* situations(of: Readonly<Record<string, readonly Value[]>>): Generator<Facts> {
  const names = Object.keys(of);
  const walk = function* (i: number, chosen: Record<string, Value>): Generator<Facts> {
    const name = names[i];
    if (name === undefined) yield { ...chosen };
    else for (const value of of[name]!) yield* walk(i + 1, { ...chosen, [name]: value });
  };
  yield* walk(0, {});
}
