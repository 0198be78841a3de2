// What a customer's plan includes and what they bought beforehand.
import { z } from "zod";
import { At, Id, Line } from "./basics.ts";
import { Clause } from "./clause.ts";
import { named } from "./named.ts";

const amount = z.number().int();
const Draw = z.object({ ticket: z.string(), subject: z.string(), quantity: amount, at: At });
const Terms = z.object({ quantity: amount, starts: At, ends: At.nullable(), reference: z.string(), withdrawn: z.boolean() });
export const Pack = named(
  "Pack",
  z.object({
    id: Id,
    quantity: amount,
    left: amount.describe("0 where it was taken back"),
    starts: At,
    ends: At.nullable(),
    reference: z.string(),
    madeAt: At,
    madeBy: z.string(),
    withdrawnAt: At.nullable(),
    draws: z.array(Draw).describe("what each request drew from it, the newest first"),
    changes: z.array(z.object({ at: At, by: z.string(), reason: z.string(), was: Terms, became: Terms })).describe("corrections, the newest first"),
  }),
);
export const Allowance = named(
  "Allowance",
  z.object({
    id: z.string(),
    label: z.string(),
    time: z.boolean().describe("quantities are ms, else requests"),
    left: amount.describe("less what open requests have agreed to draw"),
    of: amount,
    included: amount.describe("by the policy, for each period"),
    per: z.enum(["month", "quarter", "year"]).nullable().describe("null: once"),
    plan: z
      .object({ left: amount, givenBack: amount.describe("into this period, of what was taken before it"), from: At.nullable(), until: At.nullable(), clause: Clause.nullable(), draws: z.array(Draw) })
      .nullable()
      .describe("what is included in the period that runs; null where no clause includes it for them"),
    packs: z.array(Pack),
  }),
);
export const Allowances = named("Allowances", z.object({ items: z.array(Allowance) }));
const Day = z.string().regex(/^\d{4}-\d\d-\d\d$/, "a day like 2026-03-31");
const Minutes = z.number().int().min(1).max(10_000_000).optional().describe("where the allowance is time");
const Requests = z.number().int().min(1).max(1_000_000).optional().describe("where it is requests");
export const NewPack = named(
  "NewPack",
  z.strictObject({
    allowance: z.string().min(1).max(100),
    minutes: Minutes,
    requests: Requests,
    starts: Day.optional().describe("its first day; today if not said"),
    ends: Day.optional().describe("its last day; it does not end if not said"),
    reference: z.string().max(200).default("").describe("of the order or the invoice"),
  }),
);
export const PackCorrection = named(
  "PackCorrection",
  z.strictObject({
    minutes: Minutes,
    requests: Requests,
    starts: Day.optional(),
    ends: Day.nullable().optional().describe("its last day; null: it does not end"),
    reference: z.string().max(200).optional(),
    withdrawn: z.boolean().optional().describe("true takes it back: nothing more is drawn from it; false lets it stand again"),
    reason: Line.describe("why, kept with what stood before"),
  }),
);
