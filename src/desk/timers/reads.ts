// A ticket's timers, by what they are about.
import type { TimersRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";

/** The timer for the limit of a promise ("ticket/first-answer"). */
export async function promiseTimer(tx: Tx, of: { readonly ticket: string; readonly about: string }): Promise<TimersRow | null> {
  const [row] = await tx.query<TimersRow>("select * from timers where desk = troth_desk() and ticket = $1 and about = $2 and moment = 'promise-ended'", [of.ticket, of.about]);
  return row ?? null;
}

/** Takes the timer's row with the event that it became; false where it was cancelled or moved meanwhile: then it is no event. `at` in epoch ms. */
export async function takeTimer(tx: Tx, { ticket, key }: { readonly ticket: string; readonly key: string }, at: number): Promise<boolean> {
  return (await tx.run("delete from timers where desk = troth_desk() and ticket = $1 and key = $2 and at <= at_ms($3)", [ticket, key, at])) === 1;
}
