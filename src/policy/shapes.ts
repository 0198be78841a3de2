// The small shapes that a policy's text is made of: ids, words, durations, money, conditions. Zod, so that the JSON Schema is theirs.
import { z } from "zod";
import { parseDuration } from "./time/duration.ts";

export const id = z.string().regex(/^[a-z][a-z0-9-]*$/, "an id is lower-case letters, digits and hyphens, and starts with a letter");
export const lang = z.string().regex(/^[a-z]{2,3}$/, "a language is its two-letter code, like fr");
export const words = z.record(lang, z.string().min(1)).describe("Words per language; an ICU message each");
export const duration = z
  .string()
  .refine((text) => parseDuration(text) !== null, 'a duration is a whole number and a unit, like "24 hours" or "2 working days"')
  .describe('A duration: "24 hours", "2 working days"');
export const money = z.string().regex(/^\d+\.\d{2} [A-Z]{3}$/, 'money is an amount with two decimals and its currency, like "45.00 EUR"');
export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "a date is YYYY-MM-DD");
export const interval = z.string().regex(/^\d{1,2}:\d{2}-\d{1,2}:\d{2}$/, 'opening hours are "09:00-17:30"');

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const bound = z.union([duration, money, z.number().int(), id]); // an id: a value of a ranked fact
const range = z.strictObject({ under: bound, within: bound, over: bound, from: bound }).partial().describe("`within` and `from` include their limit, `under` and `over` exclude it");
const test = z.union([scalar, z.array(scalar).min(1), z.strictObject({ not: z.union([scalar, z.array(scalar).min(1)]) }), range]);

/** Conditions are data: facts against sets and ranges, with any / all / not. */
export interface RawCondition {
  any?: RawCondition[] | undefined;
  all?: RawCondition[] | undefined;
  not?: RawCondition | undefined;
  [fact: string]: unknown;
}
export const condition: z.ZodType<RawCondition> = z.lazy(() =>
  z
    .object({ any: z.array(condition).min(1), all: z.array(condition).min(1), not: condition })
    .partial()
    .catchall(test),
);
