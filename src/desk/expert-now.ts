// Who has the ticket once an event has happened.
import type { Tx } from "../database/tx.ts";
import type { Case } from "./gather.ts";
import type { Plan } from "./plan.ts";
import { type Expert, expertById } from "./staff/reads.ts";

/** As the plan says, else as it was; null: nobody. */
export async function expertNow(tx: Tx, plan: Plan, found: Case): Promise<Expert | null> {
  const id = plan.ticket.assignee === undefined ? (found.ticket?.assignee ?? null) : plan.ticket.assignee;
  if (id === null) return null;
  if (id === found.candidate?.id) return found.candidate;
  if (id === found.assignee?.id) return found.assignee;
  return expertById(tx, id);
}
