// An expert who leaves has their tickets moved: each by an event of its own, to whom the policy's way of assigning leads.
import type { Tx } from "../../database/tx.ts";
import type { Event } from "../event.ts";
import type { Case } from "../gather.ts";
import type { TicketChange } from "../plan.ts";

const ABOUT = "hand-over";

/** True for the event that moves a ticket of somebody who left. */
export const handsOver = (event: Event): boolean => event.kind === "timer" && event.about === ABOUT;

/** Where the policy names an expert, to the next who can take it; where it does not, or where there is none, back to the queue. */
export function handedOver({ ticket, candidate }: Case): TicketChange {
  const named = (ticket?.results as Record<string, unknown> | undefined)?.["queue.route"] === "named-expert";
  return { assignee: named ? (candidate?.id ?? null) : null };
}

/** Sets a timer on each ticket that is not closed and that this member of staff has: how many. */
export function handOverAll(tx: Tx, staff: string, at: number): Promise<number> {
  return tx.run(
    `insert into timers (desk, ticket, key, at, moment, about) select t.desk, t.id, $3 || '/' || $1, at_ms($2), 'timer', $3 from tickets t where t.desk = troth_desk() and t.assignee = $1::uuid and t.status <> 'closed'
     on conflict (desk, ticket, key) do update set at = excluded.at, claimed_until = null, tries = 0`,
    [staff, at, ABOUT],
  );
}
