// Somebody is given roles of the policy, or loses them: what waits already for a holder of what they are given is told to them, by one mail.
import type { Tx } from "../../database/tx.ts";
import { roleName } from "../../words/role-name.ts";
import type { WaitingMail } from "../../words/mails/waiting.ts";
import { isSpoken } from "../../words/languages.ts";
import type { House } from "../house.ts";
import { policyInForce } from "../policies/running.ts";
import { staffMail } from "../hands/staff-mail.ts";
import { staffToTell } from "../staff/reads.ts";
import { keepHolds } from "../staff/writes.ts";
import { waitingFor } from "../views/waiting-for.ts";

/** Gives `staff` these roles and no others. No mail where nothing waits for what they are given. */
export async function giveRoles(
  tx: Tx,
  house: House,
  desk: string,
  { staff, holds, event, by }: { readonly staff: string; readonly holds: readonly string[]; readonly event: string; readonly by: { readonly kind: string; readonly id: string | null } },
): Promise<void> {
  const at = house.now();
  const given = await keepHolds(tx, staff, [...new Set(holds)], { event, by }, at);
  if (given.length === 0) return;
  const [to, waiting] = await Promise.all([staffToTell(tx, staff), waitingFor(tx, staff, given)]);
  if (!to || (waiting.cases.length === 0 && waiting.requests.length === 0)) return;
  const { policy } = await policyInForce(tx, desk, at);
  const base = `${house.publicUrl}/${desk}/console`;
  const lang = isSpoken(to.language) ? to.language : (policy.desk.languages[0] ?? "en");
  const input: Omit<WaitingMail, "desk" | "reader"> = {
    roles: given.map((role) => roleName(policy, role, lang)),
    cases: waiting.cases.map(({ id, decides, until }) => ({ decides, until, url: `${base}/conduct/${id}` })),
    requests: waiting.requests.map(({ number, subject, customer }) => ({ number, subject, customer, url: `${base}/tickets/${number}` })),
    more: waiting.more,
    url: base,
  };
  await tx.writeAll([staffMail(house, { desk, policy, at }, to, (about) => ({ mail: "waiting", input: { ...about, ...input } }))]);
}
