// A message of a policy takes its numbers from the rule, in every language, and never stops what it is part of.
import { describe, expect, test } from "vitest";
import type { Slots, Unit } from "../../src/policy/model.ts";
import { UNITS } from "../../src/policy/model.ts";
import type { MessageFault } from "../../src/words/icu.ts";
import { say } from "../../src/words/message.ts";
import { slotText } from "../../src/words/slots.ts";

const lasting = (amount: number, unit: Unit) => ({ type: "duration", value: { amount, unit } }) as const;
const costing = (cents: number) => ({ type: "money", value: { cents, currency: "EUR" } }) as const;

describe("a duration is said as each language counts", () => {
  test.each([
    ["en", 1, "working days", "1 working day"],
    ["en", 2, "working days", "2 working days"],
    ["en", 0, "hours", "0 hours"],
    ["fr", 0, "hours", "0 heure"],
    ["fr", 1, "working days", "1 jour ouvré"],
    ["fr", 2, "working days", "2 jours ouvrés"],
    ["fr", 1_000_000, "minutes", "1\u202f000\u202f000 de minutes"],
    ["it", 1, "working days", "1 giorno lavorativo"],
    ["it", 2, "working days", "2 giorni lavorativi"],
    ["it", 1_000_000, "minutes", "1.000.000 di minuti"],
    ["ro", 1, "working days", "1 zi lucrătoare"],
    ["ro", 2, "working days", "2 zile lucrătoare"],
    ["ro", 20, "minutes", "20 de minute"],
    ["ro", 2, "minutes", "2 minute"],
    ["ro", 101, "days", "101 zile"],
    ["ro", 24, "hours", "24 de ore"],
  ] as const)("%s: %d %s is “%s”", (lang, amount, unit, words) => {
    expect(slotText(lasting(amount, unit), lang)).toBe(words);
  });

  test("in all nine units of all four languages", () => {
    for (const lang of ["en", "fr", "it", "ro"]) {
      for (const unit of UNITS) expect(slotText(lasting(3, unit), lang)).toMatch(/^3 \p{L}{3}/u);
    }
  });
});

test("money names its currency by its code, in exact cents", () => {
  expect(slotText(costing(4500), "en")).toBe("EUR 45.00");
  expect(slotText(costing(4500), "fr")).toBe("45,00 EUR");
  expect(slotText(costing(16005), "it")).toBe("160,05 EUR");
  expect(slotText(costing(123450), "ro")).toBe("1.234,50 EUR");
});

test("a share, a count, a name and a list are said in the language", () => {
  const zoom = { type: "name", value: { en: "the maker", fr: "l’éditeur" } } as const;
  expect(slotText({ type: "percent", value: 22.5 }, "it")).toBe("22,5%");
  expect(slotText({ type: "count", value: 12500 }, "ro")).toBe("12.500");
  expect(slotText(zoom, "fr")).toBe("l’éditeur");
  expect(slotText(zoom, "ro")).toBe("the maker");
  expect(slotText({ type: "list", value: [lasting(2, "days"), lasting(24, "hours"), lasting(1, "hours")] }, "ro")).toBe("2 zile, 24 de ore și 1 oră");
});

describe("a message", () => {
  const slots: Slots = { must: lasting(2, "working days"), goal: lasting(24, "hours"), price: costing(3500), per: lasting(30, "minutes") };

  test("takes whole phrases from the rule", () => {
    expect(say("Nous répondons sous {must}, souvent sous {goal}.", "fr", slots)).toBe("Nous répondons sous 2 jours ouvrés, souvent sous 24 heures.");
  });

  test("may own its noun and count by the rule's number", () => {
    const message = "{goal_amount, plural, one {o oră} few {# ore întregi} other {# de ore întregi}}";
    expect(say(message, "ro", slots)).toBe("24 de ore întregi");
    expect(say(message, "ro", { goal: lasting(3, "hours") })).toBe("3 ore întregi");
    expect(say("{goal, plural, one {one hour} other {# whole hours}}", "en", slots)).toBe("24 whole hours");
    expect(say("{goal_unit, select, hours {by the clock} other {by the calendar}}", "en", slots)).toBe("by the clock");
  });

  test("names the unit of a rate", () => {
    expect(say("{price} par {per_each}", "fr", slots)).toBe("35,00 EUR par demi-heure");
    expect(say("{price} for every {per_each}", "en", { ...slots, per: lasting(20, "minutes") })).toBe("EUR 35.00 for every 20 minutes");
  });

  test("keeps an elision before a slot, whichever apostrophe its author typed", () => {
    const name: Slots = { party: { type: "name", value: { fr: "Acme" } } };
    expect(say("le site d'{party}", "fr", name)).toBe("le site d’Acme");
    expect(say("le site d’{party}", "fr", name)).toBe("le site d’Acme");
  });

  test("keeps the words of a customer or a maker as they are, tags and all", () => {
    expect(say("<b>{must}</b> & more", "en", slots)).toBe("<b>2 working days</b> & more");
  });

  test("that is wrong is shown as written and reported, and never thrown", () => {
    const faults: MessageFault[] = [];
    expect(say("within {must", "en", slots, (fault) => faults.push(fault))).toBe("within {must");
    expect(say("within {nothing}", "en", slots, (fault) => faults.push(fault))).toBe("within {nothing}");
    expect(say("{nothing, plural, one {a} other {b}}", "en", slots, (fault) => faults.push(fault))).toBe("{nothing, plural, one {a} other {b}}");
    expect(faults).toHaveLength(3);
    expect(faults[1]?.why).toContain("nothing");
  });
});
