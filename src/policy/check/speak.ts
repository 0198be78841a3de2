// A situation and what is missing in it, as a person would say them: "a customer whose release is 3, minute 31 of the connection".
import type { Fact, Facts, Policy, Section, Value, Words } from "../model.ts";
import { exampleOf, pointOf, valueInWords } from "./describe.ts";
import type { Region } from "./diagram.ts";
import type { Space } from "./space.ts";

const MINUTE = 60_000;
type Phrase = { readonly who?: string; readonly how?: string };

/** The example customer in words, beginning with who they are. Facts that are not named do not matter. */
export function speak(policy: Policy, facts: Facts): string {
  const phrases = Object.entries(facts).map(([name, value]) => phraseOf(policy, name, value));
  const who = phrases.flatMap((p) => p.who ?? []);
  const stranger = facts["identified"] === false;
  const noun = stranger ? "a stranger" : "a customer";
  return [who.length ? `${noun} ${joined(who)}` : noun, ...phrases.flatMap((p) => p.how ?? [])].join(", ");
}

/** One customer out of a region, in words. */
export function speakOf(policy: Policy, space: Space, region: Region): string {
  return speak(policy, exampleOf(space, pointOf(space, region)));
}

function phraseOf(policy: Policy, name: string, value: Value): Phrase {
  const fact = policy.facts[name];
  const dot = name.indexOf(".");
  const [family, rest] = dot > 0 ? [name.slice(0, dot), name.slice(dot + 1)] : [name, ""];
  const said = fact ? valueSaid(fact, value) : String(value ?? "unknown");
  if (value !== null) {
    switch (family) {
      case "identified":
        return value ? { who: "whom the desk knows" } : {};
      case "now-in":
        return { how: `${value ? "during" : "outside"} ${nameOf(policy.calendars[rest]?.name, rest)}` };
      case "opened-in":
        return { how: `opened ${value ? "during" : "outside"} ${nameOf(policy.calendars[rest]?.name, rest)}` };
      case "accepted":
        return { who: `who has ${value ? "" : "not "}accepted ${nameOf(policy.documents[rest]?.title, rest)}` };
      case "worked":
        return { how: typeof value === "number" && value % MINUTE === 0 ? `minute ${Math.max(1, value / MINUTE)} of a ${rest}` : `${said} into a ${rest}` };
      case "ruling":
        return { how: value === "undecided" ? `with no ruling yet on ${rest}` : `with ${rest} ${String(value)}` };
      case "promise":
        return { how: `with the promise ${rest} ${String(value)}` };
      case "topic":
      case "topic-found":
        return { who: `asking about ${said}` };
      case "channel":
        return { how: `by ${said}` };
      case "language":
        return { how: `writing in ${said}` };
      case "age":
        return { how: `${said} after the opening` };
      case "idle":
        return { how: `after ${said} of silence` };
      case "notice":
        return { how: `${said} before the booking` };
      case "open-tickets":
        return { who: `with ${said} open tickets` };
    }
  }
  if (!fact) return { how: `${name} ${said}` };
  const label = nameOf(fact.label, name.replaceAll(/[-.]/g, " ")).replace(/^\p{Lu}(?=\p{Ll})/u, (c) => c.toLowerCase());
  const known = value === null ? "not known" : said;
  if (fact.kind === "count" && value !== null) return { who: `with ${said} ${label}` };
  if ((fact.of === "customer" || fact.of === "person") && !fact.counts) return { who: `whose ${label} is ${known}` };
  return { how: fact.counts ? `with ${known} as ${label}` : `${label}: ${known}` };
}

function valueSaid(fact: Fact, value: Value): string {
  const label = typeof value === "string" ? fact.options[value]?.label : undefined;
  return label ? nameOf(label, String(value)) : valueInWords(fact, value);
}

/** Findings are read by authors, in English; where a name has no English, its first words stand. */
const nameOf = (words: Words | undefined, otherwise: string): string => words?.["en"] ?? Object.values(words ?? {})[0] ?? otherwise;

const joined = (parts: readonly string[]): string => (parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`);

const CHARGES: Readonly<Record<string, string>> = {
  quote: "says what it costs",
  overrun: "says what the further time costs",
  settlement: "says what is charged in the end",
  recovery: "says what a recovery costs",
  session: "says what the session costs",
};
const QUESTIONS: Readonly<Partial<Record<Section, (key: string) => string>>> = {
  classify: (key) => `says what ${key.replaceAll("-", " ")} it has`,
  scope: () => "says whether it is supported",
  entitlement: () => "says whether they have a right to support",
  channels: (key) => `says whether ${key} is offered`,
  charges: (key) => CHARGES[key] ?? "says what it costs",
  queue: (key) => `says its ${key}`,
  promises: (key) => `says whether a ${key.replace(/^.*\//, "").replaceAll("-", " ")} is promised`,
  closure: () => "says whether it is closed",
};

/** What a table leaves open where none of its clauses answers: "says what it costs". */
export function unsaid(section: string, key: string): string {
  return QUESTIONS[section as Section]?.(key) ?? "answers it";
}
