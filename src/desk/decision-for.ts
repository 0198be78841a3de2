// Asks the policy about an event: what happened, when, to whom, and what runs already.
import { decide, type Decision, type Facts, type Moment, type Pause, type Policy, type Running } from "../policy/index.ts";
import { doneBy } from "./done-by.ts";
import type { Plan } from "./plan.ts";
import { type Event, MOMENT_OF } from "./event.ts";
import type { Case } from "./gather.ts";

/** The moment that the policy speaks about at this event; null where it has nothing to say. */
export function momentOf(event: Event): Moment | null {
  if (event.kind === "timer") return event.moment;
  if (event.kind === "consent" && event.spent) return "finding"; // what it costs now
  if (event.kind === "message" && event.rests) return null; // what was answered before stays answered
  if (event.kind === "tick" && !event.completes) return null; // the rest is still to be done
  return event.kind === "joined" && !event.heard ? null : MOMENT_OF[event.kind].moment;
}

export interface Known {
  readonly facts: Facts;
  readonly openedAt: number;
  readonly zone: string;
  readonly at: number;
}

/** What the policy says about this event; null for events that no policy decides. */
export function decisionFor(policy: Policy, event: Event, found: Case, { facts, at, openedAt, zone }: Known, preview: boolean): Decision | null {
  const moment = momentOf(event);
  if (!moment) return null;
  const running = found.promises.map(
    (p): Running => ({
      id: p.id,
      subject: p.subject,
      kind: p.kind,
      clause: p.clause,
      starts: p.starts,
      due: p.due,
      goal: p.goal,
      state: p.state as Running["state"],
      pauses: p.pauses as readonly Pause[],
      met: p.met_at,
      ...(found.calendars.has(p.hours) && { calendars: found.calendars.get(p.hours)! }),
    }),
  );
  const does = doneBy(event, found);
  const since = (openedAt: number, done = does): Decision =>
    decide(policy, {
      moment: preview ? "preview" : moment,
      at,
      openedAt,
      facts,
      running,
      zone,
      does: done,
      ...(event.kind === "timer" && { about: event.about, ...(event.due !== undefined && { rangFor: event.due }) }),
    });
  const decision = since(openedAt);
  // A part of a request is promised what the whole was, from its asking. What could not be kept any more by then counts from now.
  const late = event.kind === "part" && decision.effects.some((e) => e.do === "promise" && e.due !== null && e.due <= at);
  // What the customer is only asked about is not solved yet.
  if (event.kind === "close" && decision.results["closure"] === "ask")
    return since(
      openedAt,
      does.filter((done) => done !== "solved"),
    );
  return late ? since(at) : decision;
}

/** The decision at the moment `closed` of whatever closes the ticket: a settlement is owed however it came to an end. Null where nothing closes now. */
export function settlementOf(policy: Policy, event: Event, found: Case, decision: Decision | null, { facts, at, openedAt, zone }: Known, plan: Plan): Decision | null {
  if (plan.ticket.status !== "closed" || found.ticket?.status === "closed" || !policy.tables["charges/settlement"]) return null;
  if (momentOf(event) === "closed") return decision;
  const outcome = plan.ticket.outcome ?? facts["outcome"] ?? null;
  return decide(policy, { moment: "closed", at, openedAt, facts: { ...facts, ...decision?.results, outcome }, zone });
}
