// One measurement of the checker in a process of its own, so that its memory is its own and its first call is really the first.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { stringify } from "yaml";
import { uncovered } from "../src/policy/check/boxes.ts";
import { check } from "../src/policy/check/check.ts";
import { pairsThatMeet } from "../src/policy/check/check-table.ts";
import { type GeneratedTable, treeTable, wildTable } from "./check-generate.ts";

export type CheckJob =
  | { readonly kind: "tree" | "wild"; readonly rules: number; readonly columns: number; readonly rounds: number }
  | { readonly kind: "policies"; readonly rounds: number }
  | { readonly kind: "large"; readonly rules: number; readonly columns: number; readonly rounds: number };

export interface CheckMeasured {
  readonly overlaps: readonly number[]; // ms of each round
  readonly gaps: readonly number[];
  readonly whole: readonly number[];
  readonly cold: number; // ms of the first call
  readonly memory: number; // MB that the process grew by at its most
  readonly found: string;
}

const POLICIES = fileURLToPath(new URL("../policies/", import.meta.url));
const MOST_GAPS = 1000; // of a table without any order, whose gaps are too many to list
const SEED = 1;

if (process.send) {
  const job = JSON.parse(process.argv[2] ?? "") as CheckJob;
  process.send(job.kind === "policies" ? policies(job.rounds) : job.kind === "large" ? large(job.rules, job.columns, job.rounds) : table(job.kind, job.rules, job.columns, job.rounds));
}

function table(kind: "tree" | "wild", rules: number, columns: number, rounds: number): CheckMeasured {
  const made = kind === "tree" ? treeTable(rules, columns, SEED) : wildTable(rules, columns, SEED);
  const ends = made.columns.map((c) => c.end);
  const before = process.memoryUsage().rss;
  let found = "";
  const [overlaps, gaps, whole]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now();
    const pairs = pairsThatMeet(
      made.boxes.map((box) => ({ holds: [box] })),
      ends,
    );
    const half = performance.now();
    const left = uncovered(
      ends,
      ends.map(() => null),
      made.boxes,
      { steps: 100_000_000 },
      kind === "wild" ? MOST_GAPS : Infinity,
    );
    const end = performance.now();
    overlaps.push(half - start);
    gaps.push(end - half);
    whole.push(end - start);
    found = `${pairs?.length.toLocaleString("en")} pairs, ${left.boxes.length.toLocaleString("en")} gaps${left.listed === "all" ? "" : ` (${left.listed})`}`;
  }
  return measured(overlaps, gaps, whole, before, found);
}

/** The first round is the cold one; times are of those after it. */
function measured(overlaps: readonly number[], gaps: readonly number[], whole: readonly number[], before: number, found: string): CheckMeasured {
  const memory = (process.resourceUsage().maxRSS * 1024 - before) / 2 ** 20;
  return { overlaps: overlaps.slice(1), gaps: gaps.slice(1), whole: whole.slice(1), cold: whole[0] ?? Number.NaN, memory, found };
}

function policies(rounds: number): CheckMeasured {
  const texts = readdirSync(POLICIES).map((name) => readFileSync(`${POLICIES}${name}/policy.yaml`, "utf8"));
  const before = process.memoryUsage().rss;
  const times: number[] = [];
  let findings = 0;
  for (let round = 0; round <= rounds + 10; round++) {
    const start = performance.now();
    findings = texts.reduce((sum, text) => sum + check(text).findings.length, 0);
    if (round === 0 || round > 10) times.push(performance.now() - start);
  }
  return measured([], [], times, before, `${texts.length} policies, ${findings} findings`);
}

function large(rules: number, columns: number, rounds: number): CheckMeasured {
  const text = policyOf(treeTable(rules, columns, SEED));
  const before = process.memoryUsage().rss;
  const times: number[] = [];
  let found = "";
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now();
    const { findings } = check(text);
    times.push(performance.now() - start);
    found = `${Math.round(text.length / 1024)} KB of YAML, ${findings.filter((f) => f.code === "E-OVERLAP").length} overlaps, ${findings.filter((f) => f.code === "E-GAP").length} table with gaps`;
  }
  return measured([], [], times, before, found);
}

/** The same table as the scope of a policy, at one moment. */
function policyOf({ columns, boxes }: GeneratedTable): string {
  const words = { en: "As agreed." };
  const lists = (end: number): boolean => end < 100;
  const test = (end: number, [from, to]: readonly number[]): unknown => (lists(end) ? Array.from({ length: to! - from! }, (_, i) => `v${from! + i}`) : { from, under: to });
  return stringify(
    {
      policy: "large",
      version: "1",
      effective: "2026-01-01",
      title: { en: "Support" },
      desk: { name: { en: "Large desk" }, prefix: "LA", languages: ["en"], zone: "Europe/Paris", address: "help@large.example" },
      facts: Object.fromEntries(columns.map(({ name, end }) => [name, lists(end) ? { values: Array.from({ length: end }, (_, i) => `v${i}`) } : { type: "count" }])),
      scope: boxes.map((box, i) => ({
        clause: `r${i}`,
        at: ["opened"],
        scope: ["in", "out", "examine"][i % 3],
        when: Object.fromEntries(box.flatMap((stretch, c) => (stretch ? [[columns[c]!.name, test(columns[c]!.end, stretch)]] : []))),
        words,
      })),
    },
    { aliasDuplicateObjects: false },
  );
}
