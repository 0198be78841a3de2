// After an outage the clock's events come in their order: what should have ended before an event ends before it.
import type { TimersRow } from "../database/rows.gen.ts";
import type { Moment } from "../policy/index.ts";
import { type Event, MOMENT_OF } from "./event.ts";
import type { Case } from "./gather.ts";

/** Thrown inside a transaction that is undone by it: first the clock's own event, then this one again. */
export class Overdue extends Error {
  readonly ticket: string;
  readonly about: string; // subject/kind

  constructor(ticket: string, about: string) {
    super(`${about} of ${ticket} should have ended before this`);
    this.ticket = ticket;
    this.about = about;
  }
}

/** The promise whose limit passed before this event and whose timer nobody has rung yet; null where the event is no act that decides. */
export function overdueBefore(event: Event, found: Case, at: number): Overdue | null {
  if (event.kind === "timer" || (event.kind !== "join" && MOMENT_OF[event.kind].moment === null)) return null;
  const late = found.promises.filter((p) => p.state === "running" && p.due !== null && p.due < at).sort((a, b) => (a.due ?? 0) - (b.due ?? 0))[0];
  return late ? new Overdue(late.ticket, `${late.subject}/${late.kind}`) : null;
}

/** The event that a timer becomes when it comes due. Its id is the timer's own, so that it happens once, whoever rings it. */
export function ringing({ ticket, key, at, moment, about }: Pick<TimersRow, "ticket" | "key" | "at" | "moment" | "about">): Event {
  return { kind: "timer", id: `timer:${ticket}:${key}:${at}`, by: { kind: "clock", id: null, name: "" }, ticket, key, moment: moment as Moment, about, due: at };
}
