// What is written on a closed ticket that the policy does not open again is a request of its own: thrown inside a transaction that is undone by it, and taken again as that.
import type { Tx } from "../database/tx.ts";
import { decide, type Decision, type Facts } from "../policy/index.ts";
import type { TakeNext } from "./changed.ts";
import type { Event } from "./event.ts";
import type { Case } from "./gather.ts";
import { customerOfTicket } from "./people/reads.ts";
import { Problem } from "./problem.ts";
import type { Reasoned } from "./reasoned.ts";
import { sentence } from "../words/phrase.ts";

export class BeginsAnew extends Error {
  readonly ticket: string;
  readonly requester: string; // of that ticket
  /** What they wrote on it before began this one, and it is open: what they write now belongs there. */
  readonly onto: string | null;
  readonly as: Pick<Extract<Event, { kind: "ask" }>, "subject" | "topic" | "claims" | "contests" | "follows">;

  constructor(ticket: string, requester: string, as: BeginsAnew["as"], onto: string | null = null) {
    super(`what is written on ${ticket} begins anew`);
    this.ticket = ticket;
    this.requester = requester;
    this.as = as;
    this.onto = onto;
  }
}

const SUBJECT = 120; // letters of a first line

/** The decision about the words on their ticket: a contest is asked as what it is beside, a message. */
function asWords(event: Event, { running: { policy }, ticket }: Case, decision: Decision | null, { facts, at, openedAt, zone }: Omit<Known, "reasons">): Decision | null {
  if (event.kind === "message") {
    // What may contest a refusal is read by a person on the ticket that was refused.
    return ticket?.refused && event.said.mayContest?.length ? null : decision;
  }
  // What was refused is decided anew on its own ticket, whenever it is contested. SPEC 23.8
  const asks = (event.kind === "claim" && event.said !== undefined) || (event.kind === "reopen" && event.by.kind === "person");
  if (!asks || ticket?.refused) return null;
  return decide(policy, { moment: "message", at, openedAt, facts: { ...facts, outcome: ticket?.outcome ?? null }, zone });
}

interface Known {
  readonly facts: Facts;
  readonly at: number;
  readonly openedAt: number;
  readonly zone: string;
  readonly reasons: (decision: Decision) => readonly Reasoned[];
}

/** The new request, where the policy says so of what was written: the writer's own where they are somebody else. Null where it stays on its ticket. SPEC 23.7, 23.8. */
export async function beginsAnew(tx: Tx, event: Event, found: Case, decision: Decision | null, known: Known): Promise<BeginsAnew | null> {
  const { ticket, customer } = found;
  if ((event.kind !== "message" && event.kind !== "claim" && event.kind !== "reopen") || ticket?.status !== "closed" || !customer) return null;
  const words = asWords(event, found, decision, known);
  const effect = words?.effects.find((e) => e.do === "closure" && e.outcome["closure"] === "new-ticket");
  if (!words || !effect || !("clause" in effect)) return null;
  const because = known.reasons(words).filter((r) => r.id === effect.clause);
  if (event.kind === "reopen") throw new Problem("not-allowed", sentence("refused.closed-for-good", { because: because.map((r) => ` ${r.number}: ${r.words}`).join("") }));
  // Of a ticket that was joined into this one it is that one's author who writes.
  const requester = (event.meant === undefined ? null : await customerOfTicket(tx, event.meant))?.person.id ?? customer.person.id;
  // A stranger is told nothing of the ticket whose mail they answered.
  if (event.said?.heeds?.includes("stranger")) return new BeginsAnew(ticket.id, requester, { subject: firstLine(event.said.text) });
  const writer = event.by.kind === "person" && event.by.id !== null ? event.by.id : requester;
  const onto = await goesOn(tx, ticket.id, writer);
  const { topic } = { ...(ticket.claims as Record<string, unknown>), ...(ticket.findings as Record<string, unknown>) };
  const as = {
    subject: ticket.subject,
    ...(typeof topic === "string" && { topic }),
    ...(event.kind === "claim" && { claims: event.claims, contests: event.contests ?? [] }),
    follows: { id: ticket.id, number: ticket.number, because },
  };
  return new BeginsAnew(ticket.id, requester, as, onto);
}

/** The open request of this writer that follows the ticket, also by others that ended in between; null where there is none. */
async function goesOn(tx: Tx, ticket: string, writer: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `with recursive after (id, requester, status, opened_at) as (
       select id, requester, status, opened_at from tickets where desk = troth_desk() and follows = $1
       union select t.id, t.requester, t.status, t.opened_at from after join tickets t on t.desk = troth_desk() and t.follows = after.id)
     select id from after where requester = $2 and status <> 'closed' order by opened_at desc limit 1`,
    [ticket, writer],
  );
  return row?.id ?? null;
}

/** The event as it is taken then. */
export function anew(event: Event, begun: ReadonlyMap<string, BeginsAnew>): Event {
  const found = event.kind === "message" || event.kind === "claim" ? begun.get(event.ticket) : undefined;
  if ((event.kind !== "message" && event.kind !== "claim") || !event.said || !found) return event;
  if (found.onto !== null) {
    const { expect: _seen, meant: _meant, ...rest } = event; // of another ticket
    return { ...rest, ticket: found.onto };
  }
  const { id, by, said, at } = event;
  const { quiet, copied } = event.kind === "message" ? event : {};
  // Whoever wrote: made known in this transaction, where the one before made them known too.
  const asker = { id: by.kind === "person" && by.id !== null ? by.id : found.requester };
  return { kind: "ask", id, by, said, asker, ...found.as, ...(at !== undefined && { at }), ...(quiet !== undefined && { quiet }), ...(copied && { copied }) };
}

/** A contest that began a request of its own is looked into there, within what is promised for it. */
export async function contestedAnew(event: Extract<Event, { kind: "ask" }>, ticket: string, takeNext: TakeNext): Promise<void> {
  const { id, by, at, quiet, claims = {}, contests } = event;
  if (contests) await takeNext({ kind: "claim", id: `${id}:contest`, by, ticket, claims, contests, ...(at !== undefined && { at }), ...(quiet !== undefined && { quiet }) });
}

const firstLine = (text: string): string => (text.split("\n").find((line) => line.trim() !== "") ?? "…").trim().slice(0, SUBJECT);
