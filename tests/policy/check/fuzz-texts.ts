// Texts to throw at the checker: shipped and broken policies with lines and letters moved about, trees of anything, and shapes that are meant to hurt.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";

const root = new URL("../../../", import.meta.url).pathname;

/** Every policy in the tree, sound and broken. */
export function policyTexts(): string[] {
  const yamlIn = (dir: string): string[] => readdirSync(join(root, dir)).flatMap((f) => (f.endsWith(".yaml") ? [readFileSync(join(root, dir, f), "utf8")] : []));
  const shipped = readdirSync(join(root, "policies")).flatMap((name) => [readFileSync(join(root, "policies", name, "policy.yaml"), "utf8"), ...yamlIn(`policies/${name}/bad`)]);
  return [...shipped, ...yamlIn("tests/policy/check/bad")];
}

/** Chance that repeats itself from a seed; a whole number below `n`. */
export type Chance = (n: number) => number;
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

const pick = <T>(chance: Chance, list: readonly T[]): T => list[chance(list.length)]!;
/** Words of the language, and some that hurt. */
export const KEYS = [
  "policy",
  "version",
  "effective",
  "title",
  "desk",
  "facts",
  "calendars",
  "scope",
  "entitlement",
  "promises",
  "notices",
  "bookings",
  "charges",
  "classify",
  "channels",
  "closure",
  "remedies",
  "asks",
  "decisions",
  "statements",
  "roles",
  "clause",
  "words",
  "when",
  "unless",
  "any",
  "all",
  "not",
  "over",
  "at",
  "may",
  "set",
  "promise",
  "must",
  "goal",
  "calendar",
  "under",
  "from",
  "settles",
  "gives",
  "adds",
  "prefers",
  "undecided",
  "values",
  "count",
  "open",
  "zone",
  "languages",
  "en",
  "topic",
  "age",
  "charge",
  "price",
  "remind",
  "every",
  "__proto__",
  "constructor",
  "toString",
  "<<",
  "",
];
const SCALARS = [
  "24 hours",
  "2 working days",
  "45.00 EUR",
  "unknown",
  "in",
  "out",
  "{must}",
  "{",
  "{must_amount, plural, other {#}}",
  "office",
  "Europe/Paris",
  "mon-fri",
  "09:00-25:99",
  "2026-02-30",
  "answer",
  "hasOwnProperty",
  "9007199254740993 days",
  "0 minutes",
  "99999999999999999999 years",
  "-1 hours",
  "\u0000",
  "\u202e",
  "𝒳".repeat(50),
  "a".repeat(5000),
  "~",
  "*a",
  "&a",
  "!!js/function x",
  "|",
  ">",
  "- - -",
  "? x",
  "%YAML 9",
  "---",
  "...",
];

function tree(chance: Chance, depth: number): unknown {
  const kind = chance(depth > 6 ? 3 : 8);
  if (kind < 2) return pick(chance, SCALARS);
  if (kind === 2) return pick(chance, [null, true, false, 0, -1, 1e300, Number.NaN, chance(1000)]);
  const size = chance(5);
  if (kind < 5) return Array.from({ length: size }, () => tree(chance, depth + 1));
  return Object.fromEntries(Array.from({ length: size + 1 }, () => [pick(chance, KEYS), tree(chance, depth + 1)]));
}

/** One text like nothing that was ever written, from what `chance` gives. */
export function fuzzText(chance: Chance, texts: readonly string[]): string {
  const text = pick(chance, texts);
  const lines = text.split("\n");
  const at = (): number => chance(lines.length);
  switch (chance(9)) {
    case 0: // lines gone
      for (let n = 0; n <= chance(3); n++) lines.splice(at(), 1 + chance(4));
      return lines.join("\n");
    case 1: // lines elsewhere
      for (let n = 0; n <= chance(3); n++) lines.splice(at(), 0, ...lines.splice(at(), 1 + chance(6)));
      return lines.join("\n");
    case 2: // lines of another policy
      lines.splice(at(), chance(5), ...pick(chance, texts).split("\n").slice(0, 40).slice(chance(20)));
      return lines.join("\n");
    case 3: {
      // letters changed
      const letters = [...text];
      for (let n = 0; n <= chance(8); n++) letters[chance(letters.length)] = pick(chance, [..."{}[]:,-#&*!|>'\"%@` \n\t0aé\u0000😀"]);
      return letters.join("");
    }
    case 4: {
      // another value
      const line = at();
      lines[line] = lines[line]!.replace(/:.*$/, `: ${pick(chance, SCALARS)}`);
      return lines.join("\n");
    }
    case 5: {
      // another indent
      const line = at();
      lines[line] = " ".repeat(chance(12)) + lines[line]!.trimStart();
      return lines.join("\n");
    }
    case 6: // a part of anything, in place of one of the policy's own
      return `${lines.filter((l) => !l.startsWith(pick(chance, KEYS))).join("\n")}\n${stringify({ [pick(chance, KEYS)]: tree(chance, 0) })}`;
    case 7: // cut off
      return text.slice(0, chance(text.length));
    default:
      return stringify(tree(chance, 0)) ?? "";
  }
}

/** Texts that are meant to take all time and all memory. `long`: it takes seconds even so. */
export function hostileTexts(): { readonly name: string; readonly text: string; readonly long?: true }[] {
  const clause = (i: number): string => `  - { clause: c${i}, when: { topic: t${i % 50} }, scope: in, words: { en: "${"As agreed. ".repeat(3)}" } }\n`;
  const head = 'policy: x\nversion: "1"\neffective: 2026-01-01\ntitle: { en: X }\ndesk: { name: { en: X }, prefix: XX, languages: [en], zone: UTC, address: a@x.example }\n';
  const topics = `facts:\n  topic: { values: [${Array.from({ length: 50 }, (_, i) => `t${i}`).join(", ")}] }\n`;
  const laughs = Array.from({ length: 12 }, (_, i) => `l${i}: &l${i} [${i ? Array.from({ length: 9 }, () => `*l${i - 1}`).join(", ") : "lol"}]`).join("\n");
  const deepest = Array.from({ length: 400 }, (_, i) => `${" ".repeat(i)}any:\n${" ".repeat(i)} - x: 1`).join("\n");
  return [
    { name: "five megabytes of clauses", text: `${head}${topics}scope:\n${Array.from({ length: 50_000 }, (_, i) => clause(i)).join("")}` },
    { name: "as many clauses as are read", long: true, text: `${head}${topics}scope:\n${Array.from({ length: 12_000 }, (_, i) => clause(i)).join("")}` },
    { name: "five megabytes of one line", text: "x".repeat(5_000_000) },
    { name: "five megabytes of brackets", text: "[".repeat(5_000_000) },
    { name: "aliases that unfold to billions", text: laughs },
    { name: "an alias of itself", text: "a: &a { b: *a }\n" },
    { name: "a merge key of aliases", text: `${laughs}\nscope:\n  - <<: *l11\n` },
    { name: "brackets ten thousand deep", text: `a: ${"[".repeat(10_000)}${"]".repeat(10_000)}` },
    { name: "dashes ten thousand deep", text: `${"- ".repeat(10_000)}x` },
    { name: "questions ten thousand deep", text: `${"? ".repeat(10_000)}x` },
    { name: "indents ten thousand deep", text: Array.from({ length: 3000 }, (_, i) => `${" ".repeat(i)}a:`).join("\n") },
    { name: "conditions hundreds deep", text: `${head}scope:\n  - clause: a\n    scope: in\n    words: { en: x }\n    when:\n${deepest.replaceAll(/^/gm, "      ")}` },
    {
      name: "a condition of thousands of parts",
      long: true,
      text: `${head}${topics}scope:\n  - { clause: a, scope: in, words: { en: x }, when: { all: [${Array.from({ length: 5000 }, (_, i) => `{ any: [{ topic: t${i % 50} }, { age: { over: ${i} minutes } }] }`).join(", ")}] } }\n`,
    },
    {
      name: "thousands of facts",
      long: true,
      text: `${head}facts:\n${Array.from({ length: 5000 }, (_, i) => `  f${i}: { type: yes-no }\n`).join("")}scope:\n${Array.from({ length: 2000 }, (_, i) => `  - { clause: c${i}, when: { f${i}: true, f${i + 1}: false }, scope: in, words: { en: x } }\n`).join("")}`,
    },
    {
      name: "thousands of calendars",
      long: true,
      text: `${head}calendars:\n${Array.from({ length: 3000 }, (_, i) => `  c${i}: { name: { en: c }, open: { mon-fri: ["0${i % 9}:0${i % 7}-17:00"] }, holidays: FR }\n`).join("")}promises:\n${Array.from({ length: 60 }, (_, i) => `  - { clause: p${i}, promise: first-answer, must: 1 hour, calendar: c${i}, when: { now-in.c${i}: true, now-in.c${i + 60}: false }, words: { en: x } }\n`).join("")}`,
    },
    {
      name: "thousands that each win over the one before",
      long: true,
      text: `${head}${topics}scope:\n  - { clause: c0, scope: in, words: { en: x } }\n${Array.from({ length: 5000 }, (_, i) => `  - { clause: c${i + 1}, when: { topic: t1 }, scope: in, over: [c${i}], words: { en: x } }\n`).join("")}`,
    },
    {
      name: "thousands of promises that one act meets",
      long: true,
      text: `${head}facts:\n  seats: { type: count }\npromises:\n${["a", "b"].map((kind, k) => Array.from({ length: 2500 }, (_, i) => `  - { clause: ${kind}${i}, promise: ${kind}, must: ${k + 1} hours, when: { seats: ${i} }, words: { en: x } }\n`).join("")).join("")}`,
    },
    {
      name: "thousands that deny thousands",
      long: true,
      text: `${head}statements:\n${Array.from({ length: 10_000 }, (_, i) => `  - { clause: s${i}, never: solution, words: { en: x } }\n`).join("")}promises:\n${Array.from({ length: 2000 }, (_, i) => `  - { clause: p${i}, promise: solution, must: 1 hours, when: { open-tickets: ${i} }, words: { en: x } }\n`).join("")}`,
    },
    { name: "a message of nested plurals", text: `${head}statements:\n  - { clause: a, words: { en: "${"{x, plural, other {".repeat(500)}y${"}}".repeat(500)}" } }\n` },
    { name: "a thousand languages", text: head.replace("[en]", `[${Array.from({ length: 676 }, (_, i) => String.fromCharCode(97 + Math.floor(i / 26), 97 + (i % 26))).join(", ")}]`) },
  ];
}
