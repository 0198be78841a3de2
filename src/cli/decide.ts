// `troth decide` and `troth explain`: what a policy says about a situation, and table by table why.
import { Trouble } from "../database/trouble.ts";
import { decide, type Decision, type Policy } from "../policy/index.ts";
import { explain, type ExplainedClause, type ExplainedTable } from "../policy/explain.ts";
import { clauseText } from "../words/clause.ts";
import { named } from "../words/phrase.ts";
import { decisionLines } from "./decision-lines.ts";
import { readSituation, type Situation, type SituationOptions } from "./given-facts.ts";
import { readPolicyFile, runnable } from "./policy-file.ts";
import { out, styled, wrapped } from "./screen.ts";
import { conditionText, failureText, valueText } from "./value-text.ts";

export interface DecideOptions extends SituationOptions {
  readonly lang?: string;
  readonly json?: boolean;
}

/** Prints the decision in words, or as data with `json`. */
export async function decideOn(name: string, how: DecideOptions): Promise<void> {
  const { policy, situation, decision, lang } = await decided(name, how);
  if (how.json) return out(JSON.stringify(asData(policy, situation, decision, lang), null, 2));
  out(...decisionLines(policy, situation.given, decision, lang, situation.zone));
}

/** The decision, and for every table which clause answered and what stood against the others. */
export async function explainDecision(name: string, how: DecideOptions): Promise<void> {
  const { policy, situation, decision, lang } = await decided(name, how);
  const tables = explain(policy, situation.given, decision);
  if (how.json) return out(JSON.stringify({ ...asData(policy, situation, decision, lang), tables: tables.map((t) => tableData(t, policy)) }, null, 2));
  out(...decisionLines(policy, situation.given, decision, lang, situation.zone));
  out(styled("bold", "Table by table"), ...tables.flatMap((t) => tableLines(t, policy, lang)), "");
  const assumed = Object.entries(situation.assumed);
  if (assumed.length) out(...wrapped(`Assumed, as the file does not say: ${assumed.map(([n, v]) => `${n}: ${valueText(n, v, policy)}`).join(", ")}.`, ""));
}

async function decided(name: string, how: DecideOptions): Promise<{ policy: Policy; situation: Situation; decision: Decision; lang: string }> {
  const policy = runnable(await readPolicyFile(name));
  const lang = how.lang ?? policy.desk.languages[0] ?? "en";
  if (!policy.desk.languages.includes(lang)) throw new Trouble(`The policy has no words in ${lang}.`, `It has ${policy.desk.languages.join(", ")}.`);
  const situation = await readSituation(policy, how, Date.now());
  return { policy, situation, lang, decision: decide(policy, situation.given) };
}

/** Facts as they went in; reasons with their words; times as ISO 8601 in UTC. */
function asData(policy: Policy, situation: Situation, decision: Decision, lang: string): object {
  const iso = (at: number): string => new Date(at).toISOString();
  const reasons = decision.reasons.map((r) => {
    const clause = policy.clauses.find((c) => c.id === r.clause);
    return {
      clause: r.clause,
      ...(clause && { number: clause.number, words: clauseText(policy, clause, lang, { slots: r.slots }).words }),
      section: r.section,
      key: r.key,
      strength: r.strength,
      facts: r.facts,
      ...(r.tried && { tried: r.tried }),
    };
  });
  const effects = decision.effects.map((e) => Object.fromEntries(Object.entries(e).map(([k, v]) => [k, ["at", "due", "goal", "starts"].includes(k) && typeof v === "number" ? iso(v) : v])));
  const { given } = situation;
  return {
    policy: policy.id,
    version: policy.version,
    moment: given.moment,
    at: iso(given.at),
    lang,
    facts: given.facts,
    assumed: Object.keys(situation.assumed),
    results: decision.results,
    reasons,
    effects,
    open: decision.open,
  };
}

const VERDICTS: Readonly<Record<ExplainedClause["verdict"], string>> = {
  answers: "answers",
  "not-reached": "not asked: an earlier clause answered",
  "does-not-hold": "does not hold",
  skipped: "not asked: the request is refused",
  "asks-a-human": "asks a person; until then the table goes on",
  declined: "a person declined it",
};

function tableData(t: ExplainedTable, policy: Policy): object {
  return {
    table: t.key ? `${t.section}/${t.key}` : t.section,
    result: t.result,
    facts: t.facts,
    clauses: t.clauses.map((c) => ({ clause: c.clause.id, verdict: c.verdict, against: c.against.map((a) => conditionText(a, policy)) })),
  };
}

function tableLines(t: ExplainedTable, policy: Policy, lang: string): string[] {
  const result = t.skipped ? "not asked: the request is refused" : t.result === null ? "no clause answers" : `${t.fact}: ${valueText(t.fact, t.result, policy)}`;
  return ["", `${styled("bold", `${t.section}${t.key ? `/${t.key}` : ""}`)} ${styled("dim", named(lang, "about", t.section))} → ${result}`, ...t.clauses.flatMap((c) => clauseLine(c, t, policy))];
}

function clauseLine(c: ExplainedClause, t: ExplainedTable, policy: Policy): string[] {
  const mark = c.verdict === "answers" ? styled("green", "✓") : c.verdict === "asks-a-human" ? styled("yellow", "?") : styled("dim", "·");
  const why = c.verdict === "does-not-hold" ? `: ${c.against.map((part) => failureText(part, t.facts, policy)).join("; ")}` : "";
  const holds = c.verdict === "answers" ? `: ${conditionText(c.clause.when, policy)}` : "";
  return wrapped(`${mark} § ${c.clause.number} ${c.clause.id} ${VERDICTS[c.verdict]}${why}${holds}`, "  ");
}
