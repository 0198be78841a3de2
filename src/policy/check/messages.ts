// The words of clauses as messages: slots that the rule has, plural branches that the language needs, and no number of their own. SPEC 6.
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { finding } from "../finding.ts";
import type { Clause, Finding, Lang, Policy, Slot, Words } from "../model.ts";
import { numbersIn } from "./number-words.ts";
import { wrongUnit } from "./unit-words.ts";

/** Names derived from a slot by its type: the number alone, the unit alone, the unit of a rate. */
const DERIVED: Readonly<Record<Slot["type"], readonly string[]>> = {
  duration: ["amount", "unit", "each"],
  money: ["amount"],
  count: ["amount"],
  percent: ["amount"],
  list: ["amount"],
  name: [],
};

interface Read {
  readonly slots: Set<string>;
  readonly literals: string[];
  /** What stands behind a number of the rule's: "{must_amount} hours", or a branch that counts it. */
  readonly counted: { slot: string; text: string }[];
  readonly plurals: { slot: string; ordinal: boolean; branches: readonly string[] }[];
}

/** `undecided`: clauses whose slots are not all known yet. */
export function checkMessages(policy: Policy, undecided: ReadonlySet<string>): Finding[] {
  const names = namesOf(policy);
  const desk = ["desk", "address", ...(policy.desk.phone ? ["phone"] : [])];
  const clauses = policy.clauses.flatMap((c) => [...checkWords(c.words, c, slotsOf(c, desk), names, undecided.has(c.id)), ...checkSaid(c)]);
  const others = [...Object.values(policy.documents).map((d) => ({ at: d.id, words: d.words, place: d.place })), { at: "intro", words: policy.intro, place: undefined }];
  return [...clauses, ...others.flatMap(({ at, words, place }) => checkWords(words, { id: at, place }, new Set(desk), null, false))];
}

/** Fields that name something; where the name stands for nothing that is said once, not again at its slot. */
const NAMING = ["calendar", "refer", "accept", "mend", "thing", "escalate", "who"];

function slotsOf(clause: Clause, desk: readonly string[]): ReadonlySet<string> {
  const own = Object.entries(clause.slots).flatMap(([name, slot]) => [name, ...DERIVED[slot.type].map((d) => `${name}_${d}`)]);
  return new Set([...own, ...NAMING.filter((field) => typeof clause.outcome[field] === "string"), ...desk]);
}

/** Names with a number in them, per language; a message may speak them. */
function namesOf(policy: Policy): ReadonlyMap<Lang, readonly string[]> {
  const all = [
    policy.desk.name,
    ...[policy.parties, policy.roles, policy.things, policy.calendars].flatMap((g) => Object.values(g).map((n) => n.name)),
    ...Object.values(policy.documents).map((d) => d.title),
  ];
  return new Map(
    policy.desk.languages.map((lang) => [
      lang,
      all
        .flatMap((w) => w[lang] ?? [])
        .filter((name) => /\p{N}/u.test(name))
        .sort((a, b) => b.length - a.length),
    ]),
  );
}

type Speaker = Pick<Clause, "id" | "place">;

function checkWords(words: Words, speaker: Speaker, valid: ReadonlySet<string>, names: ReadonlyMap<Lang, readonly string[]> | null, open: boolean): Finding[] {
  const found: Finding[] = [];
  const say = (code: string, rests: string, message: string, mend: string): void => {
    found.push(finding({ code, at: speaker.id, rests, message, mend, place: speaker.place, ...(names && { clauses: [speaker.id] }) }));
  };
  const used = new Map<Lang, ReadonlySet<string>>();
  for (const [lang, message] of Object.entries(words)) {
    const read = readKept(message);
    if (typeof read === "string") {
      say("E-SLOT", `${lang} parse`, `The ${lang} words of ${speaker.id} cannot be read as a message: ${read}.`, "Close every brace; a brace that is meant as such is written '{'.");
      continue;
    }
    used.set(lang, new Set([...read.slots].filter((s) => valid.has(s)).map((s) => baseOf(s, valid))));
    for (const slot of read.slots) {
      if (open || valid.has(slot)) continue;
      say("E-SLOT", `${lang} ${slot}`, `The ${lang} words of ${speaker.id} name the slot {${slot}}, which its rule has not.`, `It has ${[...valid].map((s) => `{${s}}`).join(", ")}.`);
    }
    for (const literal of read.literals) {
      if (/[{}]/.test(literal))
        say(
          "E-SLOT",
          `${lang} quoted`,
          `In the ${lang} words of ${speaker.id} an apostrophe before a brace makes a slot plain text: ${literal.trim().slice(0, 60)}`,
          "Write the apostrophe as ’ or twice.",
        );
    }
    for (const p of read.plurals) checkPlural(lang, p, speaker, say);
    if (names) {
      const numbers = read.literals.flatMap((l) => numbersIn(without(l, names.get(lang) ?? []), lang));
      if (numbers.length) used.delete(lang); // the number stands where the slot should: said once
      if (numbers.length)
        say(
          "E-BARE-NUMBER",
          `${lang} ${numbers.join()}`,
          `The ${lang} words of ${speaker.id} state ${numbers.map((n) => `"${n}"`).join(" and ")} by themselves; the rule could change and they would not.`,
          "Let the rule say it, and name its slot; a name with a number in it is declared under things.",
        );
    }
  }
  if (!open) sameSlots(used, speaker, say);
  return found;
}

/** Units of the rule's numbers, and what stands in the words of one language alone. */
function checkSaid(clause: Clause): Finding[] {
  const found: Finding[] = [];
  const places = new Map<Lang, string>();
  const say = (code: string, rests: string, message: string, mend: string): void => void found.push(finding({ code, at: clause.id, rests, message, mend, place: clause.place, clauses: [clause.id] }));
  for (const [lang, message] of Object.entries(clause.words)) {
    const read = readKept(message);
    if (typeof read === "string") continue;
    places.set(lang, [...new Set(read.literals.flatMap(placesIn))].sort().join(" and "));
    for (const { slot, text } of read.counted) {
      const rule = clause.slots[slot.replace(/_amount$/, "")];
      const wrong = rule && wrongUnit(text, rule, lang);
      if (!wrong) continue;
      const is = rule.type === "duration" ? rule.value.unit : rule.type === "money" ? rule.value.currency : "";
      say(
        "E-UNIT",
        `${lang} ${slot} ${wrong}`,
        `The ${lang} words of ${clause.id} count {${slot}} in ${wrong}; the rule counts it in ${is}.`,
        `Write the unit of the rule, or {${slot.replace(/_amount$/, "")}}, which brings its own.`,
      );
    }
  }
  const [first] = places;
  for (const [lang, here] of places) {
    if (here === first?.[1]) continue;
    const side = (l: Lang, p: string): string => `the ${l} ones to ${p || "none"}`;
    say(
      "E-DIFFERS",
      `${first![0]} ${lang}`,
      `The words of ${clause.id} lead to different addresses: ${side(first![0], first![1])}, ${side(lang, here)}.`,
      "Name the same addresses in every language; an address that all share is declared under parties or things.",
    );
  }
  return found;
}

/** Mail addresses, and the hosts of links: a page may well have another path in each language. */
const placesIn = (text: string): readonly string[] =>
  !text.includes("@") && !text.includes("://")
    ? []
    : [
        ...[...text.matchAll(/https?:\/\/([^\s/?#)>"”»]+)/gi)].map((m) => m[1]!.toLowerCase().replace(/[.,;:]+$/, "")),
        ...[...text.matchAll(/[\p{L}\p{N}._+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu)].map((m) => m[0].toLowerCase()),
      ];

type Say = (code: string, rests: string, message: string, mend: string) => void;

/** What one language takes from the rule, the others take too. */
function sameSlots(used: ReadonlyMap<Lang, ReadonlySet<string>>, speaker: Speaker, say: Say): void {
  const all = new Set([...used.values()].flatMap((s) => [...s]));
  for (const slot of all) {
    const without = [...used].filter(([, s]) => !s.has(slot)).map(([lang]) => lang);
    if (!without.length) continue;
    const having = [...used.keys()].filter((lang) => !without.includes(lang));
    say(
      "E-SLOT",
      `${slot} only ${having.join()}`,
      `Of the words of ${speaker.id} only the ${having.join(" and ")} ones say {${slot}}; the ${without.join(" and ")} ones leave it out.`,
      "Say the same in every language.",
    );
  }
}

/** `must_amount` and `must_each` say the slot `must`. */
function baseOf(slot: string, valid: ReadonlySet<string>): string {
  const base = /^(.+)_(?:amount|unit|each)$/.exec(slot)?.[1];
  return base && valid.has(base) ? base : slot;
}

/** Branches that a language may leave out, since whole numbers below a million never take them. SPEC 6.5. */
const SPARED: Readonly<Record<Lang, string>> = { fr: "many", it: "many" };

function checkPlural(lang: Lang, { slot, ordinal, branches }: Read["plurals"][number], speaker: Speaker, say: Say): void {
  let needed: readonly string[];
  try {
    needed = new Intl.PluralRules(lang, { type: ordinal ? "ordinal" : "cardinal" }).resolvedOptions().pluralCategories;
  } catch {
    return;
  }
  const missing = needed.filter((c) => !branches.includes(c) && (ordinal || SPARED[lang] !== c));
  if (missing.length)
    say(
      "E-PLURAL",
      `${lang} ${slot} ${missing.join()}`,
      `The ${lang} words of ${speaker.id} count {${slot}} and have no branch for ${missing.join(" and ")}.`,
      `Add ${missing.map((m) => `${m} {…}`).join(" and ")}.`,
    );
}

const kept = new Map<string, Read | string>();
const MOST_KEPT = 4000;

/** A message read; why not, where it cannot be. Kept, since a policy is checked again at every keystroke of its author. */
function readKept(message: string): Read | string {
  let read = kept.get(message);
  if (read === undefined) {
    try {
      read = readMessage(parse(message, { ignoreTag: true, requiresOtherClause: false }));
    } catch (error) {
      read = error instanceof Error ? error.message : "it is broken";
    }
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(message, read);
  }
  return read;
}

function readMessage(elements: readonly MessageFormatElement[], into: Read = { slots: new Set(), literals: [], counted: [], plurals: [] }): Read {
  for (const [i, e] of elements.entries()) {
    if (e.type === TYPE.literal) into.literals.push(e.value);
    else if (e.type === TYPE.plural || e.type === TYPE.select) {
      into.slots.add(e.value);
      if (e.type === TYPE.plural) into.plurals.push({ slot: e.value, ordinal: e.pluralType === "ordinal", branches: Object.keys(e.options) });
      for (const option of Object.values(e.options)) {
        if (e.type === TYPE.plural) into.counted.push({ slot: e.value, text: literalIn(option.value) });
        readMessage(option.value, into);
      }
    } else if (e.type === TYPE.tag) readMessage(e.children, into);
    else if (e.type !== TYPE.pound) {
      into.slots.add(e.value);
      if (e.value.endsWith("_amount")) into.counted.push({ slot: e.value, text: behind(elements[i + 1]) });
    }
  }
  return into;
}

const literalIn = (elements: readonly MessageFormatElement[]): string => elements.map((e) => (e.type === TYPE.literal ? e.value : " ")).join("");

/** The next two words: "{must_amount} working days after …". */
const behind = (next: MessageFormatElement | undefined): string => (next?.type === TYPE.literal ? next.value.trimStart().split(/\s+/).slice(0, 2).join(" ") : "");

function without(text: string, names: readonly string[]): string {
  return names.reduce((rest, name) => rest.replaceAll(name, " "), text);
}
