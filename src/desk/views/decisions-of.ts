// The decisions on a ticket as their reader may see them: of a case of conduct nothing, to a customer no house rules.
import type { Policy, Value } from "../../policy/index.ts";
import { isConfidential } from "../conduct/confidential.ts";
import type { Reasoned } from "../reasoned.ts";
import { instantIso } from "./instant-iso.ts";
import type { Untold } from "../hands/untold.ts";
import { clauseOf, type Reader, shownReasons } from "./shown-reason.ts";
import type { TicketRows } from "./ticket-rows.ts";

/** The oldest first; to a customer those that have anything to say to them. */
export const decisionsOf = (policy: Policy, rows: TicketRows, reader: Reader) =>
  rows.decisions
    .map((d) => {
      const reasons = d.reasons as Reasoned[];
      const ofCase = new Set(reasons.filter((r) => isConfidential(r, r.facts)).map((r) => `${r.section}.${r.key}`));
      return {
        id: d.id,
        moment: d.moment as "opened",
        at: instantIso(d.at),
        policyVersion: d.policy,
        reasons: shownReasons(
          policy,
          reasons.filter((r) => !ofCase.has(`${r.section}.${r.key}`)),
          { ...(d.facts as Record<string, Value>), ...(d.results as Record<string, Value>) },
          reader,
        ),
        ...(reader.inside && { results: Object.fromEntries(Object.entries(d.results as Record<string, Value>).filter(([name]) => !name.startsWith("conduct.") && !ofCase.has(name))) }),
        ...(reader.inside && { untold: (d.untold as Untold[]).map(({ clause, to, why }) => ({ clause, number: clauseOf(policy, clause)?.number ?? "", to, why })) }),
      };
    })
    .filter((d) => reader.inside || d.reasons.length > 0);
