// Who of the staff holds a role of the policy; while nobody does, leads stand in for it, and administrators.
import type { Tx } from "../../database/tx.ts";
import type { Present } from "./reads.ts";

export interface Member extends Present {
  readonly role: string; // at the desk: admin, lead, agent
  readonly holds: readonly string[];
}

/** A role with those who act for it. */
export interface Seat {
  readonly role: string | null; // null: what the policy leaves to nobody in particular
  readonly people: readonly Member[];
  readonly inPlace: boolean; // nobody holds it: they stand in
}

/** Everybody who may sign in and acts for some role: leads, administrators, and whoever holds one of these roles. By name. */
export function membersFor(tx: Tx, roles: readonly string[]): Promise<Member[]> {
  return tx.query<Member>("select id, name, email, language, role, holds from staff where desk = troth_desk() and disabled_at is null and (role <> 'agent' or holds && $1::text[]) order by name, id", [
    roles,
  ]);
}

/** Who acts for the role; `but` is left out: who decided hears no appeal against it. Pure. */
export function seatOf(role: string | null, members: readonly Member[], but: string | null = null): Seat {
  const able = members.filter((m) => m.id !== but);
  const holders = role === null ? [] : able.filter((m) => m.holds.includes(role));
  return holders.length ? { role, people: holders, inPlace: false } : { role, people: able.filter((m) => m.role !== "agent"), inPlace: true };
}

/** Whom of them a mail to the role reaches: those who hold it, else the leads, else the administrators. Pure. */
export function toldOf({ people, inPlace }: Seat): readonly Member[] {
  if (!inPlace) return people;
  const leads = people.filter((m) => m.role === "lead");
  return leads.length ? leads : people;
}
