// A proposal written as a scenario, in the form in which authors write them: facts by their own values, times local to the desk.
import { Document, isCollection, isMap, isSeq } from "yaml";
import type { Effect } from "../decision.ts";
import type { Fact, Facts, Policy, Value } from "../model.ts";
import { formatDuration } from "../time/duration.ts";
import { valueInWords } from "../check/describe.ts";
import { instantToLocal } from "../time/zoned.ts";
import type { Proposal } from "./propose.ts";

/** A file of scenarios. `title` says a scenario in a sentence; `head` and what a scenario is for stand as comments. */
export function scenariosText(policy: Policy, proposals: readonly Proposal[], title: (proposal: Proposal) => string, head: readonly string[]): string {
  const entries = proposals.map((proposal) => {
    const comment = proposal.tries.map((r) => `  # § ${r.clause.number} ${r.clause.id}, ${r.table.replace(/\/$/, "")}`);
    const text = yamlOf([scenarioOf(policy, proposal, title(proposal))]);
    return [
      ...comment,
      ...text
        .trimEnd()
        .split("\n")
        .map((line) => `  ${line}`),
    ].join("\n");
  });
  return `${head.map((line) => `# ${line}\n`).join("")}scenarios:\n${entries.join("\n")}\n`;
}

/** Facts, clauses and each effect on a line of their own, as authors write them. */
function yamlOf(list: readonly object[]): string {
  const doc = new Document(list, { aliasDuplicateObjects: false });
  const inFlow = (node: unknown): void => {
    if (isCollection(node)) node.flow = true;
  };
  if (isSeq(doc.contents)) {
    for (const scenario of doc.contents.items) {
      if (!isMap(scenario)) continue;
      inFlow(scenario.get("given"));
      const then = scenario.get("then");
      if (!isMap(then)) continue;
      for (const key of ["clauses", "results"]) inFlow(then.get(key));
      const effects = then.get("effects");
      if (isSeq(effects)) effects.items.forEach(inFlow);
    }
  }
  return doc.toString({ lineWidth: 0 });
}

function scenarioOf(policy: Policy, { given, decision }: Proposal, title: string): object {
  const zone = policy.desk.zone;
  const local = (at: number): string => instantToLocal(at, zone).slice(0, 16);
  const effects = decision.effects.filter((e) => e.do !== "timer" && e.do !== "cancel-timer").map((e) => effectOf(e, local));
  return {
    scenario: title,
    at: local(given.at),
    ...(given.openedAt !== given.at && { opened: local(given.openedAt) }),
    given: Object.fromEntries(Object.entries(given.facts).map(([name, value]) => [name, factWritten(policy, name, value)])),
    when: given.moment,
    then: {
      clauses: [...new Set(decision.reasons.map((r) => r.clause))],
      ...(told(policy, decision.results) && { results: told(policy, decision.results) }),
      ...(effects.length && { effects }),
    },
  };
}

/** The answers that later sections read, scope and entitlement among them. */
function told(policy: Policy, results: Facts): object | null {
  const read = new Set(["scope", "entitlement", ...policy.clauses.flatMap((c) => c.reads)]);
  const shown = Object.entries(results).filter(([name, value]) => value !== null && read.has(name) && policy.facts[name]);
  return shown.length ? Object.fromEntries(shown.map(([name, value]) => [name, factWritten(policy, name, value)])) : null;
}

function factWritten(policy: Policy, name: string, value: Value): Value {
  const fact: Fact | undefined = policy.facts[name];
  if (typeof value !== "number" || !fact) return value;
  if (fact.kind === "duration") return value === 0 ? "0 minutes" : valueInWords(fact, value);
  return fact.kind === "money" ? `${(value / 100).toFixed(2)} ${policy.money.currency}` : value;
}

const TIMES = ["due", "goal", "starts", "at"];

/** The effect as far as a scenario can name it: what a clock or a pause holds is left out. */
function effectOf(effect: Effect, local: (at: number) => string): object {
  const fields = Object.entries(effect).filter(([name, value]) => value !== null && !["id", "pauses", "starts", "calendar", "strength"].includes(name));
  return Object.fromEntries(fields.map(([name, value]) => [name, TIMES.includes(name) && typeof value === "number" ? local(value) : written(value)]));
}

/** Lengths and prices as an author writes them. */
function written(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(written);
  if (typeof value !== "object" || value === null) return value;
  if ("amount" in value && "unit" in value) return formatDuration(value as Parameters<typeof formatDuration>[0]);
  if ("cents" in value && "currency" in value) return `${(Number(value.cents) / 100).toFixed(2)} ${String(value.currency)}`;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, written(inner)]));
}
