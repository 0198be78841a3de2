// What stands of a customer, for a time or for good.
import { z } from "zod";
import { At, Id, Line, Value } from "./basics.ts";
import { Clause } from "./clause.ts";
import { named } from "./named.ts";

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "a day such as 2026-12-31");
const days = { begins: Day.nullable(), ends: Day.nullable().describe("the last day on which it stands"), notice: Day.nullable().describe("until when notice can be given") };
const Stood = named("Stood", z.object({ text: z.string(), ...days }));
export const StandingFact = named(
  "StandingFact",
  z.object({
    fact: z.string(),
    kind: z.string(),
    label: z.string(),
    options: z.array(z.object({ value: z.union([z.string(), z.boolean()]), label: z.string() })),
    value: Value.describe("a length in ms, an amount in whole cents"),
    text: z.string().nullable(),
    fallback: z.string().nullable().describe("what the policy takes where nothing is known"),
    ...days,
    set: z.object({ since: At, by: z.string(), door: z.string() }).nullable(),
    terms: z.array(z.object({ text: z.string(), now: z.boolean(), ...days })).describe("all of its times, in order"),
    lets: z.array(Clause).describe("clauses that answer because of it"),
  }),
);
export const CustomerStanding = named(
  "CustomerStanding",
  z.object({
    id: Id,
    name: z.string(),
    at: At,
    facts: z.array(StandingFact),
    history: z.array(z.object({ at: At, by: z.string(), door: z.string(), changed: z.array(z.object({ fact: z.string(), label: z.string(), before: z.array(Stood), after: z.array(Stood) })) })),
  }),
);
export const TermInput = named(
  "TermInput",
  z.strictObject({
    value: z.union([z.string().max(300), z.number(), z.boolean()]).describe('a length as text ("20 minutes") or in ms, an amount as text ("45.00 EUR") or in whole cents'),
    begins: Day.nullish(),
    ends: Day.nullish(),
    notice: Day.nullish(),
  }),
);
const facts = z.record(z.string().max(100), z.union([TermInput, z.string().max(300), z.number(), z.boolean(), z.null()])).describe("a value, a value with its days, or null to take it out");
export const StandingInput = named("StandingInput", z.strictObject({ organisation: Line, facts }));
