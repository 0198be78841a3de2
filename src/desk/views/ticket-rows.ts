// All rows of one ticket, in one burst.
import type { ChargesRow, DecisionsRow, OffersRow, PromisesRow, RulingsRow } from "../../database/rows.gen.ts";
import { type Checklist, checklistsOf } from "../checklists/reads.ts";
import { type Closing, closingsOf } from "../closings/reads.ts";
import { type Work, workOf } from "../work/work.ts";
import { type Participant, participantsOf } from "../mails/participants.ts";
import { problemName } from "../problems/reads.ts";
import { type DrawnRows, drawnRows } from "./drawn-shown.ts";
import type { Tx } from "../../database/tx.ts";
import { isInside, rightsOn, type Viewer } from "../viewer.ts";

export interface MessageRow {
  id: string;
  kind: "message" | "answer" | "note" | "automatic";
  author: string | null;
  author_name: string;
  channel: string;
  language: string;
  text: string;
  html: string | null;
  has_whole: boolean;
  has_raw: boolean;
  at: number;
  robot: string | null;
  heeds: string[];
  brought_by: string | null;
  may_contest: string[];
  written_to: string | null;
  piece_of: string | null; // the message that these words were taken from
  piece_from: string | null; // and the number of its ticket
}
export interface FileRow {
  id: string;
  message: string;
  name: string;
  type: string;
  size: number;
}
export interface EventRow {
  id: string;
  kind: string;
  by_kind: "person" | "staff" | "key" | "clock" | "desk";
  by_id: string | null;
  at: number;
  detail: Record<string, unknown>;
  by_name: string | null;
  to_name: string | null;
}
export type RulingRow = RulingsRow & { decided_name: string | null };

export type ChargeSeen = ChargesRow & { proposed_name: string | null; decided_name: string | null };

export interface TicketRows {
  readonly messages: readonly MessageRow[];
  readonly files: readonly FileRow[];
  readonly promises: readonly PromisesRow[];
  readonly decisions: readonly Omit<DecisionsRow, "effects" | "event" | "desk" | "ticket">[];
  readonly rulings: readonly RulingRow[];
  readonly events: readonly EventRow[];
  readonly participants: readonly Participant[];
  readonly charges: readonly ChargeSeen[];
  readonly drawn: DrawnRows;
  readonly work: readonly Work[];
  readonly offers: readonly (OffersRow & { by_name: string | null })[];
  /** The ticket that stands for this one, where it was joined; and those that were joined into it. */
  readonly joinedInto: JoinedRow | null;
  readonly joined: readonly JoinedRow[];
  readonly checklists: readonly Checklist[];
  readonly closings: readonly Closing[]; // about which the customer was asked
  /** The request that it is a part of, and the parts that it was split into itself. */
  readonly splitFrom: JoinedRow | null;
  readonly parts: readonly JoinedRow[];
  /** The closed ticket on which it was written, and those that were written on it once it was closed. */
  readonly follows: JoinedRow | null;
  readonly followedBy: readonly JoinedRow[];
  /** What it hangs on together with tickets of others. */
  readonly problem: { readonly id: string; readonly number: string; readonly title: string; readonly state: "open" | "solved" } | null;
  readonly requester: { readonly phone: string | null; readonly language: string | null; readonly zone: string | null; readonly open: number } | null;
}

export interface JoinedRow {
  readonly number: string;
  readonly subject: string;
  readonly name: string;
}

const MOST = 1000; // of each kind, the newest: a page that nobody could read otherwise
const UUID = "'^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'";
const nameIn = (table: string, id: string): string => `(select n.name from ${table} n where n.desk = e.desk and n.id = case when ${id} ~ ${UUID} then (${id})::uuid end)`;

/** Everything around a ticket, as far as the viewer may see it: notes and what is staff's only inside, other tickets where they are theirs as well. */
export async function ticketRows(tx: Tx, ticket: string, requester: string, viewer: Viewer): Promise<TicketRows> {
  const inside = isInside(viewer);
  const rights = rightsOn(viewer, 2);
  const notes = inside ? "" : "and kind <> 'note'";
  const [messages, files, promises, decisions, rulings, events, people, participants, offers, joins, splits, work, checklists, closings, charges, drawn, problems] = await Promise.all([
    tx.query<MessageRow>(
      `select id, kind, author, author_name, channel, language, text, html, (whole is not null or piece_of is not null) as has_whole, raw is not null as has_raw, at, robot, heeds, brought_by, may_contest, piece_of,
        case when piece_of is not null then (select t.number from messages o join tickets t on t.desk = o.desk and t.id = o.ticket where o.desk = troth_desk() and o.id = m.piece_of) end as piece_from,
        case when coalesce(meant_for, ticket) <> $1 then (select t.number from tickets t where t.desk = troth_desk() and t.id = coalesce(meant_for, ticket)) end as written_to
      from messages m where desk = troth_desk() and ticket = any (array(select joined_with($1))) ${notes}
        and (piece_of is null or not exists (select 1 from messages o where o.desk = m.desk and o.id = m.piece_of and o.ticket in (select joined_with($1)))) order by at desc, id desc limit ${MOST}`,
      [ticket],
    ),
    tx.query<FileRow>("select id, message, name, type, size from files where desk = troth_desk() and ticket = any (array(select joined_with($1))) order by at, id", [ticket]),
    tx.query<PromisesRow>("select * from promises where desk = troth_desk() and ticket = $1 order by made_at, kind", [ticket]),
    tx.query<TicketRows["decisions"][number]>(
      `select id, moment, at, policy, facts, results, reasons, untold from decisions where desk = troth_desk() and ticket = $1 order by at desc, id desc limit ${MOST}`,
      [ticket],
    ),
    tx.query<RulingRow>(
      "select r.*, s.name as decided_name from rulings r left join staff s on s.desk = r.desk and s.id = r.decided_by where r.desk = troth_desk() and r.ticket = $1 order by r.asked_at, r.clause",
      [ticket],
    ),
    tx.query<EventRow>(
      // each name for itself: joined, a desk's hundred thousand customers were all read for the few of a ticket
      `select e.id, e.kind, e.by_kind, e.by_id, e.at, e.detail,
        case e.by_kind when 'staff' then ${nameIn("staff", "e.by_id")} when 'person' then ${nameIn("people", "e.by_id")} when 'key' then ${nameIn("api_keys", "e.by_id")} end as by_name,
        case when e.kind = 'assign' then ${nameIn("staff", "e.detail->>'to'")} end as to_name
      from events e
      where e.desk = troth_desk() and e.ticket = $1 order by e.at desc, e.seq desc limit ${MOST}`,
      [ticket],
    ),
    inside
      ? tx.query<NonNullable<TicketRows["requester"]>>(
          `select p.phone, p.language, p.zone,
      (select count(*)::int from (select 1 from tickets t where t.desk = p.desk and t.requester = p.id and t.status <> 'closed' limit 100) o) as open from people p where p.desk = troth_desk() and p.id = $1`,
          [requester],
        )
      : [],
    inside ? participantsOf(tx, ticket) : [],
    tx.query<TicketRows["offers"][number]>(
      "select o.*, p.name as by_name from offers o left join people p on p.desk = o.desk and p.id = o.answered_by where o.desk = troth_desk() and o.ticket = $1 order by o.made_at, o.id",
      [ticket],
    ),
    tx.query<JoinedRow & { stands: boolean }>(
      `select t.number, t.subject, p.name, t.joined_into is distinct from $1 as stands from tickets t join people p on p.desk = t.desk and p.id = t.requester
      where t.desk = troth_desk() and (t.joined_into = $1 or t.id = (select joined_into from tickets where desk = troth_desk() and id = $1)) order by t.opened_at, t.id limit ${MOST}`,
      [ticket],
    ),
    tx.query<JoinedRow & { is: "part" | "whole" | "after" | "before" }>(
      `select t.number, t.subject, p.name, case when t.split_from = $1 then 'part' when t.follows = $1 then 'after' when t.id = own.follows then 'before' else 'whole' end as is
      from tickets own, tickets t join people p on p.desk = t.desk and p.id = t.requester
      where own.desk = troth_desk() and own.id = $1 and t.desk = troth_desk() and ((t.split_from = $1 and t.joined_into is distinct from $1) or t.follows = $1 or t.id in (own.split_from, own.follows)) and ${rights.sql} order by t.opened_at, t.id limit ${MOST}`,
      [ticket, ...rights.params],
    ),
    inside ? workOf(tx, ticket) : [],
    checklistsOf(tx, ticket),
    closingsOf(tx, ticket),
    tx.query<ChargeSeen>(
      `select c.*, a.name as proposed_name, b.name as decided_name from charges c left join staff a on a.desk = c.desk and a.id = c.proposed_by left join staff b on b.desk = c.desk and b.id = c.decided_by
      where c.desk = troth_desk() and c.ticket = $1 ${inside ? "" : "and c.state = 'booked'"} order by c.made_at, c.id`,
      [ticket],
    ),
    drawnRows(tx, ticket, inside),
    inside
      ? tx.query<Omit<NonNullable<TicketRows["problem"]>, "number"> & { n: number }>(
          "select p.id, p.n, p.title, p.state from problem_tickets h join problems p on p.desk = h.desk and p.id = h.problem where h.desk = troth_desk() and h.ticket = $1",
          [ticket],
        )
      : [],
  ]);
  return {
    messages: messages.reverse(),
    files,
    promises,
    decisions: decisions.reverse(),
    rulings,
    events: events.reverse(),
    requester: people[0] ?? null,
    participants,
    offers,
    work,
    charges,
    drawn,
    checklists,
    problem: problems.map(({ n, ...problem }) => ({ ...problem, number: problemName(n) }))[0] ?? null,
    closings,
    splitFrom: splits.find((s) => s.is === "whole") ?? null,
    parts: splits.filter((s) => s.is === "part"),
    follows: splits.find((s) => s.is === "before") ?? null,
    followedBy: splits.filter((s) => s.is === "after"),
    joinedInto: joins.find((j) => j.stands) ?? null,
    joined: joins.filter((j) => !j.stands),
  };
}
