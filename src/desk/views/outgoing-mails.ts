// Mails on their way out, and how each fares.
import type { Tx } from "../../database/tx.ts";
import { pageFrom, readCursor } from "./cursor.ts";
import { instantIso, instantIsoOrNull } from "./instant-iso.ts";

export const OUTGOING_STATES = ["waiting", "sending", "sent", "uncertain", "failed"] as const;
export type OutgoingState = (typeof OUTGOING_STATES)[number];

interface Row {
  readonly id: string;
  readonly what: string;
  readonly to_name: string;
  readonly to_address: string;
  readonly mail_id: string;
  readonly number: string | null;
  readonly state: OutgoingState;
  readonly made_at: number;
  readonly send_at: number;
  readonly done_at: number | null;
  readonly tries: number;
  readonly fault: string | null;
  readonly answer: string | null;
  readonly settled_at: number | null;
  readonly settled_by: string | null;
}

const COLUMNS = `o.id, o.payload->'what'->>'mail' as what, o.payload->'to'->>'name' as to_name, o.payload->'to'->>'address' as to_address, o.payload->>'mailId' as mail_id, t.number, outbox_state(o, at_ms($1)) as state,
  o.made_at, o.send_at, o.done_at, o.tries, o.fault, o.answer, o.settled_at, o.settled_by`;
const FROM = "from outbox o left join tickets t on t.desk = o.desk and t.id = o.ticket where o.desk = troth_desk() and o.kind = 'mail'";

/** One mail as it is shown; its words stay out, a sign-in link is a key. */
const shown = (r: Row) => ({
  id: r.id,
  what: r.what,
  to: { name: r.to_name, address: r.to_address },
  mailId: r.mail_id,
  ticket: r.number,
  state: r.state,
  madeAt: instantIso(r.made_at),
  sentAt: instantIsoOrNull(r.done_at),
  nextTryAt: r.state === "waiting" ? instantIso(r.send_at) : null,
  tries: r.tries,
  fault: r.fault,
  answer: r.answer,
  settledAt: instantIsoOrNull(r.settled_at),
  settledBy: r.settled_by,
});

/** A page, newest first; without a state those that a person should look at: uncertain, or given up and not left so. */
export async function outgoingPage(tx: Tx, now: number, wanted: { readonly state?: OutgoingState | undefined; readonly cursor?: string | undefined; readonly limit: number }) {
  const from = readCursor(wanted.cursor, ["moment", "id"]);
  const state = wanted.state
    ? "outbox_state(o, at_ms($1)) = $3"
    : "$3::text is null and o.done_at is null and outbox_state(o, at_ms($1)) in ('uncertain', 'failed') and (o.settled_at is null or o.given_up_at is null or o.given_up_at > o.settled_at)";
  const rows = await tx.query<Row>(`select ${COLUMNS} ${FROM} and ${state} ${from ? "and (o.made_at, o.id) < (at_ms($4), $5::uuid)" : ""} order by o.made_at desc, o.id desc limit $2`, [
    now,
    wanted.limit + 1,
    wanted.state ?? null,
    ...(from ?? []),
  ]);
  return pageFrom(rows, wanted.limit, shown, (r) => [r.made_at, r.id]);
}

/** All mails of a ticket, the oldest first. */
export async function outgoingOf(tx: Tx, now: number, ticket: string) {
  return (await tx.query<Row>(`select ${COLUMNS} ${FROM} and o.ticket = $2 order by o.made_at, o.id`, [now, ticket])).map(shown);
}

/** One mail; null where there is none. */
export async function outgoingOne(tx: Tx, now: number, id: string) {
  const [row] = await tx.query<Row>(`select ${COLUMNS} ${FROM} and o.id = $2::uuid`, [now, id]);
  return row ? shown(row) : null;
}
