// The situation that `decide` and `explain` look at: the facts of a file, and for the rest an ordinary request on an ordinary day.
import { Trouble } from "../database/trouble.ts";
import { BUILT_IN_NAMES, builtInFact } from "../policy/built-in-facts.ts";
import { calendarIn, factValue, instantToLocal, isZone, nearest, openHours, read, readInstant } from "../policy/index.ts";
import { MOMENTS, type Fact, type Facts, type Given, type Moment, type Policy, type Value } from "../policy/index.ts";
import { ORDINARY_ASK } from "../policy/ordinary-ask.ts";
import { readText } from "./read-file.ts";

export interface SituationOptions {
  readonly facts: string;
  readonly moment: string;
  readonly at?: string;
  readonly opened?: string;
  readonly zone?: string;
  readonly about?: string;
  readonly does?: readonly string[];
  readonly bare?: boolean;
}
export interface Situation {
  readonly given: Given;
  readonly assumed: Facts;
  readonly zone: string;
}

/** Reads the file and lays the ordinary around it. Throws Trouble that names every fault with its line and column. */
export async function readSituation(policy: Policy, how: SituationOptions, now: number): Promise<Situation> {
  const zone = how.zone ?? policy.desk.zone;
  if (!isZone(zone)) throw new Trouble(`"${zone}" is no time zone.`, "Name one as Europe/Paris.");
  if (!(MOMENTS as readonly string[]).includes(how.moment)) throw new Trouble(`There is no moment "${how.moment}".`, `Choose one of ${MOMENTS.join(", ")}.`);
  const at = how.at === undefined ? now : instant(how.at, policy.desk.zone);
  const openedAt = how.opened === undefined ? at : instant(how.opened, policy.desk.zone);
  const told = await readFacts(policy, how.facts);
  const assumed = how.bare ? {} : Object.fromEntries(Object.entries(ordinary(policy, at, openedAt, zone)).filter(([name]) => !Object.hasOwn(told, name)));
  const given: Given = {
    moment: how.moment as Moment,
    at,
    openedAt,
    zone,
    facts: { ...assumed, ...told },
    ...(how.about && { about: how.about }),
    ...(how.does && { does: how.does }),
  };
  return { given, assumed, zone };
}

/** A time that a person wrote; without an offset it is of that zone. Throws Trouble that shows how to write one. */
export function instant(text: string, zone: string, whose = "the desk's"): number {
  try {
    return readInstant(text, zone);
  } catch {
    throw new Trouble(`"${text}" is no time.`, `Write it as ${instantToLocal(Date.UTC(2026, 2, 2, 10), "UTC")}, in ${whose} zone.`);
  }
}

/** Facts of a YAML map, by the policy's declarations. */
async function readFacts(policy: Policy, path: string): Promise<Record<string, Value>> {
  const source = read(await readText(path));
  const said = (place: { line: number; column: number } | undefined): string => `${path}:${place?.line ?? 1}:${place?.column ?? 1}`;
  const faults = source.faults.map((f) => `${said(f.place)} ${f.message}`);
  const facts: Record<string, Value> = {};
  if (!faults.length && (typeof source.data !== "object" || Array.isArray(source.data))) faults.push(`${said(undefined)} A file of facts is a map such as "topic: billing".`);
  for (const [name, raw] of Object.entries(faults.length ? {} : ((source.data ?? {}) as Record<string, unknown>))) {
    const fact = policy.facts[name] ?? builtInFact(name);
    const value = fact ? (isInside(fact, raw) ? (raw as number) : factValue(fact, raw)) : undefined;
    if (fact && value !== undefined) facts[name] = value;
    else faults.push(`${said(source.locate([name]))} ${fact ? `${JSON.stringify(raw)} is no value of ${name}: ${wanted(fact)}` : unheardOf(name, policy)}`);
  }
  if (faults.length)
    throw new Trouble(`The facts have ${faults.length === 1 ? "a fault" : `${faults.length} faults`}:\n${faults.map((f) => `  ${f}`).join("\n")}`, "Mend the file and run this again.");
  return facts;
}

/** Lengths in milliseconds and amounts in cents, as `--json` and the API give them. */
const isInside = (fact: Fact, raw: unknown): boolean => (fact.kind === "duration" || fact.kind === "money") && Number.isInteger(raw);

function wanted(fact: Fact): string {
  if (fact.values.length) return `write one of ${fact.values.join(", ")}, or unknown.`;
  const written = { "yes-no": "yes or no", duration: 'a length as "2 hours"', money: 'an amount as "45.00 EUR"', count: "a whole number", percent: "a whole number" };
  return `write ${fact.kind in written ? written[fact.kind as keyof typeof written] : "a value"}, or unknown.`;
}

function unheardOf(name: string, policy: Policy): string {
  const near = nearest(name, [...Object.keys(policy.facts), ...BUILT_IN_NAMES]);
  return `Neither the policy nor Troth has a fact ${name}.${near ? ` Did you mean ${near}?` : ""}`;
}

/** What the desk itself would tell of a first request by a known customer in good standing, who asks in the portal. */
function ordinary(policy: Policy, at: number, openedAt: number, zone: string): Facts {
  const facts: Record<string, Value> = {
    ...ORDINARY_ASK,
    age: at - openedAt,
    idle: at - openedAt,
    answers: 0,
    "open-tickets": 0,
    "oldest-open": 0,
    language: ["en", "fr", "it", "ro"].find((l) => l === policy.desk.languages[0]) ?? "other",
  };
  for (const calendar of Object.values(policy.calendars)) {
    const hours = openHours(calendarIn(calendar, zone));
    facts[`now-in.${calendar.id}`] = hours.isOpen(at);
    facts[`opened-in.${calendar.id}`] = hours.isOpen(openedAt);
  }
  for (const fact of Object.values(policy.facts)) {
    if (fact.counts || fact.name.startsWith("count.")) facts[fact.name] = 0;
    else if (/^(staffed|reachable)\./.test(fact.name)) facts[fact.name] = true;
    else if (fact.name.startsWith("accepted.")) facts[fact.name] = false;
  }
  return Object.fromEntries(Object.entries(facts).filter(([name]) => policy.facts[name]));
}
