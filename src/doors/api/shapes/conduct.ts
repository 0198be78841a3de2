// A case of conduct as its readers see it, and what may be done in it.
import { z } from "zod";
import { At, Facts, Id, pageOf, Text, Who } from "./basics.ts";
import { Clause } from "./clause.ts";
import { named } from "./named.ts";

const Measure = z.object({
  kind: z.enum(["warning", "restriction", "ending"]),
  ends: At.nullable().describe("by itself; null: for good"),
  endedAt: At.nullable(),
  endedHow: z.enum(["time", "appeal", "lifted"]).nullable(),
  holds: z.boolean(),
});
const line = {
  id: Id,
  access: z.enum(["whole", "state"]).describe("`state`: who reported it learns that there is a case and how far it is"),
  phase: z.enum(["hearing", "to-decide", "decided", "appealed", "lapsed"]),
  openedAt: At,
  ticket: z.string().describe("the number of the ticket on which it was found"),
  person: z.string().nullable(),
  answerBy: At.nullable().describe("until when the person can answer before it is decided"),
  lapsesAt: At.nullable().describe("undecided until then, nothing comes of it"),
  reviewBy: At.nullable().describe("by when an appeal is decided"),
  measure: Measure.nullable(),
};
export const ConductLine = named("ConductLine", z.object(line));
export const ConductPage = pageOf("ConductPage", ConductLine);

const Seat = z.object({
  role: z.string().nullable().describe("in the policy's words; null: the policy names none"),
  people: z.array(Who).describe("who acts for it"),
  inPlace: z.boolean().describe("nobody else holds it: leads stand in for it"),
});
const As = z
  .object({ as: z.enum(["holder", "named", "in-place"]), role: z.string().nullable().describe("of the clause, in the policy's words") })
  .nullable()
  .describe("as what they decided: they held the role, were named for it, or stood in for a role that nobody else held; null where it was not kept");
const Decision = z.object({
  clause: Clause.nullable().describe("null: no measure"),
  reason: z.string(),
  by: Who.nullable(),
  as: As,
  at: At,
  contestable: z.boolean(),
  contestBy: At.nullable().describe("until when it can be appealed; null: no time is named"),
});
const Appeal = z.object({
  at: At,
  decider: Who.nullable().describe("for those inside: who was named to decide it"),
  decided: z.object({ lifts: z.boolean(), reason: z.string(), by: Who.nullable(), as: As, at: At }).nullable(),
});
const CaseFile = z.object({
  person: z.object({ id: Id, name: z.string(), email: z.string() }),
  subject: z.string().describe("of the ticket"),
  policyVersion: z.number().int(),
  facts: z.array(z.object({ name: z.string(), label: z.string(), text: z.string() })).describe("for those inside: what was found"),
  statement: z.string().describe("what happened, in the words of who reported it"),
  openedBy: Who.nullable().describe("for those inside; null: a limit of the policy"),
  offers: z
    .array(
      z.object({
        clause: Clause,
        measure: z.enum(["warning", "restriction", "ending", "none"]),
        options: z.array(z.string()),
        lasts: z.boolean(),
        role: z.string().nullable().describe("for those inside: who decides, as the policy names them"),
        appealRole: z.string().nullable().describe("for those inside: who hears an appeal"),
        yours: z.boolean().describe("its reader can apply it"),
      }),
    )
    .describe("the clauses of which one may be applied"),
  evidence: z.array(
    z.object({
      id: Id,
      message: Id,
      ticket: z.string(),
      text: z.string().describe("as it was"),
      sha: z.string().describe("SHA-256 of the text"),
      saidAt: At,
      since: z.enum(["same", "changed", "gone"]).describe("what has become of the message itself"),
    }),
  ),
  words: z.array(z.object({ id: Id, kind: z.enum(["answer", "appeal"]), text: z.string(), channel: z.string(), at: At, authenticated: z.enum(["pass", "fail", "none"]).nullable() })),
  heardAt: At.nullable(),
  decider: Who.nullable().describe("for those inside: who was named to decide"),
  decides: z.array(Seat).describe("for those inside: who decides by the policy"),
  hears: Seat.nullable().describe("for those inside, of a measure that can be appealed: who hears the appeal"),
  decision: Decision.nullable(),
  appeal: Appeal.nullable(),
  may: z
    .object({
      say: z.enum(["answer", "appeal"]).nullable(),
      name: z.boolean(),
      decide: z.boolean(),
      nameForAppeal: z.boolean(),
      handTo: z.array(Who).nullable().describe("whom its reader may name: those who hold the role too; null: anybody on the staff"),
      decideAppeal: z.boolean(),
      lift: z.boolean(),
    })
    .describe("what its reader can do now"),
});
export const ConductCase = named("ConductCase", z.object({ ...line, file: CaseFile.nullable().describe("null where its reader may only know that there is one") }));

export const ConductReport = named(
  "ConductReport",
  z.strictObject({
    facts: Facts.describe("what was found: facts of the policy that its clauses on conduct read"),
    person: Id.optional().describe("who is reported: anybody who wrote on the ticket; its requester if not said"),
    messages: z.array(Id).max(50).default([]).describe("what they wrote, held against them as it is now"),
    statement: z.string().max(20_000).default("").describe("what happened, as the person will read it; nothing of who reports it"),
  }),
);
export const ConductWords = named("ConductWords", z.strictObject({ text: Text }));
export const ConductNaming = named("ConductNaming", z.strictObject({ to: Id, decides: z.enum(["case", "appeal"]).default("case") }));
export const ConductDecision = named(
  "ConductDecision",
  z.strictObject({
    clause: z.string().max(100).nullable().describe("one of the offered clauses; null: no measure"),
    option: z.string().max(100).optional(),
    reason: Text.describe("the person reads it"),
  }),
);
export const ConductAppeal = named("ConductAppeal", z.strictObject({ lifts: z.boolean().describe("whether the measure is taken back"), reason: Text.describe("the person reads it") }));
export const ConductLifting = named("ConductLifting", z.strictObject({ reason: Text.describe("the person reads it") }));
export const Shields = named("Shields", z.object({ items: z.array(z.object({ id: Id, name: z.string(), since: At })) }));
