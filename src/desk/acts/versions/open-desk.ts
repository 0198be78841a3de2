// Opens a desk, or gives an open one a new version of its policy. Nothing with an open error is ever activated, nothing too late for what was promised of it.
import type { Database } from "../../../database/connect.ts";
import type { Tx } from "../../../database/tx.ts";
import { check } from "../../../policy/check/check.ts";
import { type Finding, type Policy, takesEffect } from "../../../policy/index.ts";
import { deskOfAddress } from "../../mails/reads.ts";
import { announcing, type Announcing } from "./announce-version.ts";
import { keepDesk, keepVersion, keptVersions } from "../../policies/activate.ts";
import { type Fault, Problem } from "../../problem.ts";

export interface Activated {
  readonly version: number;
  readonly policy: Policy;
  readonly findings: readonly Finding[];
  readonly changed: boolean;
  /** When it takes effect, epoch ms, and whether it is told ahead. */
  readonly takesEffect: number;
  readonly announced: boolean;
}

export interface Activating {
  /** Epoch ms; the database's clock if not given. */
  readonly now?: number;
  /** Why it is activated though it is too late for the notice that was promised. */
  readonly late?: string;
}

/**
 * Activates the text under the desk's id (made where new). The same text again changes nothing. One that takes effect later is announced from now on.
 * Throws policy-refused with each open error, where it comes too late for the notice that the policy in force promises, and where another desk has its mail address.
 */
export async function openDesk(database: Database, desk: string, text: string, by: string, how: Activating = {}): Promise<Activated> {
  const { policy, findings } = check(text);
  const open = openErrors(findings);
  if (!policy || open.length) {
    throw new Problem(
      "policy-refused",
      `The policy of ${desk} has ${open.length} open error${open.length === 1 ? "" : "s"}.`,
      open.map((f) => ({ at: f.place ? `${f.place.line}:${f.place.column}` : f.at, message: `${f.message} [${f.key}]` })),
    );
  }
  return database.asOwner(async (tx) => {
    const { address } = policy.desk;
    const other = await deskOfAddress(tx, address.toLowerCase());
    if (other !== null && other !== desk) throw new Problem("policy-refused", `The policy of ${desk} cannot be activated like this.`, [addressTaken(address)]);
    const kept = await keptVersions(tx, desk);
    const now = how.now ?? (await clock(tx));
    const starts = takesEffect(policy);
    const current = kept.find((v) => v.withdrawn_at === null);
    if (current?.text === text) {
      if (starts <= now) await keepDesk(tx, desk, policy);
      return { version: current.version, policy, findings, changed: false, takesEffect: starts, announced: false };
    }
    const plan: Announcing = announcing(desk, kept, policy, { now, by, late: how.late ?? null });
    if (kept.length === 0 || starts <= now) await keepDesk(tx, desk, policy);
    const version = await keepVersion(tx, desk, (kept[0]?.version ?? 0) + 1, policy, text, by, now);
    await plan.carryOut(tx, version);
    return { version, policy, findings, changed: true, takesEffect: starts, announced: plan.ahead };
  });
}

/** Which desk that is, is not said: not everybody who activates here may know of it. */
export const addressTaken = (address: string): Fault => ({ at: "desk/address", message: `Another desk has the address ${address} already: give this policy another one (desk: address).` });

/** What keeps a policy from being activated. */
export const openErrors = (findings: readonly Finding[]): Finding[] => findings.filter((f) => f.severity === "error" && !f.decided);

async function clock(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ now: number }>("select (extract(epoch from now()) * 1000)::double precision as now");
  if (!row) throw new Error("the database has a clock");
  return row.now;
}
