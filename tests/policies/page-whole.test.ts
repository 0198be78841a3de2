// The published page of each shipped policy is whole in every language: each clause for customers once, in the words of that language.
import { expect, test } from "vitest";
import { compile } from "../../src/policy/index.ts";
import { policyPage } from "../../src/words/page.ts";
import { allShipped } from "./shipped.ts";

const pages = allShipped().flatMap(({ name, text }) => {
  const policy = compile(text).policy!;
  return policy.desk.languages.map((lang) => ({ name, lang, policy }));
});

test.each(pages)("$name in $lang", ({ lang, policy }) => {
  const shown = policyPage(policy, lang).sections.flatMap((s) => s.clauses);
  const owed = policy.clauses.filter((c) => c.audience !== "agent").map((c) => c.id);
  expect(shown.map((c) => c.id).sort()).toEqual(owed.sort());
  expect(shown.filter((c) => c.lang !== lang || !c.words.trim() || /[{}]/.test(c.words)).map((c) => c.id)).toEqual([]);
});
