// Staff: who could take a ticket, who has one.
import type { Tx } from "../../database/tx.ts";

export interface Expert {
  readonly id: string;
  readonly name: string;
}

/** Whether somebody could be named, and why not. */
export type ExpertFound = "found" | "nobody-on-duty" | "nobody-trained" | "nobody-with-room";

/** As on_duty() says, which is asked only where the desk has a rota: the call costs more than all the rest of the question. */
const onDuty = (staff: string, at: string): string =>
  `(case when exists (select 1 from shifts where desk = troth_desk()) then on_duty(${staff}.id, ${at})
    else not exists (select 1 from absences a where a.desk = troth_desk() and a.staff = ${staff}.id and a.starts <= ${at} and ${at} < a.ends) end)`;

/**
 * One row: who is present, on duty at `at` (epoch ms), trained for `topic` (those without a list take any), has room and has the least open work;
 * ties fall by chance. `found` says why there is none. `but` is left out, and so is who does not meet `person`. The first three are parameters ("$1"), the last is one or a subquery.
 */
export const expertFor = (topic: string, at: string, but: string, person: string): string => `with duty as materialized (
    select s.id, s.name, s.role, (${topic}::text is null or s.trained = '{}' or ${topic} = any (s.trained)) as fit, s.capacity, b.busy, b.open from staff s,
      lateral (select count(*) as busy, count(*) filter (where t.status = 'open') as open from (select t.status from tickets t where t.desk = s.desk and t.assignee = s.id and t.status <> 'closed' limit greatest(40, s.capacity * 4)) t) b
    where s.desk = troth_desk() and s.present and s.disabled_at is null and s.id is distinct from ${but}::uuid
      and not exists (select 1 from shields h where h.desk = s.desk and h.staff = s.id and h.person = ${person}) and ${onDuty("s", `at_ms(${at}::double precision)`)})
  select c.id, c.name, case when c.id is not null then 'found' when not exists (select 1 from duty) then 'nobody-on-duty' when not exists (select 1 from duty where fit) then 'nobody-trained' else 'nobody-with-room' end as found
  from (values (1)) one (one) left join lateral (select id, name from duty where fit and (capacity is null or open < capacity) order by (role = 'admin'), busy, random() limit 1) c on true`;

/** Whom the ticket could go to instead of the one who has it. */
export async function otherExpert(tx: Tx, topic: string | null, at: number, but: string | null, person: string | null): Promise<{ readonly expert: Expert | null; readonly found: ExpertFound }> {
  await roomIsCounted(tx);
  const [row] = await tx.query<{ id: string | null; name: string | null; found: ExpertFound }>(expertFor("$1", "$2", "$3", "$4::uuid"), [topic, at, but, person]);
  if (!row) throw new Error("one row was asked for");
  return { expert: row.id === null ? null : { id: row.id, name: row.name ?? "" }, found: row.found };
}

/** Where somebody takes only so many at once, those who choose wait for each other, so that the last place is not given twice. */
const roomIsCounted = (tx: Tx): Promise<number> =>
  tx.run("select pg_advisory_xact_lock(hashtextextended('room ' || troth_desk(), 0)) from (select 1 from staff where desk = troth_desk() and capacity is not null limit 1) limited");

/** Who has the ticket. */
export async function expertOf(tx: Tx, ticket: string): Promise<Expert | null> {
  const [row] = await tx.query<Expert>("select s.id, s.name from staff s join tickets t on t.desk = s.desk and t.assignee = s.id where t.desk = troth_desk() and t.id = $1", [ticket]);
  return row ?? null;
}

/** A member of staff who can be given work; null where there is none of that id. */
export async function expertById(tx: Tx, id: string): Promise<Expert | null> {
  const [row] = await tx.query<Expert>("select id, name from staff where desk = troth_desk() and id = $1 and disabled_at is null", [id]);
  return row ?? null;
}

/** To write to somebody on the staff; null where nobody has this id. */
export async function staffToTell(tx: Tx, id: string): Promise<Present | null> {
  const [row] = await tx.query<Present>("select id, name, email, language from staff where desk = troth_desk() and id = $1 and disabled_at is null", [id]);
  return row ?? null;
}

export interface Present {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
}

/** Who can still act on a ticket at `at`: the one who has it, while present and on duty; else those who are, at most twenty. */
export async function whoCanAct(tx: Tx, assignee: string | null, at: number): Promise<readonly Present[]> {
  const rows = await tx.query<Present>(
    "select id, name, email, language from staff where desk = troth_desk() and present and disabled_at is null and on_duty(id, at_ms($2)) order by (id = $1::uuid) desc nulls last, name limit 20",
    [assignee, at],
  );
  const mine = rows.find((r) => r.id === assignee);
  return mine ? [mine] : rows;
}
