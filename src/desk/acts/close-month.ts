// Closes a month that is over: its statements are made, and other systems are told of each.
import type { Tx } from "../../database/tx.ts";
import { makeStatements, type MonthOver } from "../charges/statements.ts";
import { toldToEndpoints } from "../endpoints/hook-events.ts";

/** The numbers of the statements that were made. */
export async function closeMonth(tx: Tx, over: MonthOver): Promise<number[]> {
  const made = await makeStatements(tx, over);
  await Promise.all(made.map((each) => tx.run(...toldToEndpoints("statement.made", null, over.at, over.at, each))));
  return made.map((each) => each.number);
}
