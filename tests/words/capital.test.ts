// A policy writes its roles as they stand within a sentence; where one begins it, it has the capital that the language wants there.
import { expect, test } from "vitest";
import { capital } from "../../src/words/capital.ts";

test("a name within a sentence begins one with a capital, in each language", () => {
  expect(capital("the management", "en")).toBe("The management");
  expect(capital("équipe du soir", "fr")).toBe("Équipe du soir");
  expect(capital("l’assistente", "it")).toBe("L’assistente");
  expect(capital("șeful echipei", "ro")).toBe("Șeful echipei");
  expect(capital("æske", "da")).toBe("Æske");
});

test("what begins with a name of its own, a number or nothing stays as it is", () => {
  for (const text of ["iMac desk", "3 people", "Orthocab’s management", ""]) expect(capital(text, "en")).toBe(text);
});
