// `troth deadline`: when a length of time ends on a calendar of a policy, and why then; or the answers to a file of cases.
import { Trouble } from "../database/trouble.ts";
import { type Calendar, calendarIn, type Duration, dueAt, formatDuration, instantToLocal, isZone, nearest, openHours, parseDuration, type Policy } from "../policy/index.ts";
import { closedDays, type ClosedDay } from "../policy/time/closed-days.ts";
import type { DayCount } from "../policy/time/count-working-days.ts";
import { calendarDateText, instantText } from "../words/instant.ts";
import { answerCases } from "./deadline-cases.ts";
import { instant } from "./given-facts.ts";
import { readPolicyFile, runnable } from "./policy-file.ts";
import { readText } from "./read-file.ts";
import { out, styled, wrapped } from "./screen.ts";

export interface DeadlineOptions {
  readonly calendar?: string;
  readonly zone?: string;
  readonly from?: string;
  readonly for?: string;
  readonly ends?: DayCount["ends"];
  readonly lateArrival?: DayCount["lateArrival"];
  readonly cases?: string;
  readonly json?: boolean;
}
interface Counting extends DayCount {
  readonly said: string;
} // where the choice comes from
const SHOWN = 12; // closed days that are listed

/** One deadline on a policy's calendar, or with `cases` the answers to a file. The exit code is 1 where a case has a fault. */
export async function deadline(name: string | undefined, how: DeadlineOptions): Promise<void> {
  if (how.cases !== undefined) return deadlineCases(how.cases, how.json === true);
  if (name === undefined || how.for === undefined)
    throw new Trouble("This needs a policy and a length of time, or a file of cases.", 'Write npx troth deadline policies/orthocab --calendar ouvrables --for "2 working days", or --cases file.json.');
  const policy = runnable(await readPolicyFile(name));
  const length = parseDuration(how.for);
  if (!length) throw new Trouble(`"${how.for}" is no length of time.`, 'Write a whole number and a unit, as "2 working days", "8 working hours", "24 hours" or "1 month".');
  if (how.zone !== undefined && !isZone(how.zone)) throw new Trouble(`"${how.zone}" is no time zone.`, "Name one as Europe/Paris.");
  const calendar = calendarIn(calendarOf(policy, how.calendar), how.zone ?? policy.desk.zone);
  const from = how.from === undefined ? Date.now() : instant(how.from, calendar.zone, "the calendar's");
  const counting = countingOf(policy, calendar, how);
  const due = dueAt(from, length, { zone: calendar.zone, calendar, ...counting });
  if (due === null) throw new Trouble(`${calendar.id} has no ${formatDuration(length)} after that within fifty years.`, "Look at its hours and exceptions.");
  const closed = length.unit.startsWith("working") ? closedDays(calendar, from, due, SHOWN) : [];
  if (how.json) return out(JSON.stringify(asData(policy, calendar, from, length, counting, due, closed), null, 2));
  out(...linesOf(calendar, from, length, counting, due, closed));
}

async function deadlineCases(path: string, json: boolean): Promise<void> {
  const { answers, faults } = answerCases(await readText(path), path);
  if (json) out(JSON.stringify(answers));
  else out(...answers.map((a, i) => `${i}: ${"error" in a ? "no answer" : String(a.result)}`));
  if (!faults.length) return;
  process.stderr.write(`${faults.map((fault) => `${path}: ${fault}`).join("\n")}\n`);
  process.exitCode = 1;
}

function calendarOf(policy: Policy, id: string | undefined): Calendar {
  const ids = Object.keys(policy.calendars);
  const found = policy.calendars[id ?? ids[0] ?? ""];
  if (id === undefined && ids.length > 1) throw new Trouble("The policy has several calendars.", `Choose one with --calendar: ${ids.join(", ")}.`);
  if (!found || !Object.hasOwn(policy.calendars, found.id)) {
    const near = id === undefined ? null : nearest(id, ids);
    throw new Trouble(
      id === undefined ? "The policy has no calendar." : `The policy has no calendar ${id}.`,
      near ? `Did you mean ${near}?` : ids.length ? `It has ${ids.join(", ")}.` : "Declare one under `calendars`.",
    );
  }
  if (found.undecided !== undefined) throw new Trouble(`The hours of ${found.id} are not decided: the text says "${found.undecided}".`, "Decide them in the policy first.");
  return found;
}

/** What was asked for; else as the policy's own promises of working days on this calendar count, where they all count alike. */
function countingOf(policy: Policy, calendar: Calendar, how: DeadlineOptions): Counting {
  const ways = policy.clauses.filter((c) => c.section === "promises" && c.outcome["calendar"] === calendar.id && c.outcome["ends"] !== undefined);
  const same = (key: string): boolean => new Set(ways.map((c) => c.outcome[key])).size === 1;
  const [first] = ways;
  const asIn = first && same("ends") && same("late-arrival") ? first : undefined;
  return {
    ends: how.ends ?? (asIn?.outcome["ends"] === "same-time" ? "same-time" : "close"),
    lateArrival: how.lateArrival ?? (asIn?.outcome["late-arrival"] === "receipt-day" ? "receipt-day" : "next-opening"),
    said: how.ends && how.lateArrival ? "as asked for" : asIn ? `as § ${asIn.number} ${asIn.id} counts` : "assumed; see --ends and --late-arrival",
  };
}

function asData(policy: Policy, calendar: Calendar, from: number, length: Duration, counting: Counting, due: number, closed: readonly ClosedDay[]): object {
  const iso = (at: number): string => new Date(at).toISOString().replace(".000Z", "Z");
  const hours = openHours(calendar);
  const opens = hours.nextOpening(from);
  return {
    policy: policy.id,
    version: policy.version,
    calendar: calendar.id,
    zone: calendar.zone,
    for: formatDuration(length),
    from: iso(from),
    from_local: instantToLocal(from, calendar.zone),
    from_open: hours.isOpen(from),
    ...(opens !== null && { counts_from: iso(opens) }),
    due: iso(due),
    due_local: instantToLocal(due, calendar.zone),
    open_minutes: hours.openBetween(from, due) / 60_000,
    ...(length.unit === "working days" && { ends: counting.ends, late_arrival: counting.lateArrival, counted: counting.said }),
    closed_days: closed,
  };
}

const WHY: Readonly<Record<ClosedDay["why"], string>> = { week: "never open on this day of the week", holiday: "public holiday", closure: "closed on this date" };

function linesOf(calendar: Calendar, from: number, length: Duration, counting: Counting, due: number, closed: readonly ClosedDay[]): string[] {
  const at = (instant: number): string => instantText(instant, "en", calendar.zone);
  const hours = openHours(calendar);
  const late = counting.lateArrival === "receipt-day" ? "what arrives at closing time or later still counts for its day" : "what arrives at closing time or later counts from the next opening";
  const opens = hours.nextOpening(from);
  return [
    `${formatDuration(length)} from ${at(from)} on ${calendar.id}`,
    styled("bold", `  ${at(due)}`) + styled("dim", `  ${new Date(due).toISOString().replace(".000Z", "Z")}`),
    ...(length.unit.startsWith("working") && opens !== null && opens !== from ? [`  It is closed then; it opens on ${at(opens)}.`] : []),
    ...(length.unit === "working days" ? wrapped(`The days end ${counting.ends === "close" ? "at closing time" : "at the time of arrival"}; ${late} (${counting.said}).`, "  ") : []),
    ...closed.map(({ date, why }) => `  ${calendarDateText(date, "en", true)}: ${WHY[why]}`),
    ...(closed.length === SHOWN ? ["  and perhaps more closed days after these"] : []),
  ];
}
