// Facts as people read them: the fact's name, its value in words, and the values that one may choose from.
import { type Fact, factValue, type Policy, type Value } from "../../policy/index.ts";
import { quantityText } from "../../words/allowance.ts";
import { factName, factValueName } from "../../words/fact-names.ts";
import { isSpoken, LANGUAGES } from "../../words/languages.ts";
import { resultName, resultText } from "../../words/result-names.ts";
import { moneyText, numberText, percentText } from "../../words/numbers.ts";
import { phrase, named } from "../../words/phrase.ts";
import { durationText } from "../../words/slots.ts";
import { wordsOf } from "../../words/clause.ts";

export interface ShownFact {
  readonly label: string;
  readonly value: Value;
  readonly text: string;
}
export interface Choice {
  readonly value: Value;
  readonly label: string;
}
/** A fact that the reader may give; without `options` any number may be given. */
export interface Askable {
  readonly fact: string;
  readonly kind: Fact["kind"];
  readonly label: string;
  readonly ask: string;
  readonly value: Value;
  readonly text: string;
  readonly options: readonly Choice[];
}

const MINUTE = 60_000;

function readable(name: string): string {
  const words = name.replaceAll(/[-_.]+/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What the fact is called: the policy's label, else our own name for it, else its id made readable. */
export function factLabel(policy: Policy, name: string, lang: string): string {
  const label = policy.facts[name]?.label;
  return label ? wordsOf(policy, label, lang) : (factName(name, lang) ?? resultName(policy, name, lang) ?? readable(name));
}

/** The value in words: "paid", "2 days", "EUR 45.00", "yes"; "I do not know" where it is unknown. */
export function factText(policy: Policy, name: string, value: Value | undefined, lang: string): string {
  if (value === null || value === undefined) return phrase(lang, "portal.unknown");
  const fact = policy.facts[name];
  if (typeof value === "boolean") return phrase(lang, value ? "portal.yes" : "portal.no");
  if (typeof value === "number") {
    if (fact?.kind === "duration") return lengthText(value, lang);
    if (fact?.kind === "money") return moneyText({ cents: value, currency: policy.money.currency }, lang);
    if (fact?.kind === "percent") return percentText(value, lang);
    return numberText(value, lang);
  }
  if (fact?.kind === "duration" || fact?.kind === "money") return recordText(policy, fact, value, lang);
  const label = fact?.options[value]?.label;
  if (label) return wordsOf(policy, label, lang);
  if (name === "channel") return named(lang, "channel", value);
  if (name === "language" && isSpoken(value)) return LANGUAGES[value]?.["language.name"] ?? value;
  return factValueName(name, value, lang) ?? resultText(policy, name, value, lang) ?? readable(value);
}

/** As a record keeps it, "90 minutes" or "45.00 EUR": to the minute and the cent. What is no value of the fact stands as it was written. */
function recordText(policy: Policy, fact: Fact, written: string, lang: string): string {
  const value = factValue(fact, written);
  if (typeof value !== "number") return written;
  if (fact.kind === "money") return moneyText({ cents: value, currency: policy.money.currency }, lang);
  return value > 0 && value % (1440 * MINUTE) === 0 ? durationText({ amount: value / (1440 * MINUTE), unit: "days" }, lang) : quantityText(value, true, lang);
}

/** The largest whole unit that the length reaches: 90 minutes is "1 hour". */
function lengthText(ms: number, lang: string): string {
  const minutes = Math.max(0, Math.floor(ms / MINUTE));
  if (minutes >= 2 * 24 * 60) return durationText({ amount: Math.floor(minutes / 1440), unit: "days" }, lang);
  return minutes >= 120 ? durationText({ amount: Math.floor(minutes / 60), unit: "hours" }, lang) : durationText({ amount: minutes, unit: "minutes" }, lang);
}

/** What one may choose for the fact; empty for a number. */
export function factChoices(policy: Policy, fact: Fact, lang: string): Choice[] {
  const values: Value[] = fact.kind === "yes-no" ? [true, false] : [...fact.values];
  return values.map((value) => ({ value, label: factText(policy, fact.name, value, lang) }));
}

/** The fact as a question, with what is known of it. */
export function askable(policy: Policy, fact: Fact, value: Value | undefined, lang: string): Askable {
  const label = factLabel(policy, fact.name, lang);
  return {
    fact: fact.name,
    kind: fact.kind,
    label,
    ask: fact.ask ? wordsOf(policy, fact.ask, lang) : label,
    value: value ?? null,
    text: value === undefined || value === null ? "" : factText(policy, fact.name, value, lang),
    options: factChoices(policy, fact, lang),
  };
}

/** Of these facts, those that the reader may see. */
export function shownFacts(policy: Policy, names: readonly string[], facts: Readonly<Record<string, Value>>, lang: string, inside: boolean): Record<string, ShownFact> {
  // What another table of the policy answered is no fact of theirs: that table's own clause is shown beside.
  const seen = names.filter((name) => inside || (policy.facts[name]?.shown === "customer" && !(policy.facts[name].source === "policy" && policy.facts[name].builtIn)));
  return Object.fromEntries(seen.map((name) => [name, { label: factLabel(policy, name, lang), value: facts[name] ?? null, text: factText(policy, name, facts[name], lang) }]));
}
