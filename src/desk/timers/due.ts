// Timers that came due on one desk, for a clock that is stepped.
import type { TimersRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";

/** At most `most` timers due by `at` (epoch ms), the longest due first. */
export function dueTimers(tx: Tx, at: number, most: number): Promise<TimersRow[]> {
  return tx.query<TimersRow>("select * from timers where desk = troth_desk() and at <= at_ms($1) order by at, key limit $2", [at, most]);
}
