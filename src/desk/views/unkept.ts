// What the policy in force promises and those on the rota cannot keep, as hours of a week.
import type { StaffRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";
import { dateIn, isZone, type Policy } from "../../policy/index.ts";
import { checkStaffing } from "../../policy/staffing/check-staffing.ts";
import { fourWeeks } from "../../policy/staffing/on-duty.ts";
import { absencesFrom, shiftsFrom } from "../rota/reads.ts";
import { dutyWithin } from "./duty.ts";

/** One sentence for each promise and each group of people trained alike, about the four weeks after `now` (epoch ms). The policy has the desk's dated hours in its calendars. */
export async function unkept(tx: Tx, policy: Policy, staff: readonly StaffRow[], now: number): Promise<{ readonly clause: string; readonly message: string }[]> {
  const span = fourWeeks(now);
  const [shifts, absences] = await Promise.all([shiftsFrom(tx, dateIn(span.since, policy.desk.zone)), absencesFrom(tx, span.since)]);
  const duty = dutyWithin(
    staff,
    shifts.filter((s) => isZone(s.zone)),
    absences,
    span.since,
    span.until,
  );
  const people = staff.filter((s) => s.disabled_at === null && (s.role !== "admin" || duty.some((d) => d.staff === s.id)));
  const found = checkStaffing(
    policy,
    people.map((s) => ({ id: s.id, name: s.name, trained: s.trained, duty: duty.filter((d) => d.staff === s.id) })),
    span,
  );
  return found.filter((f) => f.code === "E-UNKEEPABLE").map((f) => ({ clause: f.at, message: f.message }));
}
