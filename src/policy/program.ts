// A policy made ready to run: for each moment the tables in their order, each clause with its test. Made once per policy.
import type { Reason } from "./decision.ts";
import { numberedTest, type Slate, type Test, toTest } from "./match.ts";
import type { Clause, Condition, Moment, Policy, Section, Value } from "./model.ts";
import { SECTION_KINDS, resultFact, type SectionKind } from "./sections.ts";

export interface Rule {
  readonly clause: Clause;
  readonly test: Test;
  readonly holds: (slate: Slate) => boolean; // the same, on facts by number
  readonly result: Value;
  readonly ruling: string | null;
  readonly rulingNumber: number; // of the fact `ruling`, -1 where there is none
  readonly reason: Reason; // what a decision says of it: always the same, so made once
}
export interface Table {
  readonly section: Section;
  readonly key: string;
  readonly kind: SectionKind;
  readonly fact: string; // that holds the result
  readonly number: number; // of that fact
  readonly rules: readonly Rule[];
}
export interface Program {
  readonly at: ReadonlyMap<Moment, readonly Table[]>;
  /** Facts by number: every one that a rule reads or makes. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly known: { readonly scope: number; readonly entitlement: number; readonly complete: number; readonly maintenance: number; readonly age: number; readonly idle: number };
  readonly fallbacks: readonly (readonly [fact: string, value: Value, number: number])[];
  readonly clauses: ReadonlyMap<string, Clause>;
  readonly rules: ReadonlyMap<string, Rule & { readonly table: string }>; // by clause; `table` is the fact that holds its table's result
  /** Bounds of `age` and `idle` that rules at the moment `timer` test: when the clock reaches one, the policy may answer anew. */
  readonly clock: { readonly age: readonly number[]; readonly idle: readonly number[] };
}

const programs = new WeakMap<Policy, Program>();

/** The program of a policy, cached by the policy object. */
export function programOf(policy: Policy): Program {
  const made = programs.get(policy);
  if (made) return made;
  const at = new Map<Moment, Table[]>();
  const numbers = new Map<string, number>();
  const numberOf = (fact: string): number => {
    const number = numbers.get(fact) ?? numbers.size;
    numbers.set(fact, number);
    return number;
  };
  const all = new Map<string, Rule & { readonly table: string }>();
  const known = { scope: numberOf("scope"), entitlement: numberOf("entitlement"), complete: numberOf("complete"), maintenance: numberOf("maintenance"), age: numberOf("age"), idle: numberOf("idle") };
  for (const clauses of Object.values(policy.tables)) {
    const { section, key } = clauses[0]!;
    if (section === "statements") continue;
    const kind = SECTION_KINDS[section];
    const rules = clauses.map((clause): Rule => {
      const ruling = clause.ruling ? `ruling.${clause.id}` : null;
      return {
        clause,
        test: toTest(clause.when),
        holds: numberedTest(clause.when, numberOf),
        result: kind.result(clause.outcome),
        ruling,
        rulingNumber: ruling === null ? -1 : numberOf(ruling),
        reason: { clause: clause.id, section, key, strength: clause.strength, facts: clause.reads, slots: clause.slots },
      };
    });
    const fact = resultFact(section, key);
    for (const rule of rules) all.set(rule.clause.id, { ...rule, table: fact });
    for (const moment of new Set(clauses.flatMap((c) => c.at))) {
      const here = rules.filter((r) => r.clause.at.includes(moment));
      const table: Table = { section, key, kind, fact, number: numberOf(fact), rules: here };
      at.set(moment, [...(at.get(moment) ?? []), table]);
    }
  }
  const fallbacks = Object.values(policy.facts).flatMap((f): [string, Value, number][] => (f.fallback === undefined ? [] : [[f.name, f.fallback, numberOf(f.name)]]));
  const ticking = (at.get("timer") ?? []).flatMap((t) => t.rules.map((r) => r.clause.when));
  const clock = { age: boundsOf("age", ticking), idle: boundsOf("idle", ticking) };
  const program: Program = { at, numbers, known, fallbacks, clock, rules: all, clauses: new Map(policy.clauses.map((c) => [c.id, c])) };
  programs.set(policy, program);
  return program;
}

function boundsOf(fact: string, conditions: readonly Condition[]): number[] {
  const found = new Set<number>();
  const walk = (c: Condition): void => {
    if (c.is === "range" && c.fact === fact) for (const b of [c.from, c.to]) if (b > 0 && b < Number.MAX_SAFE_INTEGER) found.add(b);
    if (c.is === "all" || c.is === "any") c.of.forEach(walk);
  };
  conditions.forEach(walk);
  return [...found].sort((a, b) => a - b);
}
