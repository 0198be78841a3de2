// Reasons with their words, rendered once when the decision is made and kept with it: what was told stays what was told.
import type { Decision, Policy, Reason, Tried } from "../policy/index.ts";
import { type ClauseText, clauseText } from "../words/clause.ts";
import { isConfidential } from "./conduct/confidential.ts";

/** A reason as it is kept: its words in the reader's language, and whether the customer may see it. */
export interface Reasoned extends ClauseText {
  readonly key: string;
  readonly facts: readonly string[];
  readonly audience: "public" | "customer" | "agent";
  readonly tried?: readonly Tried[]; // exceptions, of one that refuses
}

const said = new WeakMap<Policy, Map<string, ClauseText & { audience: Reasoned["audience"] }>>();

/** The reasons of a decision in a language; `base` is the desk's address, for links to the clause. */
export function reasoned(policy: Policy, decision: Decision, lang: string, base: string): Reasoned[] {
  return decision.reasons.map((r) => ({ ...wordsOf(policy, r, lang, base), key: r.key, facts: r.facts, ...(r.tried && { tried: r.tried }) }));
}

/** A clause's words depend on clause and language alone: rendered once per policy. */
function wordsOf(policy: Policy, reason: Reason, lang: string, base: string): ClauseText & { audience: Reasoned["audience"] } {
  const known = said.get(policy) ?? new Map<string, ClauseText & { audience: Reasoned["audience"] }>();
  said.set(policy, known);
  const key = `${reason.clause} ${lang} ${base}`;
  const cached = known.get(key);
  if (cached) return cached;
  const clause = policy.clauses.find((c) => c.id === reason.clause);
  if (!clause) throw new Error(`a reason names no clause: ${reason.clause}`);
  const made = { ...clauseText(policy, clause, lang, { base }), audience: clause.audience };
  known.set(key, made);
  return made;
}

const SILENT = new Set(["channels", "closure", "upkeep", "escalations", "bookings"]);

/** The clauses that a mail about this decision tells: the customer's, without house rules and what a human has yet to decide. */
export function toldClauses(reasons: readonly Reasoned[], granted: ReadonlySet<string>): Reasoned[] {
  return reasons.filter((r) => r.audience !== "agent" && !isConfidential(r) && !SILENT.has(r.section) && (r.strength !== "may" || granted.has(r.id)));
}
