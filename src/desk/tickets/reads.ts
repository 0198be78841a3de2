// A ticket for deciding: locked, and what its history counts.
import type { TicketsRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";

export type LockedTicket = TicketsRow & { readonly desk_hours: number }; // the state of the desk's closures

/** The ticket, locked until the transaction ends: two events on one ticket are served one after the other. */
export async function lockTicket(tx: Tx, id: string): Promise<LockedTicket | null> {
  const [row] = await tx.query<LockedTicket>("select t.*, d.hours as desk_hours from tickets t join desks d on d.desk = t.desk where t.desk = troth_desk() and t.id = $1 for update of t", [id]);
  return row ?? null;
}

export async function answersOn(tx: Tx, id: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>("select count(*)::int as n from messages where desk = troth_desk() and ticket = $1 and kind = 'answer'", [id]);
  return row?.n ?? 0;
}

/** The facts that its customer said are wrong, by name. */
export async function contestedOn(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.query<{ fact: string }>(
    "select distinct c.fact from events e, jsonb_array_elements_text(e.detail->'contests') as c(fact) where e.desk = troth_desk() and e.ticket = $1 and e.kind = 'claim' and e.detail ? 'contests' order by 1",
    [id],
  );
  return rows.map((row) => row.fact);
}

/** Open tickets of an organisation, or of a person without one, and when the oldest was opened. */
export async function openTicketsOf(tx: Tx, organisation: string | null, person: string): Promise<{ count: number; oldest: number | null }> {
  const by = organisation ? "organisation" : "requester";
  const [row] = await tx.query<{ count: number; oldest: number | null }>(
    `select count(*)::int as count, min(opened_at) as oldest from tickets where desk = troth_desk() and ${by} = $1 and status <> 'closed'`,
    [organisation ?? person],
  );
  return row ?? { count: 0, oldest: null };
}

/** The next number of the desk, without its prefix. One that is taken is not given back. */
export async function nextNumber(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ n: number }>("select next_ticket_number() as n");
  return row!.n;
}
