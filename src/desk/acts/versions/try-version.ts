// A text as the desk's next version, before anybody activates it: what is found in it, what stands against it, what it would change.
import type { Database } from "../../../database/connect.ts";
import { check, type Checked } from "../../../policy/check/check.ts";
import { comparePolicies, type Comparison } from "../../../policy/compare/compare-policies.ts";
import { takesEffect } from "../../../policy/index.ts";
import { deskOfAddress } from "../../mails/reads.ts";
import { keptVersions } from "../../policies/activate.ts";
import { type Fault, Problem } from "../../problem.ts";
import { announcing, compiled, inForce } from "./announce-version.ts";
import { addressTaken } from "./open-desk.ts";

export interface Tried {
  readonly checked: Checked;
  /** The version whose text it is, not withdrawn since; null where none has it. */
  readonly runs: number | null;
  /** The version in force, and what is different from it; null where the desk has none, or the text no shape. */
  readonly comparison: { readonly before: number; readonly next: number; readonly found: Comparison } | null;
  /** Epoch ms, and whether customers are told ahead; null where the text has no shape. */
  readonly takesEffect: number | null;
  readonly ahead: boolean;
  /** Beside its findings: another desk's address, a notice that comes too late (`effective`, which a reason overrules), other words under the old version of a document. */
  readonly against: readonly Fault[];
}

/** Nothing is kept. `now` is epoch ms. */
export async function tryVersion(database: Database, desk: string, text: string, now: number): Promise<Tried> {
  const checked = check(text);
  const { policy } = checked;
  return database.asOwner(
    async (tx) => {
      const kept = await keptVersions(tx, desk);
      const newest = kept.find((v) => v.withdrawn_at === null);
      const runs = newest?.text === text ? newest.version : null;
      if (!policy) return { checked, runs, comparison: null, takesEffect: null, ahead: false, against: [] };
      const holds = inForce(kept, now);
      const other = await deskOfAddress(tx, policy.desk.address.toLowerCase());
      const { ahead, faults } = announced(() => announcing(desk, kept, policy, { now, by: "", late: null }));
      return {
        checked,
        runs,
        comparison: holds ? { before: holds.version, next: (kept[0]?.version ?? 0) + 1, found: comparePolicies(compiled(desk, holds), policy) } : null,
        takesEffect: takesEffect(policy),
        ahead: ahead ?? takesEffect(policy) > now,
        against: runs === null ? [...(other !== null && other !== desk ? [addressTaken(policy.desk.address)] : []), ...faults] : [],
      };
    },
    { rollback: true },
  );
}

/** What stands against it is what activating it would throw. */
function announced(plan: () => { readonly ahead: boolean }): { readonly ahead: boolean | null; readonly faults: readonly Fault[] } {
  try {
    return { ahead: plan().ahead, faults: [] };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { ahead: null, faults: error.faults };
  }
}
