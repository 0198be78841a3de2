// From the clause that answered a table to what follows. One case per kind of section; none knows a vendor.
import type { Effect, Given, OutcomeEffect } from "./decision.ts";
import type { Clause, Duration, Section, Value } from "./model.ts";
import { before, dueAt } from "./time/due.ts";
import { isWorking } from "./time/duration.ts";

/** The effects of one clause that applied; promises are reconciled elsewhere. */
export function effectsOf(clause: Clause, section: Section, key: string, given: Given, zone: string): readonly Effect[] {
  const o = clause.outcome;
  switch (section) {
    case "classify": {
      const [fact, value] = Object.entries(o["set"] as Record<string, Value>)[0]!;
      return [{ do: "set", fact, value, clause: clause.id }];
    }
    case "scope":
      if (o["scope"] === "out") return [refusal("scope", clause)];
      return o["scope"] === "examine" ? [{ do: "scope", key, clause: clause.id, outcome: o }] : [];
    case "entitlement":
      return o["entitlement"] === "refused" ? [refusal("entitlement", clause)] : [];
    case "notices":
      return o["none"] === true ? [] : notify(clause, key, given, zone);
    case "closure":
      return o["closure"] === "keep-open" ? [] : [{ do: "closure", key, clause: clause.id, outcome: o }];
    case "promises":
      return [];
    default:
      return [{ do: section, key, clause: clause.id, outcome: o } as OutcomeEffect];
  }
}

function refusal(why: "scope" | "entitlement", clause: Clause): Effect {
  const { refer, mend } = clause.outcome;
  return { do: "refuse", why, clause: clause.id, ...(typeof refer === "string" && { refer }), ...(typeof mend === "string" && { mend }) };
}

/** Notices ahead of a booking are timed back from its start; one whose time has passed is skipped. SPEC time, LANGUAGE 11. */
function notify(clause: Clause, kind: string, given: Given, zone: string): readonly Effect[] {
  const o = clause.outcome;
  const act = o["act"] as readonly string[] | undefined;
  const base = { do: "notify", kind, to: String(o["to"]), by: (o["by"] as readonly string[] | undefined) ?? ["mail"], clause: clause.id, ...(act && { act }) } as const;
  const ahead = o["before"] as readonly Duration[] | undefined;
  const later = o["after"] as readonly Duration[] | undefined;
  if (!ahead && !later) return [base];
  const left = given.facts["notice"];
  const starts = typeof left === "number" ? given.at + left : null;
  const times = [
    ...(starts === null ? [] : (ahead ?? []).filter((d) => !isWorking(d)).flatMap((d) => before(starts, d, zone) ?? [])),
    ...(later ?? []).filter((d) => !isWorking(d)).flatMap((d) => dueAt(given.at, d, { zone }) ?? []), // a notice has no calendar
  ];
  return times.filter((at) => at > given.at).map((at) => ({ ...base, at }));
}
