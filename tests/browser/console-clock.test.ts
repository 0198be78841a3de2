// The clock of a promise says how it stands by its word; the edges are tried without a screen.
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { expect, test } from "vitest";
import { clockState, clockWords, lengthText } from "../../web/console/parts/clock-state.ts";
import { en } from "../../web/console/words/en.ts";
import { fr } from "../../web/console/words/fr.ts";
import { it as italian } from "../../web/console/words/it.ts";
import { ro } from "../../web/console/words/ro.ts";
import { renderIcu, type Said } from "../../src/words/icu.ts";
import type { Say } from "../../web/console/words/words.tsx";

const HOUR = 3_600_000;
const say: Say = (key, values = {}) =>
  renderIcu(
    en[key],
    "en",
    Object.fromEntries(Object.entries(values).map(([name, value]): [string, Said] => [name, typeof value === "number" ? { text: String(value), amount: value } : { text: value }])),
  );

test("a promise is on time, then due soon in the last fifth, then late", () => {
  expect(clockState("running", 0, 10 * HOUR, 7 * HOUR)).toBe("calm");
  expect(clockState("running", 0, 10 * HOUR, 8 * HOUR)).toBe("soon");
  expect(clockState("running", 0, 10 * HOUR, 10 * HOUR)).toBe("soon");
  expect(clockState("running", 0, 10 * HOUR, 10 * HOUR + 1)).toBe("late");
});

test("a month's promise is not due soon for days, a short one is for half an hour", () => {
  expect(clockState("running", 0, 720 * HOUR, 715 * HOUR)).toBe("calm");
  expect(clockState("running", 0, 720 * HOUR, 716 * HOUR)).toBe("soon");
  expect(clockState("running", 0, HOUR, HOUR / 2)).toBe("soon");
});

test("what does not run says what it is", () => {
  expect(clockState("paused", 0, HOUR, 2 * HOUR)).toBe("paused");
  expect(clockState("kept", 0, HOUR, 2 * HOUR)).toBe("kept");
  expect(clockState("running", 0, null, 0)).toBe("timeless");
  expect(clockWords("paused", HOUR, 0, say)).toBe("stopped");
});

test("the time that is left is said in the unit that one thinks in", () => {
  expect(lengthText(3 * 24 * HOUR + 4.5 * HOUR, say)).toBe("3 d 4 h");
  expect(lengthText(47 * HOUR + 59 * 60_000, say)).toBe("47 h 59 min");
  expect(lengthText(20 * 60_000, say)).toBe("20 min");
  expect(lengthText(9 * 60_000 + 5_000, say)).toBe("9:05");
  expect(clockWords("late", 0, 65 * 60_000, say)).toBe("late by 1 h 5 min");
});

test("every language says every word, with the same slots and with the plurals that its grammar has", () => {
  const named = (parts: readonly MessageFormatElement[]): string[] =>
    parts.flatMap((part) =>
      part.type === TYPE.literal || part.type === TYPE.pound
        ? []
        : [...(part.type === TYPE.tag ? named(part.children) : [part.value]), ...("options" in part ? Object.values(part.options).flatMap((option) => named(option.value)) : [])],
    );
  const slots = (text: string): string[] => [...new Set(named(parse(text)))].sort();
  for (const [lang, words] of Object.entries({ fr, it: italian, ro })) {
    for (const [key, text] of Object.entries(en)) {
      const said = words[key as keyof typeof en];
      expect(slots(said), `${lang} ${key}`).toEqual(slots(text));
      if (!text.includes("plural")) continue;
      for (const category of new Intl.PluralRules(lang).resolvedOptions().pluralCategories) expect(said, `${lang} ${key}`).toMatch(new RegExp(`\\b${category} \\{`));
    }
  }
});
