// Opening hours as other programs exchange them ({"time_zone", "hours": {"mon": {"09:00": "17:00"}}, "holidays": […]}) become a calendar.
import type { Calendar, Interval } from "../model.ts";
import { dayOf } from "./civil-day.ts";
import { isZone } from "./zoned.ts";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const KEYS = ["time_zone", "hours", "holidays"];
const DAY = 1440; // minutes
const WEEK = 7 * DAY;

export interface PlainCalendar {
  readonly calendar: Calendar | null; // null where there is a fault
  readonly faults: readonly string[]; // sentences; each begins with the place, "hours.mon: …"
}

/**
 * Reads one calendar of JSON. `hours` maps days (mon to sun) to openings, each from its opening time to its closing time;
 * a closing time that is not after the opening lies on the next day, "24:00" is midnight. `holidays` are dates
 * (YYYY-MM-DD) on which nothing opens; what opened on the evening before still closes at its time. Every fault is said;
 * a key that is not known is one, since a setting that is passed over in silence would make every answer wrong.
 */
export function plainCalendar(id: string, raw: unknown): PlainCalendar {
  if (!isMap(raw)) return { calendar: null, faults: ["it is a map with time_zone, hours and holidays"] };
  const faults = Object.keys(raw)
    .filter((key) => !KEYS.includes(key))
    .map((key) => `${key}: is not known here; a calendar has ${KEYS.join(", ")}`);
  const zone = raw["time_zone"];
  if (typeof zone !== "string" || !isZone(zone)) faults.push(`time_zone: ${said(zone)} is no time zone; write one as Europe/Paris`);
  const week = weekOf(raw["hours"], faults);
  const except = Object.fromEntries(holidaysOf(raw["holidays"] ?? [], faults).map((date) => [date, []]));
  if (faults.length) return { calendar: null, faults };
  return { calendar: { id, name: { en: id }, zone: String(zone), always: false, week, except }, faults };
}

function weekOf(raw: unknown, faults: string[]): Interval[][] {
  const week: Interval[][] = DAYS.map(() => []);
  if (!isMap(raw)) faults.push('hours: is a map of days, as {"mon": {"09:00": "17:00"}}');
  for (const [name, hours] of Object.entries(isMap(raw) ? raw : {})) {
    const day = DAYS.indexOf(name);
    if (day < 0) faults.push(`hours.${name}: is no day; write ${DAYS.join(", ")}`);
    else if (!isMap(hours)) faults.push(`hours.${name}: is a map of openings, as {"09:00": "17:00"}`);
    else
      for (const [open, close] of Object.entries(hours)) {
        const [from, end] = [minuteOf(open), minuteOf(close)];
        if (from === null || from === DAY) faults.push(`hours.${name}: "${open}" is no time to open at; write it as 09:00`);
        else if (end === null) faults.push(`hours.${name}: ${said(close)} is no time to close at; write it as 17:00, midnight as 24:00`);
        else if (end === from) faults.push(`hours.${name}: opens and closes at ${open}; a whole day is "00:00": "24:00"`);
        else week[day]?.push({ from, to: end > from ? end : end + DAY });
      }
  }
  faults.push(...overlaps(week));
  return week.map((day) => day.sort((a, b) => a.from - b.from));
}

/** Two openings at once are no way to say how long it is open; the week is a ring, so Sunday's night may run into Monday. */
function overlaps(week: readonly (readonly Interval[])[]): string[] {
  const all = week.flatMap((day, i) => day.map(({ from, to }) => ({ day: i, from: i * DAY + from, to: i * DAY + to }))).sort((a, b) => a.from - b.from);
  const first = all[0];
  const next = first ? [...all.slice(1), { ...first, from: first.from + WEEK }] : [];
  return all.flatMap((each, i) =>
    (next[i]?.from ?? Infinity) < each.to && all.length > 1 ? [`hours.${DAYS[next[i]?.day ?? 0]}: an opening begins before the one of ${DAYS[each.day]} has ended`] : [],
  );
}

function holidaysOf(raw: unknown, faults: string[]): string[] {
  if (!Array.isArray(raw)) {
    faults.push('holidays: is a list of dates, as ["2026-01-01"]');
    return [];
  }
  return raw.filter((date): date is string => {
    const known = typeof date === "string" && dayOf(date) !== null;
    if (!known) faults.push(`holidays: ${said(date)} is no date; write it as 2026-01-01`);
    return known;
  });
}

/** Minutes of "09:00" or "09:00:00", 1440 for "24:00"; null where it is no time of day. */
function minuteOf(text: unknown): number | null {
  const [, hours, minutes] = typeof text === "string" ? (/^(\d{1,2}):([0-5]\d)(?::00)?$/.exec(text) ?? []) : [];
  const minute = Number(hours) * 60 + Number(minutes);
  return minute <= DAY ? minute : null;
}

const said = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value));
const isMap = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);
