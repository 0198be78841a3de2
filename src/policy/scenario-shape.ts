// The shape of a file of scenarios: given facts, when an event, then effects and reasons.
import { z } from "zod";
import { MOMENTS } from "./model.ts";

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const local = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "a time is YYYY-MM-DDTHH:MM, local to the desk");
const pattern = z.record(z.string(), z.unknown());

const scenario = z.strictObject({
  scenario: z.string().min(1).describe("a sentence"),
  at: local,
  opened: local.optional().describe("when the ticket was opened; `at` where absent"),
  zone: z.string().optional().describe("the customer's time zone; the desk's where absent"),
  given: z.record(z.string(), value).default({}),
  running: z
    .array(
      z.strictObject({
        kind: z.string(),
        clause: z.string(),
        subject: z.string().default("ticket"),
        starts: local,
        due: local.nullable().default(null),
        goal: local.nullable().default(null),
        state: z.enum(["running", "paused", "kept", "broken", "withdrawn"]).default("running"),
        pauses: z.array(z.strictObject({ from: local, to: local.nullable(), reason: z.enum(["question", "checklist", "consent", "closing", "maintenance"]) })).default([]),
        met: local.nullable().default(null).describe("of a broken one: when it was done after all"),
      }),
    )
    .default([]),
  when: z.enum(MOMENTS),
  about: z.string().optional(),
  "rang-for": local.optional().describe("when the timer was due; `at` where absent"),
  does: z.array(z.string()).optional(),
  then: z.strictObject({
    clauses: z.array(z.string()).describe("exactly the clauses that apply, in any order"),
    results: z.record(z.string(), value).optional(),
    effects: z.array(pattern).optional().describe("each matches an effect in the fields it names; its clause's strength is one, and the taxes of a charge"),
    no: z.array(pattern).optional().describe("none matches any effect"),
    counts: z.array(pattern).optional().describe("each matches a count of the past that this moment asks for, in the fields it names"),
  }),
});
export const SCENARIO_FILE = z.strictObject({ scenarios: z.array(scenario).min(1) });
export type Scenario = z.infer<typeof scenario>;
