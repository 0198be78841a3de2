// How many pairs about the same problem are found, and how many about different ones are taken for the same: in each language and across them.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ALIKE, compile, likeness, marksOf } from "../src/policy/index.ts";
import { LANGUAGES, PROBLEMS } from "./alike-pairs.ts";
import type { Row } from "./row.ts";

const ORTHOCAB = fileURLToPath(new URL("../policies/orthocab/policy.yaml", import.meta.url));

export interface Counted {
  readonly pairs: number;
  readonly found: number;
  readonly strangers: number;
  readonly alarms: number;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

/** Every pair of one language with another (or itself): of one problem they should be found, of two not. */
export function alikePairs(one: (typeof LANGUAGES)[number], other: (typeof LANGUAGES)[number]): Counted {
  const { policy } = compile(readFileSync(ORTHOCAB, "utf8"));
  if (!policy) throw new Error("the policy does not compile");
  const marks = (text: string, language: string) => marksOf(policy, { text, language, topic: null, files: [] });
  let [pairs, found, strangers, alarms] = [0, 0, 0, 0];
  const missed: string[] = [];
  const wrong: string[] = [];
  for (const [i, first] of PROBLEMS.entries()) {
    for (const [k, second] of PROBLEMS.entries()) {
      const alike = likeness(marks(first[one][0], one), marks(second[other][1], other)).score >= ALIKE;
      if (i === k) [pairs, found] = [pairs + 1, found + (alike ? 1 : 0)];
      else [strangers, alarms] = [strangers + 1, alarms + (alike ? 1 : 0)];
      if (i === k && !alike) missed.push(first[one][0]);
      if (i !== k && alike) wrong.push(`${first[one][0]} / ${second[other][1]}`);
    }
  }
  return { pairs, found, strangers, alarms, missed, wrong };
}

export function alikeRows(): Row[] {
  const row = (name: string, counts: readonly Counted[]): Row => {
    const sum = (key: "pairs" | "found" | "strangers" | "alarms"): number => counts.reduce((n, c) => n + c[key], 0);
    return {
      name: `duplicates found, ${name}`,
      size: null,
      unit: "%",
      value: (100 * sum("found")) / sum("pairs"),
      note: `${sum("found")} of ${sum("pairs")} pairs; false alarms ${sum("alarms")} of ${sum("strangers")} (${((100 * sum("alarms")) / sum("strangers")).toFixed(1)} %)`,
    };
  };
  return [
    ...LANGUAGES.map((l) => row(`in ${l}`, [alikePairs(l, l)])),
    row(
      "across languages",
      LANGUAGES.flatMap((a) => LANGUAGES.filter((b) => b !== a).map((b) => alikePairs(a, b))),
    ),
  ];
}
