// From a decision to what the portal shows of it.
import type { Changed } from "../../desk/change.ts";
import { quoteOf } from "../../desk/quote.ts";
import { toldClauses } from "../../desk/reasoned.ts";
import { promisesIn } from "../../desk/tell.ts";
import { clauseText } from "../../words/clause.ts";
import type { Says } from "./parts/says.tsx";
import type { Visit } from "./visit.ts";

/** What the policy says in this decision, in the visitor's language. */
export function saysOf(changed: Pick<Changed, "decision" | "reasons">, visit: Visit, country: string | null): Says {
  const { policy, lang } = visit;
  const effects = changed.decision?.effects ?? [];
  const refuse = effects.find((e) => e.do === "refuse");
  const refusal = (refuse && changed.reasons.find((r) => r.id === refuse.clause)) ?? null;
  const named = (id: string | undefined): { name: string; url?: string } | null => {
    const n = id === undefined ? undefined : (policy.things[id] ?? policy.parties[id]);
    return n ? { name: n.name[lang] ?? n.name[policy.desk.languages[0] ?? "en"] ?? id ?? "", ...(n.url && { url: n.url }) } : null;
  };
  const promises = promisesIn(effects, changed.reasons);
  const ask = (fact: string): string | null => policy.facts[fact]?.ask?.[lang] ?? policy.facts[fact]?.ask?.[policy.desk.languages[0] ?? "en"] ?? null;
  return {
    refusal, promises, quote: quoteOf(policy, effects, country, lang), refer: named(refuse?.refer), mend: named(refuse?.mend),
    others: toldClauses(changed.reasons, new Set()).filter((r) => r.section !== "promises" && r.id !== refusal?.id),
    open: (changed.decision?.open ?? []).flatMap((o) => {
      const questions = o.needs.flatMap((f) => ask(f) ?? []);
      const clauses = policy.clauses.filter((c) => o.clauses.includes(c.id) && c.audience !== "agent").map((c) => clauseText(policy, c, lang, { base: visit.base }));
      return questions.length && clauses.length > 1 ? [{ clauses, questions }] : [];
    }),
  };
}
