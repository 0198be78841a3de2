// Whether anything notices a mutant: a scenario that fails, or a finding that the sound policy has not.
import { checkSource } from "../../src/policy/check/check.ts";
import { compileSource, type Finding, runScenarios, type Source } from "../../src/policy/index.ts";
import { type Mutant, mutants } from "./mutate.ts";
import type { Shipped } from "./shipped.ts";

export interface Tried {
  readonly count: number;
  readonly byKind: Readonly<Record<string, number>>;
  readonly survivors: readonly Mutant[];
}

const unread = (data: unknown): Source => ({ data, locate: () => undefined, faults: [] });
const said = (findings: readonly Finding[]): Set<string> => new Set(findings.map((f) => `${f.key} ${f.severity} ${f.decided ?? ""}`));

/** Tries every mutant of a policy. */
export function tryMutants(shipped: Shipped, which: (m: Mutant) => boolean = () => true): Tried {
  const data = shipped.source.data as Record<string, unknown>;
  const sound = said(checkSource(unread(data)).findings);
  const byKind: Record<string, number> = {};
  const survivors: Mutant[] = [];
  let count = 0;
  for (const mutant of mutants(data)) {
    if (!which(mutant)) continue;
    count++;
    byKind[mutant.kind] = (byKind[mutant.kind] ?? 0) + 1;
    if (!scenarioNotices(shipped, mutant.data) && !findingNotices(sound, mutant.data)) survivors.push(mutant);
  }
  return { count, byKind, survivors };
}

function scenarioNotices(shipped: Shipped, data: unknown): boolean {
  const { policy } = compileSource(unread(data));
  if (!policy) return true;
  return shipped.scenarios.some(({ read }) => {
    for (const one of read.list) {
      try {
        if (runScenarios(policy, { list: [one], faults: [] }).results[0]!.failures.length) return true;
      } catch {
        return true; // a rule that cannot run at all
      }
    }
    return false;
  });
}

function findingNotices(sound: ReadonlySet<string>, data: unknown): boolean {
  const found = said(checkSource(unread(data)).findings);
  return found.size !== sound.size || [...found].some((f) => !sound.has(f));
}
