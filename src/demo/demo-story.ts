// The story of a demo desk as a list of events in the order of time, each with an id that is the same at every start.
import type { Demo } from "./demo-shape.ts";

const HOUR = 3_600_000;
type Ticket = Demo["tickets"][number];

export interface Step {
  /** The event's id: a start that was interrupted, or a second one, finds what is there already. */
  readonly id: string;
  readonly at: number; // epoch ms
  readonly ticket: Ticket;
  readonly index: number; // of the ticket
  readonly does: { readonly kind: "ask" } | Ticket["then"][number] | { readonly kind: "close"; readonly outcome: "solved" | "unresolved"; readonly by: string };
}

/** Every event up to `base` (epoch ms), which is when the desk was made. */
export function storyOf(demo: Demo, base: number): Step[] {
  const steps = demo.tickets.flatMap((ticket, index): Step[] => {
    const opened = base - ticket.hoursAgo * HOUR;
    const at = (hours: number): number => Math.min(base, opened + hours * HOUR);
    const last = Math.max(0, ...ticket.then.map((s) => s.hoursLater));
    const closer = ticket.then.findLast((s) => s.kind === "answer")?.by ?? demo.staff[0]?.email ?? "";
    const all: Step[] = [
      { id: `demo:${index}`, at: opened, ticket, index, does: { kind: "ask" } },
      ...ticket.then.map((does, i): Step => ({ id: `demo:${index}:${i}`, at: at(does.hoursLater), ticket, index, does })),
    ];
    if (ticket.closed) all.push({ id: `demo:${index}:closed`, at: at(last + 0.25), ticket, index, does: { kind: "close", outcome: ticket.closed, by: closer } });
    return all;
  });
  return steps.sort((a, b) => a.at - b.at || a.index - b.index);
}
