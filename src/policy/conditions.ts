// Conditions as written become conditions in negation normal form over sets and half-open ranges. SPEC conditions.
import { nearest } from "./finding.ts";
import { factValue } from "./facts.ts";
import type { Condition, Fact, Value } from "./model.ts";
import type { RawCondition } from "./shapes.ts";

/** Finds a fact by name, built-in and results included; null where there is none. */
export type FactOf = (name: string) => Fact | null;
/** Called for what is wrong: a code, a sentence, the steps below the condition. */
export type Report = (code: string, message: string, path: readonly (string | number)[], mend?: string) => void;

const ALWAYS: Condition = { is: "always" };
const NEVER: Condition = { is: "any", of: [] };
const FAR = Number.MAX_SAFE_INTEGER;

/** `negated` pushes a `not` down to the leaves: unknown satisfies neither a test nor its opposite. */
export function toCondition(raw: RawCondition | undefined, factOf: FactOf, report: Report, negated = false, path: readonly (string | number)[] = []): Condition {
  if (!raw) return negated ? NEVER : ALWAYS;
  const parts: Condition[] = [];
  const list = (key: "any" | "all", items: RawCondition[]): readonly Condition[] => items.map((c, i) => toCondition(c, factOf, report, negated, [...path, key, i]));
  for (const [name, test] of Object.entries(raw)) {
    if (name === "any" && raw.any) parts.push(join(negated ? "all" : "any", list("any", raw.any)));
    else if (name === "all" && raw.all) parts.push(join(negated ? "any" : "all", list("all", raw.all)));
    else if (name === "not" && raw.not) parts.push(toCondition(raw.not, factOf, report, !negated, [...path, "not"]));
    else {
      const fact = factOf(name);
      if (fact) parts.push(toTest(fact, test, negated, (code, message, mend) => report(code, message, [...path, name], mend)));
      else report("E-UNKNOWN-FACT", `No fact is called "${name}".`, [...path, name], `Declare it under facts${hint(name)}.`);
    }
  }
  return join(negated ? "any" : "all", parts);
}

const hint = (name: string): string => (nearest(name, ["topic", "channel", "cause", "standing", "severity"]) ? "; or check its spelling" : "");

/** Joins conditions, flattening where one part says it all. */
export function join(is: "all" | "any", parts: readonly Condition[]): Condition {
  const of = parts.filter((p) => !(is === "all" && p.is === "always"));
  if (is === "any" && of.some((p) => p.is === "always")) return ALWAYS;
  if (of.length === 1) return of[0]!;
  if (of.length === 0) return is === "all" ? ALWAYS : NEVER;
  return { is, of };
}

type Say = (code: string, message: string, mend?: string) => void;

function toTest(fact: Fact, raw: unknown, negated: boolean, say: Say): Condition {
  if (isRange(raw)) return toRange(fact, raw, negated, say);
  const not = typeof raw === "object" && raw !== null && !Array.isArray(raw) && "not" in raw;
  const written = not ? (raw as { not: unknown }).not : raw;
  const values: Value[] = [];
  for (const w of Array.isArray(written) ? written : [written]) {
    const v = factValue(fact, w);
    if (v !== undefined) values.push(v);
    else say("E-UNKNOWN-VALUE", `"${String(w)}" is no value of the fact ${fact.name} (${fact.values.join(", ") || fact.kind}).`, suggestion(String(w), fact));
  }
  const flip = not !== negated;
  if (!flip) return { is: "in", fact: fact.name, values };
  if (fact.kind === "one-of" || fact.kind === "ranked") return { is: "in", fact: fact.name, values: fact.values.filter((v) => !values.includes(v)) };
  if (fact.kind === "yes-no") return { is: "in", fact: fact.name, values: [true, false].filter((v) => !values.includes(v)) };
  const cuts = values.filter((v): v is number => typeof v === "number").sort((a, b) => a - b);
  const ends = [0, ...cuts.map((c) => c + 1)];
  return join(
    "any",
    ends.map((from, i): Condition => ({ is: "range", fact: fact.name, from, to: cuts[i] ?? FAR })),
  );
}

const suggestion = (word: string, fact: Fact): string | undefined => {
  const near = nearest(word, fact.values);
  return near ? `Did you mean ${near}?` : undefined;
};

interface RawRange {
  under?: unknown;
  within?: unknown;
  over?: unknown;
  from?: unknown;
}
function isRange(raw: unknown): raw is RawRange {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw) && Object.keys(raw).some((k) => ["under", "within", "over", "from"].includes(k));
}

/** Whole numbers make every bound half-open: "over 20" is from 21, "within 20" is below 21. */
function toRange(fact: Fact, raw: RawRange, negated: boolean, say: Say): Condition {
  const bound = (key: keyof RawRange): number | null => {
    if (raw[key] === undefined) return null;
    if (fact.kind === "ranked" && typeof raw[key] === "string") {
      const at = fact.values.indexOf(raw[key]);
      if (at >= 0) return at;
    }
    const v = factValue(fact, raw[key]);
    if (typeof v === "number") return v;
    say("E-UNKNOWN-VALUE", `"${String(raw[key])}" cannot bound the fact ${fact.name}, which is a ${fact.kind}.`);
    return null;
  };
  const [under, within, over, least] = [bound("under"), bound("within"), bound("over"), bound("from")];
  const from = Math.max(0, least ?? 0, over === null ? 0 : over + 1);
  const to = Math.min(under ?? FAR, within === null ? FAR : within + 1);
  if (from >= to) say("E-EMPTY-RANGE", `No value of ${fact.name} lies in this range.`, "Swap its bounds.");
  if (fact.kind === "ranked") {
    const inside = fact.values.filter((_, i) => i >= from && i < to);
    return { is: "in", fact: fact.name, values: negated ? fact.values.filter((v) => !inside.includes(v)) : inside };
  }
  const range = (a: number, b: number): Condition => ({ is: "range", fact: fact.name, from: a, to: b });
  if (!negated) return range(from, to);
  return join("any", [...(from > 0 ? [range(0, from)] : []), ...(to < FAR ? [range(to, FAR)] : [])]);
}

/** Names of the facts that a condition reads. */
export function factsRead(c: Condition, into = new Set<string>()): Set<string> {
  if (c.is === "in" || c.is === "range") into.add(c.fact);
  else if (c.is !== "always") for (const part of c.of) factsRead(part, into);
  return into;
}
