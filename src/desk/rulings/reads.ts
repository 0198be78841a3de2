// What a policy left to a named human on a ticket, decided or not.
import type { RulingsRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";

export function rulingsOf(tx: Tx, ticket: string): Promise<RulingsRow[]> {
  return tx.query<RulingsRow>("select * from rulings where desk = troth_desk() and ticket = $1 order by asked_at, clause", [ticket]);
}
