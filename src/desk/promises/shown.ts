// What a page showed a customer of a promise's time: told, as a mail tells.
import type { Tx } from "../../database/tx.ts";

/** Stands in `told.by` where another entry has the id of its mail. */
export const PAGE = "page";

/** A time as a page showed it, epoch ms. */
export interface Shown {
  readonly id: string;
  readonly due: number;
}

const NEW = "p.desk = troth_desk() and p.id = s.id and p.state = 'running' and (p.told->-1->>'due')::double precision is distinct from s.due";
const params = (shown: readonly Shown[]): [string[], number[]] => [shown.map((s) => s.id), shown.map((s) => s.due)];

/** Those of the times shown that were not told before. */
export async function newlyShown(tx: Tx, shown: readonly Shown[]): Promise<Shown[]> {
  return shown.length ? tx.query<Shown>(`select s.id, s.due from promises p, unnest($1::uuid[], $2::double precision[]) s (id, due) where ${NEW}`, params(shown)) : [];
}

/** Keeps them as told at `at` (epoch ms). Where the clock moved between reading and here, that is a drift already. */
export async function keepShown(tx: Tx, shown: readonly Shown[], at: number): Promise<void> {
  await tx.run(
    `update promises p set told = p.told || jsonb_build_array(jsonb_build_object('at', $3::double precision, 'due', s.due, 'by', '${PAGE}')),
       drift = case when p.due = at_ms(s.due) then null else jsonb_build_object('at', $3::double precision, 'told', s.due, 'due', extract(epoch from p.due) * 1000) end
     from unnest($1::uuid[], $2::double precision[]) s (id, due) where ${NEW}`,
    [...params(shown), at],
  );
}
