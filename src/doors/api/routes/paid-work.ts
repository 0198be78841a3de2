// What the customer agrees to pay for, and the clock of the work that follows.
import { z } from "zod";
import { ownClock } from "../../../desk/views/own-clock.ts";
import { atTicket, reading } from "../at-ticket.ts";
import { route } from "../route.ts";
import { OwnClock } from "../shapes/own-clock.ts";
import { Ticket } from "../shapes/ticket.ts";
import { ConsentInput, NumberParam, QuoteInput, WorkInput } from "../shapes/ticket-input.ts";

const PROBLEMS = ["invalid-input", "not-found", "not-allowed", "changed-meanwhile"] as const;
const put = { tag: "tickets", method: "PUT", params: NumberParam, output: Ticket, problems: PROBLEMS } as const;
const OFFER = NumberParam.extend({ offer: z.uuid() });

export const PAID_WORK_ROUTES = [
  route({
    ...put,
    id: "consent",
    title: "Agree to an offer and accept its conditions, as the customer",
    method: "POST",
    path: "/tickets/{number}/offers/{offer}/consent",
    may: { person: true },
    params: OFFER,
    body: ConsentInput,
    problems: [...PROBLEMS, "already-taken"],
    run: (ask) => atTicket(ask, (own) => ({ ...own, kind: "consent", offer: ask.params.offer, accepts: ask.body.accepts, channel: "api" })),
  }),
  route({
    ...put,
    id: "decline",
    title: "Refuse an offer, as the customer",
    method: "POST",
    path: "/tickets/{number}/offers/{offer}/refusal",
    may: { person: true },
    params: OFFER,
    problems: [...PROBLEMS, "already-taken"],
    run: (ask) => atTicket(ask, (own) => ({ ...own, kind: "decline", offer: ask.params.offer, channel: "api" })),
  }),
  route({
    ...put,
    id: "quotePrice",
    title: "Quote a price, where the policy leaves it to a person; the customer is asked to agree to it",
    method: "POST",
    path: "/tickets/{number}/offers",
    may: { staff: "agent" },
    body: QuoteInput,
    problems: [...PROBLEMS, "already-taken"],
    run: (ask) =>
      atTicket(ask, (own) => ({ ...own, kind: "quote", for: ask.body.for, net: ask.body.net, covers: ask.body.minutes === null ? null : ask.body.minutes * 60_000, words: ask.body.words })),
  }),
  route({
    ...put,
    id: "startWork",
    title: "Start the clock of connected or telephone time",
    path: "/tickets/{number}/clock",
    may: { staff: "agent" },
    body: WorkInput,
    problems: [...PROBLEMS, "already-taken"],
    run: (ask) => atTicket(ask, (own) => ({ ...own, kind: "work-start", work: ask.body.kind })),
  }),
  route({
    id: "ownClock",
    tag: "tickets",
    title: "The clock that you have running; empty where none does",
    method: "GET",
    path: "/clock",
    may: { staff: "agent" },
    output: OwnClock,
    mayBeEmpty: true,
    problems: [],
    run: (ask) => reading(ask, async ({ tx, desk }) => (ask.viewer.kind === "staff" ? await ownClock(tx, desk, ask.viewer.id) : null) ?? undefined),
  }),
  route({
    ...put,
    id: "stopWork",
    title: "Stop the clock",
    method: "DELETE",
    path: "/tickets/{number}/clock",
    may: { staff: "agent" },
    problems: [...PROBLEMS, "already-taken"],
    run: (ask) => atTicket(ask, (own) => ({ ...own, kind: "work-stop" })),
  }),
  route({
    ...put,
    id: "goOn",
    title: "Ask the customer to agree to more time",
    method: "POST",
    path: "/tickets/{number}/clock/more",
    may: { staff: "agent" },
    problems: [...PROBLEMS, "already-taken"],
    run: (ask) => atTicket(ask, (own) => ({ ...own, kind: "go-on" })),
  }),
];
