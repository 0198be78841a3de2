// A join and its undoing, as rows: what lived of both tickets is kept beside the join, so that undoing puts back what was.
import type { Tx } from "../../database/tx.ts";
import { standingChain } from "./reads.ts";

/** Notes the join with both tickets as they are: before anything of them changes. */
export async function noteJoin(
  tx: Tx,
  join: { readonly desk: string; readonly id: string; readonly ticket: string; readonly standing: string; readonly at: number; readonly ofSplit?: string },
): Promise<void> {
  await tx.run("insert into joins (desk, id, ticket, standing, at, of_split, before, standing_before) values ($1, $2, $3, $4, at_ms($5), $6, ticket_kept($3), ticket_kept($4))", [
    join.desk,
    join.id,
    join.ticket,
    join.standing,
    join.at,
    join.ofSplit ?? null,
  ]);
}

/** Parts that somebody had joined into their request by hand are in it for the reason that all are, once the split is undone. */
export const joinsOfSplit = (tx: Tx, split: string, standing: string, parts: readonly string[]): Promise<number> =>
  tx.run("update joins set of_split = $1 where desk = troth_desk() and undone_at is null and standing = $2 and ticket = any ($3::uuid[])", [split, standing, parts]);

const OF_PROMISE = "(x.about = p.subject || '/' || p.kind or x.about like 'warn/' || p.subject || '/' || p.kind || '/%')";

/** What the later ticket was promised and the earlier one is not runs on there, to its own time. A promise of the earlier one stands before one of the same kind. */
export async function carryPromises(tx: Tx, join: string): Promise<void> {
  await tx.run(
    `with j as (select * from joins where desk = troth_desk() and id = $1),
     carried as (
       update promises p set ticket = j.standing, state = h.state, ended_at = h.ended_at, pauses = h.pauses
       from j, jsonb_populate_recordset(null::promises, j.before->'promises') h
       where p.desk = j.desk and p.id = h.id
         and not exists (select 1 from promises a where a.desk = p.desk and a.ticket = j.standing and a.subject = p.subject and a.kind = p.kind and a.state in ('running', 'paused'))
       returning p.subject, p.kind)
     insert into timers (desk, ticket, key, at, moment, about)
     select distinct on (x.key) j.desk, j.standing, x.key, x.at, x.moment, x.about from j, jsonb_populate_recordset(null::timers, j.before->'timers') x, carried p where ${OF_PROMISE}
     on conflict (desk, ticket, key) do nothing`,
    [join],
  );
}

/** The earlier ticket's revision once the join has reopened it. */
export async function noteReopened(tx: Tx, join: string, revision: number): Promise<void> {
  await tx.run("update joins set standing_after = $2 where desk = troth_desk() and id = $1", [join, revision]);
}

const PUT_BACK = `update promises p set ticket = h.ticket, state = h.state, ended_at = h.ended_at, met_at = h.met_at, clause = h.clause, starts = h.starts, due = h.due, goal = h.goal, pauses = h.pauses, hours = h.hours
  from joins j, jsonb_populate_recordset(null::promises, j.$kept->'promises') h where j.desk = troth_desk() and j.id = $1 and p.desk = j.desk and p.id = h.id and p.ticket = any ($2::uuid[])`;
const TIMERS_BACK = `insert into timers (desk, ticket, key, at, moment, about) select j.desk, x.ticket, x.key, x.at, x.moment, x.about
  from joins j, jsonb_populate_recordset(null::timers, j.$kept->'timers') x where j.desk = troth_desk() and j.id = $1 on conflict (desk, ticket, key) do nothing`;
const TICKET_BACK = `update tickets t set status = j.$kept->>'status', closed_at = (j.$kept->>'closed_at')::timestamptz, outcome = j.$kept->>'outcome', said_at = (j.$kept->>'said_at')::timestamptz
  from joins j where j.desk = troth_desk() and j.id = $1 and t.desk = j.desk and t.id = `;

/**
 * Both tickets as they would be: the later one's state, promises and timers as they were (what came due meanwhile comes due at once, at its own time), the words
 * that came for it, and the earlier one's, where nothing has happened to it since. When the first of those words came (epoch ms), null where none did.
 */
export async function undoJoin(tx: Tx, join: { readonly id: string; readonly ticket: string; readonly standing: string; readonly revision: number }, at: number): Promise<number | null> {
  const later = (sql: string): string => sql.replaceAll("$kept", "before");
  const earlier = (sql: string): string => sql.replaceAll("$kept", "standing_before");
  // What it was promised lies on it or on one that stands for it; what belongs to a ticket that has left it since is that one's.
  const chain = await standingChain(tx, join.ticket);
  await tx.run(
    `delete from timers x using promises p, joins j, jsonb_populate_recordset(null::promises, j.before->'promises') h
    where j.desk = troth_desk() and j.id = $1 and p.desk = j.desk and p.id = h.id and p.ticket = any ($2::uuid[]) and p.ticket <> j.ticket and p.state in ('running', 'paused') and x.desk = j.desk and x.ticket = p.ticket and ${OF_PROMISE}`,
    [join.id, chain],
  );
  await tx.run(later(PUT_BACK), [join.id, chain]);
  await tx.run(later(TIMERS_BACK), [join.id]);
  await tx.run(`${later(TICKET_BACK).replace(" from joins j", ", joined_into = null from joins j")}j.ticket`, [join.id]);
  const [kept] = await tx.query<{ reopened: boolean }>("update joins set undone_at = at_ms($2) where desk = troth_desk() and id = $1 returning coalesce(standing_after = $3, false) as reopened", [
    join.id,
    at,
    join.revision,
  ]);
  if (kept?.reopened) {
    await tx.run("delete from timers where desk = troth_desk() and ticket = $1 and about not like 'conduct/%'", [join.standing]);
    await tx.run(earlier(PUT_BACK), [join.id, chain]);
    await tx.run(earlier(TIMERS_BACK), [join.id]);
    await tx.run(`${earlier(TICKET_BACK)}j.standing`, [join.id]);
  }
  // Closures that were entered meanwhile are heeded now.
  await tx.run(
    `insert into timers (desk, ticket, key, at, moment, about) select distinct p.desk, p.ticket, 'hours/' || d.hours, at_ms($2), 'timer', 'hours/' || d.hours from promises p join desks d on d.desk = p.desk
    where p.desk = troth_desk() and p.ticket = $1 and p.state in ('running', 'paused') and p.hours < d.hours on conflict (desk, ticket, key) do nothing`,
    [join.ticket, at],
  );
  return wordsBack(tx, join.ticket);
}

/** What was written to the ticket, or to one that is joined into it, while it was joined itself, returns to it. */
async function wordsBack(tx: Tx, ticket: string): Promise<number | null> {
  const [back] = await tx.query<{ first: number | null }>(
    `with moved as (
       update messages m set ticket = $1, meant_for = nullif(m.meant_for, $1) where m.desk = troth_desk() and m.meant_for in (select joined_with($1)) and m.ticket not in (select joined_with($1))
       returning m.id, m.at, m.mail_id, m.kind),
     files_too as (update files f set ticket = $1 from moved m where f.desk = troth_desk() and f.message = m.id),
     threads_too as (update mail_threads x set ticket = $1 from moved m where x.desk = troth_desk() and x.mail_id = m.mail_id)
     select min(at) filter (where kind = 'message') as first from moved`,
    [ticket],
  );
  return back?.first ?? null;
}
