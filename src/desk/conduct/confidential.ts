// What of a decision is shown in the case on conduct alone. Pure.
import type { Clause } from "../../policy/index.ts";

/** Clauses on conduct, the facts of reports and what rests on the outcome of a case are shown in the case alone; that one asks too much at once is said to everybody concerned. */
export const isConfidential = (clause: Pick<Clause, "section" | "key">, facts: readonly string[] = []): boolean =>
  (clause.section === "conduct" && clause.key !== "slow-down") || facts.some((name) => name.startsWith("conduct.") && name !== "conduct.slow-down");
