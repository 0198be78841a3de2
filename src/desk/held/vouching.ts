// Whether somebody was asked lately to vouch for their mails on a ticket, so that one conversation asks for one code.
import type { Tx } from "../../database/tx.ts";
import { MOST_WRONG } from "./writes.ts";

/** How the id of such an act ends. */
export const VOUCHED = ":vouched";

/** True while a code of theirs is good, answered or not. */
export async function isVouching(tx: Tx, { ticket, person, at }: { readonly ticket: string; readonly person: string; readonly at: number }): Promise<boolean> {
  const rows = await tx.query("select 1 from held_acts where desk = troth_desk() and ticket = $1 and event->>'id' like $2 and event->'by'->>'id' = $3 and ends_at > at_ms($4) and wrong < $5 limit 1", [
    ticket,
    `%${VOUCHED}`,
    person,
    at,
    MOST_WRONG,
  ]);
  return rows.length > 0;
}
