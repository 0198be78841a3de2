// Due timers as the worker sees them: taken for a while. The row itself goes in the transaction of the event that it becomes.
import type { TimersRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";

/** How long a worker holds a due timer, in ms; one that failed comes again after it. */
const LEASE = 60_000;

/** After so many tries in vain a timer no longer holds up those that come after it. */
const IN_VAIN = 5;

/**
 * Takes at most `most` due timers of all desks, the longest due first. Of one ticket only the first that is due, so that
 * after an outage they ring in their order, whichever process takes them. As the owner; several never get the same row.
 */
export function claimTimers(tx: Tx, now: number, most: number): Promise<TimersRow[]> {
  return tx.query<TimersRow>(
    `update timers t set claimed_until = at_ms($1 + $2::double precision), tries = t.tries + 1
     from (select desk, ticket, key from timers d where at <= at_ms($1) and (claimed_until is null or claimed_until <= at_ms($1))
       and not exists (select 1 from timers e where e.desk = d.desk and e.ticket = d.ticket and (e.at, e.key) < (d.at, d.key) and e.tries < $4)
       order by at limit $3 for update skip locked) c
     where t.desk = c.desk and t.ticket = c.ticket and t.key = c.key returning t.*`,
    [now, LEASE, most, IN_VAIN],
  );
}
