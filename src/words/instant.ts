// Dates and times as people say them, in a language and a place: "Wednesday 25 November 2026, 18:00 (Paris time)".
import { isShownTwice, isZone } from "../policy/index.ts";
import type { Lang } from "../policy/model.ts";
import { localeOf } from "./languages.ts";
import { isPhrase, phrase } from "./phrase.ts";

const kept = new Map<string, Intl.DateTimeFormat>();

function formatter(lang: Lang, zone: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${lang} ${zone} ${name}`;
  let found = kept.get(key);
  if (!found) {
    try {
      found = new Intl.DateTimeFormat(localeOf(lang), { ...options, timeZone: zone });
    } catch {
      found = new Intl.DateTimeFormat(localeOf(lang), { ...options, timeZone: "UTC" }); // zoneName says UTC as well then
    }
    kept.set(key, found);
  }
  return found;
}

/** The day in words. `at` in epoch milliseconds, `zone` an IANA name (an unknown one is read as UTC). */
export function dateText(at: number, lang: Lang, zone: string, weekday = true): string {
  const options: Intl.DateTimeFormatOptions = { day: "numeric", month: "long", year: "numeric" };
  if (weekday) options.weekday = "long";
  const parts = formatter(lang, zone, weekday ? "weekday" : "date", options).formatToParts(at);
  // A British date here takes no comma after the weekday: the hour that follows brings one.
  const joined = parts.map((part) => {
    if (part.type === "day" && part.value === "1") return phrase(lang, "time.first-of-month", { day: "1" });
    return localeOf(lang) === "en-GB" && part.type === "literal" ? " " : part.value;
  });
  return joined.join("");
}

/** `25/11/2026`, `25.11.2026`: for columns. */
export function shortDateText(at: number, lang: Lang, zone: string): string {
  return formatter(lang, zone, "short", { day: "2-digit", month: "2-digit", year: "numeric" }).format(at);
}

/** `18:00`, round the clock of 24 hours. */
export function clockText(at: number, lang: Lang, zone: string): string {
  return formatter(lang, zone, "clock", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
}

/** `Paris time`, by the zone's city; `UTC` for UTC and for a zone that is none. */
export function zoneName(zone: string, lang: Lang): string {
  if (/^(Etc\/)?(UTC|GMT|UCT|Zulu)$/i.test(zone) || !isZone(zone)) return "UTC";
  const last = zone.split("/").at(-1) ?? zone;
  const key = `city.${last}`;
  const city = isPhrase(key) ? phrase(lang, key) : last.replaceAll("_", " ");
  return phrase(lang, "time.zone", { city, vowel: /^[aeiouhàâéèêîô]/i.test(city) ? "yes" : "no" });
}

// In the hour that summer time gives back, one clock time happens twice: then the offset tells which is meant.
function offsetIfTwice(at: number, lang: Lang, zone: string): string {
  if (!isZone(zone) || !isShownTwice(at, zone)) return "";
  const part = formatter(lang, zone, "offset", { timeZoneName: "shortOffset" })
    .formatToParts(at)
    .find((each) => each.type === "timeZoneName");
  return part ? `, ${part.value.replace("GMT", "UTC")}` : "";
}

const said = new Map<string, string>();

/** Day, time and place: `mercredi 25 novembre 2026, 18:00 (heure de Paris)`. */
export function instantText(at: number, lang: Lang, zone: string): string {
  const key = `${at} ${lang} ${zone}`;
  let text = said.get(key);
  if (text !== undefined) return text;
  text = phrase(lang, "time.at", {
    date: dateText(at, lang, zone),
    clock: clockText(at, lang, zone),
    zone: zoneName(zone, lang) + offsetIfTwice(at, lang, zone),
  });
  if (said.size >= 500) said.clear(); // a promise is said in the answer, in the mail and on the page, one soon after the other
  said.set(key, text);
  return text;
}

/** A date of the calendar, "YYYY-MM-DD", in words: `1er mars 2026`. Anything else is returned as it is. */
export function calendarDateText(date: string, lang: Lang, weekday = false): string {
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at) ? date : dateText(at, lang, "UTC", weekday);
}

/** A month, "2026-11", in words: `novembre 2026`. */
export function monthText(month: string, lang: Lang): string {
  return formatter(lang, "UTC", "month", { month: "long", year: "numeric" }).format(Date.parse(`${month}-01T00:00:00Z`));
}

/** A minute of the day as a clock shows it: 1080 is `18:00`; 1440 is `24:00`; past midnight counts on (1560 is `02:00`). */
export function minuteText(minute: number): string {
  const day = minute > 1440 ? minute % 1440 : minute;
  return `${String(Math.floor(day / 60)).padStart(2, "0")}:${String(day % 60).padStart(2, "0")}`;
}

/** The name of a weekday, 0 is Monday. */
export function weekdayText(day: number, lang: Lang): string {
  return formatter(lang, "UTC", "day", { weekday: "long" }).format(Date.UTC(2024, 0, 1 + day)); // 1 January 2024 was a Monday
}

const STEPS: readonly [number, Intl.RelativeTimeFormatUnit][] = [
  [86_400_000, "day"],
  [3_600_000, "hour"],
  [60_000, "minute"],
];

/** How far an instant is from now, to the nearest whole unit below: `in 3 hours`, `il y a 2 jours`. Both in epoch milliseconds. */
export function distanceText(at: number, now: number, lang: Lang): string {
  const format = new Intl.RelativeTimeFormat(localeOf(lang), { numeric: "always" });
  const gap = at - now;
  const [length, unit] = STEPS.find(([each]) => Math.abs(gap) >= each) ?? [60_000, "minute" as const];
  return format.format(Math.trunc(gap / length), unit);
}
