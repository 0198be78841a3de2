// Where somebody who follows a ticket is led: to the one that stands for it.
import { standingTicket } from "../joins/reads.ts";
import { findTicket } from "./find-ticket.ts";
import type { Look } from "./reader-of.ts";

/** The number of the ticket that stands for this one; null where it stands itself. Throws not-found where the viewer may not see it. */
export async function joinedTicket(look: Look, number: string): Promise<{ readonly joinedInto: string | null }> {
  const { id } = await findTicket(look.tx, look.viewer, number);
  const standing = await standingTicket(look.tx, id);
  if (standing === id) return { joinedInto: null };
  const [row] = await look.tx.query<{ number: string }>("select number from tickets where desk = troth_desk() and id = $1", [standing]);
  return { joinedInto: row?.number ?? null };
}
