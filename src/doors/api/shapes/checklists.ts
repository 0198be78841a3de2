// What a customer is asked to do: the list, its items, and ticking one.
import { z } from "zod";
import { At, Id, Line, Text } from "./basics.ts";
import { Clause } from "./clause.ts";
import { named } from "./named.ts";

const State = z.enum(["open", "done", "dropped"]);
export const ChecklistItem = named(
  "ChecklistItem",
  z.object({
    id: Id,
    n: z.number().int().describe("by which an answer by mail names it"),
    text: z.string(),
    state: State,
    at: At.nullable(),
    by: z.string().nullable(),
    channel: z.string().nullable(),
  }),
);
export const Checklist = named(
  "Checklist",
  z.object({
    id: Id,
    words: z.string(),
    clause: Clause.nullable(),
    madeAt: At,
    madeBy: z.string(),
    endedAt: At.nullable().describe("when all of it was done, or the ticket closed"),
    items: z.array(ChecklistItem),
  }),
);
export const ChecklistAsk = named(
  "ChecklistAsk",
  z.object({ ask: z.string(), clause: Clause, pauses: z.boolean().describe("the clock stands still meanwhile"), things: z.array(z.object({ id: z.string(), label: z.string() })) }),
);
export const ChecklistInput = named(
  "ChecklistInput",
  z.strictObject({
    ask: z.string().max(100).optional().describe("what a clause of the policy asks, by its name there; with it come its reminders"),
    things: z.array(z.string().max(100)).max(50).default([]).describe("ids of things that the policy names, said in the customer's language"),
    items: z.array(Line).max(50).default([]).describe("in your own words"),
    text: Text.optional().describe("what you say with it"),
  }),
);
export const TickInput = named(
  "TickInput",
  z.strictObject({
    state: State.describe("open: not done after all; dropped, for staff: not needed any more"),
    text: Text.optional(),
    files: z.array(z.string().max(2000)).max(20).optional().describe("tokens of POST /files"),
  }),
);
