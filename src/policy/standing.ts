// What stands of a customer: facts of the record, some of them for a time. Pure. SPEC 19.
import type { Policy, Value } from "./model.ts";
import { dateOf, dayNumber } from "./time/civil-day.ts";
import { midnight } from "./time/rota.ts";

/** A value for a time. Days as "YYYY-MM-DD", first and last included; without one it has always stood, or has no end. */
export interface Term {
  readonly value: string | number | boolean;
  readonly begins?: string;
  readonly ends?: string;
  /** Until when notice can be given. */
  readonly notice?: string;
}
/** Terms by fact, each fact's in order of time and apart from each other. */
export type Terms = Readonly<Record<string, readonly Term[]>>;
/** A record as it is kept: values without dates, and values for a time. */
export interface CustomerRecord {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly terms: Terms;
}

const dayAfter = (date: string): string => dateOf(dayNumber(date) + 1);
const dayBefore = (date: string): string => dateOf(dayNumber(date) - 1);
const starts = (term: Term, zone: string): number => (term.begins === undefined ? Number.NEGATIVE_INFINITY : midnight(term.begins, zone));
const over = (term: Term, zone: string): number => (term.ends === undefined ? Number.POSITIVE_INFINITY : midnight(dayAfter(term.ends), zone));

/** The term that stands at `at` (epoch ms); null where none does. */
export const termAt = (terms: readonly Term[], at: number, zone: string): Term | null => terms.find((t) => starts(t, zone) <= at && at < over(t, zone)) ?? null;

/** The values that stand at `at`, by fact; what is not known is left out. SPEC 19.1, 19.2. */
export function standingAt(policy: Pick<Policy, "facts">, record: CustomerRecord, at: number, zone: string): Record<string, unknown> {
  const held: Record<string, unknown> = { ...record.attributes };
  for (const [fact, terms] of Object.entries(record.terms)) {
    const ended = terms.some((t) => over(t, zone) <= at) ? policy.facts[fact]?.ended : undefined;
    const value: Value | undefined = termAt(terms, at, zone)?.value ?? ended;
    if (value === undefined) delete held[fact];
    else held[fact] = value;
  }
  return held;
}

/** `ends-in.<fact>` in ms for what stands at `at` and has an end. SPEC 19.4. */
export function endsIn(record: CustomerRecord, at: number, zone: string): Record<string, number> {
  return Object.fromEntries(
    Object.entries(record.terms).flatMap(([fact, terms]): [string, number][] => {
      const term = termAt(terms, at, zone);
      return term?.ends === undefined ? [] : [[`ends-in.${fact}`, over(term, zone) - at]];
    }),
  );
}

/** The next instant after `at` at which something of the record begins, ends, or comes to a bound that the policy tests; null where none does. SPEC 19.5. */
export function nextOfRecord(policy: Policy, record: CustomerRecord, at: number, zone: string): number | null {
  const times = Object.entries(record.terms).flatMap(([fact, terms]) =>
    terms.flatMap((t) => [starts(t, zone), over(t, zone), ...boundsOf(policy, `ends-in.${fact}`).map((bound) => over(t, zone) - bound + 1)]),
  );
  const next = Math.min(...times.filter((t) => t > at));
  return Number.isFinite(next) ? next : null;
}

const bounds = new WeakMap<Policy, Map<string, number[]>>();

/** The finite bounds between which clauses at the moment `record` tell values of the fact apart. */
function boundsOf(policy: Policy, fact: string): readonly number[] {
  const known = bounds.get(policy) ?? new Map<string, number[]>();
  bounds.set(policy, known);
  const cached = known.get(fact);
  if (cached) return cached;
  const found = new Set<number>();
  const look = (c: Policy["clauses"][number]["when"]): void => {
    if (c.is === "all" || c.is === "any") c.of.forEach(look);
    else if (c.is === "range" && c.fact === fact) for (const bound of [c.from, c.to]) if (Number.isFinite(bound) && bound > 1) found.add(bound);
  };
  for (const clause of policy.clauses) if (clause.at.includes("record")) look(clause.when);
  const made = [...found];
  known.set(fact, made);
  return made;
}

/** The record with this value of the fact, from the first day to the last of it; null takes the fact out. What it meets gives way, the rest of it stays. SPEC 19.1. */
export function withTerm(record: CustomerRecord, fact: string, term: Term | null): CustomerRecord {
  const { [fact]: _before, ...attributes } = record.attributes;
  const { [fact]: terms, ...others } = record.terms;
  if (term === null) return { attributes, terms: others };
  const plain = record.attributes[fact] as Term["value"] | undefined;
  const stood: readonly Term[] = terms ?? (plain === undefined ? [] : [{ value: plain }]);
  const next = [...stood.flatMap((t) => without(t, term)), term].sort((a, b) => (a.begins ?? "").localeCompare(b.begins ?? ""));
  const [only] = next;
  if (next.length === 1 && only && only.begins === undefined && only.ends === undefined && only.notice === undefined) return { attributes: { ...attributes, [fact]: only.value }, terms: others };
  return { attributes, terms: { ...others, [fact]: next } };
}

/** What is left of a term before and after another. Days that are named of the same value take the place of those that were left open. */
function without(of: Term, other: Term): Term[] {
  const { notice, ...bare } = of;
  const left: Term[] = [];
  const same = of.value === other.value;
  if (other.begins !== undefined && (of.begins === undefined ? !same : of.begins < other.begins)) {
    const whole = of.ends !== undefined && of.ends < other.begins;
    left.push(whole ? of : { ...bare, ends: dayBefore(other.begins) });
  }
  if (other.ends !== undefined && (of.ends === undefined ? !same && of.begins !== undefined : of.ends > other.ends)) {
    const whole = of.begins !== undefined && of.begins > other.ends;
    left.push(whole ? of : { ...bare, ...(notice !== undefined && { notice }), begins: dayAfter(other.ends) });
  }
  return left;
}
