// What was told to an endpoint, how each message fared, and telling one again by hand.
import { newId } from "../../database/new-id.ts";
import type { Tx } from "../../database/tx.ts";
import { Problem } from "../problem.ts";
import { hookBody, type OutboxHook } from "./hook-events.ts";

export interface DeliveryRow {
  readonly id: string;
  readonly type: OutboxHook["type"];
  readonly ticket: string | null;
  readonly state: "waiting" | "sent" | "failed";
  readonly made_at: number;
  readonly send_at: number;
  readonly done_at: number | null;
  readonly tries: number;
  readonly fault: string | null;
  readonly answer: string | null;
}
const MOST = 100;

/** The newest hundred. */
export const deliveriesOf = (tx: Tx, endpoint: string): Promise<DeliveryRow[]> =>
  tx.query<DeliveryRow>(
    `select o.id, o.payload->>'type' as type, t.number as ticket, case when o.done_at is not null then 'sent' when o.given_up_at is not null then 'failed' else 'waiting' end as state,
       o.made_at, o.send_at, o.done_at, o.tries, o.fault, o.answer
     from outbox o left join tickets t on t.desk = o.desk and t.id = o.ticket
     where o.desk = troth_desk() and o.kind = 'webhook' and o.payload->>'endpoint' = $1 order by o.made_at desc, o.id limit ${MOST}`,
    [endpoint],
  );

/** Lets it go again at once, under the same id: whoever has had it knows it. Throws not-found. */
export async function tellAgain(tx: Tx, endpoint: string, id: string, now: number): Promise<void> {
  const n = await tx.run(
    `update outbox set done_at = null, given_up_at = null, claimed_until = null, tries = 0, fault = null, answer = null, send_at = at_ms($3)
     where desk = troth_desk() and id = $2::uuid and kind = 'webhook' and payload->>'endpoint' = $1`,
    [endpoint, id, now],
  );
  if (n !== 1) throw new Problem("not-found", "Nothing of this id was told to this endpoint.");
}

/** A message that says nothing but that it came. */
export async function tellTest(tx: Tx, desk: string, endpoint: string, now: number): Promise<void> {
  const payload: OutboxHook = { endpoint, type: "test", body: hookBody("test", now, { desk }) };
  await tx.writeAll([{ table: "outbox", rows: [{ desk, id: newId(now), kind: "webhook", ticket: null, payload, made_at: now, send_at: now }] }]);
}
