// The story of a demo desk as a list of events in the order of time, each with an id that is the same at every start.
import type { Demo } from "./demo-shape.ts";

const HOUR = 3_600_000;
type Ticket = Demo["tickets"][number];

interface Happens {
  /** The event's id: a start that was interrupted, or a second one, finds what is there already. */
  readonly id: string;
  readonly at: number; // epoch ms
}
export interface Step extends Happens {
  readonly ticket: Ticket;
  readonly index: number; // of the ticket
  readonly does: { readonly kind: "ask" } | Ticket["then"][number] | { readonly kind: "close"; readonly outcome: "solved" | "unresolved"; readonly by: string };
}

/** Somebody names what tickets of different customers have in common. */
export interface Naming extends Happens {
  readonly problem: Demo["problems"][number];
  readonly hung: readonly number[]; // indices of the tickets
}

/** Every event up to `base` (epoch ms), which is when the desk was made. */
export function storyOf(demo: Demo, base: number): (Step | Naming)[] {
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
  const named = demo.problems.map((problem, n): Naming => ({ id: `demo:problem:${n}`, at: base - problem.hoursAgo * HOUR, problem, hung: problem.tickets.map((subject) => indexOf(demo, subject)) }));
  const order = (each: Step | Naming): number => ("index" in each ? each.index : demo.tickets.length);
  return [...steps, ...named].sort((a, b) => a.at - b.at || order(a) - order(b));
}

function indexOf(demo: Demo, subject: string): number {
  const index = demo.tickets.findIndex((ticket) => ticket.subject === subject);
  if (index < 0) throw new Error(`the demo has no ticket “${subject}”`);
  return index;
}
