// How many decisions a second one core makes: every section, its effects and reasons, for a real `opened` event of the taxdome policy.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compile, decide, needs, type Facts, type Given, type Policy } from "../src/policy/index.ts";

const TAXDOME = fileURLToPath(new URL("../policies/taxdome/policy.yaml", import.meta.url));

/** Customers as they come: plans, sizes, topics and channels change from one event to the next, so that no answer is the last one's. */
function customers(policy: Policy): Given[] {
  const plans = ["essential", "pro", "business", "none"];
  const topics = policy.facts["topic"]?.values ?? [];
  const wants = new Set(needs(policy, "opened").facts);
  const start = Date.parse("2026-03-04T16:40:00Z");
  return Array.from({ length: 257 }, (_, i): Given => {
    const at = start + i * 7_919_000; // a good two hours apart: nights, weekends, the night in which the clocks change
    const facts: Facts = {
      channel: ["mail", "portal", "api", "phone"][i % 4]!,
      language: i % 3 ? "ro" : "en",
      identified: i % 7 > 0,
      standing: "good",
      maintenance: false,
      duplicate: "none",
      complete: true,
      age: 0,
      idle: 0,
      answers: 0,
      "waiting-on": "desk",
      "open-tickets": i % 5,
      "oldest-open": (i % 5) * 86_400_000,
      outcome: null,
      plan: plans[i % 4]!,
      users: 1 + ((i * 13) % 60),
      topic: topics[(i * 5) % topics.length] ?? null,
      "accepted.terms": i % 2 === 0,
      ...Object.fromEntries([...wants].filter((n) => policy.facts[n]?.counts).map((n) => [n, i % 3])),
    };
    return { moment: "opened", at, openedAt: at, facts, zone: i % 2 ? "Europe/Bucharest" : "America/New_York" };
  });
}

export interface DecisionRate {
  readonly perSecond: number;
  readonly effects: number;
  readonly reasons: number;
}

/** The best of `rounds` rounds of `ms` milliseconds each, after a warm-up; effects and reasons are means per decision. */
export function decisionRate(rounds: number, ms: number): DecisionRate {
  const { policy } = compile(readFileSync(TAXDOME, "utf8"));
  if (!policy) throw new Error("the taxdome policy does not compile");
  const givens = customers(policy);
  let [effects, reasons, made] = [0, 0, 0];
  const round = (length: number): number => {
    const start = performance.now();
    let n = 0;
    while (performance.now() - start < length) {
      for (const given of givens) {
        const decision = decide(policy, given);
        effects += decision.effects.length;
        reasons += decision.reasons.length;
      }
      n += givens.length;
    }
    made += n;
    return (n / (performance.now() - start)) * 1000;
  };
  round(ms / 2);
  const perSecond = Math.max(...Array.from({ length: rounds }, () => round(ms)));
  return { perSecond, effects: effects / made, reasons: reasons / made };
}
