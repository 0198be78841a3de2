// With which outcome, and by what solution, an event closes a ticket; and what that makes known. Pure.
import { CLOSING_ENDS, type Decision, type Value } from "../../policy/index.ts";
import type { Event } from "../event.ts";
import type { Closing } from "./reads.ts";

/** What is known of a ticket's closing before the event. */
export interface Before {
  readonly closing: Closing | null; // the last that was asked about
  readonly ticket: { readonly status: string; readonly solution: string | null } | null;
  readonly answers: number;
}
export interface ClosesWith {
  readonly outcome: "solved" | "unresolved" | null; // null: withdrawn
  readonly solution: string | null;
}

/** The clause by which the decision asks the customer first, or refuses; null where it does not. */
export function closureClause(decision: Decision | null, says: "ask" | "refuse"): string | null {
  const effect = decision?.effects.find((e) => e.do === "closure" && e.outcome["closure"] === says);
  return effect && "clause" in effect ? effect.clause : null;
}

/** True for the event of the clock that closes without an answer. */
export const endsSilence = (event: Event): boolean => event.kind === "timer" && event.about === CLOSING_ENDS;

/** Null for an event that closes nothing by itself. */
export function closesWith(event: Event, closing: Closing | null): ClosesWith | null {
  if (event.kind === "close") return { outcome: event.outcome, solution: event.outcome === "solved" ? (event.solution ?? null) : null };
  if ((event.kind !== "agree-closing" && !endsSilence(event)) || closing?.state !== "open") return null;
  return { outcome: closing.outcome as "solved", solution: closing.outcome === "solved" ? closing.message : null };
}

/** The facts `closing` and `solution-given`. SPEC 23.1, 23.2 */
export function closingFacts(event: Event, { closing, ticket, answers }: Before): Record<string, Value> {
  const given =
    (event.kind === "close" && event.solution !== undefined) ||
    answers > 0 ||
    (ticket?.solution ?? null) !== null ||
    (closing?.state === "open" && closing.outcome === "solved" && closing.message !== null);
  return { "solution-given": given, closing: saidTo(event, closing, ticket?.status === "closed") };
}

function saidTo(event: Event, closing: Closing | null, closed: boolean): string {
  if (event.kind === "close") return event.by.kind === "person" ? "agreed" : "not-asked"; // who closes their own agrees to it
  if (event.kind === "agree-closing") return "agreed";
  if (event.kind === "refuse-closing") return "refused";
  if (event.kind === "reopen" || event.kind === "withdraw-closing" || closing === null) return "not-asked";
  if (closing.state === "open") return endsSilence(event) ? "silent" : "asked";
  if (closing.state === "refused" && !closed) return "refused";
  return closed && closing.state !== "withdrawn" ? closing.state : "not-asked";
}
