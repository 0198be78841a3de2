// What an event itself does to the ticket's own columns, before the policy is asked. No rule of a vendor is here.
import { closesWith } from "./closings/closes-with.ts";
import type { Event } from "./event.ts";
import type { Case } from "./gather.ts";
import { handedOver, handsOver } from "./hands/hand-over.ts";
import type { TicketChange } from "./plan.ts";

/** The columns that this event changes; where the customer is asked about its closing (`asks`) the ticket waits for them. */
export function touch(event: Event, found: Case, at: number, asks = false): TicketChange {
  return asks ? { ...(event.kind !== "close" && touched(event, found, at)), status: "waiting" } : touched(event, found, at);
}

function touched(event: Event, found: Case, at: number): TicketChange {
  const { ticket, assignee } = found;
  switch (event.kind) {
    case "message":
      if (event.rests) return {};
      return { said_at: at, status: "open", ...(ticket?.status === "closed" && { closed_at: null, outcome: null, solution: null }) };
    case "join": // its clocks stop with it; what lived is kept beside the join
      return { status: "closed", closed_at: at, outcome: null, joined_into: event.into.id };
    case "joined":
      return event.heard ? { said_at: at, status: "open" } : {};
    case "heard":
      return { said_at: at, status: "open" };
    case "automatic": // what came back has not been read: the ticket does not wait for its customer
      return ticket?.status === "waiting" && event.said.robot?.failed.some((f) => f.hard && isReader(found, f.address)) ? { status: "open" } : {};
    case "answer":
      return { status: "waiting", ...(!assignee && event.by.kind === "staff" && { assignee: event.by.id }) };
    case "assign":
      return { assignee: event.to };
    case "consent":
    case "decline":
      return { said_at: at, status: "open" };
    case "timer":
      return handsOver(event) ? handedOver(found) : closed(event, found, at);
    case "skip":
      return ticket?.assignee === event.by.id ? { assignee: null } : {};
    case "status":
      return { status: event.status, ...(ticket?.status === "closed" && { closed_at: null, outcome: null, solution: null }) };
    case "close":
      return closed(event, found, at);
    case "agree-closing":
      return { said_at: at, ...closed(event, found, at) };
    case "refuse-closing":
      return { said_at: at, status: "open" };
    case "withdraw-closing":
      return { status: "open" };
    case "reopen":
      return { status: "open", closed_at: null, outcome: null, solution: null };
    case "split":
      return { findings: { ...(ticket?.findings as object), ...event.findings }, ...(event.subject !== undefined && { subject: event.subject }) };
    case "unsplit":
      return { findings: event.findings, subject: event.subject };
    case "checklist":
      return { status: "waiting", findings: { ...(ticket?.findings as object), ...event.findings } };
    case "tick":
      return event.completes ? { said_at: at, status: "open", findings: { ...(ticket?.findings as object), ...event.findings } } : {};
    case "part":
    case "finding":
      return { findings: { ...(ticket?.findings as object), ...event.findings } };
    case "claim":
      return {
        claims: { ...(ticket?.claims as object), ...event.claims },
        ...(event.said && { said_at: at }),
        ...(contests(event) && { status: "open", ...(ticket?.status === "closed" && { closed_at: null, outcome: null, solution: null }) }),
      };
    default:
      return {};
  }
}

function closed(event: Event, { closing }: Case, at: number): TicketChange {
  const ends = closesWith(event, closing);
  return ends ? { status: "closed", closed_at: at, ...ends } : {};
}

/** With words, or of named facts: somebody looks into it. */
export const contests = (event: Event): boolean => event.kind === "claim" && (event.said !== undefined || (event.contests?.length ?? 0) > 0);

/** True for the address that the ticket's answers go to. */
const isReader = ({ ticket, customer }: Case, address: string): boolean => address === (ticket?.answer_to ?? customer?.person.email);
