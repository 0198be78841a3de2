// A value for a time, held against the policy and the calendar before it goes into a record.
import { dayOf, type Policy, type Term } from "../../../policy/index.ts";
import { type Fault, Problem } from "../../problem.ts";
import { valueFault, writtenValue } from "./written-value.ts";

export interface SaidTerm {
  readonly value: unknown;
  readonly begins?: string | null | undefined;
  readonly ends?: string | null | undefined;
  readonly notice?: string | null | undefined;
}

/** The term, and every fault of it at once; `at` leads the faults' places. SPEC 19.1. */
export function checkTerm(policy: Policy, name: string, said: SaidTerm, at = ""): { readonly term: Term | null; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const fact = Object.hasOwn(policy.facts, name) ? policy.facts[name] : undefined;
  const place = (field: string): string => (at ? `${at}.${field}` : field);
  if (!fact || !["record", "human"].includes(fact.source) || fact.builtIn) return { term: null, faults: [{ at: place("fact"), message: `the policy's record knows no fact ${name}` }] };
  if (typeof said.value !== "string" && typeof said.value !== "number" && typeof said.value !== "boolean") return { term: null, faults: [{ at: place("value"), message: "a value is missing" }] };
  const value = writtenValue(policy, fact, said.value);
  const fault = valueFault(policy, fact, value);
  if (fault !== null) faults.push({ at: place("value"), message: fault });
  const days = { begins: said.begins ?? undefined, ends: said.ends ?? undefined, notice: said.notice ?? undefined };
  for (const [field, day] of Object.entries(days)) if (day !== undefined && dayOf(day) === null) faults.push({ at: place(field), message: `"${day}" is no day: write it as 2026-12-31` });
  const { begins, ends, notice } = days;
  if (begins !== undefined && ends !== undefined && ends < begins) faults.push({ at: place("ends"), message: `it ends before it begins: give a last day on or after ${begins}` });
  if (notice !== undefined && ends === undefined) faults.push({ at: place("notice"), message: "notice is given before an end: give the last day too" });
  else if (notice !== undefined && ends !== undefined && notice > ends) faults.push({ at: place("notice"), message: `notice is given before the end: a day up to ${ends}` });
  const term: Term = { value, ...(begins !== undefined && { begins }), ...(ends !== undefined && { ends }), ...(notice !== undefined && { notice }) };
  return { term: faults.length ? null : term, faults };
}

/** What a program says of a customer, checked as a whole: a value, a value with its days, or null to take it out. Throws invalid-input with every fault. */
export function checkChange(policy: Policy, facts: Readonly<Record<string, unknown>>): Readonly<Record<string, Term | null>> {
  const faults: Fault[] = [];
  const change: Record<string, Term | null> = {};
  for (const [fact, said] of Object.entries(facts)) {
    const checked = said === null ? { term: null, faults: [] } : checkTerm(policy, fact, typeof said === "object" ? (said as SaidTerm) : { value: said }, `facts.${fact}`);
    faults.push(...checked.faults);
    change[fact] = checked.term;
  }
  if (faults.length) throw new Problem("invalid-input", faults.length === 1 ? "The input has a fault." : `The input has ${faults.length} faults.`, faults);
  return change;
}
