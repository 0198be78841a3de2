// In French a line never begins with « ? » or « : »: the space before them is one at which nothing breaks, in our own phrases and in a policy written with plain spaces.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fr as ofConsole } from "../../web/console/words/fr.ts";
import { compile } from "../../src/policy/index.ts";
import { clauseText } from "../../src/words/clause.ts";
import { renderIcu } from "../../src/words/icu.ts";
import { fr } from "../../src/words/fr.ts";

const BREAKS = / [:;?!»]|« /;

test("none of the program's French words can break there", () => {
  const said = [...Object.values(fr), ...Object.values(ofConsole)].map((words) =>
    renderIcu(words, "fr", Object.fromEntries([...words.matchAll(/\{([a-z]+)/g)].map(([, name]) => [name ?? "", { text: "deux", amount: 2 }]))),
  );
  expect(said.filter((words) => BREAKS.test(words))).toEqual([]);
  expect(said.some((words) => words.includes("\u00a0:"))).toBe(true);
});

test("nor a clause of a French policy; its English words, and the numbers and plurals in them, stay as they are", () => {
  const { policy } = compile(readFileSync("policies/orthocab/policy.yaml", "utf8"));
  const words = (lang: string): string[] => policy!.clauses.map((clause) => clauseText(policy!, clause, lang).words);
  expect(words("fr").filter((each) => BREAKS.test(each))).toEqual([]);
  expect(words("fr").some((each) => each.includes("\u00a0:"))).toBe(true);
  expect(words("en").filter((each) => each.includes("\u00a0"))).toEqual([]);
  expect(renderIcu("{n, plural, one {Une question ?} other {{n} questions ?}} à 09:00 sur https://x.example", "fr", { n: { text: "2", amount: 2 } })).toBe(
    "2 questions\u00a0? à 09:00 sur https://x.example",
  );
});
