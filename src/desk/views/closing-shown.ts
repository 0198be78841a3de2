// What a customer was asked about closing their ticket, as they and the desk see it; and how the policy would have it closed now.
import { decide, type Policy, type Value } from "../../policy/index.ts";
import type { ClauseText } from "../../words/clause.ts";
import { instantText } from "../../words/instant.ts";
import type { Closing } from "../closings/reads.ts";
import { instantIso, instantIsoOrNull } from "./instant-iso.ts";
import { clauseOf, clauseWords, type Reader } from "./shown-reason.ts";

export function closingShown(policy: Policy, row: Closing, reader: Reader) {
  const words = (id: string | null): ClauseText | null => {
    const clause = id === null ? undefined : clauseOf(policy, id);
    return clause && (reader.inside || clause.audience !== "agent") ? clauseWords(policy, clause, reader.lang, reader.base) : null;
  };
  return {
    id: row.id,
    state: row.state as "open" | "agreed" | "refused" | "silent" | "withdrawn",
    outcome: row.outcome as "solved" | "unresolved",
    message: row.message,
    words: row.words,
    clause: words(row.clause),
    settles: words(row.follows.clause),
    quote: row.follows.quote ?? null,
    taken: row.follows.taken ?? null,
    priced: policy.tables["charges/settlement"] !== undefined,
    askedAt: instantIso(row.asked_at),
    askedBy: row.asked_by,
    closesAt: instantIsoOrNull(row.closes_at),
    closesText: row.closes_at === null ? null : instantText(row.closes_at, reader.lang, reader.zone),
    answeredAt: instantIsoOrNull(row.answered_at),
    answeredBy: row.answered_by,
    channel: row.channel,
  };
}

/** For staff: by which clause the customer is asked before it is closed so, and which wants a solution first. */
export function closesNow(policy: Policy, facts: Readonly<Record<string, Value>>, { at, openedAt }: { readonly at: number; readonly openedAt: number }, reader: Reader) {
  const says = (outcome: "solved" | "unresolved", given: boolean, closure: "ask" | "refuse"): ClauseText | null => {
    const decision = decide(policy, { moment: "closed", at, openedAt, facts: { ...facts, outcome, closing: "not-asked", "solution-given": given } });
    const effect = decision.effects.find((e) => e.do === "closure" && e.outcome["closure"] === closure);
    const clause = effect && "clause" in effect && effect.clause !== null ? clauseOf(policy, effect.clause) : undefined;
    return clause ? clauseWords(policy, clause, reader.lang, reader.base) : null;
  };
  return { solved: says("solved", true, "ask"), unresolved: says("unresolved", true, "ask"), needsSolution: says("solved", false, "refuse") };
}
