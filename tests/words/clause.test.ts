// A clause is written one way everywhere: its number, its words, how it binds, its place on the page.
import { describe, expect, test } from "vitest";
import { clauseHtml, clausePlain, clauseText } from "../../src/words/clause.ts";
import { aimClause, answerClause, feeClause, policy, zoomClause } from "./sample-policy.ts";

const base = "https://help.example/clinic";

test("a clause takes its numbers from the rule, and says that it is owed", () => {
  const text = clauseText(policy, answerClause, "fr", { base });
  expect(text).toMatchObject({ number: "2.1", lang: "fr", anchor: "first-answer", bond: "Dû", words: "Nous répondons au plus tard sous 2 jours ouvrés, le plus souvent en moins de 24 heures." });
  expect(text.url).toBe("https://help.example/clinic/policy?lang=fr&of=3#first-answer");
});

test("a clause without words in the language comes in the policy's first, and says so", () => {
  const text = clauseText(policy, zoomClause, "ro", { base });
  expect(text.lang).toBe("fr");
  expect(text.words).toContain("éditeurs");
  expect(clauseHtml(text)).toContain('lang="fr"');
});

test("the words keep the numbers of the day that they were decided, if these are given", () => {
  const slots = { must: { type: "duration", value: { amount: 1, unit: "working days" } }, goal: { type: "duration", value: { amount: 3, unit: "hours" } } } as const;
  expect(clauseText(policy, answerClause, "en", { slots }).words).toBe("We answer within 1 working day at the latest, mostly within 3 hours.");
});

describe("how it binds is said in the reader's language", () => {
  test.each([
    ["en", "Aim", "A person decides"],
    ["fr", "Objectif", "Une personne décide"],
    ["it", "Obiettivo", "Decide una persona"],
    ["ro", "Obiectiv", "Decide o persoană"],
  ])("%s", (lang, aim, person) => {
    expect(clauseText(policy, aimClause, lang).bond).toBe(aim);
    expect(clauseText(policy, feeClause, lang).bond).toBe(person);
  });
});

test("in text and in HTML it shows the same, and its words cannot break the page", () => {
  const text = clauseText(policy, feeClause, "en", { base });
  expect(clausePlain(text)).toBe("§ 4.1  A person may refuse support to those who <insult> staff. (A person decides)  https://help.example/clinic/policy?lang=en&of=3#refuse-abuse");
  const html = clauseHtml(text);
  expect(html).toContain("&lt;insult&gt;");
  expect(html).toContain('href="https://help.example/clinic/policy?lang=en&amp;of=3#refuse-abuse"');
  expect(clauseHtml({ ...text, url: "javascript:alert(1)" })).toContain('href="#"');
});
