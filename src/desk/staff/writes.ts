// Staff are made by the desk's owner.
import { newId } from "../../database/new-id.ts";
import type { Tx } from "../../database/tx.ts";

export interface NewStaff {
  readonly name: string;
  readonly email: string;
  readonly role: "admin" | "lead" | "agent";
  readonly language: string;
  readonly trained: readonly string[];
  readonly present: boolean;
  readonly demo: boolean;
}

/** Makes a member of staff, or gives the one of that address these values; the id. `password` is a hash. */
export async function keepStaff(tx: Tx, desk: string, s: NewStaff, password: string, at: number): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `insert into staff (desk, id, name, email, password, role, language, trained, present, demo) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (desk, email) do update set name = excluded.name, role = excluded.role, language = excluded.language, trained = excluded.trained returning id`,
    [desk, newId(at), s.name, s.email.toLowerCase(), password, s.role, s.language, s.trained, s.present, s.demo],
  );
  return row!.id;
}
