// The desk as strangers see it, and its policy.
import { z } from "zod";
import { Language, Section, Value } from "./basics.ts";
import { Clause } from "./clause.ts";
import { named } from "./named.ts";

const hours = z.object({ days: z.string(), hours: z.string() });
const option = z.object({ value: Value, label: z.string() });
export const DeskInfo = named(
  "DeskInfo",
  z.object({
    desk: z.string(),
    name: z.string(),
    languages: z.array(Language),
    language: Language,
    zone: z.string(),
    currency: z.string().describe("of the policy's prices"),
    prefix: z.string(),
    colour: z.string().nullable(),
    address: z.string(),
    phone: z.string().nullable(),
    topics: z.array(z.object({ id: z.string(), label: z.string() })),
    questions: z.array(z.object({ fact: z.string(), type: z.string(), label: z.string(), ask: z.string(), options: z.array(option) })),
    policy: z.object({ version: z.number().int(), label: z.string(), effective: z.string(), conduct: z.boolean().describe("it has clauses on conduct") }),
  }),
);
export const PolicyPage = named(
  "PolicyPage",
  z.object({
    lang: Language,
    title: z.string(),
    intro: z.string(),
    desk: z.string(),
    version: z.string(),
    effective: z.string(),
    standing: z.string(),
    sections: z.array(z.object({ section: Section, number: z.number().int(), title: z.string(), anchor: z.string(), clauses: z.array(Clause) })),
    calendars: z.array(z.object({ id: z.string(), anchor: z.string(), name: z.string(), rows: z.array(hours), exceptions: z.array(hours), notes: z.array(z.string()) })),
    documents: z.array(z.object({ id: z.string(), anchor: z.string(), version: z.string(), title: z.string(), text: z.string(), lang: Language })),
  }),
);
export const PolicyText = named("PolicyText", z.object({ version: z.number().int(), label: z.string(), effective: z.string(), text: z.string() }));
