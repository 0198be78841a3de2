// Due timers as the worker sees them: taken for a while. The row itself goes in the transaction of the event that it becomes.
import type { TimersRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";

/** How long a worker holds a due timer, in ms; one that failed comes again after it. */
const LEASE = 60_000;

/** Takes at most `most` due timers of all desks, the longest due first. As the owner; several processes never get the same row. */
export function claimTimers(tx: Tx, now: number, most: number): Promise<TimersRow[]> {
  return tx.query<TimersRow>(
    `update timers t set claimed_until = at_ms($1 + $2::double precision)
     from (select desk, ticket, key from timers where at <= at_ms($1) and (claimed_until is null or claimed_until <= at_ms($1)) order by at limit $3 for update skip locked) c
     where t.desk = c.desk and t.ticket = c.ticket and t.key = c.key returning t.*`,
    [now, LEASE, most],
  );
}
