// A split and its undoing, as rows. Words are copied into the parts and stay where they were written: nothing that anybody wrote is moved.
import type { Tx } from "../../database/tx.ts";

/** A passage of a message with some of its files. */
export interface Piece {
  readonly id: string;
  readonly message: string;
  readonly text: string;
  readonly files: readonly string[];
}

export interface NewPart {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly pieces: readonly Piece[];
}

/** Notes the split with the ticket as it is: before anything of it changes. */
export async function noteSplit(tx: Tx, split: { readonly id: string; readonly ticket: string; readonly at: number; readonly parts: readonly string[] }): Promise<void> {
  await tx.run(
    "insert into splits (desk, id, ticket, at, subject, findings, before, parts) select t.desk, $1, t.id, at_ms($3), t.subject, t.findings, ticket_kept(t.id), $4::uuid[] from tickets t where t.desk = troth_desk() and t.id = $2",
    [split.id, split.ticket, split.at, split.parts],
  );
}

const LIVED = "splits s, jsonb_populate_recordset(null::promises, s.before->'promises') h where s.desk = troth_desk() and s.id = $1";

/** The part as a ticket: opened when the request was, of the same people, with what was promised then and its timers, and its passages. */
export async function openPart(tx: Tx, split: string, part: NewPart, at: number): Promise<void> {
  await tx.run(
    `insert into tickets (desk, id, number, subject, requester, organisation, channel, language, zone, status, assignee, policy, claims, opened_at, changed_at, said_at, answer_to, split_from)
     select t.desk, $2, $3, $4, t.requester, t.organisation, t.channel, t.language, t.zone, 'open', t.assignee, t.policy, t.claims, t.opened_at, at_ms($5), t.said_at, t.answer_to, t.id
     from splits s join tickets t on t.desk = s.desk and t.id = s.ticket where s.desk = troth_desk() and s.id = $1`,
    [split, part.id, part.number, part.subject, at],
  );
  await tx.run(
    `insert into promises (desk, id, ticket, subject, kind, clause, policy, strength, starts, due, goal, calendar, state, made_at, pauses, hours, told)
     select h.desk, gen_random_uuid(), $2, h.subject, h.kind, h.clause, h.policy, h.strength, h.starts, h.due, h.goal, h.calendar, h.state, at_ms($3), h.pauses, h.hours, h.told from ${LIVED}`,
    [split, part.id, at],
  );
  await tx.run(
    `insert into timers (desk, ticket, key, at, moment, about)
     select distinct on (x.key) s.desk, $2::uuid, x.key, x.at, x.moment, x.about from splits s, jsonb_populate_recordset(null::timers, s.before->'timers') x, jsonb_populate_recordset(null::promises, s.before->'promises') h
     where s.desk = troth_desk() and s.id = $1 and (x.about = h.subject || '/' || h.kind or x.about like 'warn/' || h.subject || '/' || h.kind || '/%')`,
    [split, part.id],
  );
  await tx.run(
    `insert into participants (desk, ticket, address, name, copied, since, removed_at)
     select a.desk, $2, a.address, a.name, a.copied, a.since, a.removed_at from splits s join participants a on a.desk = s.desk and a.ticket = s.ticket where s.desk = troth_desk() and s.id = $1`,
    [split, part.id],
  );
  for (const piece of part.pieces) {
    await tx.run(
      `insert into messages (desk, id, ticket, kind, author, author_name, channel, language, text, at, piece_of, brought_by)
       select desk, $2, $3, kind, author, author_name, channel, language, $4, at, coalesce(piece_of, id), brought_by from messages where desk = troth_desk() and id = $1`,
      [piece.message, piece.id, part.id, piece.text],
    );
    await tx.run(
      "insert into files (desk, ticket, message, id, name, type, size, sha, at) select desk, $3, $2, gen_random_uuid(), name, type, size, sha, at from files where desk = troth_desk() and message = $1 and id::text = any ($4)",
      [piece.message, piece.id, part.id, piece.files],
    );
  }
}

/** The ticket's words and promises as before the split, where they still are as the split left them; what was found then. */
export async function undoSplit(tx: Tx, split: string, at: number): Promise<{ readonly subject: string; readonly findings: Readonly<Record<string, unknown>> }> {
  await tx.run(
    `update promises p set state = h.state, ended_at = h.ended_at, clause = h.clause, starts = h.starts, due = h.due, goal = h.goal, pauses = h.pauses, hours = h.hours
     from ${LIVED} and p.desk = s.desk and p.id = h.id and p.ticket = s.ticket and (p.state in ('running', 'paused') or (p.state = 'withdrawn' and p.ended_at = s.at))
       and not exists (select 1 from promises q where q.desk = p.desk and q.ticket = p.ticket and q.subject = p.subject and q.kind = p.kind and q.id <> p.id and q.state in ('running', 'paused'))`,
    [split],
  );
  await tx.run(
    `insert into timers (desk, ticket, key, at, moment, about)
     select distinct on (x.key) s.desk, s.ticket, x.key, x.at, x.moment, x.about from splits s, jsonb_populate_recordset(null::timers, s.before->'timers') x, promises p
     where s.desk = troth_desk() and s.id = $1 and p.desk = s.desk and p.ticket = s.ticket and p.state = 'running' and (x.about = p.subject || '/' || p.kind or x.about like 'warn/' || p.subject || '/' || p.kind || '/%')
     on conflict (desk, ticket, key) do update set at = excluded.at`,
    [split],
  );
  const [row] = await tx.query<{ subject: string; findings: Record<string, unknown> }>("update splits set undone_at = at_ms($2) where desk = troth_desk() and id = $1 returning subject, findings", [
    split,
    at,
  ]);
  return row!;
}

/** When the first of what was written to the parts themselves since came (epoch ms); null where nothing was. */
export async function wordsSince(tx: Tx, parts: readonly string[]): Promise<number | null> {
  const [row] = await tx.query<{ first: number | null }>("select min(at) as first from messages where desk = troth_desk() and ticket = any ($1::uuid[]) and kind = 'message' and piece_of is null", [
    parts,
  ]);
  return row?.first ?? null;
}
