// What may be said to the desk: asking, answering, deciding.
import { z } from "zod";
import { Email, Facts, Id, Line, Paging, Text } from "./basics.ts";
import { named } from "./named.ts";

export const files = z.array(z.string().max(2000)).max(20).optional().describe("tokens of POST /files");
const requester = z
  .union([z.strictObject({ id: Id }), z.strictObject({ email: Email, name: Line })])
  .optional()
  .describe("for staff and keys: who asks");

export const NewTicket = named(
  "NewTicket",
  z.strictObject({
    subject: Line,
    text: Text,
    topic: z.string().max(100).optional(),
    facts: Facts.optional(),
    requester,
    channel: z.enum(["phone", "chat", "form", "api"]).optional(),
    files,
  }),
);
export const PreviewInput = named(
  "PreviewInput",
  z.strictObject({ topic: z.string().max(100).optional(), facts: Facts.optional(), subject: z.string().max(300).optional(), text: z.string().max(200_000).optional(), requester }),
);
export const NewMessage = named("NewMessage", z.strictObject({ text: Text, files }));
export const NewAnswer = named(
  "NewAnswer",
  z.strictObject({
    text: Text,
    files,
    called: z.boolean().optional().describe("given by telephone: no mail is sent"),
    asks: z.boolean().optional().describe("it cannot go on until the customer answers: promises whose clause says so stand still until then, and the customer is told"),
  }),
);
export const NewNote = named("NewNote", z.strictObject({ text: Text, files }));
export const AssigneeInput = named("AssigneeInput", z.strictObject({ to: Id.nullable(), reason: Line.optional() }));
export const SkipInput = named("SkipInput", z.strictObject({ reason: Line.optional().describe("needed unless the policy leaves passing over free") }));
export const EscalationInput = named("EscalationInput", z.strictObject({ text: Text.optional().describe("what the customer says to it, or a note of staff's") }));
export const StatusInput = named("StatusInput", z.strictObject({ status: z.enum(["open", "waiting"]) }));
export const ClosureInput = named(
  "ClosureInput",
  z.strictObject({
    outcome: z.enum(["solved", "unresolved"]),
    text: Text.optional().describe("for staff and keys: the solution, or why there is none; the customer reads it in the mail that tells them"),
    solution: Id.optional().describe("for staff and keys: an answer given before that solved it; without it and without `text`, the last one"),
  }),
);
export const AgreementInput = named("AgreementInput", z.strictObject({ agreed: z.boolean(), text: Text.optional().describe("what is still wrong, or any other word to it") }));
export const FindingsInput = named("FindingsInput", z.strictObject({ facts: Facts }));
export const ClaimsInput = named("ClaimsInput", z.strictObject({ facts: Facts, text: Text.optional() }));
export const RulingInput = named("RulingInput", z.strictObject({ state: z.enum(["granted", "declined"]), option: z.string().max(100).optional(), reason: Line }));
export const ConsentInput = named(
  "ConsentInput",
  z.strictObject({ accepts: z.array(z.string().max(100)).max(20).describe("ids of the documents that are accepted with the price: all that the offer names") }),
);
export const QuoteInput = named(
  "QuoteInput",
  z.strictObject({
    for: z.enum(["quote", "recovery"]).default("quote"),
    net: z.number().int().min(1).max(100_000_000).describe("cents without taxes"),
    minutes: z.number().int().min(1).max(100_000).nullable().default(null).describe("of work that the price is for; null: as long as it takes"),
    words: Text.describe("what the price is for, as the customer reads it"),
  }),
);
export const WorkInput = named("WorkInput", z.strictObject({ kind: z.enum(["connection", "phone"]) }));
export const AdjustInput = named(
  "AdjustInput",
  z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.enum(["credit", "correction"]),
      net: z
        .number()
        .int()
        .min(-100_000_000)
        .max(100_000_000)
        .refine((n) => n !== 0, "not nothing")
        .describe("cents without taxes; of a correction below zero where it is given back"),
      reason: Line,
    }),
    z
      .strictObject({
        kind: z.literal("give-back"),
        minutes: z.number().int().min(1).max(1_000_000).optional().describe("of an allowance that counts time"),
        requests: z.number().int().min(1).max(10_000).optional().describe("of one that counts requests"),
        to: z.enum(["origin", "now", "pack"]).default("origin").describe("where it was taken from, while that runs; into the period that runs now; or as a pack of its own"),
        ends: z
          .string()
          .regex(/^\d{4}-\d\d-\d\d$/, "a day like 2026-03-31")
          .optional()
          .describe("the last day of that pack"),
        reason: Line,
      })
      .refine((input) => (input.minutes === undefined) !== (input.requests === undefined), { path: ["minutes"], message: "minutes or requests, one of them" })
      .describe("what the ticket took from an allowance, or a part of it"),
  ]),
);
export const AdjustDecision = named("AdjustDecision", z.strictObject({ approved: z.boolean() }));
export const ParticipantInput = named("ParticipantInput", z.strictObject({ copied: z.boolean().describe("gets the answers too"), name: Line.optional() }));
export const PresenceInput = named("PresenceInput", z.strictObject({ doing: z.enum(["reading", "writing", "gone"]) }));

export const TicketQuery = z.strictObject({
  ...Paging,
  status: z.enum(["open", "waiting", "closed", "all"]).default("all"),
  assignee: z.union([z.enum(["me", "none"]), Id]).optional(),
  q: z.string().max(300).optional(),
  requester: Id.optional(),
  organisation: Id.optional(),
  refused: z.enum(["true", "false"]).optional(),
});
export const NumberParam = z.object({ number: z.string().min(1).max(40) });
