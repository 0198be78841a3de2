// Rotas and absences: who is on duty when.
import { z } from "zod";
import { At, Day, Id, Zone } from "./basics.ts";
import { named } from "./named.ts";

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time of day, as in 08:30");
const Away = z.enum(["holiday", "illness", "training", "other"]);

const shift = {
  staff: Id,
  zone: Zone.describe("IANA, by whose clock on the wall it is worked"),
  first: Day,
  last: Day.nullable().describe("the day on which it begins last; the same as `first`: once; null: every week without an end"),
  begins: Clock,
  minutes: z.number().int().min(1).max(1440).describe("its length; it may reach past midnight"),
};
export const ShiftInput = named("ShiftInput", z.strictObject(shift));
export const CapacityInput = named("CapacityInput", z.strictObject({ capacity: z.number().int().min(1).max(10_000).nullable().describe("open tickets at once; null: as many as come") }));
export const AbsenceInput = named("AbsenceInput", z.strictObject({ staff: Id, from: At, to: At, reason: Away }));

const Finding = z.object({ code: z.string(), severity: z.enum(["error", "warning"]), message: z.string(), example: z.string() });
export const RotaChanged = named(
  "RotaChanged",
  z.object({
    findings: z.array(Finding).describe("what does not fit together now: holes, topics nobody is trained for"),
  }),
);
const stretch = { from: At, to: At };
export const Rota = named(
  "Rota",
  z.object({
    zone: z.string(),
    days: z.array(Day),
    keeps: z.boolean().describe("false: the desk keeps no rota, and everybody is on duty"),
    now: At,
    calendars: z.array(z.object({ id: z.string(), name: z.string() })),
    staff: z.array(
      z.object({
        id: Id,
        name: z.string(),
        role: z.enum(["admin", "lead", "agent"]),
        present: z.boolean(),
        capacity: z.number().int().nullable(),
        open: z.number().int(),
        trained: z.array(z.object({ id: z.string(), label: z.string() })),
        onDuty: z.boolean(),
        duty: z.array(z.object({ shift: Id, ...stretch })),
        absences: z.array(z.object({ id: Id, ...stretch, reason: Away })),
      }),
    ),
    shifts: z.array(z.object({ id: Id, ...shift })),
    closures: z.array(z.object({ id: Id, calendar: z.string(), first: Day, last: Day, hours: z.array(z.string()), reason: z.string(), madeBy: z.string(), madeAt: At })),
    holes: z.array(z.object({ calendar: z.string(), ...stretch })).describe("where a calendar is open and nobody is on duty"),
    atRisk: z
      .array(
        z.object({
          number: z.string(),
          subject: z.string(),
          kind: z.string(),
          label: z.string(),
          clause: z.string(),
          due: At,
          would: At.describe("when it would be due by the new hours"),
          assignee: z.string().nullable(),
        }),
      )
      .describe("promises that a change of hours leaves less time for"),
  }),
);
