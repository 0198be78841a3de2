// From a decision to what the portal shows of it, in the visitor's language whatever the language of the request.
import { triedShown } from "../../desk/views/tried-shown.ts";
import { drawOf, quoteOf } from "../../desk/quote.ts";
import { type Reasoned, toldClauses } from "../../desk/reasoned.ts";
import { promisesIn } from "../../desk/hands/tell.ts";
import type { Decision, Effect, Policy, TaxPlace } from "../../policy/index.ts";
import { clauseText, policyUrl, wordsOf } from "../../words/clause.ts";
import { phrase } from "../../words/phrase.ts";
import type { Says } from "./parts/says.tsx";
import type { Visit } from "./visit.ts";

export interface Decided {
  readonly policy: Policy;
  readonly effects: readonly Effect[];
  readonly reasons: readonly Reasoned[];
  readonly open: Decision["open"];
  readonly place: TaxPlace;
}

/** What the policy says in this decision. */
export function saysOf(decided: Decided, visit: Visit): Says {
  const { policy, effects, open } = decided;
  const { lang, base } = visit;
  const reasons = decided.reasons.map((r) => inLanguage(policy, r, visit));
  const refuse = effects.find((e) => e.do === "refuse");
  const refusal = (refuse && reasons.find((r) => r.id === refuse.clause)) ?? null;
  const named = (id: string | undefined): { name: string; url?: string } | null => {
    const n = id === undefined ? undefined : (policy.things[id] ?? policy.parties[id]);
    return n ? { name: wordsOf(policy, n.name, lang), ...(n.url && { url: n.url }) } : null;
  };
  return {
    refusal,
    tried: triedShown(policy, refusal?.tried, { lang, base, inside: false }),
    unsettled: refusal === null && open.some((o) => (o.section === "scope" || o.section === "entitlement") && o.needs.some((fact) => policy.facts[fact]?.source === "customer")),
    promises: promisesIn(effects, reasons),
    quote: quoteOf(policy, effects, decided.place, lang),
    free: drawOf(effects) !== null,
    refer: named(refuse?.refer),
    mend: named(refuse?.mend),
    others: toldClauses(reasons, new Set()).filter((r) => r.section !== "promises" && r.id !== refusal?.id),
    documents: effects.flatMap((e) =>
      e.do === "conditions" && policy.documents[e.key] ? [{ title: wordsOf(policy, policy.documents[e.key]!.title, lang), url: policyUrl(base, lang, `document-${e.key}`) }] : [],
    ),
    open: open.flatMap((o) => {
      const questions = o.needs.flatMap((name) => {
        const fact = policy.facts[name];
        if (name === "topic") return [{ fact: name, ask: phrase(lang, "ask.topic") }];
        const words = fact?.source === "customer" ? (fact.ask ?? fact.label) : undefined;
        return words ? [{ fact: name, ask: wordsOf(policy, words, lang) }] : [];
      });
      const clauses = policy.clauses.filter((c) => o.clauses.includes(c.id) && c.audience !== "agent").map((c) => clauseText(policy, c, lang, { base }));
      return questions.length && clauses.length ? [{ clauses, questions }] : [];
    }),
  };
}

function inLanguage(policy: Policy, reason: Reasoned, { lang, base }: Visit): Reasoned {
  const clause = policy.clauses.find((c) => c.id === reason.id);
  return clause ? { ...reason, ...clauseText(policy, clause, lang, { base }) } : reason;
}
