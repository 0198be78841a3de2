// What a ticket has cost: charges with what was given back and corrected, and what was taken from an allowance instead.
import { z } from "zod";
import { At, Id, Who } from "./basics.ts";
import { Clause } from "./clause.ts";
import { named } from "./named.ts";
import { Quote } from "./quote.ts";

export const Charge = named(
  "Charge",
  z.object({
    id: Id,
    kind: z.enum(["charge", "credit", "correction"]),
    state: z.enum(["booked", "proposed", "refused"]),
    quote: Quote,
    clause: Clause.nullable(),
    reason: z.string().nullable(),
    proposedBy: Who.nullable().describe("for staff"),
    decidedBy: Who.nullable().describe("for staff"),
    madeAt: At,
    bookedAt: At.nullable(),
    statement: z.number().int().nullable(),
  }),
);

export const Drawn = named(
  "Drawn",
  z.object({
    allowance: z.object({ id: z.string(), label: z.string() }),
    time: z.boolean().describe("quantities are milliseconds, else requests"),
    quantity: z.number().int().describe("taken in all"),
    stays: z.number().int().describe("less what was given back"),
    runs: z.boolean().describe("whether something can still go back to where it was taken from"),
    givenBack: z
      .array(
        z.object({
          id: Id,
          state: z.enum(["proposed", "booked", "refused"]),
          quantity: z.number().int(),
          reason: z.string(),
          to: z.enum(["origin", "now", "pack"]).describe("where it was taken from, into the period that ran then, or as a pack of its own"),
          until: At.nullable().describe("when what it was given to ends, if it went elsewhere"),
          proposedBy: Who.nullable().describe("for staff"),
          decidedBy: Who.nullable().describe("for staff"),
          madeAt: At,
          decidedAt: At.nullable(),
        }),
      )
      .describe("what is only proposed, or was refused, for staff"),
  }),
);
