// Two promises under different names that one act meets, with different limits, to the same customer: only the shorter can be what is promised. SPEC 8.5.
import { finding } from "../finding.ts";
import type { Clause, Duration, Finding, Policy } from "../model.ts";
import { stopsOf } from "../reconcile.ts";
import { compareDurations, formatDuration } from "../time/duration.ts";
import { NONE, type Region, TooLarge } from "./diagram.ts";
import { type Outcome, type Run, STEPS } from "./run.ts";
import type { Space } from "./space.ts";
import { speakOf } from "./speak.ts";
import { worldOf } from "./world.ts";

/** The promises of one moment against each other. Findings by their key, so that each is said once over all moments. */
export function samePromises(policy: Policy, space: Space, runs: readonly Outcome[], found: Map<string, Finding>): void {
  const promises = runs.filter((r): r is Run => !("unproved" in r) && r.table.section === "promises");
  for (const [i, one] of promises.entries()) {
    for (const other of promises.slice(i + 1)) {
      for (const a of one.asked) {
        for (const b of other.asked) {
          const [x, y] = [a.rule.clause, b.rule.clause];
          if (!rival(x, y) || found.has(`${x.id} ${y.id}`)) continue;
          const both = together(policy, space, one, a, b);
          if (both !== null) found.set(`${x.id} ${y.id}`, twice(x, y, speakOf(policy, space, both)));
        }
      }
    }
  }
}

const limitOf = (c: Clause): Duration | undefined => c.outcome["must"] as Duration | undefined;

/** Owed from the same beginning for the same act, and not by the same time. */
function rival(x: Clause, y: Clause): boolean {
  const [a, b] = [limitOf(x), limitOf(y)];
  if (!a || !b || x.strength !== "must" || y.strength !== "must") return false;
  const same = (field: string): boolean => (x.outcome[field] ?? "") === (y.outcome[field] ?? "");
  const acts = (c: Clause): string => stopsOf(c.outcome).toSorted().join();
  return same("subject") && same("starts") && same("after") && acts(x) === acts(y) && (!same("calendar") || compareDurations(a, b) !== 0);
}

/** Where both answer; null where they never do, or the limit does not let it be known. */
function together(policy: Policy, space: Space, run: Run, a: Run["asked"][number], b: Run["asked"][number]): Region | null {
  const { diagram } = space;
  try {
    diagram.allow(STEPS);
    const both = diagram.and(diagram.minus(a.holds, a.taken), diagram.minus(b.holds, b.taken));
    const region = diagram.and(worldOf(policy, space, run.moment, diagram.support(both)), both);
    return region === NONE ? null : region;
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
