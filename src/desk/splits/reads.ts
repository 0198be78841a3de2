// What a split has to respect: the words that there are, what was split before, which tickets are one request.
import type { Tx } from "../../database/tx.ts";

/** A message that a passage may be taken from, with its files. */
export interface Source {
  readonly id: string;
  readonly text: string;
  readonly files: readonly string[];
}

/** What customers wrote on a ticket and on those that were joined into it. */
export const sourcesOf = (tx: Tx, ticket: string): Promise<Source[]> =>
  tx.query<Source>(
    `select m.id, m.text, array(select f.id::text from files f where f.desk = m.desk and f.message = m.id) as files
     from messages m where m.desk = troth_desk() and m.ticket in (select joined_with($1)) and m.kind = 'message' order by m.at, m.id`,
    [ticket],
  );

export interface Split {
  readonly id: string;
  readonly ticket: string;
  readonly parts: readonly string[];
}

/** The split that holds and that this ticket was the last to be split by, or that made it. */
export async function splitOf(tx: Tx, ticket: string): Promise<Split | null> {
  const [row] = await tx.query<Split>(
    "select id, ticket, parts from splits where desk = troth_desk() and (ticket = $1 or parts @> array[$1::uuid]) and undone_at is null order by ticket = $1 desc, at desc, id desc limit 1",
    [ticket],
  );
  return row ?? null;
}

export interface PartState {
  readonly id: string;
  readonly number: string;
  readonly joined_into: string | null;
  readonly split: boolean; // it was split further
  readonly joins: boolean; // another ticket was joined into it
  /** What keeps it a ticket of its own: an agreement under which something may still be charged, a charge that was not given back, hours that were drawn and not given back. */
  readonly bound: "agreed" | "charged" | "drawn" | null;
}

/** The parts of a split, locked, the latest first: in the order in which every join locks. */
export const partsOf = (tx: Tx, parts: readonly string[]): Promise<PartState[]> =>
  tx.query<PartState>(
    `select t.id, t.number, t.joined_into,
       exists (select 1 from splits s where s.desk = t.desk and s.ticket = t.id and s.undone_at is null) as split,
       exists (select 1 from joins j where j.desk = t.desk and j.standing = t.id and j.undone_at is null and j.of_split is null) as joins,
       case when (select coalesce(sum(d.quantity), 0) from draws d where d.desk = t.desk and d.ticket = t.id) <> 0
              or exists (select 1 from give_backs g where g.desk = t.desk and g.ticket = t.id and g.state = 'proposed') then 'drawn'
            when t.status <> 'closed' and exists (select 1 from offers o where o.desk = t.desk and o.ticket = t.id and o.state = 'accepted') then 'agreed'
            when (select coalesce(sum(c.net), 0) from charges c where c.desk = t.desk and c.ticket = t.id and c.state = 'booked') <> 0
              or exists (select 1 from charges c where c.desk = t.desk and c.ticket = t.id and c.state = 'proposed') then 'charged' end as bound
     from tickets t where t.desk = troth_desk() and t.id = any ($1::uuid[]) order by t.opened_at desc, t.id desc for update of t`,
    [parts],
  );

/** True where both are parts of one request, or one is a part of the other. */
export async function sameRequest(tx: Tx, one: string, other: string): Promise<boolean> {
  const roots = await tx.query<{ id: string }>(
    `with recursive up (of, id, parent) as (
       select id, id, split_from from tickets where desk = troth_desk() and id = any ($1::uuid[])
       union all select up.of, t.id, t.split_from from up join tickets t on t.desk = troth_desk() and t.id = up.parent)
     select id from up where parent is null`,
    [[one, other]],
  );
  return new Set(roots.map((row) => row.id)).size === 1;
}
