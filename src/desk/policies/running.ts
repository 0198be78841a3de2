// The policies of a desk, compiled once per process and version, with the days on which the desk opens otherwise.
import type { Tx } from "../../database/tx.ts";
import { compile, type Policy } from "../../policy/index.ts";
import { withClosures } from "../../policy/time/with-closures.ts";
import { closuresNow } from "./closures.ts";

export interface RunningPolicy { readonly version: number; readonly policy: Policy }

const compiled = new Map<string, RunningPolicy>(); // versions never change, so these never grow stale
const dated = new WeakMap<RunningPolicy, { readonly key: string; readonly running: RunningPolicy }>();

/** The newest version that is effective at `$1` (epoch ms). */
export const IN_FORCE = "select version from policies where desk = troth_desk() and effective <= at_ms($1)::date order by version desc limit 1";

/** The version in force at `at` (epoch ms): the newest that is effective and was activated by then. Throws where the desk has none. */
export async function policyInForce(tx: Tx, desk: string, at: number): Promise<RunningPolicy> {
  const [row] = await tx.query<{ version: number }>(IN_FORCE, [at]);
  return policyVersion(tx, desk, row?.version ?? null);
}

/** One version as it runs now: compiled, its calendars with the closures that stand. Throws where it is null: the desk has none. */
export async function policyVersion(tx: Tx, desk: string, version: number | null): Promise<RunningPolicy> {
  const [base, { closures, key }] = await Promise.all([textVersion(tx, desk, version), closuresNow(tx, desk)]);
  if (closures.length === 0) return base;
  const last = dated.get(base);
  if (last?.key === key) return last.running;
  const running = { version: base.version, policy: withClosures(base.policy, closures) };
  dated.set(base, { key, running });
  return running;
}

async function textVersion(tx: Tx, desk: string, version: number | null): Promise<RunningPolicy> {
  if (version === null) throw new Error(`the desk ${desk} has no policy in force`);
  const key = `${desk}/${version}`;
  const known = compiled.get(key);
  if (known) return known;
  const [row] = await tx.query<{ text: string }>("select text from policies where desk = troth_desk() and version = $1", [version]);
  const policy = row && compile(row.text).policy;
  if (!policy) throw new Error(`version ${version} of the policy of ${desk} does not compile`);
  const running = { version, policy };
  compiled.set(key, running);
  return running;
}
