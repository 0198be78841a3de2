// People with an account: who belong to a customer of the record, or have accepted a text of the policy. Not whoever merely wrote once. SPEC 22.3.
import type { Tx } from "../../database/tx.ts";
import { found, type Found, JOINED, type Joined } from "./reads.ts";

const HAVE_ONE = "(p.organisation is not null or exists (select 1 from acceptances a where a.desk = p.desk and a.person = p.id))";

/** The next of them after a person, in the order of their ids. */
export async function peopleWithAccount(tx: Tx, after: string | null, most: number): Promise<Found[]> {
  return (await tx.query<Joined>(`${JOINED} and ($1::uuid is null or p.id > $1) and ${HAVE_ONE} order by p.id limit $2`, [after, most])).map(found);
}

/** How many of them are left. */
export async function peopleLeft(tx: Tx, after: string | null): Promise<number> {
  const [row] = await tx.query<{ n: number }>(`select count(*)::int as n from people p where p.desk = troth_desk() and ($1::uuid is null or p.id > $1) and ${HAVE_ONE}`, [after]);
  return row?.n ?? 0;
}
