// A ticket's timers, by what they are about.
import type { TimersRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";

/** The timer for the limit of a promise ("ticket/first-answer"). */
export async function promiseTimer(tx: Tx, of: { readonly ticket: string; readonly about: string }): Promise<TimersRow | null> {
  const [row] = await tx.query<TimersRow>("select * from timers where desk = troth_desk() and ticket = $1 and about = $2 and moment = 'promise-ended'", [of.ticket, of.about]);
  return row ?? null;
}
