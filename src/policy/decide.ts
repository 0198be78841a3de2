// decide: facts and a moment in, effects and reasons out. Synchronous, total, deterministic. SPEC decisions.
import type { Decision, Effect, Given, Open, Reason } from "./decision.ts";
import { effectsOf } from "./effects.ts";
import { mayHold, type Slate } from "./match.ts";
import type { Facts, Policy, Value } from "./model.ts";
import { type Asked, askedBefore, askedBy, reasonToPause } from "./pauses.ts";
import { type Program, programOf, type Rule, type Table } from "./program.ts";
import { changedHours } from "./changed-hours.ts";
import { closingTimers, ofClosing } from "./closing.ts";
import { onTimer, reminders } from "./on-timer.ts";
import { exceptionsTried } from "./tried.ts";
import { type Around, pauseAndResume, reconcile, settleRunning } from "./reconcile.ts";

/** Runs the policy's tables for this moment in their one order; each result is a fact for the later ones. */
export function decide(policy: Policy, given: Given): Decision {
  const program = programOf(policy);
  const slate = slateOf(program, given.facts);
  const results: Record<string, Value> = {};
  const effects: Effect[] = [];
  const reasons: Reason[] = [];
  const open: Open[] = [];
  const zone = given.zone ?? policy.desk.zone;
  const promised: Record<string, Value> = {};
  const running = settleRunning(given, program.clauses, promised, effects);
  note(slate, program, promised);
  const { scope, entitlement, complete, maintenance } = program.known;
  let asked: Asked = askedBefore(given);
  const around: Around = { policy, clauses: program.clauses, given, running, effects, complete: false, holds: (clause) => reasonToPause(clause, asked, slate[maintenance] === true) };
  let refused = slate[scope] === "out" || slate[entitlement] === "refused";
  for (const table of program.at.get(given.moment) ?? []) {
    const decides = table.number === scope || table.number === entitlement;
    if (decides) {
      slate[table.number] = null;
      refused = slate[scope] === "out" || slate[entitlement] === "refused";
    }
    const skip = refused && table.kind.skippedWhenRefused;
    const rule = firstMatch(table, slate, skip, effects, reasons);
    if (given.moment === "preview") stillOpen(table, rule, (fact) => knownYet(policy, fact, slate[program.numbers.get(fact) ?? -1] ?? null), skip, open);
    if (rule) {
      reasons.push(decides ? withTried(rule, table, slate, program) : rule.reason);
      asked = askedBy(rule.clause, given.facts[table.fact] ?? null, rule.result) ?? asked;
      if (table.section === "asks") reminders(rule.clause, given, zone, (given.facts[table.fact] ?? null) === rule.result, effects);
      results[table.fact] = slate[table.number] = rule.result;
      for (const effect of effectsOf(rule.clause, table.section, table.key, given, zone)) effects.push(effect);
      if (table.section === "closure") effects.push(...closingTimers(rule.clause, given, zone));
      if (decides && (rule.result === "out" || rule.result === "refused")) refused = true;
    } else if (slate[table.number] !== null) results[table.fact] = slate[table.number] = null; // an answer of an earlier run does not outlive its reason
    if (table.section === "promises" && (rule || skip)) reconcile(table.key, rule?.clause ?? null, { ...around, complete: slate[complete] === true });
  }
  if (given.moment !== "preview") pauseAndResume(around);
  if (given.moment === "timer" && given.about?.startsWith("hours/")) changedHours({ program, given, running, zone, policy, effects, reasons });
  if (given.moment === "timer") onTimer({ program, given, slate, running, asked, zone, policy, effects, reasons });
  if (asked !== (given.facts["asked"] ?? "nothing")) results["asked"] = asked;
  if (given.moment !== "preview") wakeAt(given, program, slate, effects);
  return ofClosing(given.moment, { results, effects, reasons, open });
}

/** The reason of a refusal says which exceptions were looked at first. SPEC 11.5 */
function withTried(rule: Rule, table: Table, slate: Slate, program: Program): Reason {
  const tried = exceptionsTried(table.rules, rule, (fact) => slate[program.numbers.get(fact) ?? -1] ?? null);
  return tried.length > 0 ? { ...rule.reason, tried } : rule.reason;
}

/** The facts by number; what is not given is unknown, or its fallback. A fact that no rule reads has no number and is left aside. */
function slateOf(program: Program, facts: Facts): Slate {
  const slate: Slate = new Array<Value>(program.numbers.size).fill(null);
  note(slate, program, facts);
  for (const [, value, number] of program.fallbacks) if (slate[number] === null) slate[number] = value;
  return slate;
}

function note(slate: Slate, program: Program, facts: Facts): void {
  for (const name in facts) {
    const number = program.numbers.get(name);
    if (number !== undefined) slate[number] = facts[name] ?? null;
  }
}

/** A timer for the next instant at which the ticket's age or silence crosses a bound that some rule tests. One key, so it replaces itself. */
function wakeAt(given: Given, program: Program, slate: Slate, effects: Effect[]): void {
  let next = Number.POSITIVE_INFINITY;
  for (const fact of ["age", "idle"] as const) {
    const now = slate[program.known[fact]];
    const bound = typeof now === "number" ? program.clock[fact].find((b) => b > now) : undefined;
    if (bound !== undefined) next = Math.min(next, given.at + bound - (now as number));
  }
  if (Number.isFinite(next)) effects.push({ do: "timer", key: "clock", at: next, moment: "timer", about: "clock" });
}

/** The first clause that holds. A `may` clause answers only once it was granted; until then it asks for a ruling and the table goes on. */
function firstMatch(table: Table, slate: Slate, skip: boolean, effects: Effect[], reasons: Reason[]): Rule | null {
  for (const rule of table.rules) {
    const { clause } = rule;
    if ((skip && !clause.evenIfRefused) || !rule.holds(slate)) continue;
    if (rule.ruling === null) return rule;
    const ruled = slate[rule.rulingNumber];
    if (ruled === "granted") return rule;
    if (ruled === "declined") continue;
    reasons.push({ ...rule.reason, strength: "may" });
    const asked = clause.ruling;
    if (asked && ruled === null) {
      const { appeal: _heardBy, ...ruling } = asked;
      effects.push({ do: "ruling", clause: clause.id, ...ruling });
    }
  }
  return null;
}

/** Undefined for what may still become known by asking; what a human has not ruled is known to be not ruled. SPEC 11.3. */
const knownYet = (policy: Policy, fact: string, value: Value): Value | undefined => (value === null && policy.facts[fact]?.source !== "human" ? undefined : value);

/** In a preview: what the table may still say once the unknown facts are known, and which facts those are. */
function stillOpen(table: Table, answered: Rule | null, valueOf: (fact: string) => Value | undefined, skip: boolean, open: Open[]): void {
  const possible: string[] = [];
  const needs = new Set<string>();
  for (const rule of table.rules) {
    if (rule === answered) break;
    if ((skip && !rule.clause.evenIfRefused) || rule.ruling || !mayHold(rule.clause.when, valueOf)) continue;
    const unknown = rule.clause.reads.filter((f) => valueOf(f) === undefined);
    if (!unknown.length) continue;
    possible.push(rule.clause.id);
    for (const f of unknown) needs.add(f);
  }
  if (!possible.length) return;
  open.push({ section: table.section, key: table.key, clauses: answered ? [...possible, answered.clause.id] : possible, needs: [...needs] });
}
