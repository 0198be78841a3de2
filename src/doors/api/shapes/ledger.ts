// The ledger of promises, and its sums.
import { z } from "zod";
import { BY } from "../../../desk/promises/sums.ts";
import { At, Day, Id, pageOf, Paging, Strength } from "./basics.ts";
import { named } from "./named.ts";
import { PromiseState } from "./ticket.ts";

const Pause = z.object({ from: At, to: At.nullable(), reason: z.enum(["question", "checklist", "consent", "closing", "maintenance"]) });
export const LedgerEntry = named(
  "LedgerEntry",
  z.object({
    id: Id,
    ticket: z.string(),
    kind: z.string(),
    subject: z.string(),
    clause: z.string(),
    policyVersion: z.number().int(),
    strength: Strength,
    state: PromiseState,
    made: At,
    starts: At,
    due: At.nullable(),
    goal: At.nullable(),
    calendar: z.string(),
    endedAt: At.nullable().describe("of a broken one, when its limit passed"),
    metAt: At.nullable().describe("when a broken one was done after all"),
    goalMet: z.boolean().nullable().describe("of a kept one with an aim"),
    pauses: z.array(Pause),
    expert: z.string().nullable(),
    topic: z.string().nullable(),
  }),
);
export const LedgerPage = pageOf("LedgerPage", LedgerEntry);
const filters = {
  state: PromiseState.optional(),
  clause: z.string().max(100).optional(),
  kind: z.string().max(100).optional(),
  expert: Id.optional(),
  topic: z.string().max(100).optional(),
  from: At.optional().describe("made at or after"),
  to: At.optional().describe("made before"),
};
export const LedgerQuery = z.strictObject({ ...Paging, ...filters });
export const LedgerCsvQuery = z.strictObject(filters);
export const SumsQuery = z.strictObject({
  by: z.enum(BY).default("clause"),
  from: Day.optional().describe("the weeks from this day's on; without it the last thirteen"),
  to: Day.optional().describe("to this day's, which is the last"),
});
export const PublishedQuery = z.strictObject({ by: z.enum(["clause", "kind", "week"]).default("clause"), lang: z.string().max(10).optional() });

const counts = {
  kept: z.number().int().nullable(),
  broken: z.number().int().nullable(),
  withdrawn: z.number().int().nullable(),
  shielded: z.boolean().describe("too few ended to be told: the counts are null"),
};
export const LedgerSums = named(
  "LedgerSums",
  z.object({
    by: z.enum(BY),
    from: Day,
    to: Day.describe("the Monday after the last week"),
    items: z.array(z.object({ key: z.string(), label: z.string(), ...counts })),
    whole: z.object(counts),
    live: z.object({ running: z.number().int(), paused: z.number().int(), late: z.number().int() }).nullable().describe("for staff: what is promised now"),
  }),
);
export const Drifts = named(
  "Drifts",
  z.object({
    items: z.array(
      z.object({
        id: Id,
        ticket: z.string(),
        subject: z.string().describe("of the ticket"),
        kind: z.string(),
        label: z.string(),
        clause: z.string(),
        state: PromiseState,
        told: At.nullable().describe("what the customer was told last"),
        toldBy: z.enum(["mail", "page"]),
        due: At.nullable().describe("what the clock says since"),
        at: At.describe("when it changed"),
        tellable: z.boolean().describe("the promise has a time still that the customer can be told"),
      }),
    ),
    told: z
      .array(z.object({ id: Id, ticket: z.string(), subject: z.string(), label: z.string(), due: At.nullable(), at: At, by: z.string() }))
      .describe("times that somebody had told after all, of the last fortnight"),
  }),
);
export const Publication = named("Publication", z.object({ sums: z.boolean().describe("everybody may read how many promises were kept, at /{desk}/promises") }));
export const PublicationInput = named("PublicationInput", z.strictObject({ sums: z.boolean() }));
