// Runs scenarios: policies are tested by data. A scenario names every clause that applies, so that none slips in or out unseen.
import { builtInFact } from "./built-in-facts.ts";
import type { Effect, Given } from "./decision.ts";
import { decide } from "./decide.ts";
import { factValue } from "./facts.ts";
import type { Place, Policy, Value } from "./model.ts";
import { needs } from "./needs.ts";
import { read } from "./read.ts";
import { type Scenario, SCENARIO_FILE } from "./scenario-shape.ts";
import { shapeFaults } from "./shape-faults.ts";
import { normalise } from "./slots.ts";
import { instantToLocal, localToInstant } from "./time/zoned.ts";

export interface ScenarioResult {
  readonly scenario: string;
  readonly failures: readonly string[]; // empty: it holds
  readonly clauses: readonly string[]; // that applied
  readonly place?: Place;
}
export interface ScenarioFile {
  readonly results: readonly ScenarioResult[];
  readonly faults: readonly { message: string; place?: Place }[];
}
/** A file read and shaped, so that many variants of a policy can run it. */
export interface Scenarios {
  readonly list: readonly { scenario: Scenario; place?: Place }[];
  readonly faults: ScenarioFile["faults"];
}

/** Reads a file of scenarios. Faults carry their line. */
export function readScenarios(text: string): Scenarios {
  const source = read(text);
  if (source.faults.length) return { list: [], faults: source.faults };
  const shaped = SCENARIO_FILE.safeParse(source.data);
  if (!shaped.success) {
    return { list: [], faults: shapeFaults(shaped.error.issues, source.data).map((f) => ({ message: `${f.message} ${f.mend ?? ""}`.trim(), ...placed(source.locate(f.path)) })) };
  }
  return { list: shaped.data.scenarios.map((scenario, i) => ({ scenario, ...placed(source.locate(["scenarios", i, "scenario"])) })), faults: [] };
}

const placed = (place: Place | undefined): { place?: Place } => (place ? { place } : {});

/** Runs every scenario against the policy. */
export function runScenarios(policy: Policy, scenarios: Scenarios): ScenarioFile {
  return { faults: scenarios.faults, results: scenarios.list.map(({ scenario, place }) => ({ ...runScenario(policy, scenario), ...placed(place) })) };
}

/** The situation of a scenario; what is no fact of the policy, or no value of it, is a fault. */
export function givenOf(policy: Policy, s: Scenario): { readonly given: Given; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const instant = (local: string): number => localToInstant(local, policy.desk.zone);
  const facts: Record<string, Value> = {};
  for (const [name, raw] of Object.entries(s.given)) {
    const fact = policy.facts[name] ?? builtInFact(name); // a situation may hold more than the rules read: rulings, the channel
    const value = fact ? factValue(fact, raw) : undefined;
    if (value === undefined) faults.push(fact ? `given ${name}: ${String(raw)} is no value of it` : `given ${name}: the policy reads no such fact`);
    else facts[name] = value;
  }
  const at = instant(s.at);
  const given: Given = {
    moment: s.when,
    at,
    openedAt: s.opened ? instant(s.opened) : at,
    facts,
    ...(s.zone && { zone: s.zone }),
    ...(s.about && { about: s.about }),
    ...(s["rang-for"] && { rangFor: instant(s["rang-for"]) }),
    ...(s.does && { does: s.does }),
    running: s.running.map((p, i) => ({
      ...p,
      id: `p${i + 1}`,
      starts: instant(p.starts),
      due: p.due === null ? null : instant(p.due),
      goal: p.goal === null ? null : instant(p.goal),
      met: p.met === null ? null : instant(p.met),
      pauses: p.pauses.map(({ from, to, reason }) => ({ from: instant(from), to: to === null ? null : instant(to), reason })),
    })),
  };
  return { given, faults };
}

function runScenario(policy: Policy, s: Scenario): ScenarioResult {
  const instant = (local: string): number => localToInstant(local, policy.desk.zone);
  const { given, faults } = givenOf(policy, s);
  const failures = [...faults];
  const decision = decide(policy, given);
  const clauses = [...new Set(decision.reasons.map((r) => r.clause))];
  const unsaid = clauses.filter((c) => !s.then.clauses.includes(c));
  const absent = s.then.clauses.filter((c) => !clauses.includes(c));
  if (unsaid.length) failures.push(`these clauses apply too: ${unsaid.join(", ")}`);
  if (absent.length) failures.push(`these clauses do not apply: ${absent.join(", ")}`);
  for (const [name, raw] of Object.entries(s.then.results ?? {})) {
    const fact = policy.facts[name];
    const expected = fact ? factValue(fact, raw) : raw;
    if ((decision.results[name] ?? null) !== expected) failures.push(`${name} is ${String(decision.results[name] ?? "not decided")}, not ${String(raw)}`);
  }
  const shown = (e: Effect): string => describe(e, policy.desk.zone);
  for (const p of s.then.effects ?? []) {
    if (!decision.effects.some((e) => matches(pattern(p, instant), withBond(e, policy)))) {
      const near = decision.effects.filter((e) => e.do === p["do"]);
      failures.push(`no effect ${JSON.stringify(p)}${near.length ? `; there is ${near.map(shown).join(" and ")}` : ""}`);
    }
  }
  for (const p of s.then.no ?? []) {
    const found = decision.effects.find((e) => matches(pattern(p, instant), e));
    if (found) failures.push(`an effect that must not be: ${shown(found)}`);
  }
  for (const p of s.then.counts ?? []) {
    if (!needs(policy, s.when).counts.some((c) => matches(pattern(p, instant), c))) failures.push(`no count ${JSON.stringify(p)} is asked of the past`);
  }
  return { scenario: s.scenario, failures, clauses };
}

/** An effect as a scenario may name it: with its clause's strength, and a charge with the taxes that are added to it. */
function withBond(effect: Effect, policy: Policy): unknown {
  const clause = "clause" in effect ? policy.clauses.find((c) => c.id === effect.clause) : undefined;
  return { ...(clause && { strength: clause.strength }), ...(effect.do === "charges" && { tax: policy.money.tax }), ...effect };
}

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
/** An expected effect with its times as instants and its lengths and prices typed. */
function pattern(raw: unknown, instant: (local: string) => number): unknown {
  if (typeof raw === "string" && LOCAL.test(raw)) return instant(raw);
  if (Array.isArray(raw)) return raw.map((r) => pattern(r, instant));
  if (typeof raw === "object" && raw !== null) return Object.fromEntries(Object.entries(raw).map(([k, v]) => [k, pattern(v, instant)]));
  return normalise(raw);
}

function matches(expected: unknown, found: unknown): boolean {
  if (Array.isArray(expected)) return Array.isArray(found) && expected.length === found.length && expected.every((e, i) => matches(e, found[i]));
  if (typeof expected === "object" && expected !== null) {
    return typeof found === "object" && found !== null && Object.entries(expected).every(([k, v]) => matches(v, (found as Record<string, unknown>)[k]));
  }
  return expected === found;
}

function describe(effect: Effect, zone: string): string {
  return JSON.stringify(effect, (key, v: unknown) => (typeof v === "number" && ["due", "goal", "starts", "at"].includes(key) ? instantToLocal(v, zone) : v));
}
