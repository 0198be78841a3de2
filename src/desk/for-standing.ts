// Which ticket an event is about where its own was joined into another.
import type { Event } from "./event.ts";

/** The event on the ticket that stands, where its own was joined into that one: of whoever writes to either number the words arrive. */
export function forStanding(event: Event, standing: ReadonlyMap<string, string>): Event {
  const into = event.kind === "ask" ? undefined : standing.get(event.ticket);
  if (into === undefined || event.kind === "ask") return event;
  const { expect: _seen, ...rest } = event; // a revision of another ticket
  // A customer's words are meant for one of the two; what the desk answers is for both.
  return { ...rest, ticket: into, ...(HEARD.has(event.kind) && { meant: event.ticket }) } as Event;
}

const HEARD: ReadonlySet<Event["kind"]> = new Set(["message", "claim", "agree-closing", "refuse-closing", "automatic"]);
