// One space of situations for two policies: every fact that either reads, cut where either's conditions cut. What means something else in each is two facts.
import type { Calendar, Fact, Policy, Value } from "../model.ts";
import { Diagram } from "../check/diagram.ts";
import { type Cell, type Space, spaceOf } from "../check/space.ts";
import { rewritten } from "./rewrite.ts";

/** Marks the names of facts and calendars that the two policies mean differently. */
export const OLD = "@old";
export const NEW = "@new";

export interface JointSide {
  readonly written: Policy; // as it was given
  readonly policy: Policy; // in the names of the joint space
  readonly space: Space; // the joint one, as far as this policy knows it
}
export interface Joint {
  readonly space: Space;
  readonly old: JointSide;
  readonly new: JointSide;
  /** Facts and calendars of both, for what there can be and for names. */
  readonly world: Policy;
}

/** Steps of all proofs of one comparison together; with it memory is bounded. */
const TOTAL = 4_000_000;
const HOURS = /^(?:now|opened)-in\.(.+)$/;

/** The two in one space. `steps` bounds the work. */
export function jointSpace(old: Policy, next: Policy, steps = TOTAL): Joint {
  const apart = [...new Set([...namesIn(old), ...namesIn(next)])].filter((name) => meansOther(old, next, name));
  const both = Object.keys(old.facts).filter((name) => next.facts[name] && !apart.includes(name));
  const loose = both.filter((name) => old.facts[name]!.fallback !== next.facts[name]!.fallback);
  const side = (policy: Policy, mark: string): Policy => {
    const fallbacks = loose.flatMap((name): [string, Value][] => (policy.facts[name]!.fallback === undefined ? [] : [[name, policy.facts[name]!.fallback!]]));
    return rewritten(policy, { names: new Map(apart.map((name) => [name, name + mark])), fallbacks: new Map(fallbacks) });
  };
  const sides = { old: side(old, OLD), new: side(next, NEW) };
  const spaces = [spaceOf(sides.old), spaceOf(sides.new)];
  const read = new Map<string, Cell[]>();
  const known = new Map<string, Fact>();
  for (const { fact, cells } of spaces.flatMap((space) => space.dims)) {
    read.set(fact.name, [...(read.get(fact.name) ?? []), ...cells]);
    known.set(fact.name, fact);
  }
  const dims = [...read.keys()].sort().map((name) => {
    const declared = [sides.old.facts[name], sides.new.facts[name]].filter((fact) => fact !== undefined);
    const fact = merged(declared.length ? declared : [known.get(name)!], loose.includes(name));
    return { fact, cells: cellsOf([...read.get(name)!, ...fact.values.map((value): Cell => ({ value }))]) };
  });
  const space: Space = {
    dims,
    dimOf: new Map(dims.map((d, i) => [d.fact.name, i])),
    diagram: new Diagram(
      dims.map((d) => d.cells.length),
      steps,
    ),
  };
  const calendars = calendarsOf(old, next, apart);
  return {
    space,
    old: { written: old, policy: sides.old, space: asKnown(space, old) },
    new: { written: next, policy: sides.new, space: asKnown(space, next) },
    world: { ...next, calendars, facts: { ...old.facts, ...next.facts, ...Object.fromEntries(dims.map((d) => [d.fact.name, d.fact])) } },
  };
}

/** Results that a policy does not have are no facts of its. */
const asKnown = (space: Space, policy: Policy): Space => ({ ...space, dimOf: new Map([...space.dimOf].filter(([name]) => !["scope", "entitlement"].includes(name) || policy.facts[name])) });

const namesIn = (policy: Policy): string[] => policy.clauses.flatMap((c) => c.reads);

/** Hours that changed, and counts of other events or of another length of time. */
function meansOther(old: Policy, next: Policy, name: string): boolean {
  const calendar = HOURS.exec(name)?.[1];
  if (calendar !== undefined) {
    const [a, b] = [old.calendars[calendar], next.calendars[calendar]];
    return a !== undefined && b !== undefined && hoursIn(a) !== hoursIn(b);
  }
  const [a, b] = [old.facts[name]?.counts, next.facts[name]?.counts];
  return JSON.stringify(a) !== JSON.stringify(b) && old.facts[name] !== undefined && next.facts[name] !== undefined;
}

/** Only what decides hours: two calendars of the same text are open at the same instants. */
export const hoursIn = ({ zone, zoneOf, always, week, holidays, except, undecided }: Calendar): string => JSON.stringify([zone, zoneOf, always, week, holidays, except, undecided]);

function calendarsOf(old: Policy, next: Policy, apart: readonly string[]): Record<string, Calendar> {
  const split = new Set(apart.flatMap((name) => HOURS.exec(name)?.[1] ?? []));
  const marked = [...split].flatMap((id) => [[id + OLD, { ...old.calendars[id]!, id: id + OLD }] as const, [id + NEW, { ...next.calendars[id]!, id: id + NEW }] as const]);
  return { ...old.calendars, ...next.calendars, ...Object.fromEntries(marked) };
}

/** What either policy lets it be. `loose`: their fallbacks differ, so that "unknown" is a situation of its own. */
function merged(facts: readonly Fact[], loose: boolean): Fact {
  const [first, second] = facts;
  if (!second) return first!;
  const { fallback, ...fact } = second;
  const kept = !loose && fallback !== undefined ? { fallback } : {};
  return {
    ...fact,
    ...kept,
    values: [...new Set([...second.values, ...first!.values])],
    options: { ...first!.options, ...second.options },
    unknown: loose || first!.unknown || second.unknown || first!.known !== second.known,
  };
}

/** The values of either, and stretches between the edges of both. Unknown comes last. */
function cellsOf(cells: readonly Cell[]): Cell[] {
  const values = [...new Set(cells.flatMap((cell) => ("value" in cell && cell.value !== null ? [cell.value] : [])))];
  const stretches = cells.flatMap((cell) => ("from" in cell ? [cell] : []));
  const edges = [...new Set(stretches.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  return [...values.map((value): Cell => ({ value })), ...edges.slice(1).map((to, i): Cell => ({ from: edges[i]!, to })), { value: null }];
}

/** A name without its mark. */
export function plainName(name: string): string {
  return name.replace(/@(?:old|new)$/, "");
}
