// `troth deadline --cases`: many questions of opening hours from a file, so that the clock can be held against other programs.
import { Trouble } from "../database/trouble.ts";
import { nearest, openHours, readInstant, type Calendar } from "../policy/index.ts";
import { plainCalendar } from "../policy/time/plain-calendar.ts";

const MINUTE = 60_000;
const FIELDS: Readonly<Record<string, readonly string[]>> = { add: ["start", "amount"], subtract: ["start", "amount"], between: ["start", "end"], in_hours: ["time"] };
const ALL = ["calendar", "op", "start", "amount", "unit", "end", "time"];

/** An instant (ISO 8601, UTC), minutes, or whether it is open; null with the sentence that says what is wrong with the case. */
export type Answer = { readonly result: string | number | boolean } | { readonly result: null; readonly error: string };
export interface Answers {
  readonly answers: readonly Answer[];
  readonly faults: readonly string[];
}
type Case = Readonly<Record<string, unknown>>;

/**
 * Answers every case in its order; one with a fault does not spoil the others. What the operations mean at the edges:
 * SPEC 13. @throws Trouble where the text is no such file at all.
 */
export function answerCases(text: string, path: string): Answers {
  const { calendars, cases } = shapeOf(text, path);
  const faults: string[] = [];
  const known = new Map<string, Calendar | null>();
  for (const [name, raw] of Object.entries(calendars)) {
    const { calendar, faults: found } = plainCalendar(name, raw);
    known.set(name, calendar);
    faults.push(...found.map((fault) => `calendars.${name}: ${fault}`));
  }
  const answers = cases.map((each, i): Answer => {
    const answer = answerOf(each, known);
    if ("error" in answer) faults.push(`cases[${i}]: ${answer.error}`);
    return answer;
  });
  return { answers, faults };
}

function answerOf(each: unknown, known: ReadonlyMap<string, Calendar | null>): Answer {
  const faults = isMap(each) ? faultsOf(each, known) : ["a case is a map"];
  const calendar = isMap(each) ? known.get(String(each["calendar"])) : null;
  if (faults.length || !calendar || !isMap(each)) return { result: null, error: faults.join("; ") };
  const hours = openHours(calendar);
  const at = (name: string): number => readInstant(String(each[name]), "UTC");
  if (each["op"] === "in_hours") return { result: hours.isOpen(at("time")) };
  if (each["op"] === "between") return { result: hours.openBetween(at("start"), at("end")) / MINUTE + 0 };
  const ms = Number(each["amount"]) * MINUTE;
  const found = each["op"] === "add" ? hours.addOpen(at("start"), ms) : hours.subtractOpen(at("start"), ms);
  return found === null ? { result: null, error: `${String(each["calendar"])} is not open that long within fifty years` } : { result: isoText(found) };
}

function faultsOf(each: Case, known: ReadonlyMap<string, Calendar | null>): string[] {
  const { calendar, op, unit } = each;
  const faults = Object.keys(each)
    .filter((key) => !ALL.includes(key))
    .map((key) => `${key} is not known here; a case has ${ALL.join(", ")}`);
  if (typeof calendar !== "string" || !known.has(calendar)) faults.push(`calendar: ${said(calendar)} is none of the file's${near(calendar, [...known.keys()])}`);
  else if (known.get(calendar) === null) faults.push(`calendar: ${calendar} has faults`);
  const fields = typeof op === "string" && Object.hasOwn(FIELDS, op) ? FIELDS[op] : undefined;
  if (!fields) faults.push(`op: ${said(op)} is no operation; write ${Object.keys(FIELDS).join(", ")}`);
  for (const name of fields ?? []) {
    if (name === "amount") {
      const { amount } = each;
      if (!Number.isSafeInteger(amount) || Number(amount) < 0)
        faults.push(`amount: ${said(amount)} is no whole number of minutes from 0 on${Number(amount) < 0 ? "; the other operation counts the other way" : ""}`);
      if (unit !== undefined && unit !== "minutes") faults.push(`unit: ${said(unit)} is no unit; write minutes`);
    } else if (!isInstant(each[name])) faults.push(`${name}: ${said(each[name])} is no time; write it as 2026-03-02T10:00:00Z`);
  }
  return faults;
}

function shapeOf(text: string, path: string): { calendars: Case; cases: readonly unknown[] } {
  const mend =
    'Write {"calendars": {"office": {"time_zone": "Europe/Paris", "hours": {"mon": {"09:00": "17:00"}}, "holidays": []}}, "cases": [{"calendar": "office", "op": "add", "start": "2026-03-02T10:00:00Z", "amount": 90, "unit": "minutes"}]}.';
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new Trouble(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}.`, mend, { cause: error });
  }
  if (!isMap(data) || !isMap(data["calendars"]) || !Array.isArray(data["cases"])) throw new Trouble(`${path} is no file of cases: it is a map with "calendars", a map, and "cases", a list.`, mend);
  return { calendars: data["calendars"], cases: data["cases"] };
}

function isInstant(value: unknown): boolean {
  if (typeof value !== "string") return false;
  try {
    return Number.isFinite(readInstant(value, "UTC"));
  } catch {
    return false;
  }
}

const isoText = (at: number): string => new Date(at).toISOString().replace(".000Z", "Z");
const said = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value));
const near = (value: unknown, names: readonly string[]): string => {
  const found = typeof value === "string" ? nearest(value, names) : null;
  return found ? `; did you mean ${found}?` : "";
};
const isMap = (value: unknown): value is Case => typeof value === "object" && value !== null && !Array.isArray(value);
