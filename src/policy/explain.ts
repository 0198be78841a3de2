// Why a decision is as it is: every table of the moment, and of each of its clauses whether it answered and, if not, what stood against it. Pure.
import type { Decision, Given } from "./decision.ts";
import type { Clause, Condition, Policy, Section, Value } from "./model.ts";
import { programOf, type Rule } from "./program.ts";
import { settleRunning } from "./reconcile.ts";
import { against } from "./tried.ts";

export type Verdict = "answers" | "not-reached" | "does-not-hold" | "skipped" | "asks-a-human" | "declined";
export interface ExplainedClause {
  readonly clause: Clause;
  readonly verdict: Verdict;
  /** The parts of its condition that do not hold, as few as matter; for a clause that holds, none. */
  readonly against: readonly Condition[];
}
export interface ExplainedTable {
  readonly section: Section;
  readonly key: string;
  readonly fact: string; // the result's name
  readonly result: Value; // null: no clause answered
  readonly skipped: boolean; // the request was refused before
  readonly clauses: readonly ExplainedClause[];
  /** What the clauses of this table read, as it stood when the table ran. */
  readonly facts: Readonly<Record<string, Value>>;
}

/** The tables that `decide` ran for this `given`, in their order; `decision` is what it returned. SPEC decisions. */
export function explain(policy: Policy, given: Given, decision: Decision): ExplainedTable[] {
  const program = programOf(policy);
  const facts: Record<string, Value> = { ...given.facts };
  for (const [name, value] of program.fallbacks) if (facts[name] === undefined || facts[name] === null) facts[name] = value;
  settleRunning(given, program.clauses, facts, []);
  let refused = facts["scope"] === "out" || facts["entitlement"] === "refused";
  return (program.at.get(given.moment) ?? []).map((table): ExplainedTable => {
    const decides = table.section === "scope" || table.section === "entitlement";
    if (decides) {
      facts[table.fact] = null;
      refused = facts["scope"] === "out" || facts["entitlement"] === "refused";
    }
    const skipped = refused && table.kind.skippedWhenRefused;
    const clauses: ExplainedClause[] = [];
    let answered = false;
    for (const rule of table.rules) {
      const verdict: Verdict = answered ? "not-reached" : verdictOn(rule, facts, skipped);
      answered ||= verdict === "answers";
      clauses.push({ clause: rule.clause, verdict, against: verdict === "does-not-hold" ? against(rule.clause.when, facts) : [] });
    }
    const reads = [...new Set(table.rules.flatMap((r) => r.clause.reads))];
    const seen = Object.fromEntries(reads.map((name) => [name, facts[name] ?? null]));
    if (Object.hasOwn(decision.results, table.fact)) facts[table.fact] = decision.results[table.fact] ?? null;
    if (decides && ["out", "refused"].includes(String(facts[table.fact]))) refused = true;
    return { section: table.section, key: table.key, fact: table.fact, result: answered ? (decision.results[table.fact] ?? null) : null, skipped, clauses, facts: seen };
  });
}

function verdictOn(rule: Rule, facts: Readonly<Record<string, Value>>, skipped: boolean): Verdict {
  if (skipped && !rule.clause.evenIfRefused) return "skipped";
  if (!rule.test(facts)) return "does-not-hold";
  if (!rule.ruling || facts[rule.ruling] === "granted") return "answers";
  return facts[rule.ruling] === "declined" ? "declined" : "asks-a-human";
}
