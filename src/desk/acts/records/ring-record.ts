// Days on which something in a customer's record begins, ends or draws near: each comes once, whichever process sees it.
import type { Tx } from "../../../database/tx.ts";
import type { House } from "../../house.ts";
import { changeRecord } from "./set-standing.ts";

/** How long a worker holds one, in ms; one that failed comes again after it. */
const LEASE = 60_000;

export interface DueRecord {
  readonly desk: string;
  readonly organisation: string;
}

/** Takes at most `most` that are due, of all desks, the longest due first. As the owner; several never get the same. */
export function claimRecords(tx: Tx, now: number, most: number): Promise<DueRecord[]> {
  return tx.query<DueRecord>(
    `update record_timers t set claimed_until = at_ms($1 + $2::double precision), tries = t.tries + 1
     from (select desk, organisation from record_timers where at <= at_ms($1) and (claimed_until is null or claimed_until <= at_ms($1)) order by at limit $3 for update skip locked) c
     where t.desk = c.desk and t.organisation = c.organisation returning t.desk, t.organisation`,
    [now, LEASE, most],
  );
}

/** What stands by now is written, asked of the tickets and told; the next such day is noted in the same transaction. */
export async function ringRecord(house: House, { desk, organisation }: DueRecord): Promise<void> {
  await house.database.asDesk(
    desk,
    async (tx) => {
      const taken = await tx.run("delete from record_timers where desk = troth_desk() and organisation = $1 and at <= at_ms($2)", [organisation, house.now()]);
      if (taken === 1) await changeRecord(tx, house, desk, organisation, { id: "clock", name: "", door: "clock" }, (_tx, kept) => kept, { clock: true });
    },
    { retry: true },
  );
}
