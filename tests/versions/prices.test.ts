// Each price of the shipped policies is changed by itself: the difference is told to a person in four languages, with both amounts, and to whom it cannot happen
// it is not told. Of the shipped second versions nothing is told in names of the policy's text. SPEC 22.5.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { comparePolicies } from "../../src/policy/compare/compare-policies.ts";
import { differsFor } from "../../src/policy/compare/differs-for.ts";
import { compile, type Facts, type Policy } from "../../src/policy/index.ts";
import { moneyText } from "../../src/words/numbers.ts";
import { type VersionChange, versionChanges } from "../../src/words/version-changes.ts";
import { allShipped } from "../policies/shipped.ts";

const LANGUAGES = ["en", "fr", "it", "ro"];
const shipped = allShipped();
const compiled = (text: string): Policy => compile(text).policy!;
const told = (old: string, next: string, lang: string, known: Facts | null): VersionChange[] => {
  const comparison = comparePolicies(compiled(old), compiled(next));
  return versionChanges(comparison, differsFor(comparison, known), lang, "https://help.example/desk/policy?version=2");
};
const PRICE = /price(?:: | ")(\d+)\.(\d\d) EUR/g;

/** The text with each of its prices raised by itself. */
function raised(text: string): { readonly cents: number; readonly next: string }[] {
  return [...text.matchAll(PRICE)].map((m) => {
    const cents = Number(m[1]) * 100 + Number(m[2]);
    const price = m[0].replace(`${m[1]}.${m[2]}`, `${Number(m[1]) + 3}.50`);
    return { cents, next: text.slice(0, m.index) + price + text.slice(m.index + m[0].length) };
  });
}

test.each(shipped.filter(({ text }) => raised(text).length > 0))("every price of $name that is raised is told as worse, with what it was and what it will be, in four languages", ({ text }) => {
  for (const { cents, next } of raised(text)) {
    for (const lang of LANGUAGES) {
      const changes = told(text, next, lang, null);
      const was = moneyText({ cents, currency: "EUR" }, lang);
      const will = moneyText({ cents: Math.floor(cents / 100) * 100 + 350, currency: "EUR" }, lang);
      expect(changes.map((c) => [c.verdict, c.was.includes(was), c.will.includes(will)])).toContainEqual(["worse", true, true]);
    }
  }
});

test("a price under a contract is told to whoever has one, and not to whoever has none", () => {
  const dms = shipped.find(({ name }) => name === "dms")!;
  const [first] = raised(dms.text);
  const of = (contract: string) => told(dms.text, first!.next, "it", { identified: true, contract, edition: "professional", release: "current" });
  expect(of("active").map((c) => [c.was, c.will])).toEqual([["45,00 EUR, 20 minuti compresi (§ 5.3)", "48,50 EUR, 20 minuti compresi (§ 5.3)"]]);
  expect(of("active")[0]?.cases.join()).not.toContain("contratto"); // that they have one goes without saying
  expect(of("none")).toEqual([]);
});

interface Second {
  readonly edits: readonly { readonly old: string; readonly new: string }[];
}

test.each(shipped)("what the second version of $name changes is told without the names of its text", ({ name, text }) => {
  const { edits } = parse(readFileSync(join(import.meta.dirname, "../policies/versions", `${name}.yaml`), "utf8")) as Second;
  const next = edits.reduce((sum, edit) => sum.replace(edit.old, () => edit.new), text);
  const policy = compiled(text);
  const names = [...Object.keys(policy.facts), ...policy.clauses.map((c) => c.id)].filter((n) => /[-.]/.test(n)); // others may be words of the language
  for (const lang of LANGUAGES) {
    const changes = told(text, next, lang, null);
    expect(changes.length).toBeGreaterThan(0);
    const words = changes.flatMap((c) => [c.was, c.will, c.means, c.about, ...c.cases]).join("\n");
    expect(names.filter((n) => new RegExp(`(?<![\\w-])${n}(?![\\w-])`).test(words))).toEqual([]);
    expect(words).not.toMatch(/undefined|entitlement|ruling|\bnull\b/);
  }
});
