// Public holidays by country and region, kept per year because working them out is slow. Data: date-holidays (CC-BY-3.0).
import Holidays from "date-holidays";
import { dayOf } from "./civil-day.ts";

const HOUR = 3_600_000;
const places = new Map<string, { readonly source: Holidays; readonly years: Map<number, ReadonlySet<number>> }>();

/**
 * Whether a day (day number, see civil-day.ts) is a public holiday in a country (ISO 3166-1) and region ("BY", "BY-A").
 * Only whole days count: a holiday that begins at noon is written in the calendar's exceptions. An unknown place has none.
 */
export function isPublicHoliday(country: string, region: string | undefined, day: number, year: number): boolean {
  if (daysOff(country, region, year).has(day)) return true;
  const january = day - Date.UTC(year, 0, 1) / (24 * HOUR) < 31;
  return january && daysOff(country, region, year - 1).has(day); // a feast of several days may cross the new year
}

/** Whether holidays are known for the place; without a region, for the country. */
export function isHolidayPlace(country: string, region?: string): boolean {
  const known = new Holidays();
  const [state = "", part] = (region ?? "").split("-");
  if (!Object.hasOwn(known.getCountries() ?? {}, country)) return false;
  if (!state) return region === undefined;
  if (!Object.hasOwn(known.getStates(country) ?? {}, state)) return false;
  return part === undefined || Object.hasOwn(known.getRegions(country, state) ?? {}, part);
}

function daysOff(country: string, region: string | undefined, year: number): ReadonlySet<number> {
  const name = `${country}-${region ?? ""}`;
  let place = places.get(name);
  if (!place) {
    const [state = "", part = ""] = (region ?? "").split("-");
    places.set(name, (place = { source: new Holidays(country, state, part, { types: ["public"] }), years: new Map() }));
  }
  let days = place.years.get(year);
  if (!days) place.years.set(year, (days = new Set(readYear(place.source, year))));
  return days;
}

function* readYear(source: Holidays, year: number): Generator<number> {
  for (const { date, start, end } of source.getHolidays(year)) {
    const first = dayOf(date.slice(0, 10));
    // Rounded: a day on which the clocks change is not 24 hours long.
    const length = date.slice(11, 16) === "00:00" ? Math.round((end.getTime() - start.getTime()) / (24 * HOUR)) : 0;
    for (let i = 0; first !== null && i < length; i++) yield first + i;
  }
}
