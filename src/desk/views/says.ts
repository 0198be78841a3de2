// What the policy says about a request, for the reader: refused or not, what is promised by when, at what price, and why.
import type { Effect, Facts, Policy, TaxPlace } from "../../policy/index.ts";
import { instantText } from "../../words/instant.ts";
import { named } from "../../words/phrase.ts";
import { wordsOf } from "../../words/clause.ts";
import { drawOf, quoteOf } from "../quote.ts";
import type { Reasoned } from "../reasoned.ts";
import { type Askable, askable } from "./fact-text.ts";
import { instantIsoOrNull } from "./instant-iso.ts";
import { clauseOf, clauseWords, type Reader, shownReasons } from "./shown-reason.ts";

/** What a decision left behind: the part of `Changed` that speaks. */
export interface Decided {
  readonly policy: Policy;
  readonly effects: readonly Effect[];
  readonly reasons: readonly Reasoned[];
  readonly facts: Facts;
  readonly place: TaxPlace;
}

/** The answer in the reader's words. A customer is not told house rules, nor what a person has yet to decide. */
export function says(d: Decided, reader: Reader) {
  const { policy, effects } = d;
  const reasons = shownReasons(policy, d.reasons, d.facts, reader);
  const refusal = effects.find((e) => e.do === "refuse");
  const party = refusal?.refer === undefined ? undefined : (policy.parties[refusal.refer] ?? policy.things[refusal.refer]);
  const quote = quoteOf(policy, effects, d.place, reader.lang);
  return {
    refused: refusal ? (reasons.find((r) => r.id === refusal.clause) ?? null) : null,
    refer: party ? { name: wordsOf(policy, party.name, reader.lang), ...(party.url !== undefined && { url: party.url }) } : null,
    promises: effects.flatMap((e) => (e.do === "promise" ? saidPromise(policy, e, reader) : [])),
    reasons,
    quote,
    free: drawOf(effects) !== null,
  };
}

function saidPromise(policy: Policy, e: Extract<Effect, { do: "promise" }>, reader: Reader) {
  const clause = clauseOf(policy, e.clause);
  if (!clause || (clause.audience === "agent" && !reader.inside)) return [];
  const said = (at: number | null): string | null => (at === null ? null : instantText(at, reader.lang, reader.zone));
  return [
    {
      kind: e.kind,
      label: named(reader.lang, "promise", e.kind),
      clause: clauseWords(policy, clause, reader.lang, reader.base),
      strength: e.strength,
      due: instantIsoOrNull(e.due),
      goal: instantIsoOrNull(e.goal),
      dueText: said(e.due),
      goalText: said(e.goal),
    },
  ];
}

/** What the policy may still say, and which facts of the customer's it would have to know for that. */
export function stillOpen(policy: Policy, open: readonly { readonly section: string; readonly key: string; readonly clauses: readonly string[]; readonly needs: readonly string[] }[], reader: Reader) {
  return open.flatMap((o) => {
    const clauses = o.clauses.flatMap((id) => {
      const clause = clauseOf(policy, id);
      return clause && (reader.inside || clause.audience !== "agent") ? [clauseWords(policy, clause, reader.lang, reader.base)] : [];
    });
    const needs = o.needs.flatMap((name): Askable[] => {
      const fact = policy.facts[name];
      return fact && (fact.source === "customer" || reader.inside) ? [askable(policy, fact, null, reader.lang)] : [];
    });
    return clauses.length ? [{ section: o.section as "scope", key: o.key, clauses, needs }] : [];
  });
}
