// Turns the days that count in customers' records into what follows from them. Exactly once: the row goes in the same transaction.
import type { House } from "../../desk/house.ts";
import { claimRecords, ringRecord } from "../../desk/acts/records/ring-record.ts";
import { inTurn } from "./in-turn.ts";

const AT_ONCE = 20;

/** Takes some records whose day has come; true if there may be more. */
export async function ringRecords(house: House, fault: (error: unknown) => void): Promise<boolean> {
  const due = await house.database.asOwner((tx) => claimRecords(tx, house.now(), AT_ONCE));
  await inTurn(
    due,
    (row) => `${row.desk}/${row.organisation}`,
    (row) => ringRecord(house, row),
    fault,
  );
  return due.length === AT_ONCE;
}
