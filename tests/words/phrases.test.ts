// Every language says everything, with the same slots, and knows all the ways in which it counts.
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, test } from "vitest";
import { chooseLanguage, LANGUAGES, localeOf } from "../../src/words/languages.ts";
import { named, phrase } from "../../src/words/phrase.ts";

interface Found {
  slots: Set<string>;
  plurals: string[][];
}

function look(elements: MessageFormatElement[], found: Found): Found {
  for (const element of elements) {
    if (element.type === TYPE.argument || element.type === TYPE.plural || element.type === TYPE.select) found.slots.add(element.value);
    if (element.type === TYPE.plural) found.plurals.push(Object.keys(element.options).filter((key) => !key.startsWith("=")));
    if (element.type === TYPE.plural || element.type === TYPE.select) for (const option of Object.values(element.options)) look(option.value, found);
  }
  return found;
}
const read = (message: string): Found => look(parse(message, { ignoreTag: true }), { slots: new Set(), plurals: [] });

// "heure d’Athènes", "heure de Paris": French alone asks whether the city begins with a vowel.
const OWN_SLOTS = new Set(["vowel"]);

describe.each(Object.entries(LANGUAGES))("%s", (lang, phrases) => {
  const english = Object.entries(LANGUAGES.en ?? {});

  test("says every phrase that English says, and leaves none empty", () => {
    expect(Object.keys(phrases).sort()).toEqual(english.map(([key]) => key).sort());
    expect(Object.values(phrases).filter((text) => text.trim() === "")).toEqual([]);
  });

  test("fills the same slots as English", () => {
    for (const [key, message] of english) {
      const own = [...read(phrases[key as keyof typeof phrases]).slots].filter((slot) => !OWN_SLOTS.has(slot));
      expect({ key, slots: own.sort() }).toEqual({ key, slots: [...read(message).slots].sort() });
    }
  });

  test("has a branch for each way in which it counts, and no other", () => {
    const ways = [...new Intl.PluralRules(localeOf(lang)).resolvedOptions().pluralCategories].sort();
    for (const [key, message] of Object.entries(phrases)) {
      for (const branches of read(message).plurals) expect({ key, branches: branches.sort() }).toEqual({ key, branches: ways });
    }
  });

  test("has no straight apostrophe, which ICU would take for a quote", () => {
    expect(Object.values(phrases).filter((text) => text.includes("'"))).toEqual([]);
  });
});

test("a language that the system does not speak falls back to English", () => {
  expect(phrase("de", "portal.ask")).toBe("Ask for help");
  expect(phrase("constructor", "portal.ask")).toBe("Ask for help");
});

test("a state without a phrase of its own is still readable", () => {
  expect(named("fr", "status", "open")).toBe("Ouverte");
  expect(named("fr", "promise", "first-answer")).toBe("Première réponse");
  expect(named("fr", "promise", "on-site-visit")).toBe("On site visit");
});

test("the first wanted language that is on offer is chosen, else the desk's first", () => {
  expect(chooseLanguage(["de", undefined, "fr-CA"], ["en", "fr"])).toBe("fr");
  expect(chooseLanguage([null, "de"], ["ro", "en"])).toBe("ro");
});
