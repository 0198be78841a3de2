// What staff are told by mail after an event on a ticket: that a promise comes due, and what the policy says to a role or to the expert.
import type { Tx, Write } from "../../database/tx.ts";
import type { Decision, Policy } from "../../policy/index.ts";
import type { Event } from "../event.ts";
import type { Case } from "../gather.ts";
import type { House } from "../house.ts";
import type { Escalated } from "./escalation.ts";
import { tellExpert } from "./tell-expert.ts";
import { tellRoles } from "./tell-roles.ts";
import type { Untold } from "./untold.ts";
import { warnStaff } from "./warn-staff.ts";

interface Around {
  readonly desk: string;
  readonly event: Event;
  readonly found: Case;
  readonly decision: Decision | null;
  readonly at: number; // epoch ms
  readonly number: string;
  readonly assignee: { readonly id: string } | null;
  readonly escalated: Escalated | null; // what this event carried a step up
}

/** What such a mail is written from. */
export interface AboutTicket extends Omit<Around, "event" | "found" | "decision"> {
  readonly policy: Policy;
  readonly decision: Decision;
  readonly subject: string;
  readonly customer: string;
  readonly by: string | null; // who did it
  readonly asked: readonly string[]; // clauses that waited for a person before it, or were decided by one
}

/** The outbox rows, and what the expert should have been told and was not; none where nothing was decided. */
export async function tellStaff(tx: Tx, house: House, { event, found, decision, ...around }: Around): Promise<{ readonly writes: readonly Write[]; readonly untold: readonly Untold[] }> {
  if (!decision) return { writes: [], untold: [] };
  const subject = found.ticket?.subject ?? (event.kind === "ask" ? event.subject : "");
  const about = { ...around, decision, policy: found.running.policy, subject, customer: found.customer?.person.name ?? "", by: event.by.id, asked: found.rulings.map((r) => r.clause) };
  const { writes, untold } = await tellExpert(tx, house, about);
  return { writes: [...(await warnStaff(tx, house, about)), ...(await tellRoles(tx, house, about)), ...writes], untold };
}
