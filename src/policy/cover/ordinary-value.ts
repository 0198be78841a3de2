// The values of a fact in the order in which an example should take them: what is so with an ordinary request comes first.
import { type Cell, isUnknown } from "../check/space.ts";
import type { Fact, Value } from "../model.ts";
import { ORDINARY_ASK } from "../ordinary-ask.ts";

const ORDINARY: Readonly<Record<string, Value>> = {
  ...ORDINARY_ASK,
  asked: "nothing",
  scope: "in",
  entitlement: "granted",
  session: "booked",
  attendance: "present",
  outcome: "solved",
  "mail-authenticated": "pass",
};
/** Facts that nobody has found or ruled yet in an ordinary case. */
const LATE: readonly Fact["source"][] = ["agent", "human"];

export function ordinaryFirst(fact: Fact, cells: readonly Cell[]): readonly Cell[] {
  const wanted = ORDINARY[fact.name] ?? (fact.name.startsWith("promise.") ? "none" : /^(?:now-in|opened-in|staffed|reachable)\./.test(fact.name) ? true : fact.fallback);
  const rank = (cell: Cell): number => {
    if (isUnknown(cell)) return LATE.includes(fact.source) && ORDINARY[fact.name] === undefined ? 0 : 3;
    if ("value" in cell) return cell.value === wanted ? 1 : 2;
    return typeof wanted === "number" && wanted >= cell.from && wanted < cell.to ? 1 : 2;
  };
  return [...cells].sort((a, b) => rank(a) - rank(b));
}
