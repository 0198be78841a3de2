// A policy made ready to run: for each moment the tables in their order, each clause with its test. Made once per policy.
import { type Test, toTest } from "./match.ts";
import type { Clause, Condition, Moment, Policy, Section, Value } from "./model.ts";
import { SECTION_KINDS, resultFact, type SectionKind } from "./sections.ts";

export interface Rule { readonly clause: Clause; readonly test: Test; readonly result: Value; readonly ruling: string | null }
export interface Table {
  readonly section: Section;
  readonly key: string;
  readonly kind: SectionKind;
  readonly fact: string; // that holds the result
  readonly rules: readonly Rule[];
}
export interface Program {
  readonly at: ReadonlyMap<Moment, readonly Table[]>;
  readonly fallbacks: readonly (readonly [string, Value])[];
  readonly clauses: ReadonlyMap<string, Clause>;
  /** Bounds of `age` and `idle` that rules at the moment `timer` test: when the clock reaches one, the policy may answer anew. */
  readonly clock: { readonly age: readonly number[]; readonly idle: readonly number[] };
}

const programs = new WeakMap<Policy, Program>();

/** The program of a policy, cached by the policy object. */
export function programOf(policy: Policy): Program {
  const made = programs.get(policy);
  if (made) return made;
  const at = new Map<Moment, Table[]>();
  for (const clauses of Object.values(policy.tables)) {
    const { section, key } = clauses[0]!;
    if (section === "statements") continue;
    const kind = SECTION_KINDS[section];
    const rules = clauses.map((clause): Rule => ({
      clause, test: toTest(clause.when), result: kind.result(clause.outcome), ruling: clause.ruling ? `ruling.${clause.id}` : null,
    }));
    for (const moment of new Set(clauses.flatMap((c) => c.at))) {
      const here = rules.filter((r) => r.clause.at.includes(moment));
      const table: Table = { section, key, kind, fact: resultFact(section, key), rules: here };
      at.set(moment, [...(at.get(moment) ?? []), table]);
    }
  }
  const fallbacks = Object.values(policy.facts).flatMap((f): [string, Value][] => (f.fallback === undefined ? [] : [[f.name, f.fallback]]));
  const ticking = (at.get("timer") ?? []).flatMap((t) => t.rules.map((r) => r.clause.when));
  const clock = { age: boundsOf("age", ticking), idle: boundsOf("idle", ticking) };
  const program: Program = { at, fallbacks, clock, clauses: new Map(policy.clauses.map((c) => [c.id, c])) };
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
