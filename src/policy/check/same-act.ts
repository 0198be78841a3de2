// Two promises under different names that one act meets, with different limits, to the same customer: only the shorter can be what is promised. SPEC 8.5.
import { finding } from "../finding.ts";
import type { Clause, Duration, Finding, Policy } from "../model.ts";
import type { Rule } from "../program.ts";
import { stopsOf } from "../reconcile.ts";
import { compareDurations, formatDuration } from "../time/duration.ts";
import { NONE, type Region, TooLarge } from "./diagram.ts";
import { type Asked, type Outcome, STEPS } from "./run.ts";
import type { Space } from "./space.ts";
import { speakOf } from "./speak.ts";
import { worldOf } from "./world.ts";

/** The promises of one moment against each other. Findings by their key, so that each is said once over all moments; returned are the tables of which it is not known. */
export function samePromises(policy: Policy, space: Space, runs: readonly Outcome[], found: Map<string, Finding>): ReadonlySet<string> {
  const promises = runs.filter((r) => r.table.section === "promises");
  const unknown = new Set<string>();
  let pairs = 0;
  for (const [i, one] of promises.entries()) {
    for (const other of promises.slice(i + 1)) {
      for (const x of one.table.rules) {
        if (pairs > MOST_PAIRS) unknown.add(`promises/${other.table.key}`);
        if (pairs > MOST_PAIRS || !limitOf(x.clause)) continue;
        for (const y of other.table.rules) {
          pairs++;
          const key = `${x.clause.id} ${y.clause.id}`;
          if (found.has(key) || !rival(x.clause, y.clause)) continue;
          const both = together(policy, space, one, other, x, y);
          if (both === null) unknown.add(`promises/${other.table.key}`);
          else if (both !== NONE) found.set(key, twice(x.clause, y.clause, speakOf(policy, space, both)));
        }
      }
    }
  }
  return unknown;
}

/** Pairs of clauses looked at in one moment; beyond them it is not known. */
const MOST_PAIRS = 100_000;

const limitOf = (c: Clause): Duration | undefined => c.outcome["must"] as Duration | undefined;

/** Owed from the same beginning for the same act, and not by the same time. */
function rival(x: Clause, y: Clause): boolean {
  const [a, b] = [limitOf(x), limitOf(y)];
  if (!a || !b || x.strength !== "must" || y.strength !== "must") return false;
  const same = (field: string): boolean => (x.outcome[field] ?? "") === (y.outcome[field] ?? "");
  const acts = (c: Clause): string => stopsOf(c.outcome).toSorted().join();
  return same("subject") && same("starts") && same("after") && acts(x) === acts(y) && (!same("calendar") || compareDurations(a, b) !== 0);
}

/** Where both answer; null where the limit does not let it be known. */
function together(policy: Policy, space: Space, one: Outcome, other: Outcome, x: Rule, y: Rule): Region | null {
  const { diagram } = space;
  const askedOf = (run: Outcome, rule: Rule): Asked | undefined => ("unproved" in run ? undefined : run.asked.find((a) => a.rule === rule));
  const [a, b] = [askedOf(one, x), askedOf(other, y)];
  if (!a || !b) return null;
  try {
    diagram.allow(STEPS);
    const both = diagram.and(diagram.minus(a.holds, a.taken), diagram.minus(b.holds, b.taken));
    return diagram.and(worldOf(policy, space, one.moment, diagram.support(both)), both);
  } catch (error) {
    if (error instanceof TooLarge) return null;
    throw error;
  }
}

function twice(x: Clause, y: Clause, customer: string): Finding {
  const say = (c: Clause): string => `${c.id} promises a ${String(c.outcome["promise"])} within ${formatDuration(limitOf(c)!)}`;
  return finding({
    code: "E-CONTRADICTION",
    at: y.id,
    clauses: [y.id, x.id],
    rests: `${formatDuration(limitOf(x)!)} ${formatDuration(limitOf(y)!)}`,
    place: y.place,
    message: `${say(x)} and ${say(y)}, from the same beginning, and the same act meets both; ${customer} is told two times.`,
    mend: "Leave one of them, or say by `stops` or `starts` in what they differ.",
  });
}
