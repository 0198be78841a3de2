// Promises for which a change of the desk's hours leaves less time than there was.
import type { PromisesRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";

/** True for the event by which a ticket hears of new hours. */
export const isHours = (event: { readonly kind: string; readonly about?: string }): boolean => event.kind === "timer" && (event.about ?? "").startsWith("hours/");

/** Before the promises of a ticket are looked at anew. */
export const forgetsRisk = (ticket: string): readonly [sql: string, params: readonly unknown[]] => [
  "update promises set risk = null where desk = troth_desk() and ticket = $1 and risk is not null",
  [ticket],
];

/** By the new hours it would be due at `would`, epoch ms. */
export const risks = (id: string, at: number, would: number): readonly [sql: string, params: readonly unknown[]] => [
  "update promises set risk = $2::jsonb where desk = troth_desk() and id = $1",
  [id, JSON.stringify({ at, would })],
];

export type AtRisk = Pick<PromisesRow, "id" | "kind" | "clause" | "due"> & { readonly number: string; readonly subject: string; readonly assignee: string | null; readonly would: number };

/** Those that live, the next due first, at most `most`. */
export function promisesAtRisk(tx: Tx, most: number): Promise<AtRisk[]> {
  return tx.query<AtRisk>(
    `select p.id, p.kind, p.clause, p.due, (p.risk->>'would')::double precision as would, t.number, t.subject, s.name as assignee from promises p
     join tickets t on t.desk = p.desk and t.id = p.ticket left join staff s on s.desk = t.desk and s.id = t.assignee
     where p.desk = troth_desk() and p.risk is not null and p.state in ('running', 'paused') order by p.due limit $1`,
    [most],
  );
}
