// Which facts a customer's message may say are wrong, for whoever makes it a contest.
import type { Tx } from "../../database/tx.ts";

/** Their names, none where nothing is known of it; "contested" where it is a contest already, null where it is no message of a customer's on the ticket. */
export async function messageContests(tx: Tx, ticket: string, message: string): Promise<string[] | "contested" | null> {
  const [row] = await tx.query<{ facts: string[]; contested: boolean }>(
    `select may_contest as facts, exists (select 1 from events e where e.desk = m.desk and e.ticket = $1 and e.kind = 'claim' and e.detail->>'message' = m.id::text) as contested
     from messages m where m.desk = troth_desk() and m.id = $2 and m.kind = 'message' and m.ticket in (select joined_with($1))`,
    [ticket, message],
  );
  return row ? (row.contested ? "contested" : row.facts) : null;
}
