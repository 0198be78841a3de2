// Two versions of each shipped policy compared, how much of each its scenarios could try, and a rota held against what is promised.
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { comparePolicies } from "../src/policy/compare/compare-policies.ts";
import { coverRegions } from "../src/policy/cover/cover-regions.ts";
import { propose } from "../src/policy/cover/propose.ts";
import { compile, type Policy } from "../src/policy/index.ts";
import { checkStaffing } from "../src/policy/staffing/check-staffing.ts";
import { fourWeeks } from "../src/policy/staffing/on-duty.ts";
import { readStaff } from "../src/policy/staffing/staff-file.ts";
import { type Row, spread } from "./row.ts";

const NAMES = ["dms", "orthocab", "taxdome", "technical-support", "teladentistry"];
const STAFF = 'people: { ana: { rota: { mon-fri: ["09:00-17:00"] } }, bo: { rota: { sat-sun: ["10:00-22:00"] } } }';
const fileOf = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");

interface Pair {
  readonly old: Policy;
  readonly next: Policy;
}

export function compareRows(quick: boolean): Row[] {
  const rounds = quick ? 8 : 30;
  const pairs = NAMES.map((name): Pair => {
    const text = fileOf(`policies/${name}/policy.yaml`);
    const { edits } = parse(fileOf(`tests/policies/versions/${name}.yaml`)) as { edits: { old: string; new: string }[] };
    const [old, next] = [text, edits.reduce((sum, edit) => sum.replace(edit.old, () => edit.new), text)].map((each) => compile(each).policy);
    if (!old || !next) throw new Error(`${name} does not compile`);
    return { old, next };
  });
  let [regions, covered, proposals, holes] = [0, 0, 0, 0];
  const differ = timed(rounds, () => void (regions = sum(pairs, ({ old, next }) => comparePolicies(old, next).regions.length)));
  const cover = timed(rounds, () => void (covered = sum(pairs, ({ old }) => coverRegions(old).regions.length)));
  const proposing = timed(rounds, () => void (proposals = sum(pairs, ({ old }) => ((all) => propose(old, all, all.regions).proposals.length)(coverRegions(old)))));
  const span = fourWeeks(Date.UTC(2026, 3, 6));
  const staffed = timed(rounds, () => void (holes = sum(pairs, ({ old }) => ((read) => checkStaffing(read.policy, read.staff?.(span) ?? [], span).length)(readStaff(STAFF, old)))));
  return [
    { name: "two versions of each of the five policies compared", size: null, unit: "ms", ...differ, note: `${regions} regions` },
    { name: "regions of the five policies, for the coverage of scenarios", size: null, unit: "ms", ...cover, note: `${covered} regions` },
    { name: "scenarios proposed for all of them", size: null, unit: "ms", ...proposing, note: `${proposals} scenarios` },
    { name: "a rota of two people against the five policies, four weeks", size: null, unit: "ms", ...staffed, note: `${holes} findings` },
  ];
}

const sum = (pairs: readonly Pair[], of: (pair: Pair) => number): number => pairs.reduce((total, pair) => total + of(pair), 0);

function timed(rounds: number, what: () => void): { value: number; p99: number } {
  what();
  return spread(
    Array.from({ length: rounds }, () => {
      const from = performance.now();
      what();
      return performance.now() - from;
    }),
  );
}
