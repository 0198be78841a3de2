// The promises made on a ticket, ended ones too; and those of which something else was told than the clock says.
import type { PromisesRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";

export function promisesOf(tx: Tx, ticket: string): Promise<PromisesRow[]> {
  return tx.query<PromisesRow>("select * from promises where desk = troth_desk() and ticket = $1 order by made_at, kind", [ticket]);
}

/** Promises whose time changed after a mail had told another and no mail said so since, the newest first, at most `most`. */
export function driftedPromises(tx: Tx, most: number): Promise<PromisesRow[]> {
  return tx.query<PromisesRow>("select * from promises where desk = troth_desk() and drift is not null order by (drift->>'at')::bigint desc limit $1", [most]);
}
