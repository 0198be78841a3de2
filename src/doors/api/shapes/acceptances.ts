// Which text was accepted by whom, when and how.
import { z } from "zod";
import { At, Id, Language } from "./basics.ts";
import { named } from "./named.ts";

export const Acceptance = named(
  "Acceptance",
  z.object({
    id: Id,
    person: z.object({ id: Id, name: z.string() }),
    document: z.string(),
    version: z.string().describe("of the text"),
    title: z.string(),
    words: z.string().describe("as they were accepted"),
    policy: z.number().int().describe("the policy's version"),
    language: Language,
    channel: z.string(),
    byUse: z.boolean().describe("by asking; else with an offer, or by saying so"),
    at: At,
  }),
);
export const AcceptanceList = named("AcceptanceList", z.object({ items: z.array(Acceptance) }));
export const NewAcceptance = named("NewAcceptance", z.strictObject({ document: z.string().max(100), version: z.string().max(100).describe("of the text that was shown"), person: Id.optional() }));
export const MadeAcceptance = named("MadeAcceptance", z.object({ document: z.string(), version: z.string(), isNew: z.boolean() }));
