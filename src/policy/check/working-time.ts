// Working time needs a calendar that opens, and working days their two choices; opening hours need places that exist. SPEC 8.1, 8.2.
import { finding } from "../finding.ts";
import { type Calendar, type Clause, type Duration, type Finding, type Policy, SECTIONS } from "../model.ts";
import { SECTION_SHAPES } from "../section-shapes.ts";
import { weekHours } from "../time/working-days.ts";
import { formatDuration, isWorking } from "../time/duration.ts";
import { isHolidayPlace } from "../time/holidays.ts";

/** Sections whose clauses can name the calendar on which they count. */
const ON_CALENDARS: ReadonlySet<string> = new Set(SECTIONS.filter((section) => "calendar" in SECTION_SHAPES[section]));

export function checkWorkingTime(policy: Policy): Finding[] {
  const found = Object.values(policy.calendars).flatMap(checkPlace);
  for (const clause of policy.clauses) {
    const lengths = lengthsIn(clause.outcome).filter(isWorking);
    const calendar = clause.outcome["calendar"];
    if (lengths.length && typeof calendar !== "string") found.push(noCalendar(clause, lengths[0]!));
    const days = lengths.find((d) => d.unit === "working days");
    const missing = ["ends", "late-arrival"].filter((field) => clause.outcome[field] === undefined);
    if (days && clause.section === "promises" && missing.length) found.push(noChoice(clause, days, missing));
    const hours = typeof calendar === "string" ? policy.calendars[calendar] : undefined;
    if (hours && clause.section === "promises" && !everOpens(hours)) found.push(neverOpens(clause, hours));
  }
  return found;
}

/** Every length of time in an outcome, however deep. */
function lengthsIn(value: unknown): Duration[] {
  if (Array.isArray(value)) return value.flatMap(lengthsIn);
  if (typeof value !== "object" || value === null) return [];
  if ("amount" in value && "unit" in value) return [value as Duration];
  return Object.values(value).flatMap(lengthsIn);
}

/** Whether the calendar opens in an ordinary week; hours still undecided may. */
export function everOpens(calendar: Calendar): boolean {
  return calendar.undecided !== undefined || [0, 1, 2, 3, 4, 5, 6].some((day) => weekHours(calendar, day).length > 0);
}

function noCalendar(clause: Clause, d: Duration): Finding {
  return finding({
    code: "E-WORKING-DAYS",
    at: clause.id,
    clauses: [clause.id],
    rests: `calendar ${d.unit}`,
    place: clause.place,
    message: `${clause.id} counts "${formatDuration(d)}" and names no calendar to count them on.`,
    mend: ON_CALENDARS.has(clause.section) ? "Add `calendar:`, or write plain hours or days." : "Write plain hours or days: here nothing says by which calendar they would be counted.",
  });
}

function noChoice(clause: Clause, d: Duration, missing: readonly string[]): Finding {
  return finding({
    code: "E-WORKING-DAYS",
    at: clause.id,
    clauses: [clause.id],
    rests: missing.join(),
    place: clause.place,
    message: `${clause.id} promises "${formatDuration(d)}" without ${missing.map((m) => `\`${m}\``).join(" and ")}; readings differ by up to a day.`,
    mend: "Choose `ends: close` or `same-time`, and `late-arrival: next-opening` or `receipt-day`.",
  });
}

function neverOpens(clause: Clause, calendar: Calendar): Finding {
  return finding({
    code: "E-CALENDAR",
    at: clause.id,
    clauses: [clause.id],
    rests: calendar.id,
    place: clause.place,
    message: `${clause.id} promises on the calendar ${calendar.id}, which never opens: its time never comes.`,
    mend: `Give ${calendar.id} hours, or another calendar to ${clause.id}.`,
  });
}

const places = new Map<string, boolean>();

function checkPlace({ id, holidays, place }: Calendar): Finding[] {
  if (!holidays) return [];
  const name = [holidays.country, holidays.region].filter(Boolean).join("-");
  let known = places.get(name);
  if (known === undefined) places.set(name, (known = isHolidayPlace(holidays.country, holidays.region)));
  if (known) return [];
  return [
    finding({
      code: "E-CALENDAR",
      at: id,
      rests: name,
      place,
      message: `The calendar ${id} keeps the holidays of ${name}, of which none are known.`,
      mend: "Write a country like FR, or a country and its region like DE-BY.",
    }),
  ];
}
