// The promises made on a ticket, ended ones too; and those of which something else was told than the clock says.
import type { PromisesRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";

export function promisesOf(tx: Tx, ticket: string): Promise<PromisesRow[]> {
  return tx.query<PromisesRow>("select * from promises where desk = troth_desk() and ticket = $1 order by made_at, kind", [ticket]);
}

export interface Drifted extends PromisesRow {
  readonly number: string;
  readonly ticket_subject: string;
}

/** Promises whose time changed after another had been told and nothing said so since, the newest first, at most `most`. */
export function driftedPromises(tx: Tx, most: number): Promise<Drifted[]> {
  return tx.query<Drifted>(
    `select p.*, t.number, t.subject as ticket_subject from promises p join tickets t on t.desk = p.desk and t.id = p.ticket
     where p.desk = troth_desk() and p.drift is not null order by (p.drift->>'at')::double precision desc limit $1`,
    [most],
  );
}
