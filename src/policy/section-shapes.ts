// What a clause of each section may say, field by field. The keys of an outcome are the section's words.
import { z } from "zod";
import type { Section } from "./model.ts";
import { MOMENTS } from "./model.ts";
import { duration, id, money } from "./shapes.ts";

const yes = z.literal(true);
const charge = z.union([
  z.enum(["none", "by-quote", "as-agreed"]).describe("nothing, what a person quotes, or at the settlement what was agreed before"),
  z.strictObject({
    price: money,
    includes: duration.optional().describe("time that the price covers"),
    per: z.union([z.enum(["problem", "ticket", "session"]), duration]).optional(),
    started: z.enum(["whole", "exact"]).optional().describe("whether a started unit counts whole"),
    after: z.enum(["consent"]).optional(),
    floor: money.optional(),
    lapse: duration.optional().describe("a consent not given lapses after"),
  }),
  z.strictObject({
    draws: id.describe("an allowance: it costs what is left of it, and no money"),
    includes: duration.optional().describe("at most so much of it; else all that is left"),
    per: duration.optional().describe("of an allowance of time, the unit in which it is drawn"),
    started: z.enum(["whole", "exact"]).optional().describe("whether a started unit counts whole"),
    after: z.enum(["consent"]),
  }),
]);

export const SECTION_SHAPES = {
  classify: { set: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).refine((o) => Object.keys(o).length === 1, "set one fact") },
  cases: { case: z.enum(["join", "propose-join", "separate", "split", "propose-split", "whole"]), tell: z.enum(["requester", "both"]).optional() },
  conduct: {
    conduct: z.enum(["open-case", "warning", "restriction", "ending", "slow-down", "none"]),
    for: duration.optional(),
    refund: z.enum(["none", "rest"]).optional(),
    channels: z.array(id).optional(),
  },
  scope: { scope: z.enum(["in", "out", "examine"]), refer: id.optional().describe("a party"), leads: id.optional().describe("what follows instead, e.g. needs-assessment") },
  entitlement: { entitlement: z.enum(["granted", "refused"]), mend: id.optional().describe("what would change it: a thing with its link") },
  channels: { channel: id, offered: z.boolean(), calendar: id.optional(), otherwise: id.optional().describe("what happens when it is closed"), ticket: yes.optional() },
  bookings: {
    booking: z.enum(["place", "change", "cancel", "silence", "exclusive", "no-show"]),
    answer: z.enum(["free", "no-show", "fee", "not-before", "end-and-offer", "exclusive", "warning", "taken", "waiting-list"]),
    after: duration.optional(),
    fee: money.optional(),
    allows: duration.optional(),
  },
  allowances: { allowance: id, quantity: z.union([z.number().int(), duration]), per: z.enum(["month", "quarter", "year", "contract"]).optional() },
  charges: { for: z.enum(["quote", "overrun", "settlement", "recovery", "session"]).optional(), charge },
  conditions: { accept: id.describe("a document"), before: z.enum(["work", "use", "booking"]).optional() },
  queue: {
    rank: z.number().int().min(1).optional().describe("1 is first"),
    route: z.enum(["named-expert", "team", "on-duty"]).optional(),
    training: z.enum(["topic", "none"]).optional(),
    skip: z.enum(["with-reason", "free", "never"]).optional(),
    order: z.enum(["received"]).optional(),
  },
  asks: {
    ask: id,
    facts: z.array(id).optional(),
    items: z.array(id).optional(),
    pause: yes.optional(),
    proof: yes.optional().describe("a mail that nobody stands behind counts only once its sender has answered a one-time code"),
    remind: z.array(duration).optional(),
    every: duration.optional().describe("how often the customer is asked to do it"),
  },
  promises: {
    promise: id,
    none: yes.optional(),
    must: duration.optional(),
    goal: duration.optional(),
    every: duration.optional(),
    calendar: id.optional(),
    ends: z.enum(["close", "same-time"]).optional(),
    "late-arrival": z.enum(["next-opening", "receipt-day"]).optional(),
    starts: z.enum([...MOMENTS, "complete", "promise-end", "contested"]).optional(),
    after: id.optional().describe("the promise whose end starts it"),
    stops: z.array(z.enum(["acknowledged", "answered", "informed", "worked-around", "restored", "solved", "called", "reviewed", "decided", "announced", "started"])).optional(),
    pauses: z.array(z.enum(["waiting-on-customer", "maintenance", "consent"])).optional(),
    warn: z.array(duration).min(1).optional().describe("how long before the limit those are told who can still act"),
    "on-change": z.enum(["keep-start", "restart"]).optional(),
    "names-expert": yes.optional(),
    subject: id.optional(),
    share: z.strictObject({ percent: z.number().min(1).max(100), in: duration, "at-least": z.number().int().min(1) }).optional(),
  },
  offers: { offer: id, none: yes.optional(), thing: id.optional(), limit: z.number().int().optional(), during: z.array(z.enum(["asking", "waiting", "after"])).optional() },
  notices: {
    notice: id,
    none: yes.optional(),
    to: z.union([z.enum(["requester", "expert", "customer", "subscribers", "author"]), id]),
    by: z.array(id).optional(),
    before: z.array(duration).optional(),
    after: z.array(duration).optional(),
    about: id.optional(),
    late: z.enum(["send", "drop"]).optional().describe("what becomes of one that could not be sent in time; without it, ahead of something it is dropped, after something it is sent"),
    act: z.array(id).optional().describe("what the reader can still do from it: the booking answers it leads to"),
  },
  escalations: { escalate: id.describe("a role, or none"), after: duration.optional(), calendar: id.optional(), tell: z.array(id).optional(), how: z.array(z.enum(["by-hand", "by-time"])).optional() },
  remedies: {
    remedy: z.enum(["apology", "credit", "cancel-charge", "return-charge", "tell", "none"]),
    percent: z.number().optional(),
    amount: money.optional(),
    to: id.optional(),
    claim: duration.optional(),
  },
  closure: {
    closure: z
      .enum(["keep-open", "ask", "refuse", "close", "reopen", "new-ticket"])
      .describe("ask: the customer is asked first; refuse: it is not closed so; new-ticket: what is written on it then is a request of its own"),
    as: z.enum(["solved", "unresolved"]).optional(),
    after: duration.optional().describe("of `ask`: it closes after this time without an answer"),
    remind: z.array(duration).optional().describe("of `ask`: so long after the asking the customer is asked again"),
    tell: yes.optional(),
  },
  upkeep: { upkeep: id, every: duration.optional(), keep: duration.optional(), who: id.optional(), lead: duration.optional() },
} satisfies Record<Section, z.ZodRawShape>;

export const STATEMENT_SHAPE = {
  by: z.enum(["customer", "desk"]).optional(),
  never: id.optional().describe("a kind of promise that no clause may make"),
  advise: duration.optional(),
} satisfies z.ZodRawShape;
