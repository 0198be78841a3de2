// Two versions of each shipped policy: who is treated differently, told as an author reads it. The second versions are edits of the first, in versions/. SPEC 18.3.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { comparePolicies, type Comparison } from "../../src/policy/compare/compare-policies.ts";
import { compile, type Policy } from "../../src/policy/index.ts";
import { changeText } from "../../src/words/change.ts";
import { allShipped } from "./shipped.ts";

interface Version {
  readonly edits: readonly { readonly old: string; readonly new: string }[];
  readonly told: readonly string[];
  readonly clauses: readonly string[];
}

const shipped = allShipped();
const versionOf = (name: string): Version => parse(readFileSync(join(import.meta.dirname, "versions", `${name}.yaml`), "utf8")) as Version;

function edited(text: string, { edits }: Version): string {
  return edits.reduce((sum, edit) => {
    if (!sum.includes(edit.old)) throw new Error(`the text has no "${edit.old}"`);
    return sum.replace(edit.old, () => edit.new);
  }, text);
}
const compiled = (text: string): Policy => compile(text).policy!;

/** "entitlement: was entitled (§ 3.1), now refused (§ 3.3), worse for them: refused: 2", in the policy's order. */
function told(c: Comparison): string[] {
  const groups = new Map<string, number>();
  for (const region of c.regions) {
    const said = changeText(c, region, "en");
    const key = `${region.table.replace(/\/$/, "")}: ${said.old}, ${said.new}, ${said.verdict}`;
    groups.set(key, (groups.get(key) ?? 0) + 1);
  }
  return [...groups].map(([key, n]) => (n > 1 ? `${key}: ${n} groups` : key));
}

test.each(shipped)("two versions of $name differ just where their author changed them", ({ name, text }) => {
  const version = versionOf(name);
  const comparison = comparePolicies(compiled(text), compiled(edited(text, version)));
  expect([comparison.cut, comparison.unproved]).toEqual([[], []]);
  expect(told(comparison)).toEqual(version.told);
  expect(comparison.clauses.map((c) => `${c.change} ${c.id}${c.change === "changed" ? `: ${c.what.join(", ")}` : ""}`)).toEqual(version.clauses);
});

test.each(shipped)("nobody is treated differently by $name against itself", ({ text }) => {
  expect(comparePolicies(compiled(text), compiled(text))).toMatchObject({ regions: [], cut: [], unproved: [], clauses: [], declarations: [] });
});

test.each(shipped)("a change of $name and its taking back concern the same customers, better for worse", ({ name, text }) => {
  const [old, next] = [compiled(text), compiled(edited(text, versionOf(name)))];
  const [there, back] = [comparePolicies(old, next), comparePolicies(next, old)];
  const sides = (c: Comparison, from: "old" | "new", to: "old" | "new"): string[] =>
    [...new Set(c.regions.map((r) => `${r.table} ${r[from].clause?.id ?? r[from].how} ${r[to].clause?.id ?? r[to].how}`))].sort();
  expect(sides(back, "new", "old")).toEqual(sides(there, "old", "new"));
  const turned = { better: "worse", worse: "better", different: "different" } as const;
  const verdicts = (c: Comparison, turn: boolean): string[] => [...new Set(c.regions.map((r) => `${r.table} ${turn ? turned[r.verdict] : r.verdict}`))].sort();
  expect(verdicts(back, true)).toEqual(verdicts(there, false));
});
