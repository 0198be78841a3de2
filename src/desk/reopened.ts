// What a customer writes on a closed ticket opens it again: the outcome that it was closed with is no reason to close it once more.
import type { Decision } from "../policy/index.ts";
import type { Event } from "./event.ts";
import type { Case } from "./gather.ts";
import { contests } from "./touch.ts";

/** The decision without a closing that only repeats the ticket's last one. A policy that opens it by a clause of its own is left as it is. */
export function reopened(decision: Decision | null, event: Event, found: Case): Decision | null {
  const says = event.kind === "message" || contests(event);
  if (!decision || !says || found.ticket?.status !== "closed") return decision;
  const again = new Set(decision.effects.flatMap((e) => (e.do === "closure" && e.outcome["closure"] === "close" ? [e.clause] : [])));
  return again.size === 0
    ? decision
    : { ...decision, effects: decision.effects.filter((e) => e.do !== "closure" || !again.has(e.clause)), reasons: decision.reasons.filter((r) => !again.has(r.clause)) };
}
