// Opens a desk, or gives an open one a new version of its policy. Nothing with an open error is ever activated.
import type { Database } from "../database/connect.ts";
import { check } from "../policy/check/check.ts";
import type { Finding, Policy } from "../policy/index.ts";
import { deskOfAddress } from "./mails/reads.ts";
import { keepDesk, deskPolicy, keepVersion } from "./policies/activate.ts";
import { Trouble } from "../database/trouble.ts";
import { Problem } from "./problem.ts";

export interface Activated {
  readonly version: number;
  readonly policy: Policy;
  readonly findings: readonly Finding[];
  readonly changed: boolean;
}

/** Activates the text under the desk's id (made where new). The same text again changes nothing. Throws policy-refused with each open error, Trouble where another desk has its mail address. */
export async function openDesk(database: Database, desk: string, text: string, by: string): Promise<Activated> {
  const { policy, findings } = check(text);
  const open = findings.filter((f) => f.severity === "error" && !f.decided);
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
    if (other !== null && other !== desk)
      throw new Trouble(`The desk ${other} has the address ${address} already.`, `Give this policy another one (desk: address), or give its text to that desk with --desk ${other}.`);
    await keepDesk(tx, desk, policy);
    const current = await deskPolicy(tx, desk);
    if (current?.text === text) return { version: current.version, policy, findings, changed: false };
    const version = await keepVersion(tx, desk, (current?.version ?? 0) + 1, policy, text, by);
    return { version, policy, findings, changed: true };
  });
}
