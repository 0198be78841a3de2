// A decision in words: what applies clause by clause, what is promised by when, what follows.
import type { Decision, Effect, Given, Policy, Reason } from "../policy/index.ts";
import { instantToLocal } from "../policy/index.ts";
import { clauseText } from "../words/clause.ts";
import { instantText } from "../words/instant.ts";
import { named } from "../words/phrase.ts";
import { promiseLines } from "../words/mails/promise-line.ts";
import { styled, wrapped } from "./screen.ts";
import { valueText } from "./value-text.ts";

/** The whole decision for a reader of a language, times in their zone. */
export function decisionLines(policy: Policy, given: Given, decision: Decision, lang: string, zone: string): string[] {
  const lines = [styled("bold", `${policy.desk.name[lang] ?? policy.id}, ${given.moment}, ${instantText(given.at, lang, zone)}`), ""];
  const sections = [...new Set(decision.reasons.map((r) => r.section))];
  for (const section of sections) {
    lines.push(styled("bold", named(lang, "about", section)));
    for (const reason of decision.reasons.filter((r) => r.section === section)) lines.push(...clauseLines(policy, reason, decision, lang));
    if (section === "promises") for (const e of decision.effects) lines.push(...promised(e, lang, zone));
    lines.push("");
  }
  if (!decision.reasons.length) lines.push("No clause applies at this moment.", "");
  const effects = decision.effects.filter((e) => e.do !== "set" && e.do !== "promise" && e.do !== "move-promise");
  if (effects.length) lines.push(styled("bold", "What follows"), ...effects.map((e) => `  ${effectText(e, zone)}`), "");
  for (const o of decision.open) lines.push(`Still open: ${o.section}${o.key ? `/${o.key}` : ""} may answer ${o.clauses.join(" or ")}, depending on ${o.needs.join(", ")}.`);
  return lines;
}

/** "  § 4.2 answer-time  Words of the clause. (Owed)" and its result. */
export function clauseLines(policy: Policy, reason: Reason, decision: Decision, lang: string): string[] {
  const clause = policy.clauses.find((c) => c.id === reason.clause);
  if (!clause) return [`  ${reason.clause}`];
  const text = clauseText(policy, clause, lang, { slots: reason.slots });
  const fact = reason.section === "scope" || reason.section === "entitlement" ? reason.section : reason.section === "classify" ? reason.key : null;
  const result = fact && Object.hasOwn(decision.results, fact) ? ` → ${fact}: ${valueText(fact, decision.results[fact] ?? null, policy)}` : "";
  return [`  ${styled("cyan", `§ ${text.number}`)} ${styled("dim", clause.id)}${result}`, ...wrapped(`${text.words}${text.bond ? ` (${text.bond})` : ""}`, "      "), ...triedLines(policy, reason)];
}

/** Which exceptions were looked at before it refused, and what stood against each. */
const triedLines = (policy: Policy, { tried = [] }: Reason): string[] =>
  tried.flatMap((each) => {
    const facts = Object.entries(each.facts).map(([name, value]) => `${name} is ${valueText(name, value, policy)}`);
    return wrapped(`Exception tried: ${each.clause}. It does not hold: ${facts.join(", ")}.`, "      ");
  });

function promised(e: Effect, lang: string, zone: string): string[] {
  if (e.do !== "promise" && e.do !== "move-promise") return [];
  const kind = e.do === "promise" ? e.kind : e.clause;
  const { line, aim } = promiseLines(
    {
      kind,
      strength: e.do === "promise" ? e.strength : "must",
      due: e.due,
      goal: e.goal,
      clause: { id: "", number: "", section: "promises", words: "", lang, anchor: "", strength: "must", bond: "" },
    },
    { lang, zone },
  );
  return [`  ${line}`, ...(aim ? [`  ${aim}`] : [])];
}

/** An effect as an author knows it from scenarios: "queue rank: 1 (paying-first)". */
function effectText(e: Effect, zone: string): string {
  const { do: what, ...rest } = e;
  const fields = "outcome" in e ? e.outcome : rest;
  const clause = "clause" in e && e.clause ? ` (${e.clause})` : "";
  const said = Object.entries(fields)
    .filter(([name]) => name !== "clause")
    .map(([name, value]) => `${name}: ${plain(name, value, zone)}`);
  return `${what} ${said.join(", ")}${clause}`;
}

function plain(name: string, value: unknown, zone: string): string {
  if (typeof value === "number") return ["at", "due", "goal", "starts"].includes(name) ? instantToLocal(value, zone).replace("T", " ") : String(value);
  if (Array.isArray(value)) return value.map((v) => plain("", v, zone)).join(" ");
  if (typeof value !== "object" || value === null) return value === true ? "yes" : value === false ? "no" : String(value);
  if ("amount" in value && "unit" in value) return `${String(value.amount)} ${String(value.unit)}`;
  if ("cents" in value && "currency" in value) return `${(Number(value.cents) / 100).toFixed(2)} ${String(value.currency)}`;
  return Object.entries(value)
    .map(([k, v]) => `${k} ${plain(k, v, zone)}`)
    .join(" ");
}
