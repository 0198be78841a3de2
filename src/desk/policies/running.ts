// The policies of a desk, compiled once per process and version. Versions never change, so nothing here grows stale.
import type { Tx } from "../../database/tx.ts";
import { compile, type Policy } from "../../policy/index.ts";

export interface RunningPolicy { readonly version: number; readonly policy: Policy }

const compiled = new Map<string, RunningPolicy>();

/** The version in force at `at` (epoch ms): the newest that is effective and was activated by then. Throws where the desk has none. */
export async function policyInForce(tx: Tx, desk: string, at: number): Promise<RunningPolicy> {
  const [row] = await tx.query<{ version: number }>(
    "select version from policies where desk = troth_desk() and effective <= at_ms($1)::date order by version desc limit 1", [at],
  );
  if (!row) throw new Error(`the desk ${desk} has no policy in force`);
  return policyVersion(tx, desk, row.version);
}

/** One version, compiled. */
export async function policyVersion(tx: Tx, desk: string, version: number): Promise<RunningPolicy> {
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
