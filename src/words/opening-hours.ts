// A calendar in words: the ordinary week in as few rows as it has kinds of days, then holidays and other days.
import type { Calendar, Interval, Lang } from "../policy/model.ts";
import { calendarDateText, minuteText, weekdayText, zoneName } from "./instant.ts";
import { localeOf } from "./languages.ts";
import { phrase } from "./phrase.ts";
import { durationText, listText, wordsIn } from "./slots.ts";
import { capital } from "./capital.ts";

export interface HoursRow {
  readonly days: string;
  readonly hours: string;
}
export interface HoursText {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly HoursRow[]; // "Monday to Friday", "09:00 to 12:00 and 14:00 to 18:00"
  readonly exceptions: readonly HoursRow[]; // dated days with hours of their own
  readonly notes: readonly string[]; // sentences: zone, holidays, lead of announcements
}

/** The calendar in a language. Hours that are not settled say so, with the vague word. */
export function hoursText(calendar: Calendar, lang: Lang): HoursText {
  return {
    id: calendar.id,
    name: wordsIn(calendar.name, lang),
    rows: weekRows(calendar, lang),
    exceptions: Object.entries(calendar.except)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([date, intervals]) => ({ days: capital(calendarDateText(date, lang, true), lang), hours: dayText(intervals, lang) })),
    notes: notesOf(calendar, lang),
  };
}

function weekRows(calendar: Calendar, lang: Lang): HoursRow[] {
  if (calendar.undecided !== undefined) return [{ days: phrase(lang, "hours.undecided"), hours: `“${calendar.undecided}”` }];
  if (calendar.always) return [{ days: phrase(lang, "hours.always"), hours: "" }];
  if (calendar.week.every((day) => day.length === 0)) return [{ days: phrase(lang, "hours.never"), hours: "" }];
  const rows: { days: number[]; hours: string }[] = [];
  for (let day = 0; day < 7; day++) {
    const hours = dayText(calendar.week[day] ?? [], lang);
    const last = rows.at(-1);
    if (last?.hours === hours) last.days.push(day);
    else rows.push({ days: [day], hours });
  }
  return rows.map((row) => ({ days: capital(daysText(row.days, lang), lang), hours: row.hours }));
}

function daysText(days: readonly number[], lang: Lang): string {
  const names = days.map((day) => weekdayText(day, lang));
  if (names.length < 3) return listText(names, lang);
  return phrase(lang, "hours.days", { from: names[0] ?? "", to: names.at(-1) ?? "" });
}

function dayText(intervals: readonly Interval[], lang: Lang): string {
  if (intervals.length === 0) return phrase(lang, "hours.closed");
  return listText(
    intervals.map(({ from, to }) => phrase(lang, to > 1440 ? "hours.overnight" : "hours.range", { from: minuteText(from), to: minuteText(to) })),
    lang,
  );
}

function notesOf(calendar: Calendar, lang: Lang): string[] {
  const notes: string[] = [];
  if (!calendar.always && calendar.undecided === undefined) notes.push(calendar.zoneOf ? phrase(lang, "hours.customer-zone") : phrase(lang, "hours.zone", { zone: zoneName(calendar.zone, lang) }));
  if (calendar.holidays) notes.push(phrase(lang, "hours.holidays", { place: placeText(calendar.holidays, lang) }));
  if (calendar.announce) notes.push(phrase(lang, "hours.announce", { lead: durationText(calendar.announce, lang) }));
  return notes;
}

function placeText(holidays: NonNullable<Calendar["holidays"]>, lang: Lang): string {
  try {
    const country = new Intl.DisplayNames(localeOf(lang), { type: "region" }).of(holidays.country.toUpperCase()) ?? holidays.country;
    return holidays.region ? `${country}, ${holidays.region}` : country;
  } catch {
    return holidays.country; // not a country's code: shown as the policy writes it
  }
}
