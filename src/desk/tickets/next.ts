// Who takes what next, without two ever taking the same.
import type { Tx, Write } from "../../database/tx.ts";

interface Turn {
  readonly id: string;
  readonly number: string;
  readonly rank: number;
  readonly opened_at: number;
}
const IN_TURN = "select id, number, rank, opened_at from tickets where desk = troth_desk() and status = 'open' and not refused";
/** Free, not passed over by this one since its customer last wrote, not of somebody whom they do not meet, and not one that waits because its customer asks too much at once. */
const FOR_ME = (now: string): string => `${IN_TURN} and assignee is null and (slowed_until is null or slowed_until <= at_ms(${now}))
  and not exists (select 1 from skips k where k.desk = tickets.desk and k.ticket = tickets.id and k.staff = $1 and k.at >= tickets.said_at)
  and not exists (select 1 from shields h where h.desk = tickets.desk and h.staff = $1 and h.person = tickets.requester)`;

/**
 * The next for this member of staff at `now` (epoch ms) in the queue's order: one that is theirs already (`mine`), or the first that nobody has, locked until
 * the transaction ends; whoever asks at the same time gets the one behind it. Null where nothing is left. One who asks twice at once waits
 * for themselves: the second time the first one is theirs.
 */
export async function nextFor(tx: Tx, staff: string, now: number): Promise<{ readonly id: string; readonly number: string; readonly mine: boolean } | null> {
  await tx.run("select 1 from staff where desk = troth_desk() and id = $1 for no key update", [staff]);
  const [own] = await tx.query<Turn>(`${IN_TURN} and assignee = $1 order by rank, opened_at, id limit 1`, [staff]);
  const [free] = await tx.query<Turn>(
    `${FOR_ME("$2")} ${own ? "and (rank, opened_at, id) < ($3::integer, at_ms($4), $5::uuid)" : ""} order by rank, opened_at, id limit 1 for update skip locked`,
    own ? [staff, now, own.rank, own.opened_at, own.id] : [staff, now],
  );
  if (free) return { id: free.id, number: free.number, mine: false };
  return own ? { id: own.id, number: own.number, mine: true } : null;
}

/** True if this member of staff could take no other before this: it is the first that nobody has and they have not passed over. */
export async function isNext(tx: Tx, ticket: string, staff: string, now: number): Promise<boolean> {
  const [first] = await tx.query<Turn>(`${FOR_ME("$2")} order by rank, opened_at, id limit 1`, [staff, now]);
  return first === undefined || first.id === ticket;
}

/** Keeps who passed over a ticket and why; the last time counts. */
export const skipRow = (row: { readonly desk: string; readonly ticket: string; readonly staff: string; readonly reason: string; readonly at: number }): Write => ({
  table: "skips",
  rows: [row],
  conflict: { columns: ["desk", "ticket", "staff"], update: ["reason", "at"] },
});
