// Staff: who could take a ticket, who has one.
import type { Tx } from "../../database/tx.ts";

export interface Expert { readonly id: string; readonly name: string }

/** Who is present, trained for the topic `$1` (those without a list take any) and has the least open work; ties fall by chance. */
export const EXPERT_FOR = `select s.id, s.name from staff s
  where s.desk = troth_desk() and s.present and s.disabled_at is null and ($1::text is null or s.trained = '{}' or $1 = any (s.trained))
  order by (s.role = 'admin'), (select count(*) from (select 1 from tickets t where t.desk = s.desk and t.assignee = s.id and t.status <> 'closed' limit 40) busy), random()
  limit 1`;

/** Who has the ticket. */
export async function expertOf(tx: Tx, ticket: string): Promise<Expert | null> {
  const [row] = await tx.query<Expert>(
    "select s.id, s.name from staff s join tickets t on t.desk = s.desk and t.assignee = s.id where t.desk = troth_desk() and t.id = $1", [ticket],
  );
  return row ?? null;
}

/** A member of staff who can be given work; null where there is none of that id. */
export async function expertById(tx: Tx, id: string): Promise<Expert | null> {
  const [row] = await tx.query<Expert>("select id, name from staff where desk = troth_desk() and id = $1 and disabled_at is null", [id]);
  return row ?? null;
}

export interface Present { readonly id: string; readonly name: string; readonly email: string; readonly language: string }

/** Who can still act on a ticket: the one who has it, while present; else those who are, at most twenty. */
export async function whoCanAct(tx: Tx, assignee: string | null): Promise<readonly Present[]> {
  const rows = await tx.query<Present>(
    "select id, name, email, language from staff where desk = troth_desk() and present and disabled_at is null order by (id = $1::uuid) desc nulls last, name limit 20", [assignee],
  );
  const mine = rows.find((r) => r.id === assignee);
  return mine ? [mine] : rows;
}
