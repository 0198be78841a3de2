// Numbers in prose, in four languages, and the words that only look like numbers. SPEC 6.1–6.5.
import { describe, expect, test } from "vitest";
import { check } from "../../../src/policy/check/check.ts";
import { numbersIn } from "../../../src/policy/check/number-words.ts";
import { type Parts, tiny } from "../tiny.ts";

describe("a number that no rule knows is found (SPEC 6.4)", () => {
  test.each([
    ["en", "We answer within twenty-four hours, or 2 working days.", ["2", "twenty-four"]],
    ["en", "The third no-show costs a fee; half an hour each.", ["third", "half an hour"]],
    ["en", "Open 09:00 to 17.30.", ["09:00", "17.30"]],
    ["fr", "Deux fois par an, le deuxième jour, une demi-heure.", ["Deux", "deuxième", "demi-heure"]],
    ["fr", "Sous neuf jours.", ["neuf"]],
    ["it", "Entro ventiquattro ore, al massimo tre volte; mezz’ora.", ["ventiquattro", "tre", "mezz’ora"]],
    ["it", "Entro sei mesi.", ["sei"]],
    ["ro", "În douăsprezece ore, a doua oară, nouă zile.", ["douăsprezece", "a doua", "nouă"]],
  ])("%s: %s", (lang, text, numbers) => {
    expect(numbersIn(text, lang)).toEqual(numbers);
  });
});

describe("what only looks like one is not", () => {
  test.each([
    ["en", "One of us answers on behalf of a third party, and the weighted list is often handy."],
    ["en", "Your first answer comes from someone who often attends."],
    ["fr", "Un appareil neuf chez un tiers, au centre d’assistance."],
    ["it", "Se sei un cliente, secondo il contratto; una terza parte; settimana; novità."],
    ["ro", "O versiune nouă; ne scrieți nouă; un optician."],
  ])("%s: %s", (lang, text) => {
    expect(numbersIn(text, lang)).toEqual([]);
  });
});

const said = (words: Parts, more: Parts = {}): string[] =>
  check(
    tiny({
      desk: { name: { en: "Tiny 24", fr: "Tiny 24", ro: "Tiny 24" }, prefix: "TN", languages: Object.keys(words), zone: "Europe/Paris", address: "help@tiny.example", phone: "+1 202 555 0142" },
      title: { en: "S", fr: "S", ro: "S" },
      promises: [{ clause: "answer", promise: "first-answer", must: "2 hours", words }],
      ...more,
    }),
  )
    .findings.filter((f) => f.severity === "error")
    .map((f) => f.code);

describe("words take their numbers from the rule", () => {
  test("by the slot, its number alone, its unit alone and the unit of a rate (SPEC 6.1, 6.3)", () => {
    expect(said({ en: "{must}, {must_amount}, {must_unit}, {must_each}, {desk}, {address}, {phone}." })).toEqual([]);
    expect(said({ en: "{must_amounts}" })).toEqual(["E-SLOT"]);
  });

  test("a bound of the condition and a mentioned name are slots too (SPEC 6.2)", () => {
    const promises = [
      {
        clause: "answer",
        promise: "first-answer",
        must: "2 hours",
        when: { "open-tickets": { within: 3 } },
        mentions: ["office-365"],
        words: { en: "Up to {when_open_tickets_within} about {office_365}, within {must}." },
      },
      { clause: "rest", promise: "first-answer", none: true, words: { en: "No promise." } },
    ];
    expect(said({ en: "." }, { promises, things: { "office-365": { name: { en: "Office 365" } } } })).toEqual([]);
  });

  test("a declared name may hold a number", () => {
    expect(said({ en: "Windows 11 at Tiny 24, within {must}." }, { things: { windows: { name: { en: "Windows 11" } } } })).toEqual([]);
    expect(said({ en: "Windows 11, within {must}." })).toEqual(["E-BARE-NUMBER"]);
  });

  test("Romanian needs few; French may leave out many (SPEC 6.5)", () => {
    expect(said({ en: "{must_amount, plural, one {# hour} other {# hours}}", ro: "{must_amount, plural, one {# oră} other {# de ore}}" })).toEqual(["E-PLURAL"]);
    expect(said({ en: "{must_amount, plural, one {# hour} other {# hours}}", ro: "{must_amount, plural, one {# oră} few {# ore} other {# de ore}}" })).toEqual([]);
    expect(said({ fr: "{must_amount, plural, one {# heure} other {# heures}}" })).toEqual([]);
    expect(said({ fr: "{must_amount, plural, one {# heure} many {# d’heures} other {# heures}}" })).toEqual([]);
    expect(said({ en: "{must_amount, plural, one {# hour}}" })).toEqual(["E-PLURAL"]);
  });

  test("a number inside a branch is a bare one as well", () => {
    expect(said({ en: "{must_amount, plural, one {1 hour} other {# hours}}" })).toEqual(["E-BARE-NUMBER"]);
  });

  test("a French apostrophe that swallows a slot is found", () => {
    expect(said({ fr: "Le délai d'{must} court." })).toEqual(["E-SLOT"]);
    expect(said({ fr: "Le délai d’{must} court." })).toEqual([]);
  });
});
