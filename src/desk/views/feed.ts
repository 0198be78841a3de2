// The feed of a desk: what happened, in an order that a late commit cannot break.
import type { Tx } from "../../database/tx.ts";

/** Where a reader stands: the transaction and the place in it. As text "81234.17". */
export interface FeedCursor {
  readonly tx: string;
  readonly seq: number;
}
export interface FeedEvent extends FeedCursor {
  readonly id: string;
  readonly kind: string;
  readonly at: number;
  readonly by_kind: string;
  readonly by_id: string | null;
  readonly number: string | null;
  readonly requester: string | null;
  readonly organisation: string | null;
}

export const writeFeedCursor = (c: FeedCursor): string => `${c.tx}.${c.seq}`;

/** The cursor of a text; null where it is none. */
export function readFeedCursor(text: string | undefined): FeedCursor | null {
  const [, tx, seq] = /^(\d{1,19})\.(\d{1,15})$/.exec(text ?? "") ?? [];
  return tx !== undefined && seq !== undefined ? { tx, seq: Number(seq) } : null;
}

/**
 * Events behind the cursor, at most 500. A transaction that began earlier may commit later: nothing is shown from the oldest one still
 * running on, so that a reader who has passed a place never misses what is written there afterwards.
 */
export function feedAfter(tx: Tx, cursor: FeedCursor): Promise<FeedEvent[]> {
  return tx.query<FeedEvent>(
    `select e.id, e.kind, e.at, e.by_kind, e.by_id, e.tx::text as tx, e.seq, t.number, t.requester, t.organisation
     from events e left join tickets t on t.desk = e.desk and t.id = e.ticket
     where e.desk = troth_desk() and (e.tx, e.seq) > ($1::text::xid8, $2::bigint) and e.tx < pg_snapshot_xmin(pg_current_snapshot())
     order by e.tx, e.seq limit 500`,
    [cursor.tx, cursor.seq],
  );
}

/** Where the feed stands now: behind everything that is surely written. */
export async function feedNow(tx: Tx): Promise<FeedCursor> {
  const [row] = await tx.query<{ tx: string }>("select pg_snapshot_xmin(pg_current_snapshot())::text as tx");
  return { tx: row?.tx ?? "0", seq: 0 };
}
