// A closed ticket is at rest: its clock may still send what was announced for after the closing, and promises nothing anew.
import type { Decision } from "../policy/index.ts";
import type { Event } from "./event.ts";
import type { Case } from "./gather.ts";

const STILL = new Set(["notify", "drop", "keep-promise", "meet-late"]);

/** The decision without what the clock alone would begin on a closed ticket. */
export function atRest(decision: Decision | null, event: Event, found: Case): Decision | null {
  if (!decision || found.ticket?.status !== "closed" || (event.kind !== "timer" && event.kind !== "delivered")) return decision;
  const effects = decision.effects.filter((e) => STILL.has(e.do));
  const clauses = new Set(effects.flatMap((e) => ("clause" in e ? [e.clause] : [])));
  return { ...decision, results: {}, effects, reasons: decision.reasons.filter((r) => clauses.has(r.clause)) };
}
