// Two shipped policies as their next versions: a higher price, a channel less for a plan and terms that read differently; a slower answer.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { edited } from "./edited.ts";

const text = (name: string): string => readFileSync(join(import.meta.dirname, "../../policies", name, "policy.yaml"), "utf8");
const next = (day: string): (readonly [RegExp, string])[] => [
  [/^version: "1"/m, 'version: "2"'],
  [/^effective: \S+/m, `effective: ${day}`],
];

/** For a day to come, "YYYY-MM-DD". */
export const taxdomeFrom = (day: string): string =>
  edited(text("taxdome"), [
    ...next(day),
    ["40.00 EUR a session", "45.00 EUR a session"],
    ["charges/session-fee/charge/price: 40.00 EUR", "charges/session-fee/charge/price: 45.00 EUR"],
    ["when: { plan: [essential, pro, business] }\n    channel: widget", "when: { plan: [pro, business] }\n    channel: widget"],
    ['  terms:\n    version: "2024-03-01"', `  terms:\n    version: "${day}"`],
    ["și felul în care decidem despre abateri.", "felul în care decidem despre abateri și taxa ședințelor pierdute."],
  ]);

export const orthocabFrom = (day: string): string => edited(text("orthocab"), [...next(day), ["must: 2 working days", "must: 3 working days"]]);
