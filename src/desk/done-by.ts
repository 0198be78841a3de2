// What an event does, in the words that meet a promise or hand the ball over. An empty answer does nothing, and neither does a robot's.
import { closesWith } from "./closings/closes-with.ts";
import { type Event, MOMENT_OF } from "./event.ts";
import type { Case } from "./gather.ts";

/** In the words of a clause's `stops`, and `asked`, `replied`, `contested` for whose turn it is. SPEC 8.5, 14.2. */
export function doneBy(event: Event, found: Case): readonly string[] {
  const { does } = MOMENT_OF[event.kind];
  switch (event.kind) {
    case "answer": {
      const empty = event.said.text.trim() === "" && !event.said.files?.length;
      if (empty) return [];
      // What is asked by telephone was not asked in writing: the clock runs on.
      return [...does, ...(event.called ? ["called"] : event.asks ? ["asked"] : [])];
    }
    case "message":
      return event.by.kind === "clock" ? [] : does;
    case "agree-closing":
      return [...does, ...(found.closing?.outcome === "solved" ? ["solved"] : [])];
    case "timer":
      // A person put the record right, or looked and left the rest of it: what was said to be wrong in it was looked into.
      if (event.about === "record" && event.moment === "finding" && found.contested.some((fact) => found.running.policy.facts[fact]?.source === "record")) return [...does, "reviewed"];
      return closesWith(event, found.closing)?.outcome === "solved" ? [...does, "solved", "informed"] : does;
    case "close":
      return [...does, ...(event.outcome === "solved" ? ["solved"] : []), ...(event.said && event.by.kind !== "person" ? ["answered"] : [])];
    case "delivered":
      return [...does, ...(event.names ? ["acknowledged"] : [])];
    case "finding": {
      const claimed = (found.ticket?.claims ?? {}) as Record<string, unknown>;
      return [...does, ...(Object.keys(event.findings).some((fact) => Object.hasOwn(claimed, fact) || found.contested.includes(fact)) ? ["reviewed"] : [])]; // what the customer had said is looked into
    }
    default:
      return does;
  }
}
