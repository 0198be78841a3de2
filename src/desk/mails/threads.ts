// Where a mail belongs: by the mails that it answers, or by a ticket number that its sender has a right to.
import type { Tx } from "../../database/tx.ts";

export interface PlacedTicket {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
}

/** The ticket of the first of these Message-IDs that is known, in the order given. */
export async function ticketOfMailIds(tx: Tx, ids: readonly string[]): Promise<PlacedTicket | null> {
  if (ids.length === 0) return null;
  const rows = await tx.query<PlacedTicket & { mail_id: string }>(
    "select m.mail_id, t.id, t.number, t.subject from mail_threads m join tickets t on t.desk = m.desk and t.id = m.ticket where m.desk = troth_desk() and m.mail_id = any ($1)",
    [ids],
  );
  return ids.map((id) => rows.find((row) => row.mail_id === id)).find((row) => row !== undefined) ?? null;
}

/** Tickets of these numbers, each with whether the address may write on it: its requester's, of its organisation and not limited to their own, or noted on it. */
export async function ticketsOfNumbers(tx: Tx, numbers: readonly string[], address: string): Promise<(PlacedTicket & { theirs: boolean })[]> {
  if (numbers.length === 0) return [];
  const rows = await tx.query<PlacedTicket & { theirs: boolean }>(
    `select t.id, t.number, t.subject, coalesce(t.requester = p.id or t.answer_to = $2 or (p.sees = 'office' and t.organisation = p.organisation), false)
       or exists (select 1 from participants a where a.desk = t.desk and a.ticket = t.id and a.address = $2 and a.removed_at is null) as theirs
     from tickets t left join people p on p.desk = t.desk and p.email = $2
     where t.desk = troth_desk() and t.number = any ($1)`,
    [numbers, address.toLowerCase()],
  );
  return numbers.flatMap((number) => rows.filter((row) => row.number === number));
}

/** Whether a mail of this Message-ID was taken before: one of ours, or anybody's. */
export async function isKnownMail(tx: Tx, mailId: string): Promise<boolean> {
  return (await tx.query("select 1 from mail_threads where desk = troth_desk() and mail_id = $1", [mailId])).length > 0;
}

/** How many mails this person has written on the ticket since `since` (epoch ms), counted up to `most`. */
export async function writtenByMail(tx: Tx, ticket: string, person: string, since: number, most: number): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    "select count(*)::int as n from (select 1 from messages where desk = troth_desk() and ticket = $1 and at > at_ms($3) and author = $2 and kind = 'message' and channel = 'mail' limit $4) recent",
    [ticket, person, since, most],
  );
  return row?.n ?? 0;
}

/** When this person has opened tickets by mail since `since`: the newest `most`, the newest first (epoch ms). */
export async function openedByMail(tx: Tx, person: string, since: number, most: number): Promise<number[]> {
  const rows = await tx.query<{ opened_at: number }>(
    "select opened_at from tickets where desk = troth_desk() and requester = $1 and opened_at > at_ms($2) and channel = 'mail' order by opened_at desc limit $3",
    [person, since, most],
  );
  return rows.map((row) => row.opened_at);
}

/** Message-IDs of what was said by mail on each of these tickets, by ticket, oldest first, the newest `most`. As the owner. */
export async function mailIdsOf(tx: Tx, tickets: readonly { readonly desk: string; readonly ticket: string }[], most: number): Promise<ReadonlyMap<string, readonly string[]>> {
  if (tickets.length === 0) return new Map();
  const rows = await tx.query<{ ticket: string; ids: string[] }>(
    `select w.ticket, array(select mail_id from messages m where m.desk = w.desk and m.ticket = w.ticket and mail_id is not null and kind <> 'automatic' order by at desc limit $3) as ids
     from unnest($1::text[], $2::uuid[]) w (desk, ticket)`,
    [tickets.map((t) => t.desk), tickets.map((t) => t.ticket), most],
  );
  return new Map(rows.map((row) => [row.ticket, row.ids.reverse()]));
}
