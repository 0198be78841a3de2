// Who takes what next, without two ever taking the same.
import type { Tx } from "../../database/tx.ts";

interface Turn { readonly id: string; readonly number: string; readonly rank: number; readonly opened_at: number }
const IN_TURN = "select id, number, rank, opened_at from tickets where desk = troth_desk() and status = 'open' and not refused";

/**
 * The next for this member of staff in the queue's order: one that is theirs already (`mine`), or the first that nobody has, locked until
 * the transaction ends; whoever asks at the same time gets the one behind it. Null where nothing is left. One who asks twice at once waits
 * for themselves: the second time the first one is theirs.
 */
export async function nextFor(tx: Tx, staff: string): Promise<{ readonly id: string; readonly number: string; readonly mine: boolean } | null> {
  await tx.run("select 1 from staff where desk = troth_desk() and id = $1 for no key update", [staff]);
  const [own] = await tx.query<Turn>(`${IN_TURN} and assignee = $1 order by rank, opened_at, id limit 1`, [staff]);
  const [free] = await tx.query<Turn>(
    `${IN_TURN} and assignee is null ${own ? "and (rank, opened_at, id) < ($1::integer, at_ms($2), $3::uuid)" : ""} order by rank, opened_at, id limit 1 for update skip locked`,
    own ? [own.rank, own.opened_at, own.id] : [],
  );
  if (free) return { id: free.id, number: free.number, mine: false };
  return own ? { id: own.id, number: own.number, mine: true } : null;
}

/** True if nobody could take another one before this: it is the first of those that nobody has. */
export async function isNext(tx: Tx, ticket: string): Promise<boolean> {
  const [first] = await tx.query<Turn>(`${IN_TURN} and assignee is null order by rank, opened_at, id limit 1`);
  return first === undefined || first.id === ticket;
}
