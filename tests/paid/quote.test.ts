// A price with its taxes, to the cent; and what counts as a plain answer to an offer. SPEC 17.1, 17.2, 17.5
import { expect, test } from "vitest";
import { type Policy, taxed } from "../../src/policy/index.ts";
import { offerAnswer } from "../../src/words/offer-answer.ts";

type Rules = Policy["money"]["tax"];
const name = { en: "VAT" };
const RULES: Rules = [
  { rate: 22, country: "IT", name },
  { rate: 8.1, country: "CH", name },
  { rate: 5.5, country: "FR", customer: "private", name },
  { rate: 20, country: "FR", name },
  { rate: 5, country: "CA", name },
  { rate: 9.975, country: "CA", name },
  { rate: 0, customer: "business", name },
  { rate: 22, name },
];
const gross = (cents: number, country: string | null, kind: "business" | "private" | null, rules = RULES, currency = "EUR"): number => taxed({ cents, currency }, rules, { country, kind }).gross.cents;

test("the tax is that of the customer's country and kind; a business elsewhere has its own rule, and who is not known pays the first", () => {
  expect(gross(4500, "IT", "business")).toBe(5490);
  expect([gross(10_000, "FR", "private"), gross(10_000, "FR", "business"), gross(10_000, "FR", null)]).toEqual([10_550, 12_000, 12_000]);
  expect([gross(10_000, "DE", "business"), gross(10_000, "DE", "private"), gross(10_000, null, null)]).toEqual([10_000, 12_200, 12_200]);
  expect(gross(100, "US", "business", [{ rate: 22, country: "IT", name }])).toBe(122);
  expect([gross(4500, "IT", null, []), taxed({ cents: 4500, currency: "CHF" }, RULES, { country: "CH", kind: null }).gross.currency]).toEqual([4500, "CHF"]);
});

test("cents are exact: every tax rounds half up by itself, and no binary fraction creeps in", () => {
  expect(gross(4500, "CH", null)).toBe(4865); // 364.5 cents of tax
  expect(gross(100_050, "CH", null)).toBe(108_154); // 8104.05
  expect(gross(10_010, "CA", null)).toBe(10_010 + 501 + 998); // 500.5 and 998.4975
  for (let cents = 0; cents < 30_000; cents += 7)
    for (const [country, rate] of [
      ["IT", 220n],
      ["CH", 81n],
    ] as const) {
      expect(gross(cents, country, null)).toBe(cents + Number((BigInt(cents) * rate + 500n) / 1000n));
    }
});

test("a plain answer agrees or refuses; whatever takes something back, asks or says both is for a person", () => {
  for (const yes of [
    "ACCETTO",
    "Buongiorno,\n\nSì, accetto.\n\nLaura Moretti\nStudio Dentistico Moretti",
    "I accept",
    "Yes, I agree!\nKaren Whitfield",
    "J’accepte.",
    "Bonjour,\nj'accepte\nMerci",
    "Accept.",
    "Sunt de acord",
  ])
    expect([yes, offerAnswer(yes)]).toEqual([yes, "yes"]);
  for (const no of ["NON ACCETTO", "No, thank you.", "Je refuse", "Nu accept", "No, grazie\nLaura"]) expect([no, offerAnswer(no)]).toEqual([no, "no"]);
  for (const neither of [
    "Accetto?",
    "Accetto\nma solo se costa meno",
    "I accept\nI decline",
    "I accept, but only if it is free",
    "Grazie",
    "",
    "I cannot accept this",
    "Accetto\nNon accetto",
    "Accetto\n" + "parola ".repeat(40),
    "I do accept that the printer is broken",
  ])
    expect([neither, offerAnswer(neither)]).toEqual([neither, null]);
});
