// Names that fit where somebody types: facts and their values in conditions, clauses, calendars and people where they are named, fields of a section.
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver/node";
import { BUILT_IN_NAMES, builtInFact } from "../policy/built-in-facts.ts";
import { type Fact, type Policy, SECTIONS, type Section } from "../policy/index.ts";
import { CLAUSE_SHAPES } from "../policy/policy-shape.ts";
import { wordsIn } from "../words/slots.ts";
import { keysAbove } from "./keys-above.ts";
import { BOUNDS, JOINTS, LISTS, NAMING } from "./name-at.ts";

/** `policy` is the last that could be compiled: of a text that is just being changed, the names are nearly the same. */
export function complete(text: string, offset: number, policy: Policy): CompletionItem[] {
  const { keys } = keysAbove(text, offset);
  const last = keys.at(-1);
  const at = Math.max(keys.lastIndexOf("when"), keys.lastIndexOf("unless"), keys.lastIndexOf("set"));
  if (at >= 0) {
    const fact = keys.slice(at + 1).find((key) => !JOINTS.includes(key) && !BOUNDS.includes(key));
    if (fact !== undefined) return valuesOf(policy.facts[fact] ?? builtInFact(fact), BOUNDS.includes(last ?? ""));
    return [...factsOf(policy), ...(keys[at] === "set" ? [] : JOINTS.map((id) => ({ label: id, kind: CompletionItemKind.Keyword })))];
  }
  if (last === undefined) return [];
  if (last === "over" || last === "prefers" || (last === "clause" && keys.includes("prefers")))
    return policy.clauses.map((c) => ({ label: c.id, kind: CompletionItemKind.Reference, detail: `§ ${c.number}`, documentation: wordsIn(c.words, "en") }));
  if (last === "facts" && LISTS.includes(keys[0] ?? "")) return factsOf(policy);
  const groups = NAMING[last];
  if (groups) return groups.flatMap((group) => Object.keys(policy[group]).map((id) => ({ label: id, kind: CompletionItemKind.Reference, detail: group })));
  const section = keys.find((key) => LISTS.includes(key)) as Section | "statements" | undefined;
  if (section && last === section) return Object.keys(CLAUSE_SHAPES[section].shape).map((id) => ({ label: id, kind: CompletionItemKind.Field, detail: section }));
  return last === "order" ? SECTIONS.map((id) => ({ label: id, kind: CompletionItemKind.Keyword })) : [];
}

function factsOf(policy: Policy): CompletionItem[] {
  const names = new Set([...Object.keys(policy.facts), ...BUILT_IN_NAMES.filter((name) => !name.endsWith(".")), ...Object.keys(policy.calendars).map((id) => `now-in.${id}`)]);
  return [...names].map((label) => {
    const fact = policy.facts[label] ?? builtInFact(label);
    return { label, kind: CompletionItemKind.Variable, ...(fact && { detail: `${fact.kind}, from ${fact.source}` }), ...(fact?.label && { documentation: wordsIn(fact.label, "en") }) };
  });
}

function valuesOf(fact: Fact | null, bound: boolean): CompletionItem[] {
  if (!fact) return [];
  const value = (label: string): CompletionItem => ({ label, kind: CompletionItemKind.Value, ...(fact.options[label]?.label && { detail: wordsIn(fact.options[label].label, "en") }) });
  if (fact.kind === "one-of" || fact.kind === "ranked") return [...fact.values, ...(fact.unknown && !bound ? ["unknown"] : [])].map(value);
  if (fact.kind === "yes-no") return ["true", "false", ...(fact.unknown ? ["unknown"] : [])].map(value);
  return bound ? [] : BOUNDS.map((label) => ({ label, kind: CompletionItemKind.Keyword }));
}
