// Which tickets are joined: where a ticket's words go, who else reads its answers, what a join would have to respect.
import type { Tx } from "../../database/tx.ts";

/** One of two tickets that are to be joined, locked, with its author. */
export interface Joinable {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly status: "open" | "waiting" | "closed";
  readonly opened_at: number;
  readonly joined_into: string | null;
  readonly revision: number;
  readonly organisation: string | null;
  readonly language: string;
  readonly zone: string;
  readonly policy: number;
  readonly requester: string;
  readonly name: string;
  readonly address: string;
  readonly sees: "own" | "office";
  readonly office: string | null;
  readonly arrived: boolean; // the policy had it joined as it arrived
  readonly offered: boolean; // a price was offered for it, and is open or accepted
}

const JOINABLE = `select t.id, t.number, t.subject, t.status, t.opened_at, t.joined_into, t.revision, t.organisation, t.language, t.zone, t.policy, t.requester, p.name, coalesce(t.answer_to, p.email) as address, p.sees, p.organisation as office, coalesce(t.results->>'cases.duplicates', '') = 'join' as arrived,
  exists (select 1 from offers o where o.desk = t.desk and o.ticket = t.id and o.state in ('open', 'accepted')) as offered
  from tickets t join people p on p.desk = t.desk and p.id = t.requester where t.desk = troth_desk() and t.id = any ($1::uuid[])`;

/** These tickets, locked in the order in which every join locks them: the latest first. */
export async function lockJoinable(tx: Tx, ids: readonly string[]): Promise<Joinable[]> {
  return tx.query<Joinable>(`${JOINABLE} order by t.opened_at desc, t.id desc for update of t`, [ids]);
}

/** This ticket and those that it goes on as, through all joins; the last stands. */
export async function standingChain(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `with recursive up (id, into_id, depth) as (
       select id, joined_into, 0 from tickets where desk = troth_desk() and id = $1
       union all select t.id, t.joined_into, up.depth + 1 from up join tickets t on t.desk = troth_desk() and t.id = up.into_id)
     select id from up order by depth`,
    [id],
  );
  return rows.map((row) => row.id);
}

/** The ticket that stands for this one: itself where it was not joined. */
export const standingTicket = async (tx: Tx, id: string): Promise<string> => (await standingChain(tx, id)).at(-1) ?? id;

/** An author whose ticket was joined into another: they read its answers, each in their language, as mails of their own ticket. */
export interface JoinedAuthor {
  readonly id: string; // of the person
  readonly ticket: string;
  readonly number: string;
  readonly name: string;
  readonly address: string;
  readonly language: string;
  readonly zone: string;
  readonly sees: boolean; // they may read the one that stands: they are still of its office, and see its requests
}

/** The other authors of a ticket, each once. */
export async function joinedAuthors(tx: Tx, ticket: string): Promise<JoinedAuthor[]> {
  return tx.query<JoinedAuthor>(
    `select distinct on (t.requester) t.requester as id, t.id as ticket, t.number, p.name, coalesce(t.answer_to, p.email) as address, t.language, t.zone, p.sees = 'office' and p.organisation is not distinct from w.organisation as sees
     from tickets t join people p on p.desk = t.desk and p.id = t.requester
     join tickets w on w.desk = t.desk and w.id = $1
     where t.desk = troth_desk() and t.id in (select joined_with($1)) and t.requester <> w.requester
     order by t.requester, t.opened_at`,
    [ticket],
  );
}

/** The join that holds on this ticket now. */
export async function joinOf(tx: Tx, ticket: string): Promise<{ readonly id: string; readonly standing: string; readonly of_split: string | null } | null> {
  const [row] = await tx.query<{ id: string; standing: string; of_split: string | null }>("select id, standing, of_split from joins where desk = troth_desk() and ticket = $1 and undone_at is null", [
    ticket,
  ]);
  return row ?? null;
}
