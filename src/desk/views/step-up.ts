// The next step up that a reader may take on a ticket by hand, as the policy lets them.
import { type Policy, type StepUp, stepsUp, type Value } from "../../policy/index.ts";
import { wordsOf } from "../../words/clause.ts";
import { clauseOf, clauseWords, type Reader } from "./shown-reason.ts";

export interface Standing {
  readonly status: string;
  readonly refused: boolean;
  readonly opened_at: number;
  readonly zone: string;
  readonly claims: unknown;
  readonly findings: unknown;
  readonly results: unknown;
}

/** Staff go by what they find, customers by what they say. Null where nothing leads further. */
export function nextStepUp(policy: Policy, ticket: Standing, known: Readonly<Record<string, Value>>, inside: boolean, at: number): StepUp | null {
  if (ticket.status === "closed" || ticket.refused) return null;
  const said = { ...(ticket.claims as Record<string, Value>), ...(ticket.findings as Record<string, Value>) };
  // What asked for an earlier step was spent by it: only what stands on the ticket counts.
  const facts = Object.fromEntries(
    Object.entries({ ...known, ...(ticket.results as Record<string, Value>) }).filter(([name]) => Object.hasOwn(said, name) || !["agent", "customer"].includes(policy.facts[name]?.source ?? "")),
  );
  const steps = stepsUp(policy, { at, openedAt: ticket.opened_at, zone: ticket.zone, facts: { ...facts, ...said } });
  return steps.find((s) => s.by === (inside ? "agent" : "customer")) ?? null;
}

/** The step in the reader's words. */
export function stepShown(policy: Policy, step: StepUp | null, reader: Reader) {
  const clause = step && clauseOf(policy, step.clause);
  if (!step || !clause) return null;
  const name = policy.facts["level"]?.options[step.to]?.label ?? policy.roles[step.to]?.name;
  return { to: step.to, label: name ? wordsOf(policy, name, reader.lang) : step.to, clause: clauseWords(policy, clause, reader.lang, reader.base) };
}
