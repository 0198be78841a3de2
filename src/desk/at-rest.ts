// A closed ticket is at rest: its clock may still send what was announced for after the closing, and promises nothing anew.
import type { Decision } from "../policy/index.ts";
import { isOfCase } from "./conduct/about.ts";
import type { Event } from "./event.ts";
import type { Case } from "./gather.ts";

const STILL = new Set(["notify", "drop", "keep-promise", "meet-late"]);
/** What happens in a case that was found on it happens though the ticket is closed, and leaves the ticket alone. */
const IN_CASES = new Set([...STILL, "conduct", "ruling", "break-promise", "cancel-timer"]);

/** The decision without what the clock alone would begin on a closed ticket. */
export function atRest(decision: Decision | null, event: Event, found: Case): Decision | null {
  if (!decision || found.ticket?.status !== "closed" || (event.kind !== "timer" && event.kind !== "delivered" && !isOfCase(event))) return decision;
  const still = isOfCase(event) || (event.kind === "timer" && event.about === "conduct/decision") ? IN_CASES : STILL;
  const effects = decision.effects.filter((e) => still.has(e.do));
  const clauses = new Set(effects.flatMap((e) => ("clause" in e ? [e.clause] : [])));
  return { ...decision, results: {}, effects, reasons: decision.reasons.filter((r) => clauses.has(r.clause)) };
}
