// What was refused, by clause, and what became of it.
import { z } from "zod";
import { At } from "./basics.ts";
import { Clause } from "./clause.ts";
import { named } from "./named.ts";

const count = z.number().int();
export const Refusals = named(
  "Refusals",
  z.object({
    from: At,
    sums: z.array(z.object({ clause: z.string(), shown: Clause.nullable().describe("null: of an earlier version"), refused: count, standing: count, contested: count, reversed: count })),
    tickets: z.array(
      z.object({
        clause: z.string(),
        number: z.string(),
        subject: z.string(),
        requester: z.string(),
        organisation: z.string().nullable(),
        at: At,
        standing: z.boolean(),
        contested: z.boolean(),
        reversedAt: At.nullable(),
        reversedBy: z.string().nullable().describe("the person who reversed it; null where a fact of the customer's did"),
      }),
    ),
  }),
);
