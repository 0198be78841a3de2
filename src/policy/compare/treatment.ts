// What a clause does to a customer, as text that is equal where the treatment is: ids, numbers and wording left aside.
import type { Clause, Policy } from "../model.ts";
import { hoursIn } from "./joint-space.ts";

/** No clause, a refusal before, and a clause that says there is nothing, come to the same. */
export const NOTHING = "nothing";

/** The outcome with what its names stand for: hours, the text to accept, the taxes on a price. */
export function treatmentOf(policy: Policy, clause: Clause): string {
  const o = clause.outcome;
  if (isNothing(clause)) return NOTHING;
  const calendar = typeof o["calendar"] === "string" ? policy.calendars[o["calendar"]] : undefined;
  const document = typeof o["accept"] === "string" ? policy.documents[o["accept"]] : undefined;
  return ordered([
    clause.strength === "may" ? "must" : clause.strength,
    o,
    calendar && hoursIn(calendar),
    document?.version,
    wallTime(o) && policy.desk.zone,
    clause.section === "charges" && policy.money.tax.map(({ name: _name, ...rule }) => rule),
  ]);
}

/** What a person is asked to decide, and about what. */
export const rulingOf = (policy: Policy, clause: Clause): string => ordered([clause.ruling, treatmentOf(policy, clause)]);

/** Clauses that say that there is nothing: no promise, no price, no telephone, the ticket stays as it is. */
export function isNothing({ section, outcome: o }: Clause): boolean {
  switch (section) {
    case "channels":
      return o["offered"] === false && o["otherwise"] === undefined;
    case "charges":
      return o["charge"] === "none";
    case "closure":
      return o["closure"] === "keep-open";
    case "conduct":
    case "remedies":
    case "escalations":
      return [o["conduct"], o["remedy"], o["escalate"]].includes("none");
    default:
      return o["none"] === true;
  }
}

/** Days and longer keep the wall time of the desk's zone, where nobody's else is known. */
const wallTime = (value: unknown): boolean =>
  typeof value === "object" && value !== null && (["days", "weeks", "months", "years"].includes(String((value as { unit?: unknown }).unit)) || Object.values(value).some(wallTime));

/** Text of a value, the keys of each map in one order. */
function ordered(value: unknown): string {
  return JSON.stringify(value, (_key, v: unknown) => (typeof v === "object" && v !== null && !Array.isArray(v) ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1))) : v));
}
