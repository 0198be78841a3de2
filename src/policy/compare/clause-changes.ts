// The two texts side by side: clauses added, taken out, moved or changed, and of each changed one what it is that changed.
import type { Calendar, Clause, Fact, Policy } from "../model.ts";
import { hoursIn } from "./joint-space.ts";

/** `numbers`: lengths, prices and counts alone. `words`: what people read, in some language. `place`: its number on the page. */
export type Aspect = "when" | "does" | "numbers" | "strength" | "moments" | "order" | "words" | "audience" | "section";
export type ClauseChange =
  | { readonly change: "added" | "removed"; readonly id: string; readonly clause: Clause }
  | {
      readonly change: "changed";
      readonly id: string;
      readonly old: Clause;
      readonly new: Clause;
      readonly what: readonly Aspect[];
      readonly numbers: readonly NumberChange[];
      readonly languages: readonly string[];
    };

/** A slot whose value changed; `old` or `new` is absent where only the other has it. */
export interface NumberChange {
  readonly slot: string;
  readonly old: Clause["slots"][string] | undefined;
  readonly new: Clause["slots"][string] | undefined;
}

/** By id, in the order of the new page and then of the old. A clause whose number alone changed is not told. */
export function clauseChanges(old: Policy, next: Policy): ClauseChange[] {
  const was = new Map(old.clauses.map((c) => [c.id, c]));
  const is = new Map(next.clauses.map((c) => [c.id, c]));
  return [
    ...next.clauses.flatMap((clause): ClauseChange[] => {
      const before = was.get(clause.id);
      return before ? changed(before, clause) : [{ change: "added", id: clause.id, clause }];
    }),
    ...old.clauses.flatMap((clause): ClauseChange[] => (is.has(clause.id) ? [] : [{ change: "removed", id: clause.id, clause }])),
  ];
}

function changed(old: Clause, next: Clause): ClauseChange[] {
  const differ = (pick: (c: Clause) => unknown): boolean => text(pick(old)) !== text(pick(next));
  const numbers = numbersThatChanged(old, next);
  const languages = [...new Set([...Object.keys(old.words), ...Object.keys(next.words)])].filter((lang) => old.words[lang] !== next.words[lang]);
  const what: Aspect[] = [
    ...(differ((c) => [c.section, c.key]) ? ["section" as const] : []),
    ...(differ((c) => shape(c.when)) ? ["when" as const] : []),
    ...(differ((c) => [shape(c.outcome), c.evenIfRefused, c.ruling]) ? ["does" as const] : []),
    ...(numbers.length ? ["numbers" as const] : []),
    ...(differ((c) => c.strength) ? ["strength" as const] : []),
    ...(differ((c) => c.at) ? ["moments" as const] : []),
    ...(differ((c) => c.over) ? ["order" as const] : []),
    ...(differ((c) => c.audience) ? ["audience" as const] : []),
    ...(languages.length ? ["words" as const] : []),
  ];
  return what.length ? [{ change: "changed", id: next.id, old, new: next, what, numbers, languages }] : [];
}

function numbersThatChanged(old: Clause, next: Clause): NumberChange[] {
  const names = [...new Set([...Object.keys(old.slots), ...Object.keys(next.slots)])];
  const number = (c: Clause, name: string): Clause["slots"][string] | undefined => (c.slots[name]?.type === "name" ? undefined : c.slots[name]);
  return names.flatMap((slot) => (text(number(old, slot)) === text(number(next, slot)) ? [] : [{ slot, old: number(old, slot), new: number(next, slot) }]));
}

const text = (value: unknown): string => JSON.stringify(value) ?? "";

/** A condition or an outcome with its numbers blanked: what is left differs where more than a number does. */
const shape = (value: unknown): string => JSON.stringify(value, (_key, v: unknown) => (typeof v === "number" ? 0 : v)) ?? "";

/** What stands beside the clauses: facts, calendars, documents, prices' taxes, the desk. `name` is its place in the text. */
export interface DeclarationChange {
  readonly change: "added" | "removed" | "changed";
  readonly group: "facts" | "calendars" | "documents" | "parties" | "roles" | "things" | "desk" | "money";
  readonly name: string;
}

export function declarationChanges(old: Policy, next: Policy): DeclarationChange[] {
  const group = <T>(name: DeclarationChange["group"], a: Readonly<Record<string, T>>, b: Readonly<Record<string, T>>, as: (value: T) => unknown = (v) => v): DeclarationChange[] =>
    [...new Set([...Object.keys(b), ...Object.keys(a)])].flatMap((id): DeclarationChange[] => {
      if (a[id] === undefined) return [{ change: "added", group: name, name: id }];
      if (b[id] === undefined) return [{ change: "removed", group: name, name: id }];
      return unplaced(as(a[id])) === unplaced(as(b[id])) ? [] : [{ change: "changed", group: name, name: id }];
    });
  const declared = (policy: Policy): Record<string, Fact> => Object.fromEntries(Object.entries(policy.facts).filter(([, fact]) => fact.place !== undefined));
  return [
    ...group("desk", entries(old.desk), entries(next.desk)),
    ...group("money", entries(old.money), entries(next.money)),
    ...group("facts", declared(old), declared(next)),
    ...group("calendars", old.calendars, next.calendars, (c: Calendar) => [c.name, hoursIn(c), c.announce]),
    ...group("documents", old.documents, next.documents),
    ...group("parties", old.parties, next.parties),
    ...group("roles", old.roles, next.roles),
    ...group("things", old.things, next.things),
  ];
}

const entries = (value: object): Record<string, unknown> => Object.fromEntries(Object.entries(value));
const unplaced = (value: unknown): string => JSON.stringify(value, (key, v: unknown) => (key === "place" ? undefined : v)) ?? "";
