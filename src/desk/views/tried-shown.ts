// The exceptions that were tried before something was refused, as far as the reader may see them.
import type { Policy, Tried } from "../../policy/index.ts";
import { clauseText } from "../../words/clause.ts";
import type { TriedText } from "../../words/tried.ts";
import { isConfidential } from "../conduct/confidential.ts";
import { askable, factLabel, factText } from "./fact-text.ts";

/** Facts that are not the reader's to see are left out, and so are house rules and what belongs to a case. */
export function triedShown(policy: Policy, tried: readonly Tried[] | undefined, reader: { readonly lang: string; readonly base: string; readonly inside: boolean }): TriedText[] {
  const { lang, base, inside } = reader;
  return (tried ?? []).flatMap((each): TriedText[] => {
    const clause = policy.clauses.find((c) => c.id === each.clause);
    if (!clause || isConfidential(clause, Object.keys(each.facts)) || (!inside && clause.audience === "agent")) return [];
    const seen = Object.entries(each.facts).filter(([name]) => inside || policy.facts[name]?.shown === "customer");
    return [
      {
        clause: clauseText(policy, clause, lang, { base }),
        known: seen.filter(([, value]) => value !== null).map(([name, value]) => ({ label: factLabel(policy, name, lang), text: factText(policy, name, value, lang) })),
        unknown: seen
          .filter(([, value]) => value === null)
          .map(([name]) => {
            const fact = policy.facts[name];
            return { label: factLabel(policy, name, lang), ask: fact?.source === "customer" ? askable(policy, fact, null, lang).ask : null };
          }),
      },
    ];
  });
}
