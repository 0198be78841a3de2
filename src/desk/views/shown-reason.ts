// A reason as a reader sees it: a customer the words as they were told, staff the clause in their own language; each the facts that are theirs to see.
import type { Clause, Policy, Value } from "../../policy/index.ts";
import { type ClauseText, clauseText } from "../../words/clause.ts";
import type { TriedText } from "../../words/tried.ts";
import type { Reasoned } from "../reasoned.ts";
import { triedShown } from "./tried-shown.ts";
import { type ShownFact, shownFacts } from "./fact-text.ts";

export interface ShownReason extends Omit<Reasoned, "tried"> {
  readonly tried: readonly TriedText[];
  readonly shown: Readonly<Record<string, ShownFact>>;
}
/** Who reads: their language and zone, where the desk is on the web, and whether they work here. */
export interface Reader {
  readonly lang: string;
  readonly zone: string;
  readonly base: string;
  readonly inside: boolean;
}

const texts = new WeakMap<Clause, Map<string, ClauseText>>();
const byId = new WeakMap<Policy, Map<string, Clause>>();

/** The clause of this id; undefined where the policy has none. */
export function clauseOf(policy: Policy, id: string): Clause | undefined {
  const known = byId.get(policy) ?? new Map(policy.clauses.map((clause) => [clause.id, clause]));
  byId.set(policy, known);
  return known.get(id);
}

/** Its words in a language, rendered once. */
export function clauseWords(policy: Policy, clause: Clause, lang: string, base: string): ClauseText {
  const known = texts.get(clause) ?? new Map<string, ClauseText>();
  texts.set(clause, known);
  const key = `${lang} ${base}`;
  let made = known.get(key);
  if (!made) known.set(key, (made = clauseText(policy, clause, lang, { base })));
  return made;
}

/** One clause as a reason, resting on these facts. */
export function reasonFor(policy: Policy, clause: Clause, facts: Readonly<Record<string, Value>>, reader: Reader): ShownReason {
  return {
    ...clauseWords(policy, clause, reader.lang, reader.base),
    key: clause.key,
    audience: clause.audience,
    facts: visible(policy, clause.reads, reader),
    tried: [],
    shown: shownFacts(policy, clause.reads, facts, reader.lang, reader.inside),
  };
}

/** The reasons of a decision. A customer is not told house rules, what the desk keeps up beside their request, nor what a person has yet to decide. */
export function shownReasons(policy: Policy, reasons: readonly Reasoned[], facts: Readonly<Record<string, Value>>, reader: Reader): ShownReason[] {
  return reasons.flatMap((reason) => {
    if (!reader.inside && (reason.audience === "agent" || reason.section === "upkeep" || (reason.strength === "may" && facts[`ruling.${reason.id}`] !== "granted"))) return [];
    const clause = reader.inside ? clauseOf(policy, reason.id) : undefined;
    const words = clause ? clauseWords(policy, clause, reader.lang, reader.base) : {};
    return [
      {
        ...reason,
        ...words,
        tried: triedShown(policy, reason.tried, reader),
        facts: visible(policy, reason.facts, reader),
        shown: shownFacts(policy, reason.facts, facts, reader.lang, reader.inside),
      },
    ];
  });
}

const visible = (policy: Policy, names: readonly string[], reader: Reader): string[] => names.filter((name) => reader.inside || policy.facts[name]?.shown === "customer");
