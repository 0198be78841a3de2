// What a customer was asked to do, as they and the desk see it; and what the policy lets an agent ask for.
import type { Policy } from "../../policy/index.ts";
import { wordsIn } from "../../words/slots.ts";
import type { Checklist } from "../checklists/reads.ts";
import { instantIso, instantIsoOrNull } from "./instant-iso.ts";
import { clauseWords, type Reader } from "./shown-reason.ts";

export function checklistShown(policy: Policy, list: Checklist, { lang, base, inside }: Reader) {
  const clause = list.ask === null ? undefined : policy.clauses.find((c) => c.section === "asks" && c.outcome["ask"] === list.ask);
  return {
    id: list.id,
    words: list.words,
    clause: clause && (inside || clause.audience !== "agent") ? clauseWords(policy, clause, lang, base) : null,
    madeAt: instantIso(list.made_at),
    madeBy: list.made_by,
    endedAt: instantIsoOrNull(list.ended_at),
    items: list.items.map((item) => ({
      id: item.id,
      n: item.n,
      text: item.text,
      state: item.state as "open" | "done" | "dropped",
      at: instantIsoOrNull(item.at),
      by: item.by_name,
      channel: item.channel,
    })),
  };
}

/** The asks of the policy that name things to do, each with those, in the reader's language. */
export const checklistAsks = (policy: Policy, { lang, base }: Reader) =>
  policy.clauses.flatMap((clause) => {
    const { ask, items } = clause.outcome;
    if (clause.section !== "asks" || typeof ask !== "string" || !Array.isArray(items)) return [];
    const things = (items as string[]).flatMap((id) => (policy.things[id] ? [{ id, label: wordsIn(policy.things[id].name, lang) }] : []));
    return things.length > 0 ? [{ ask, clause: clauseWords(policy, clause, lang, base), pauses: clause.outcome["pause"] === true, things }] : [];
  });
