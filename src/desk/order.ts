// How an event is taken: after what the clock owes before it, for the ticket that stands, alone or together with others, or only to see what would be.
import type { TimersRow } from "../database/rows.gen.ts";
import type { Tx } from "../database/tx.ts";
import { BeginsAnew } from "./begins-anew.ts";
import { HEED_HOURS } from "./events/writes.ts";
import type { House } from "./house.ts";
import { JoinedInto } from "./joined-into.ts";
import { Overdue } from "./overdue.ts";
import { QUICK_COMMIT } from "./mails/quick-commit.ts";
import { promiseTimer } from "./timers/reads.ts";

export interface Order {
  readonly preview?: boolean;
  readonly heedClock?: boolean;
  /** Events of the clock that went before it meanwhile: of them the actor could not know. */
  readonly rung?: number;
  /** Tickets that were joined into others, each with the one that stands for it. */
  readonly standing?: ReadonlyMap<string, string>;
  /** Closed tickets on which nothing is opened again: what is written there begins a ticket of its own. */
  readonly begun?: ReadonlyMap<string, BeginsAnew>;
  /** The transaction began with `HEED_HOURS`: a request's event is written with all else. */
  readonly heeded?: boolean;
}

export interface How {
  /** All is rolled back. */
  readonly preview?: boolean;
  /** It opens a ticket, and may stand in one transaction with others that come at the same time. */
  readonly together?: boolean;
  /** Whose request it is, by their id or address: theirs are taken one behind the other, so that what counts them counts each. */
  readonly turn?: string;
  /** Nobody waits for its commit: what it came from is kept, and is taken again where it is lost. */
  readonly quick?: boolean;
}

/**
 * `work` takes an event in its transaction. Where a promise should have ended before, that event of the clock goes first (`ring`) and `work`
 * runs anew; where the ticket was joined into another, `work` runs anew for the one that stands, and where it is closed for good, as a request of its own.
 */
export async function ordered<T>(
  house: House,
  desk: string,
  work: (tx: Tx, order: Order) => Promise<T>,
  { preview = false, together = false, turn, quick = false }: How,
  ring: (timer: TimersRow) => Promise<unknown>,
): Promise<T> {
  const how = preview ? { retry: true, rollback: true } : { retry: true, ...(together && { together: HEED_HOURS + (quick ? QUICK_COMMIT : ""), ...(turn !== undefined && { turn }) }) };
  const standing = new Map<string, string>();
  const begun = new Map<string, BeginsAnew>();
  const once = (order: Order): Promise<T> => house.database.asDesk(desk, (tx) => work(tx, { ...order, standing, begun }), how);
  for (let rung = 0; ; ) {
    try {
      return await once(preview ? { preview } : { heedClock: true, rung, heeded: together });
    } catch (error) {
      if (error instanceof JoinedInto && !standing.has(error.ticket)) standing.set(error.ticket, error.standing);
      else if (error instanceof BeginsAnew && !begun.has(error.ticket)) begun.set(error.ticket, error);
      else if (error instanceof Overdue) {
        const timer = await house.database.asDesk(desk, (tx) => promiseTimer(tx, error));
        if (!timer) return once({ rung, heeded: together });
        await ring(timer);
        rung++;
      } else throw error;
    }
  }
}
