// One decision table by itself: every gap, every pair of rules that meet, every rule that never answers. Exact, by the geometry of arXiv 1603.07466.
import { covered, meet, meets, type Uncovered, uncovered } from "./boxes.ts";
import type { Box, Budget } from "./box.ts";

/** A column of whole numbers 0 … end − 1; a list of values stands for their numbers. */
export interface Column {
  readonly name: string;
  readonly end: number;
}

/** A rule holds in each of its boxes; a box has one entry for each column. */
export interface TableRule {
  readonly holds: readonly Box[];
  /** Where it answers, if that is not wherever it holds: a clause that a person must grant first. */
  readonly answers?: readonly Box[];
}

export interface TableOptions {
  /** Situations that there cannot be: no gap lies there, no rules meet there, nothing is reached there. */
  readonly never?: readonly Box[];
  /** Situations that need no answer, though rules may speak to them. */
  readonly free?: readonly Box[];
  /** `first`: the first rule that holds answers, so that what an earlier one has answered is no meeting. `unique`: any two that hold together meet. */
  readonly hit?: "first" | "unique";
  /** Pairs that may meet without being listed: they answer the same, or one is meant to win. */
  readonly ignore?: (one: number, other: number) => boolean;
  /** Gaps, and pairs that meet, listed at most. */
  readonly mostGaps?: number;
  readonly mostMeetings?: number;
  /** Steps at most; beyond them the answer is "unproved". A step looks at one box once. */
  readonly steps?: number;
  /** False where some situations need no answer. */
  readonly answersAll?: boolean;
}

/** Two rules that hold together where neither lies inside the other; `at` is such a place. */
export interface Meeting {
  readonly one: number;
  readonly other: number; // comes later
  readonly at: Box;
}

export interface TableProof {
  readonly gaps: Uncovered;
  readonly meetings: readonly Meeting[];
  readonly meetingsCut: boolean; // there may be more pairs than are listed
  readonly unreachable: readonly { readonly rule: number; readonly covering: readonly number[] }[];
  /** False where the steps ran out: what is listed is true all the same, what is not listed is not known. */
  readonly proved: boolean;
}

const MOST_STEPS = 20_000_000;
/** Pairs that fit into memory; a table in which more meet is not proved. */
const MOST_PAIRS = 3_000_000;

/** Proves a table. Rules are named by their index. Never throws; time and memory are bounded by `steps` and `mostGaps`. */
export function checkTable(columns: readonly Column[], rules: readonly TableRule[], options: TableOptions = {}): TableProof {
  const ends = columns.map((c) => c.end);
  const budget: Budget = { steps: options.steps ?? MOST_STEPS };
  const never = options.never ?? [];
  const first = options.hit !== "unique";
  const answers = rules.map((r) => r.answers ?? r.holds);
  const everything: Box = ends.map(() => null);
  const gaps: Uncovered = options.answersAll === false ? { boxes: [], listed: "all" } : uncovered(ends, everything, [...never, ...(options.free ?? []), ...answers.flat()], budget, options.mostGaps);
  let proved = gaps.listed !== "unproved";
  /** Null (not known) counts as "no" for what is listed, and takes the proof away. */
  const surely = (known: boolean | null): boolean => {
    if (known === null) proved = false;
    return known ?? false;
  };
  const inside = (boxes: readonly Box[], others: readonly Box[]): boolean => boxes.every((box) => surely(covered(ends, box, [...never, ...others], budget)));
  const pairs = pairsThatMeet(rules, ends, budget);
  const earlier: number[][] = rules.map(() => []); // of each rule the earlier ones that it meets: no others can take anything from it
  for (const [one, other] of pairs ?? []) earlier[other]!.push(one);
  const taken: (readonly Box[] | undefined)[] = [];
  const before = (rule: number): readonly Box[] => (taken[rule] ??= first ? earlier[rule]!.flatMap((e) => answers[e]!) : []);

  const meetings: Meeting[] = [];
  let meetingsCut = false;
  for (const [one, other] of pairs ?? []) {
    if (options.ignore?.(one, other)) continue;
    if (meetings.length >= (options.mostMeetings ?? Infinity)) {
      meetingsCut = true;
      break;
    }
    const at = somewhere(ends, rules[one]!.holds, rules[other]!.holds, [...never, ...before(one)], budget);
    if (at === undefined) proved = false;
    if (!at || inside(rules[one]!.holds, rules[other]!.holds) || inside(rules[other]!.holds, rules[one]!.holds)) continue;
    meetings.push({ one, other, at });
  }
  const unreachable = !first || pairs === null ? [] : rules.flatMap((rule, i) => (inside(rule.holds, before(i)) ? [{ rule: i, covering: coveringOf(i) }] : []));
  return { gaps, meetings, meetingsCut, unreachable, proved: proved && pairs !== null };

  /** Those that answer where the rule would, in their order, until together they cover it. */
  function coveringOf(rule: number): number[] {
    const { holds } = rules[rule]!;
    const covering: number[] = [];
    for (const e of earlier[rule]!) {
      if (!somewhere(ends, holds, answers[e]!, [...never, ...covering.flatMap((c) => answers[c]!)], budget)) continue;
      covering.push(e);
      if (
        inside(
          holds,
          covering.flatMap((c) => answers[c]!),
        )
      )
        break;
    }
    return covering;
  }
}

/** A place in both that nothing of `others` covers; null where there is none, undefined where that is not known. */
function somewhere(ends: readonly number[], one: readonly Box[], other: readonly Box[], others: readonly Box[], budget: Budget): Box | null | undefined {
  let unknown = false;
  for (const a of one) {
    for (const b of other) {
      const both = meet(a, b);
      if (!both) continue;
      const { boxes, listed } = uncovered(ends, both, others, budget, 1);
      if (boxes[0]) return boxes[0];
      if (listed === "unproved") unknown = true;
    }
  }
  return unknown ? undefined : null;
}

/** Pairs of rules of which some boxes meet, each once, the earlier rule first. A sweep along the column that tells most apart. Null where the steps ran out or too many meet. */
export function pairsThatMeet(rules: readonly TableRule[], ends: readonly number[], budget: Budget = { steps: Infinity }): readonly (readonly [one: number, other: number])[] | null {
  const all = rules.flatMap(({ holds }, rule) => holds.map((box) => ({ box, rule })));
  const sweep = ends.reduce((best, _, c) => (edgesIn(all, c) > edgesIn(all, best) ? c : best), 0);
  const beginOf = (box: Box): number => box[sweep]?.[0] ?? 0;
  const endOf = (box: Box): number => box[sweep]?.at(-1) ?? Infinity;
  const order = all.toSorted((a, b) => beginOf(a.box) - beginOf(b.box));
  const found = new Set<number>();
  let open: typeof all = [];
  for (const next of order) {
    const begin = beginOf(next.box);
    open = open.filter(({ box }) => endOf(box) > begin);
    budget.steps -= open.length;
    if (budget.steps < 0 || found.size > MOST_PAIRS) return null;
    for (const { box, rule } of open) {
      if (rule === next.rule || !meets(box, next.box)) continue;
      found.add(Math.min(rule, next.rule) * rules.length + Math.max(rule, next.rule));
    }
    open.push(next);
  }
  return [...found].sort((a, b) => a - b).map((pair) => [Math.floor(pair / rules.length), pair % rules.length] as const);
}

function edgesIn(all: readonly { readonly box: Box }[], column: number): number {
  return new Set(all.flatMap(({ box }) => box[column] ?? [])).size;
}
