// The promises made on a ticket, ended ones too.
import type { PromisesRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";

export function promisesOf(tx: Tx, ticket: string): Promise<PromisesRow[]> {
  return tx.query<PromisesRow>("select * from promises where desk = troth_desk() and ticket = $1 order by made_at, kind", [ticket]);
}
