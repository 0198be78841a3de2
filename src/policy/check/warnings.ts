// Warnings before a limit that would come before the promise begins: nobody is ever warned by them. SPEC 15.2.
import { finding } from "../finding.ts";
import type { Clause, Duration, Finding, Policy } from "../model.ts";
import { before, dueAt } from "../time/due.ts";
import { compareDurations, formatDuration } from "../time/duration.ts";
import { startsOf } from "./ordinary-starts.ts";

/** `undecided`: clauses with a value still open, whose times cannot be compared. */
export function checkWarnings(policy: Policy, undecided: ReadonlySet<string>): Finding[] {
  return policy.clauses.flatMap((clause) => {
    const { warn, must, every } = clause.outcome as { warn?: readonly Duration[]; must?: Duration; every?: Duration };
    const limit = must ?? every;
    if (clause.section !== "promises" || !warn || !limit || undecided.has(clause.id)) return [];
    const never = warn.filter((d) => neverLater(policy, clause, d, limit));
    if (!never.length) return [];
    const said = never.map(formatDuration);
    return [
      finding({
        code: "E-WARN",
        at: clause.id,
        clauses: [clause.id],
        rests: `${said.join()} >= ${formatDuration(limit)}`,
        place: clause.place,
        message: `${clause.id} warns ${said.join(" and ")} before a limit of ${formatDuration(limit)}: that time has passed when the promise begins, so nobody is ever warned.`,
        mend: "A warning lies between the beginning and the limit: shorten it.",
      }),
    ];
  });
}

/** Whether the warning lies at or before the beginning at every hour. */
function neverLater(policy: Policy, clause: Clause, warn: Duration, limit: Duration): boolean {
  const order = compareDurations(warn, limit);
  if (order !== null) return order >= 0;
  const starts = startsOf(policy, clause, [warn, limit]);
  if (!starts) return false;
  const { zone, calendar } = starts.by;
  return starts.at.every((at) => {
    const due = dueAt(at, limit, starts.by);
    const told = due === null ? null : before(due, warn, zone, calendar);
    return told !== null && told <= at;
  });
}
