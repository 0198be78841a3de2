// At which moments a fact is surely known, given the moment from which it is known. Before that a table must answer for unknown. SPEC 3.4.
import type { Fact, Moment } from "../model.ts";

/** Moments that can only come after this one. Work, consent and answers follow each other in any order; closing follows all of them. */
const AFTER: Partial<Readonly<Record<Moment, readonly Moment[]>>> = {
  message: ["closed"],
  finding: ["consent", "worked", "closed"],
  consent: ["closed"],
  answered: ["worked", "consent", "closed"],
  worked: ["consent", "closed"],
  booking: ["session"],
};

/** True where a fact known from `from` is known at `moment`. Nothing but the preview comes before the opening. */
function isKnown(from: Moment, moment: Moment): boolean {
  if (from === "preview" || from === moment) return true;
  if (from === "opened") return moment !== "preview";
  return AFTER[from]?.includes(moment) ?? false;
}

/** A fallback stands in for what is unknown, so that a fact with one always has a value. */
export function mayBeUnknown(fact: Fact, moment: Moment): boolean {
  if (fact.fallback !== undefined && fact.fallback !== null) return false;
  return fact.unknown || !isKnown(fact.known, moment);
}
