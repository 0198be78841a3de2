// The facts that a decision's mail tells: what is the reader's to see and rests on what they said or on their record. They may say that one is wrong.
import type { Facts, Policy } from "../../policy/index.ts";
import type { MailFact } from "../../words/mails/model.ts";
import { phrase } from "../../words/phrase.ts";
import type { Reasoned } from "../reasoned.ts";
import { factLabel, factText } from "../views/fact-text.ts";
import { restsOn } from "../views/rests-on.ts";

const MOST = 9;
/** Of these sections a reader asks why: whether we help, and what it costs. */
const ASKED_WHY = new Set(["scope", "entitlement", "charges"]);

/** Numbered from 1, in the order of the clauses that read them. What is not known is left out, but for what its reader could tell so that an exception holds. */
export function mailFacts(policy: Policy, told: readonly Reasoned[], facts: Facts, lang: string): MailFact[] {
  const read = told.filter((r) => ASKED_WHY.has(r.section)).flatMap((r) => [...restsOn(policy, r.facts)]);
  const tellable = told.flatMap((r) => r.tried ?? []).flatMap((each) => Object.keys(each.facts).filter((name) => each.facts[name] === null && policy.facts[name]?.source === "customer"));
  const known = (name: string): boolean => (facts[name] ?? null) !== null;
  return [...new Set([...read.filter(known), ...tellable])]
    .filter((name) => isTheirs(policy, name))
    .slice(0, MOST)
    .map((fact, i) => ({ n: i + 1, fact, label: factLabel(policy, fact, lang), text: known(fact) ? factText(policy, fact, facts[fact], lang) : phrase(lang, "mail.facts.unknown") }));
}

/** What a customer said of themselves, or what the desk keeps of them, and may see. */
export const isTheirs = (policy: Policy, name: string): boolean => {
  const fact = policy.facts[name];
  return fact !== undefined && fact.shown === "customer" && (fact.source === "customer" || fact.source === "record") && !name.startsWith("accepted.") && !name.startsWith("ends-in.");
};
