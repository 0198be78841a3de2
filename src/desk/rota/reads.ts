// Shifts and absences as they are kept.
import type { AbsencesRow, ShiftsRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";

/** Every shift that is worked on `from` ("YYYY-MM-DD") or later. One that began the day before may reach into it. */
export function shiftsFrom(tx: Tx, from: string): Promise<ShiftsRow[]> {
  return tx.query<ShiftsRow>("select * from shifts where desk = troth_desk() and (last is null or last >= $1::date - 1) order by first, begins, id", [from]);
}

export function shiftsOf(tx: Tx, staff: string): Promise<ShiftsRow[]> {
  return tx.query<ShiftsRow>("select * from shifts where desk = troth_desk() and staff = $1", [staff]);
}

/** Absences that are not over at `at` (epoch ms). */
export function absencesFrom(tx: Tx, at: number): Promise<AbsencesRow[]> {
  return tx.query<AbsencesRow>("select * from absences where desk = troth_desk() and ends > at_ms($1) order by starts, id", [at]);
}

/** True where the desk keeps a rota at all: without one everybody is on duty. */
export async function keepsRota(tx: Tx): Promise<boolean> {
  return (await tx.query("select 1 from shifts where desk = troth_desk() limit 1")).length > 0;
}
