// What a customer's plan includes and what they bought beforehand.
import { z } from "zod";
import { At, Id } from "./basics.ts";
import { named } from "./named.ts";

const amount = z.number().int();
export const Allowance = named(
  "Allowance",
  z.object({
    id: z.string(),
    time: z.boolean().describe("quantities are ms, else requests"),
    left: amount.describe("less what open requests have agreed to draw"),
    of: amount,
    included: amount.describe("by the policy, for each period"),
    per: z.enum(["month", "quarter", "year"]).nullable().describe("null: once"),
    packs: z.array(z.object({ id: Id, quantity: amount, left: amount, starts: At, ends: At.nullable(), reference: z.string(), madeBy: z.string() })),
  }),
);
export const Allowances = named("Allowances", z.object({ items: z.array(Allowance) }));
const Day = z.string().regex(/^\d{4}-\d\d-\d\d$/, "a day like 2026-03-31");
export const NewPack = named(
  "NewPack",
  z.strictObject({
    allowance: z.string().min(1).max(100),
    minutes: z.number().int().min(1).max(10_000_000).optional().describe("where the allowance is time"),
    requests: z.number().int().min(1).max(1_000_000).optional().describe("where it is requests"),
    starts: Day.optional().describe("its first day; today if not said"),
    ends: Day.optional().describe("its last day; it does not end if not said"),
    reference: z.string().max(200).default("").describe("of the order or the invoice"),
  }),
);
