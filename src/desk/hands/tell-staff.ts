// What staff are told by mail after an event on a ticket: that a promise comes due, and what the policy says to a role or to the expert.
import type { Tx, Write } from "../../database/tx.ts";
import type { Decision } from "../../policy/index.ts";
import type { Event } from "../event.ts";
import type { Case } from "../gather.ts";
import type { House } from "../house.ts";
import type { AboutTicket } from "./about-ticket.ts";
import { tellExpert } from "./tell-expert.ts";
import { tellRoles } from "./tell-roles.ts";
import type { Untold } from "./untold.ts";
import { warnStaff } from "./warn-staff.ts";

interface Around extends Pick<AboutTicket, "desk" | "at" | "number" | "assignee" | "escalated"> {
  readonly event: Event;
  readonly found: Case;
  readonly decision: Decision | null;
}

/** The outbox rows, and what the expert should have been told and was not; none where nothing was decided. */
export async function tellStaff(tx: Tx, house: House, { event, found, decision, ...around }: Around): Promise<{ readonly writes: readonly Write[]; readonly untold: readonly Untold[] }> {
  if (!decision) return { writes: [], untold: [] };
  const subject = found.ticket?.subject ?? (event.kind === "ask" ? event.subject : "");
  const about: AboutTicket = { ...around, decision, policy: found.running.policy, subject, customer: found.customer?.person.name ?? "", by: event.by.id, asked: found.rulings.map((r) => r.clause) };
  const { writes, untold } = await tellExpert(tx, house, about);
  return { writes: [...(await warnStaff(tx, house, about)), ...(await tellRoles(tx, house, about)), ...writes], untold };
}
