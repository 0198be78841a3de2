// What a customer was asked about closing their ticket.
import { z } from "zod";
import { At, Id } from "./basics.ts";
import { Clause } from "./clause.ts";
import { named } from "./named.ts";
import { Quote } from "./quote.ts";

export const Closing = named(
  "Closing",
  z.object({
    id: Id,
    state: z.enum(["open", "agreed", "refused", "silent", "withdrawn"]).describe("silent: closed because no answer came"),
    outcome: z.enum(["solved", "unresolved"]),
    message: Id.nullable().describe("the answer that is the solution, or that says why there is none"),
    words: z.string(),
    clause: Clause.nullable().describe("by which the customer is asked"),
    settles: Clause.nullable().describe("by which something is owed once it is closed"),
    quote: Quote.nullable().describe("what is charged then, as it stood when it was asked"),
    taken: z
      .object({ time: z.boolean().describe("quantities are ms, else requests"), quantity: z.number().int(), left: z.number().int(), of: z.number().int() })
      .nullable()
      .describe("what is taken from an allowance then"),
    priced: z.boolean().describe("the policy says what is owed at a closing, be it nothing"),
    askedAt: At,
    askedBy: z.string(),
    closesAt: At.nullable().describe("without an answer; null once the customer has written"),
    closesText: z.string().nullable(),
    answeredAt: At.nullable(),
    answeredBy: z.string().nullable(),
    channel: z.string().nullable(),
  }),
);

export const ClosesNow = named(
  "ClosesNow",
  z.object({
    solved: Clause.nullable().describe("the clause by which the customer is asked before it closes as solved"),
    unresolved: Clause.nullable().describe("the clause by which they are asked before it closes as unresolved"),
    needsSolution: Clause.nullable().describe("the clause that has nothing solved without a solution"),
  }),
);
