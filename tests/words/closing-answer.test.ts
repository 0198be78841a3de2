// Whether a ticket may be closed is agreed to only plainly: by the line that the mail names, in each language, with nothing that takes it back.
import { expect, test } from "vitest";
import { closingAnswer } from "../../src/words/closing-answer.ts";
import { contestAnswer } from "../../src/words/contest-answer.ts";
import { phrase } from "../../src/words/phrase.ts";

test.each(["en", "fr", "it", "ro"])("%s: the lines that the mails name are understood", (lang) => {
  expect(closingAnswer(`${phrase(lang, "closing.word-yes")}\n\nAna`)).toBe("yes");
  expect(closingAnswer(phrase(lang, "closing.word-no"))).toBe("no");
  const how = /[“«„]\s*(.*?)…\s*[”»]/.exec(phrase(lang, "mail.facts.how", { n: 1 }))?.[1] ?? "";
  const told = { n: 1, fact: "plan", label: "Plan", text: "Solo", options: [] };
  expect(contestAnswer(`${how}Business`, [told])).toEqual({ corrections: { plan: null }, plain: true });
});

test.each([
  ["Yes, close it, but only if it stays like this", null],
  ["Yes, close it\nThough it is still slow sometimes", null],
  ["Sì, chiudete\nPuò anche guardare la stampante?", null],
  ["Oui, clôturez\nNon, pas encore", null],
  ["Merci", null],
  ["Da, este rezolvată.\nMulțumesc frumos,\nAna", "yes"],
  ["Pas encore : l’export se bloque toujours.", null],
  ["Non, pas encore.\nL’export se bloque toujours, que faire ?", "no"],
])("“%s” is %s", (text, said) => expect(closingAnswer(text)).toBe(said));
