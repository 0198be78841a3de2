// Events are kept once: the second of the same id finds the first.
import { cleanJson } from "../../database/clean-text.ts";
import type { Tx, Write } from "../../database/tx.ts";

/** What a transaction begins with whose events are written last: the hours stay as they are until it has ended, for all that is read from here on. */
export const HEED_HOURS = "SELECT heed_hours();";

export interface NewEvent {
  readonly desk: string;
  readonly id: string;
  readonly kind: string;
  readonly ticket: string;
  readonly by: { readonly kind: string; readonly id: string | null };
  readonly at: number;
  readonly detail: object;
}

/**
 * True if the event is new; a concurrent one of the same id is waited for. Whoever changes the desk's hours waits for it and it for them
 * (`heed_hours`), so what is gathered after it and the tickets that hear of new hours belong together.
 */
export async function keepEvent(tx: Tx, e: NewEvent): Promise<boolean> {
  const n = await tx.run(
    `insert into events (desk, id, kind, ticket, by_kind, by_id, at, detail) select $1::text, $2::text, $3::text, $4::uuid, $5::text, $6::text, at_ms($7), $8::jsonb from heed_hours()
     on conflict (desk, id) do nothing`,
    [e.desk, e.id, e.kind, e.ticket, e.by.kind, e.by.id, e.at, cleanJson(e.detail)],
  );
  return n === 1;
}

/** The same where it is written with all else: a second of the same id fails the whole, which is then tried again alone and finds the first. */
export const eventRow = ({ by, ...e }: NewEvent): Write => ({ table: "events", rows: [{ ...e, by_kind: by.kind, by_id: by.id }] });

/** The ticket that the first event of this id concerned. */
export async function ticketOfEvent(tx: Tx, id: string): Promise<{ id: string; number: string; revision: number } | null> {
  const [row] = await tx.query<{ id: string; number: string; revision: number }>(
    "select t.id, t.number, t.revision from events e join tickets t on t.desk = e.desk and t.id = e.ticket where e.desk = troth_desk() and e.id = $1",
    [id],
  );
  return row ?? null;
}
