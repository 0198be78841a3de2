// A slow second opinion on opening hours: it walks the clock a quarter of an hour at a time and asks Intl what the wall shows.
import Holidays from "date-holidays";
import type { Calendar, Interval } from "../../../src/policy/model.ts";

export const MINUTE = 60_000;
export const QUARTER = 15 * MINUTE;
const DAY = 86_400_000;

export function calendarOf(part: Partial<Calendar>): Calendar {
  return { id: "desk", name: { en: "Desk hours" }, zone: "UTC", always: false, week: [[], [], [], [], [], [], []], except: {}, ...part };
}

/** "09:00-12:30" and so on as minutes of the day. */
export function hours(...texts: string[]): Interval[] {
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  return texts.map((text) => ({ from: minutes(text.slice(0, 5)), to: minutes(text.slice(6)) }));
}

const formats = new Map<string, Intl.DateTimeFormat>();
/** What the clock on the wall shows, as ms that read like UTC. */
export function wall(at: number, zone: string): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
    formats.set(zone, format);
  }
  return Date.parse(`${format.format(at).replace(" ", "T")}Z`);
}

const years = new Map<string, Set<string>>();
function isHoliday({ holidays }: Calendar, date: string): boolean {
  if (!holidays) return false;
  const key = `${holidays.country} ${holidays.region} ${date.slice(0, 4)}`;
  let dates = years.get(key);
  if (!dates) {
    const all = new Holidays(holidays.country, holidays.region ?? "", { types: ["public"] }).getHolidays(Number(date.slice(0, 4)));
    // Two days of holiday in a row may be one entry of 48 hours.
    const each = all.flatMap(({ date: first, start, end }) => Array.from({ length: Math.round((end.getTime() - start.getTime()) / DAY) }, (_, i) => Date.parse(first.slice(0, 10)) + i * DAY));
    dates = new Set(each.map((day) => new Date(day).toISOString().slice(0, 10)));
    years.set(key, dates);
  }
  return dates.has(date);
}

export function hoursOfDate(calendar: Calendar, date: string): readonly Interval[] {
  if (calendar.except[date]) return calendar.except[date];
  if (isHoliday(calendar, date)) return [];
  if (calendar.always) return hours("00:00-24:00");
  return calendar.week[(new Date(date).getUTCDay() + 6) % 7] ?? [];
}

/** For every quarter of an hour in [from, to) whether the calendar is open. */
export const quarters = (calendar: Calendar, from: number, to: number): boolean[] => steps(calendar, from, to, QUARTER);

/**
 * For every step of the clock in [from, to) whether the calendar is open. The latest time that the wall has shown so far
 * decides, so that an hour shown twice is not lived through twice.
 */
export function steps(calendar: Calendar, from: number, to: number, step: number): boolean[] {
  let latest = -Infinity;
  for (let at = from - 3 * 3_600_000; at < from; at += step) latest = Math.max(latest, wall(at, calendar.zone));
  const open: boolean[] = [];
  const dates = new Map<number, readonly Interval[]>();
  const on = (day: number) => {
    let found = dates.get(day);
    if (!found) dates.set(day, (found = hoursOfDate(calendar, new Date(day * DAY).toISOString().slice(0, 10))));
    return found;
  };
  for (let at = from; at < to; at += step) {
    latest = Math.max(latest, wall(at, calendar.zone));
    const day = Math.floor(latest / DAY);
    const minute = (latest - day * DAY) / MINUTE;
    open.push([0, 1, 2].some((past) => on(day - past).some((o) => o.from <= minute + past * 1440 && minute + past * 1440 < o.to)));
  }
  return open;
}
