// What is written on a closed ticket that the policy does not open again is a request of its own: thrown inside a transaction that is undone by it, and taken again as that.
import type { Decision } from "../policy/index.ts";
import type { Event } from "./event.ts";
import type { Case } from "./gather.ts";
import type { Reasoned } from "./reasoned.ts";

export class BeginsAnew extends Error {
  readonly ticket: string;
  readonly requester: string; // of that ticket
  readonly as: Pick<Extract<Event, { kind: "ask" }>, "subject" | "topic" | "follows">;

  constructor(ticket: string, requester: string, as: BeginsAnew["as"]) {
    super(`what is written on ${ticket} begins anew`);
    this.ticket = ticket;
    this.requester = requester;
    this.as = as;
  }
}

const SUBJECT = 120; // letters of a first line

/** The new request, where the decision about a message says so: the writer's own where they are somebody else. Null where it stays on its ticket. SPEC 23.7. */
export function beginsAnew(event: Event, { ticket, customer }: Case, decision: Decision | null, reasons: readonly Reasoned[]): BeginsAnew | null {
  if (event.kind !== "message" || ticket?.status !== "closed" || !customer) return null;
  const effect = decision?.effects.find((e) => e.do === "closure" && e.outcome["closure"] === "new-ticket");
  if (!effect || !("clause" in effect)) return null;
  const requester = customer.person.id;
  // A stranger is told nothing of the ticket whose mail they answered.
  if (event.said.heeds?.includes("stranger")) return new BeginsAnew(ticket.id, requester, { subject: firstLine(event.said.text) });
  const { topic } = { ...(ticket.claims as Record<string, unknown>), ...(ticket.findings as Record<string, unknown>) };
  return new BeginsAnew(ticket.id, requester, {
    subject: ticket.subject,
    ...(typeof topic === "string" && { topic }),
    follows: { id: ticket.id, number: ticket.number, because: reasons.filter((r) => r.id === effect.clause) },
  });
}

/** The event as it is taken then. */
export function anew(event: Event, begun: ReadonlyMap<string, BeginsAnew>): Event {
  const found = event.kind === "message" ? begun.get(event.ticket) : undefined;
  if (event.kind !== "message" || !found) return event;
  const { id, by, said, at, quiet, copied } = event;
  // Whoever wrote: made known in this transaction, where the one before made them known too.
  const asker = { id: by.kind === "person" && by.id !== null ? by.id : found.requester };
  return { kind: "ask", id, by, said, asker, ...found.as, ...(at !== undefined && { at }), ...(quiet !== undefined && { quiet }), ...(copied && { copied }) };
}

const firstLine = (text: string): string => (text.split("\n").find((line) => line.trim() !== "") ?? "…").trim().slice(0, SUBJECT);
