// How many codes go out: nobody's mailbox is filled with them, and none is found by asking for many.
import type { Tx } from "../../database/tx.ts";

const DAY = 86_400_000; // ms
/** So many codes a day for what mails ask on one ticket, and in the name of one person on all of them. */
export const MOST_ON_TICKET = 5;
export const MOST_OF_PERSON = 10;

/** Whether no more codes go out today for this ticket, or in this person's name. */
export async function isEnoughForADay(tx: Tx, { ticket, person, at }: { readonly ticket: string; readonly person: string | null; readonly at: number }): Promise<boolean> {
  const [row] = await tx.query<{ enough: boolean }>(
    `select count(*) filter (where ticket = $1) >= $4 or count(*) filter (where event->'by'->>'id' = $2) >= $5 as enough
     from held_acts where desk = troth_desk() and made_at > at_ms($3)`,
    [ticket, person, at - DAY, MOST_ON_TICKET, MOST_OF_PERSON],
  );
  return row?.enough === true;
}

/** Whether somebody was told within a day that nothing was done on a mail in their name, on this ticket. */
export async function wasToldDenied(tx: Tx, { ticket, at }: { readonly ticket: string; readonly at: number }): Promise<boolean> {
  const rows = await tx.query("select 1 from outbox where desk = troth_desk() and ticket = $1 and payload->'what'->>'mail' = 'denied' and made_at > at_ms($2) limit 1", [ticket, at - DAY]);
  return rows.length > 0;
}
