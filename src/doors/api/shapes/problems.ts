// Problems that tickets of different customers have in common. (What a request did wrong, RFC 9457, is in basics.ts.)
import { z } from "zod";
import { At, Id, Language, Line, pageOf, Paging, Text } from "./basics.ts";
import { named } from "./named.ts";
import { TicketSummary } from "./ticket.ts";
import { files } from "./ticket-input.ts";

const state = z.enum(["open", "solved"]);
const summary = {
  id: Id,
  number: z.string().describe("how people call it, P-3; customers never read it"),
  title: z.string(),
  state,
  tickets: z.number().int().describe("that hang on it"),
  open: z.number().int().describe("of them open"),
  customers: z.number().int().describe("of the open ones"),
  languages: z.array(Language).describe("of the open ones"),
  due: At.nullable().describe("when the next promise to one of them is due"),
  sending: z.boolean().describe("an answer is on its way"),
  madeAt: At,
  madeBy: z.string(),
  solvedAt: At.nullable(),
  solvedBy: z.string().nullable(),
  revision: z.number().int(),
};
export const SharedProblem = named("SharedProblem", z.object(summary));
export const SharedProblemPage = pageOf("SharedProblemPage", SharedProblem);

export const HangingTicket = named(
  "HangingTicket",
  TicketSummary.extend({
    hungAt: At,
    hungBy: z.string(),
    joinedInto: z.string().nullable().describe("it goes on in this one, which does not hang here by itself"),
    answeredAt: At.nullable().describe("when it last got an answer that was given together"),
    promises: z.array(z.object({ id: Id, kind: z.string(), label: z.string(), starts: At, due: At.nullable(), state: z.enum(["running", "paused"]) })),
  }),
);
export const TogetherAnswer = named(
  "TogetherAnswer",
  z.object({
    id: Id,
    texts: z.record(z.string(), z.string()),
    sendAs: z.record(z.string(), z.string()),
    files: z.array(z.object({ name: z.string(), type: z.string(), size: z.number().int() })).describe("that went along; each ticket has them on its own message"),
    earlier: Id.nullable().describe("the answer that solved it, where one did"),
    solves: z.boolean(),
    by: z.string(),
    at: At,
    endedAt: At.nullable(),
    total: z.number().int(),
    sent: z.number().int(),
    asked: z.number().int().describe("of a solution: customers who are asked first, as the policy says; their tickets are not closed yet"),
    waiting: z.number().int(),
    told: z
      .array(
        z.object({
          ticket: z.string(),
          state: z.enum(["closed", "joined", "off", "shielded", "unanswered", "failed"]),
          into: z.string().nullable().describe("joined: into which"),
          why: z.string().nullable().describe("failed: why, where that is known"),
        }),
      )
      .describe("tickets that did not get it, with the reason"),
  }),
);
export const SharedProblemWhole = named(
  "SharedProblemWhole",
  z.object({
    ...summary,
    known: z.string().describe("what is known of it, for the desk alone"),
    deskNames: z.record(z.string(), z.string()).describe("what {desk} becomes, by language"),
    hanging: z.array(HangingTicket).describe("those that the viewer may see, the open ones first; at most a thousand"),
    needs: z.array(z.object({ language: Language, tickets: z.number().int() })).describe("the languages of the open ones, those of most tickets first"),
    answers: z.array(TogetherAnswer).describe("the newest first"),
  }),
);

export const ProblemQuery = z.strictObject({ ...Paging, state: z.enum(["open", "solved", "all"]).default("open") });
const numbers = z.array(z.string().min(1).max(40)).max(1000);
const known = z.string().max(20_000);
export const NewSharedProblem = named(
  "NewSharedProblem",
  z.strictObject({ title: Line, known: known.default(""), tickets: numbers.max(50).default([]).describe("numbers of tickets that hang on it from the beginning") }),
);
export const SharedProblemInput = named("SharedProblemInput", z.strictObject({ title: Line.optional(), known: known.optional() }));

const texts = z.record(Language, Text).describe("by language: one for each that the tickets need; {customer}, {number}, {subject}, {desk}, {expert} are filled in for each");
const together = {
  sendAs: z.record(Language, Language).default({}).describe("a language without a text: the language whose text its tickets get"),
  tickets: numbers.optional().describe("exactly those that the sender saw; without it every open one"),
  meant: z.array(z.string().max(300)).max(50).default([]).describe("names of customers that are only words in these texts"),
};
export const TogetherInput = named("TogetherInput", z.strictObject({ texts, files, ...together }));
export const SolutionInput = named(
  "SolutionInput",
  z
    .strictObject({ texts: texts.default({}), earlier: Id.optional().describe("an answer given together before that solves it; then no texts and no files"), files, ...together })
    .refine((input) => input.earlier === undefined || (Object.keys(input.texts).length === 0 && !input.files?.length), {
      path: ["earlier"],
      message: "texts with their files, or an earlier answer, not both",
    }),
);

const proposal = { score: z.number().describe("0 to 1"), shared: z.array(z.string()).describe("what both have that is the same in every language: code, file, name, topic, product") };
const RelatedTicket = named("RelatedTicket", z.object({ number: z.string(), subject: z.string(), requester: z.string(), language: Language, openedAt: At, ...proposal }));
export const RelatedTickets = named("RelatedTickets", z.object({ items: z.array(RelatedTicket) }));
export const Related = named("Related", z.object({ problems: z.array(z.object({ id: Id, number: z.string(), title: z.string(), ...proposal })), tickets: z.array(RelatedTicket) }));
