// Staff who do not meet a customer: not named, not assigned, not shown their tickets as the next.
import type { Tx } from "../../database/tx.ts";

export interface Shielded {
  readonly id: string;
  readonly name: string;
  readonly since: number;
}

/** Who does not meet this person. */
export const shieldedFrom = (tx: Tx, person: string): Promise<Shielded[]> =>
  tx.query<Shielded>("select s.id, s.name, h.since from shields h join staff s on s.desk = h.desk and s.id = h.staff where h.desk = troth_desk() and h.person = $1 order by s.name, s.id", [person]);

export async function isShielded(tx: Tx, staff: string, ticket: string): Promise<boolean> {
  const rows = await tx.query("select 1 from shields h join tickets t on t.desk = h.desk and t.requester = h.person where h.desk = troth_desk() and h.staff = $1 and t.id = $2", [staff, ticket]);
  return rows.length > 0;
}

/** From now on; tickets of the person that they have go on to others by an event of their own. */
export async function shield(tx: Tx, s: { readonly person: string; readonly staff: string; readonly by: string }, at: number): Promise<void> {
  await tx.run("insert into shields (desk, person, staff, since, made_by) values (troth_desk(), $1, $2, at_ms($3), $4) on conflict do nothing", [s.person, s.staff, at, s.by]);
  await tx.run(
    `insert into timers (desk, ticket, key, at, moment, about) select t.desk, t.id, 'hand-over/' || $2, at_ms($3), 'timer', 'hand-over' from tickets t
     where t.desk = troth_desk() and t.requester = $1::uuid and t.assignee = $2::uuid and t.status <> 'closed' on conflict (desk, ticket, key) do update set at = excluded.at, claimed_until = null, tries = 0`,
    [s.person, s.staff, at],
  );
}

export async function unshield(tx: Tx, person: string, staff: string): Promise<boolean> {
  return (await tx.run("delete from shields where desk = troth_desk() and person = $1 and staff = $2", [person, staff])) === 1;
}
