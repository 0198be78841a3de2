// A clause as every screen and mail shows it, and a reason: a clause with the facts that it rested on.
import { z } from "zod";
import { Language, Section, Strength, Value } from "./basics.ts";
import { named } from "./named.ts";

const clause = {
  id: z.string(),
  number: z.string(),
  section: Section,
  words: z.string(),
  lang: Language,
  anchor: z.string(),
  url: z.string().optional(),
  strength: Strength,
  bond: z.string(),
};
export const Clause = named("Clause", z.object(clause));

/** A fact in the reader's language: "Subscription: paid". */
export const ShownFact = named("ShownFact", z.object({ label: z.string(), value: Value, text: z.string() }));

export const Reason = named(
  "Reason",
  z.object({
    ...clause,
    key: z.string(),
    audience: z.enum(["public", "customer", "agent"]),
    facts: z.array(z.string()),
    tried: z
      .array(
        z.object({
          clause: Clause,
          known: z.array(z.object({ label: z.string(), text: z.string() })).describe("the facts that stand against it"),
          unknown: z
            .array(z.object({ label: z.string(), ask: z.string().nullable().describe("the question to the customer; null where it is not theirs to say") }))
            .describe("what would have to be known"),
        }),
      )
      .describe("of a clause that refuses, the exceptions that were looked at first; facts that are not the reader's to see are left out"),
    shown: z.record(z.string(), ShownFact).describe("of its facts, those that the reader may see"),
  }),
);
