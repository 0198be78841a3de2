// What an event does to a closing that the customer was asked about: it is answered, falls silent, is taken back, or waits no longer by the clock.
import type { Event } from "../event.ts";
import type { Plan } from "../plan.ts";
import { Problem } from "../problem.ts";
import { type Before, endsSilence } from "./closes-with.ts";
import { sentence } from "../../words/phrase.ts";

type Statement = Plan["statements"][number];

/** Whoever writes is not silent: nothing closes by the clock any more, and nobody reminds them. */
const stillClock = (ticket: string): Statement => ["delete from timers where desk = troth_desk() and ticket = $1 and key like 'closing:%'", [ticket]];

const ends = (id: string, state: "agreed" | "refused" | "silent" | "withdrawn", by: { readonly at: number; readonly name: string | null; readonly channel: string | null }): Statement => [
  "update closings set state = $2, closes_at = null, answered_at = at_ms($3), answered_by = $4, channel = $5 where desk = troth_desk() and id = $1 and state = 'open'",
  [id, state, by.at, by.name, by.channel],
];

/** Adds it to the plan. Throws Problem where there is nothing to answer, or somebody else answers. */
export function closingBy(event: Event, { closing, ticket }: Before, about: { readonly ticket: string; readonly at: number }, plan: Plan): void {
  const open = closing?.state === "open" ? closing : null;
  const asks = event.kind === "agree-closing" || event.kind === "refuse-closing";
  if (asks && (event.by.kind !== "person" || event.by.id === null)) throw new Problem("not-allowed", sentence("refused.closing-customers"));
  if ((asks || event.kind === "withdraw-closing") && (!open || ticket?.status === "closed")) throw new Problem("already-taken", sentence("refused.closing-not-asked"));
  if (!open) return;
  const by = { at: about.at, name: event.by.name || null, channel: asks ? event.channel : null };
  if (asks) plan.statements.push(ends(open.id, event.kind === "agree-closing" ? "agreed" : "refused", by));
  else if (endsSilence(event)) plan.statements.push(ends(open.id, "silent", { ...by, name: null }));
  else if (event.kind === "close" && event.by.kind === "person" && event.outcome === open.outcome)
    plan.statements.push(ends(open.id, "agreed", by)); // closed by their own hand instead
  else if (event.kind === "withdraw-closing" || event.kind === "reopen" || plan.ticket.status === "closed") plan.statements.push(ends(open.id, "withdrawn", by));
  else if (event.kind === "message" || event.kind === "claim" || event.kind === "joined" || event.kind === "heard") {
    plan.statements.push(["update closings set closes_at = null where desk = troth_desk() and id = $1", [open.id]]);
  } else return;
  plan.statements.push(stillClock(about.ticket));
}
