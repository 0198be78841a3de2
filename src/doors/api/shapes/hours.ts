// Days on which a desk opens otherwise, and windows of maintenance.
import { z } from "zod";
import { At, Day, Id, Line } from "./basics.ts";
import { named } from "./named.ts";

const ClosedDay = Day.describe("a date of the calendar's zone, 2026-12-24");
const Opening = z.string().regex(/^\d{2}:\d{2}-\d{2}:\d{2}$/, "an opening like 09:00-12:30");
const Notice = z.object({ by: At, kept: z.boolean() }).nullable().describe("by when the policy promises to announce it, and whether that was kept; null where it promises nothing");
const closure = {
  calendar: z.string(),
  first: ClosedDay,
  last: ClosedDay.describe("the same day for one alone"),
  hours: z.array(Opening).describe("when it is open on these days; none: closed"),
  reason: z.string(),
};

export const NewClosure = named(
  "NewClosure",
  z.strictObject({ calendar: z.string().max(100), first: ClosedDay, last: ClosedDay.optional(), hours: z.array(Opening).max(10).default([]), reason: Line }),
);
export const Closure = named("Closure", z.object({ id: Id, ...closure, madeAt: At, madeBy: z.string(), ended: z.boolean(), notice: Notice }));
export const ClosureList = named("ClosureList", z.object({ items: z.array(Closure) }));
export const MadeClosure = named(
  "MadeClosure",
  z.object({
    closure: Closure,
    tickets: z.number().int().describe("to which something is promised: each is asked anew"),
    standing: z
      .array(z.object({ ticket: z.string(), kind: z.string(), due: At }))
      .describe("running promises that fall due on these days: they stand as they were told, or move where the policy announced it in time"),
  }),
);

export const NewMaintenance = named("NewMaintenance", z.strictObject({ starts: At, ends: At, words: Line }));
export const Maintenance = named("Maintenance", z.object({ id: Id, starts: At, ends: At, words: z.string(), announcedAt: At, announcedBy: z.string(), calledOffAt: At.nullable(), notice: Notice }));
export const MaintenanceList = named("MaintenanceList", z.object({ items: z.array(Maintenance) }));
