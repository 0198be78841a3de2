// What the policy says about a request: before it is sent, and once it is kept.
import { z } from "zod";
import { At, Facts, Id, Section, Strength, Who } from "./basics.ts";
import { Clause, Reason } from "./clause.ts";
import { named } from "./named.ts";
import { Quote } from "./quote.ts";
import { Askable } from "./askable.ts";

export const Said = named(
  "SaidPromise",
  z.object({
    kind: z.string(),
    label: z.string(),
    clause: Clause,
    strength: Strength,
    due: At.nullable(),
    goal: At.nullable(),
    dueText: z.string().nullable(),
    goalText: z.string().nullable(),
  }),
);
export const Similar = named(
  "SimilarTicket",
  z.object({
    number: z.string(),
    subject: z.string(),
    requester: z.string(),
    openedAt: At,
    openedText: z.string().describe("in the reader's language and zone"),
    score: z.number().describe("0 to 1"),
    shared: z.array(z.string()).describe("what both have that is the same in every language: file, code, name, topic, product"),
  }),
);
export const SimilarTickets = named("SimilarTickets", z.object({ items: z.array(Similar) }));
export const Suggestion = named("Suggestion", z.object({ topic: z.string(), label: z.string(), found: z.array(z.string()) }));
export const Suggestions = named("Suggestions", z.object({ items: z.array(Suggestion) }));

const says = {
  refused: Reason.nullable(),
  refer: z.object({ name: z.string(), url: z.string().optional() }).nullable().describe("who can help instead"),
  promises: z.array(Said),
  reasons: z.array(Reason),
  quote: Quote.nullable(),
  free: z.boolean().describe("taken from an allowance: there is nothing to pay"),
};
export const PreviewAnswer = named(
  "PreviewAnswer",
  z.object({
    ...says,
    open: z.array(z.object({ section: Section, key: z.string(), clauses: z.array(Clause), needs: z.array(Askable) })).describe("what the policy may still say, and what it would have to know"),
    suggestions: z.array(Suggestion),
    similar: z.array(Similar).describe("open tickets of the requester, or of their office where they may see those, that seem to be about the same"),
    results: Facts.optional().describe("for staff and keys"),
  }),
);
export const Opened = named(
  "Opened",
  z.object({
    number: z.string(),
    id: Id,
    revision: z.number().int(),
    url: z.string().describe("where the customer follows it"),
    ...says,
    assignee: Who.nullable(),
    openedAt: At,
  }),
);
