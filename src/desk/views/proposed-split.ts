// What the policy proposes where it finds several problems in a request: the clause that says so, until somebody has split it.
import type { Policy, Value } from "../../policy/index.ts";
import type { Reasoned } from "../reasoned.ts";
import { type Reader, type ShownReason, shownReasons } from "./shown-reason.ts";
import type { TicketLine } from "./ticket-lines.ts";
import type { TicketRows } from "./ticket-rows.ts";

const PROPOSED: readonly unknown[] = ["propose-split", "split"];

/** The newest reason of the table; null where nothing is proposed, or the request was split already. */
export function proposedSplit(policy: Policy, line: Pick<TicketLine, "status" | "results">, rows: TicketRows, reader: Reader): ShownReason | null {
  const results = line.results as Record<string, Value>;
  if (line.status === "closed" || !PROPOSED.includes(results["cases.parts"]) || rows.parts.length > 0 || rows.splitFrom || rows.joinedInto) return null;
  for (const decision of rows.decisions.toReversed()) {
    const reason = (decision.reasons as Reasoned[]).find((r) => r.section === "cases" && r.key === "parts");
    if (reason) return shownReasons(policy, [reason], { ...(decision.facts as Record<string, Value>), ...(decision.results as Record<string, Value>) }, reader)[0] ?? null;
  }
  return null;
}
