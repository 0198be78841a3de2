// The checker: what is wrong with a policy before it runs, proved and not sampled, with the author's decisions laid over it. SPEC 10, 12.
import { compileSource } from "../compile.ts";
import type { Finding, Policy } from "../model.ts";
import { read, type Source } from "../read.ts";
import { layDecisions } from "./lay-decisions.ts";
import { proveTables } from "./prove.ts";

export interface Checked {
  /** Null where the text has no shape to run by. */
  readonly policy: Policy | null;
  /** In the order of the text. A settled one has `decided`; only open errors keep a policy from being activated. */
  readonly findings: readonly Finding[];
  /** Clauses that are words only: statements that prove nothing. */
  readonly wordsOnly: number;
  readonly clauses: number;
}

/** Checks a policy's text. Never throws; time and memory are bounded. */
export function check(text: string): Checked {
  return checkSource(read(text));
}

/** The same from data already read. */
export function checkSource(source: Source): Checked {
  const full = compileSource(source);
  if (!full.policy) return { policy: null, findings: full.findings, wordsOnly: 0, clauses: 0 };
  const { policy } = full;
  const bare = policy.decisions.length ? compileSource(source, { keep: () => false }) : full;
  const findings = layDecisions(policy.decisions, findingsOf(bare), bare === full ? null : findingsOf(full));
  return {
    policy,
    findings: [...findings].sort((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0)),
    wordsOnly: policy.statements.filter((s) => s.outcome["never"] === undefined).length,
    clauses: policy.clauses.length,
  };
}

function findingsOf({ policy, findings }: ReturnType<typeof compileSource>): readonly Finding[] {
  return policy ? [...findings, ...proveTables(policy)] : findings;
}
