// What the customer agrees to pay for, and the clock of the work that follows.
import { z } from "zod";
import { atTicket } from "../at-ticket.ts";
import { route } from "../route.ts";
import { Ticket } from "../shapes/ticket.ts";
import { ConsentInput, NumberParam, WorkInput } from "../shapes/ticket-input.ts";

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
    id: "startWork",
    title: "Start the clock of connected or telephone time",
    path: "/tickets/{number}/clock",
    may: { staff: "agent" },
    body: WorkInput,
    problems: [...PROBLEMS, "already-taken"],
    run: (ask) => atTicket(ask, (own) => ({ ...own, kind: "work-start", work: ask.body.kind })),
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
