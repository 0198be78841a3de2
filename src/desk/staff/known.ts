// Whether somebody is on the staff.
import type { Tx } from "../../database/tx.ts";

/** True for the address of a member of staff (any case), a disabled one too. */
export async function isStaff(tx: Tx, email: string): Promise<boolean> {
  return (await tx.query("select 1 from staff where desk = troth_desk() and email = lower($1)", [email])).length > 0;
}
