// Staff prove who they are, and change what is theirs.
import type { StaffRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";

/** What is needed to check a password; null where nobody of this address may sign in. */
export async function loginOf(tx: Tx, email: string): Promise<{ readonly id: string; readonly password: string } | null> {
  const [row] = await tx.query<{ id: string; password: string }>("select id, password from staff where desk = troth_desk() and email = $1 and disabled_at is null", [email.trim().toLowerCase()]);
  return row ?? null;
}

export function allStaff(tx: Tx): Promise<StaffRow[]> {
  return tx.query<StaffRow>("select * from staff where desk = troth_desk() order by name, id");
}

export async function staffById(tx: Tx, id: string): Promise<StaffRow | null> {
  const [row] = await tx.query<StaffRow>("select * from staff where desk = troth_desk() and id = $1", [id]);
  return row ?? null;
}

export interface StaffChange {
  readonly name?: string | undefined;
  readonly role?: string | undefined;
  readonly language?: string | undefined;
  readonly present?: boolean | undefined;
  readonly trained?: readonly string[] | undefined;
  readonly capacity?: number | null | undefined;
  readonly disabled?: boolean | undefined;
  readonly password?: string | undefined;
}

/** Changes what is given; true if there is such a member of staff. `password` is a hash. */
export async function changeStaff(tx: Tx, id: string, c: StaffChange, at: number): Promise<boolean> {
  const n = await tx.run(
    `update staff set name = coalesce($2, name), role = coalesce($3, role), language = coalesce($4, language), present = coalesce($5, present), trained = coalesce($6, trained),
       password = coalesce($7, password), disabled_at = case when $8::boolean is null then disabled_at when $8 then coalesce(disabled_at, at_ms($9)) end,
       capacity = case when $10 then $11 else capacity end
     where desk = troth_desk() and id = $1`,
    [id, c.name ?? null, c.role ?? null, c.language ?? null, c.present ?? null, c.trained ?? null, c.password ?? null, c.disabled ?? null, at, c.capacity !== undefined, c.capacity ?? null],
  );
  return n === 1;
}
