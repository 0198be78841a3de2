// Who is on duty when, worked out of shifts and absences: the rota as instants.
import type { AbsencesRow, ShiftsRow, StaffRow } from "../../database/rows.gen.ts";
import { holes, type Policy, type Stretch, without, worked } from "../../policy/index.ts";

export interface Duty {
  readonly staff: string;
  readonly shift: string;
  readonly from: number;
  readonly to: number;
}

/** Each stretch of duty within [from, to), absences taken out, of those who can work. */
export function dutyWithin(staff: readonly StaffRow[], shifts: readonly ShiftsRow[], absences: readonly AbsencesRow[], from: number, to: number): Duty[] {
  const able = new Set(staff.filter((s) => s.disabled_at === null).map((s) => s.id));
  return shifts
    .filter((s) => able.has(s.staff))
    .flatMap((s) => {
      const away = absences.filter((a) => a.staff === s.staff).map((a) => ({ from: a.starts, to: a.ends }));
      return without(worked(s, from, to), away).map((stretch) => ({ staff: s.staff, shift: s.id, ...stretch }));
    })
    .sort((a, b) => a.from - b.from);
}

export interface Hole extends Stretch {
  readonly calendar: string;
}

/** The calendars by which this policy promises something or is reachable, each where it is open within [from, to) and nobody is on duty. */
export function holesWithin(policy: Policy, duty: readonly Stretch[], from: number, to: number): Hole[] {
  const used = new Set(policy.clauses.flatMap((c) => (["promises", "channels"].includes(c.section) && typeof c.outcome["calendar"] === "string" ? [c.outcome["calendar"]] : [])));
  return Object.values(policy.calendars)
    .filter((c) => used.has(c.id))
    .flatMap((calendar) => holes(calendar, duty, from, to).map((hole) => ({ calendar: calendar.id, ...hole })));
}
