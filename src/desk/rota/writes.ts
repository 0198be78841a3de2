// Changing the rota. Each is given by its id, so that the same request again changes nothing.
import type { AbsencesRow, ShiftsRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";

export type NewShift = Pick<ShiftsRow, "id" | "staff" | "zone" | "first" | "last" | "begins" | "minutes">;
export type NewAbsence = Pick<AbsencesRow, "id" | "staff" | "starts" | "ends" | "reason">;

/** Those who change the rota wait for each other, so that two shifts that overlap are not both let in. */
export const oneByOne = (tx: Tx): Promise<number> => tx.run("select pg_advisory_xact_lock(hashtextextended('rota ' || troth_desk(), 0))");

export async function keepShift(tx: Tx, desk: string, s: NewShift, by: string, at: number): Promise<void> {
  await tx.run(
    `insert into shifts (desk, id, staff, zone, first, last, begins, minutes, made_at, made_by) values ($1, $2, $3, $4, $5::date, $6::date, $7, $8, at_ms($9), $10)
     on conflict (desk, id) do update set staff = excluded.staff, zone = excluded.zone, first = excluded.first, last = excluded.last, begins = excluded.begins, minutes = excluded.minutes, made_at = excluded.made_at, made_by = excluded.made_by`,
    [desk, s.id, s.staff, s.zone, s.first, s.last, s.begins, s.minutes, at, by],
  );
}

export async function keepAbsence(tx: Tx, desk: string, a: NewAbsence, by: string, at: number): Promise<void> {
  await tx.run(
    `insert into absences (desk, id, staff, starts, ends, reason, made_at, made_by) values ($1, $2, $3, at_ms($4), at_ms($5), $6, at_ms($7), $8)
     on conflict (desk, id) do update set staff = excluded.staff, starts = excluded.starts, ends = excluded.ends, reason = excluded.reason, made_at = excluded.made_at, made_by = excluded.made_by`,
    [desk, a.id, a.staff, a.starts, a.ends, a.reason, at, by],
  );
}

/** True if there was one. */
export const dropShift = async (tx: Tx, id: string): Promise<boolean> => (await tx.run("delete from shifts where desk = troth_desk() and id = $1", [id])) === 1;
export const dropAbsence = async (tx: Tx, id: string): Promise<boolean> => (await tx.run("delete from absences where desk = troth_desk() and id = $1", [id])) === 1;
