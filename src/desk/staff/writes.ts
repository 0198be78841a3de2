// Staff are made by the desk's owner.
import { newId } from "../../database/new-id.ts";
import type { Tx } from "../../database/tx.ts";

export interface NewStaff {
  readonly name: string;
  readonly email: string;
  readonly role: "admin" | "lead" | "agent";
  readonly language: string;
  readonly trained: readonly string[];
  readonly holds?: readonly string[] | undefined; // roles of the policy
  readonly present: boolean;
  readonly demo: boolean;
}

const INSERT = "insert into staff (desk, id, name, email, password, role, language, trained, present, demo, holds) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (desk, email) do";
const valuesOf = (desk: string, s: NewStaff, password: string, at: number): unknown[] => [
  desk,
  newId(at),
  s.name,
  s.email.toLowerCase(),
  password,
  s.role,
  s.language,
  s.trained,
  s.present,
  s.demo,
  s.holds ?? [],
];

/** Makes a member of staff, or gives the one of that address these values; the id. `password` is a hash. */
export async function keepStaff(tx: Tx, desk: string, s: NewStaff, password: string, at: number): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `${INSERT} update set name = excluded.name, role = excluded.role, language = excluded.language, trained = excluded.trained, holds = excluded.holds returning id`,
    valuesOf(desk, s, password, at),
  );
  return row!.id;
}

/** Makes a member of staff; null where somebody has the address. `password` is a hash. */
export async function addStaff(tx: Tx, desk: string, s: NewStaff, password: string, at: number): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(`${INSERT} nothing returning id`, valuesOf(desk, s, password, at));
  return row?.id ?? null;
}

/** Gives somebody these roles and no others, and keeps who gave or took which as an event of the desk's; `event` is its id. The roles that they did not hold before. */
export async function keepHolds(
  tx: Tx,
  staff: string,
  holds: readonly string[],
  who: { readonly event: string; readonly by: { readonly kind: string; readonly id: string | null } },
  at: number,
): Promise<readonly string[]> {
  const [held] = await tx.query<{ holds: string[] }>("select holds from staff where desk = troth_desk() and id = $1 for update", [staff]);
  const given = holds.filter((role) => !held?.holds.includes(role));
  const taken = held?.holds.filter((role) => !holds.includes(role)) ?? [];
  if (!held || (given.length === 0 && taken.length === 0)) return [];
  await tx.run("update staff set holds = $2 where desk = troth_desk() and id = $1", [staff, holds]);
  await tx.run("insert into events (desk, id, kind, ticket, by_kind, by_id, at, detail) values (troth_desk(), $1, 'roles-held', null, $2, $3, at_ms($4), $5) on conflict (desk, id) do nothing", [
    who.event,
    who.by.kind,
    who.by.id,
    at,
    JSON.stringify({ staff, given, taken }),
  ]);
  return given;
}
