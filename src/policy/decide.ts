// decide: facts and a moment in, effects and reasons out. Synchronous, total, deterministic. SPEC decisions.
import type { Decision, Effect, Given, Open, Reason } from "./decision.ts";
import { effectsOf } from "./effects.ts";
import { mayHold } from "./match.ts";
import type { Policy, Value } from "./model.ts";
import { type Program, programOf, type Rule, type Table } from "./program.ts";
import { reconcile, settleRunning } from "./reconcile.ts";

/** Runs the policy's tables for this moment in their one order; each result is a fact for the later ones. */
export function decide(policy: Policy, given: Given): Decision {
  const program = programOf(policy);
  const facts: Record<string, Value> = { ...program.blank };
  for (const name in given.facts) facts[name] = given.facts[name] ?? null;
  for (const [name, value] of program.fallbacks) if (facts[name] === undefined || facts[name] === null) facts[name] = value;
  const results: Record<string, Value> = {};
  const effects: Effect[] = [];
  const reasons: Reason[] = [];
  const open: Open[] = [];
  const zone = given.zone ?? policy.desk.zone;
  const running = settleRunning(given, program.clauses, facts, effects);
  let refused = facts["scope"] === "out" || facts["entitlement"] === "refused";
  for (const table of program.at.get(given.moment) ?? []) {
    if (table.section === "scope" || table.section === "entitlement") {
      facts[table.fact] = null;
      refused = facts["scope"] === "out" || facts["entitlement"] === "refused";
    }
    const skip = refused && table.kind.skippedWhenRefused;
    const rule = firstMatch(table, facts, skip, effects, reasons);
    if (given.moment === "preview") note(table, rule, facts, skip, open);
    if (rule) {
      const { clause } = rule;
      reasons.push({ clause: clause.id, section: table.section, key: table.key, strength: clause.strength, facts: clause.reads, slots: clause.slots });
      results[table.fact] = rule.result;
      facts[table.fact] = rule.result;
      for (const effect of effectsOf(clause, table.section, table.key, given, zone)) effects.push(effect);
      if (rule.result === "out" || rule.result === "refused") refused ||= table.section === "scope" || table.section === "entitlement";
    }
    if (!rule && (facts[table.fact] ?? null) !== null) results[table.fact] = facts[table.fact] = null; // an answer of an earlier run does not outlive its reason
    if (table.section === "promises" && (rule || skip)) reconcile(policy, given, running, table.key, rule?.clause ?? null, facts, effects);
  }
  if (given.moment !== "preview") wakeAt(given, program, facts, effects);
  return { results, effects, reasons, open };
}

/** A timer for the next instant at which the ticket's age or silence crosses a bound that some rule tests. One key, so it replaces itself. */
function wakeAt(given: Given, program: Program, facts: Record<string, Value>, effects: Effect[]): void {
  let next = Number.POSITIVE_INFINITY;
  for (const fact of ["age", "idle"] as const) {
    const now = facts[fact];
    const bound = typeof now === "number" ? program.clock[fact].find((b) => b > now) : undefined;
    if (bound !== undefined) next = Math.min(next, given.at + bound - (now as number));
  }
  if (Number.isFinite(next)) effects.push({ do: "timer", key: "clock", at: next, moment: "timer", about: "clock" });
}

/** The first clause that holds. A `may` clause answers only once it was granted; until then it asks for a ruling and the table goes on. */
function firstMatch(table: Table, facts: Record<string, Value>, skip: boolean, effects: Effect[], reasons: Reason[]): Rule | null {
  for (const rule of table.rules) {
    const { clause } = rule;
    if ((skip && !clause.evenIfRefused) || !rule.test(facts)) continue;
    if (!rule.ruling || facts[rule.ruling] === "granted") return rule;
    if (facts[rule.ruling] === "declined") continue;
    reasons.push({ clause: clause.id, section: table.section, key: table.key, strength: "may", facts: clause.reads, slots: clause.slots });
    const asked = clause.ruling;
    if (asked && (facts[rule.ruling] ?? null) === null) {
      effects.push({ do: "ruling", clause: clause.id, role: asked.role, options: asked.options, hearing: asked.hearing, ...(asked.lapse && { lapse: asked.lapse }) });
    }
  }
  return null;
}

/** In a preview: what the table may still say once the unknown facts are known, and which facts those are. */
function note(table: Table, answered: Rule | null, facts: Record<string, Value>, skip: boolean, open: Open[]): void {
  const possible: string[] = [];
  const needs = new Set<string>();
  for (const rule of table.rules) {
    if (rule === answered) break;
    if ((skip && !rule.clause.evenIfRefused) || rule.ruling || !mayHold(rule.clause.when, facts)) continue;
    const unknown = rule.clause.reads.filter((f) => (facts[f] ?? null) === null);
    if (!unknown.length) continue;
    possible.push(rule.clause.id);
    for (const f of unknown) needs.add(f);
  }
  if (!possible.length) return;
  open.push({ section: table.section, key: table.key, clauses: answered ? [...possible, answered.clause.id] : possible, needs: [...needs] });
}
