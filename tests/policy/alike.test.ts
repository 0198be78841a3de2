// Duplicates on pairs in four languages: most are found, and what is merely near is seldom taken for the same.
import { describe, expect, test } from "vitest";
import { alikePairs } from "../../bench/alike.ts";
import { LANGUAGES } from "../../bench/alike-pairs.ts";
import { ALIKE, CERTAIN, compile, EVIDENCE, likeness, marksOf } from "../../src/policy/index.ts";
import { SMALL_POLICY } from "../desk/small-policy.ts";

const policy = compile(SMALL_POLICY).policy!;
const marks = (text: string, language: string, files: readonly string[] = []) => marksOf(policy, { text, language, topic: null, files });

describe.each(LANGUAGES.map((language) => ({ language })))("in $language", ({ language }) => {
  test("nine of ten pairs are found, with fewer than one false alarm in twenty", () => {
    const { pairs, found, strangers, alarms } = alikePairs(language, language);
    expect(found / pairs).toBeGreaterThanOrEqual(0.9);
    expect(alarms / strangers).toBeLessThan(0.05);
  });
});

test("across languages two of three are found, by codes and names that are the same in all, with fewer than one false alarm in twenty", () => {
  const all = LANGUAGES.flatMap((a) => LANGUAGES.filter((b) => b !== a).map((b) => alikePairs(a, b)));
  const sum = (key: "pairs" | "found" | "strangers" | "alarms") => all.reduce((n, c) => n + c[key], 0);
  expect(sum("found") / sum("pairs")).toBeGreaterThan(0.66);
  expect(sum("alarms") / sum("strangers")).toBeLessThan(0.05);
});

test("the same file in two languages is found, and two orders told in the same words are not one", () => {
  expect(likeness(marks("Voici la radio, elle ne s'ouvre pas.", "fr", ["ab12"]), marks("The picture does not open.", "en", ["ab12"])).shared).toContain("file ab12");
  const order = (n: string) => marks(`Order ${n} has not arrived yet.`, "en");
  expect(likeness(order("778812"), order("778812")).score).toBeGreaterThan(0.9);
  expect(likeness(order("778812"), order("990114")).score).toBeLessThan(0.34);
});

test("texts with nothing in them are like nothing, and a text made to be long takes no longer than its beginning", () => {
  expect(likeness(marks("", "en"), marks("", "fr")).score).toBe(0);
  expect(marks("word ".repeat(1_000_000), "en").words.size).toBeLessThanOrEqual(2);
});

test.each([
  ["en", "Calendar\nHello,\nHow do I print it?", "Whiteboard\nHello,\nHow do I clear it?"],
  ["fr", "Agenda\nBonjour,\nMes patients attendent, comment faire ?", "Tableau\nBonjour,\nMes séances attendent, comment faire ?"],
  ["it", "Agenda\nBuongiorno,\nNoi vorremmo stamparla.", "Lavagna\nBuongiorno,\nNoi vorremmo pulirla."],
  ["ro", "Agenda\nBună ziua,\nNoi vrem să o tipărim.", "Tabla\nBună ziua,\nNoi vrem să o ștergem."],
])("in %s a greeting below a subject names nothing: two short questions are not taken for one", (language, one, other) => {
  const { score, shared, evidence } = likeness(marks(one, language), marks(other, language));
  expect(shared).toEqual([]);
  expect(score).toBeLessThan(CERTAIN);
  expect(evidence).toBeLessThan(EVIDENCE);
  expect(likeness(marks(one, language), marks(one, language)).score).toBeGreaterThan(ALIKE);
});
