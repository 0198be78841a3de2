// Turns due timers into events. Exactly once: the timer's row goes in the transaction of the event that it becomes.
import type { TimersRow } from "../../database/rows.gen.ts";
import { change } from "../../desk/change.ts";
import type { House } from "../../desk/house.ts";
import { ringing } from "../../desk/overdue.ts";
import { claimTimers } from "../../desk/timers/claim.ts";
import { MOMENTS } from "../../policy/index.ts";
import { inTurn } from "./in-turn.ts";

const AT_ONCE = 20;

/** Takes some due timers down the road, those of one ticket one after the other; true if there may be more. */
export async function ringTimers(house: House, fault: (error: unknown) => void): Promise<boolean> {
  const rows = await house.database.asOwner((tx) => claimTimers(tx, house.now(), AT_ONCE));
  rows.sort((a, b) => a.at - b.at);
  await inTurn(
    rows,
    (row) => `${row.desk}/${row.ticket}`,
    (row) => ring(house, row),
    fault,
  );
  return rows.length > 0; // the next one of a ticket can be taken only now
}

async function ring(house: House, timer: TimersRow): Promise<void> {
  if (!MOMENTS.some((m) => m === timer.moment)) throw new Error(`a timer names no moment: ${timer.moment}`);
  await change(house, timer.desk, ringing(timer));
}
