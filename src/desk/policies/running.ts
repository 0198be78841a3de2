// The policies of a desk, compiled once per process and version, with the days on which the desk opens otherwise.
import type { Tx } from "../../database/tx.ts";
import { compile, type Policy } from "../../policy/index.ts";
import { withClosures } from "../../policy/time/with-closures.ts";
import { closuresAt } from "./closures.ts";

export interface RunningPolicy {
  readonly version: number;
  readonly policy: Policy;
}

const compiled = new Map<string, RunningPolicy>(); // versions never change, so these never grow stale
const dated = new Map<string, RunningPolicy>(); // nor do states of the hours
const MOST = 500; // of the latter

/** The newest version that has taken effect at `$1` (epoch ms) and was not withdrawn before. */
export const IN_FORCE = "select version from policies where desk = troth_desk() and takes_effect <= at_ms($1) and withdrawn_at is null order by version desc limit 1";

/** The version in force at `at` (epoch ms): the newest that is effective and was activated by then, with the hours as they are now. Throws where the desk has none. */
export async function policyInForce(tx: Tx, desk: string, at: number): Promise<RunningPolicy> {
  const [row] = await tx.query<{ version: number; hours: number }>(`select v.version, d.hours from (${IN_FORCE}) v, desks d where d.desk = troth_desk()`, [at]);
  return datedPolicy(tx, desk, row?.version ?? null, row?.hours ?? 0);
}

/** One version, its calendars with the closures that held at a state of the desk's hours (desks.hours). Throws where `version` is null: the desk has none. */
export async function datedPolicy(tx: Tx, desk: string, version: number | null, hours: number): Promise<RunningPolicy> {
  const key = `${desk}/${version}/${hours}`;
  const known = dated.get(key);
  if (known) return known;
  const base = await policyVersion(tx, desk, version);
  if (hours === 0) return base;
  const running = { version: base.version, policy: withClosures(base.policy, await closuresAt(tx, hours)) };
  if (dated.size >= MOST) dated.delete(dated.keys().next().value ?? key);
  dated.set(key, running);
  return running;
}

/** The calendars of one version at the states at which something was promised, by state. */
export async function calendarsOf(tx: Tx, desk: string, version: number, states: readonly number[]): Promise<ReadonlyMap<number, Policy["calendars"]>> {
  const found = new Map<number, Policy["calendars"]>();
  for (const state of new Set(states)) found.set(state, (await datedPolicy(tx, desk, version, state)).policy.calendars);
  return found;
}

/** One version as it is written, compiled. Throws where it is null: the desk has none. */
export async function policyVersion(tx: Tx, desk: string, version: number | null): Promise<RunningPolicy> {
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
