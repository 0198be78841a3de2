// The week cut into cells by several calendars at once: which of them can be open together, for the proof. Source: LANGUAGE 15.
import type { Calendar, Interval } from "../model.ts";
import { dateOf, dayOf, firstDayOf, weekdayOf, yearOf } from "./civil-day.ts";
import { hoursOn, weekHours } from "./working-days.ts";
import { zoneOffsets } from "./zone-offsets.ts";

const MINUTE = 60_000;
const DAY = 1440; // minutes
const WEEK = [-3, -2, -1, 0, 1, 2, 3]; // day numbers from a Monday to its Sunday
const NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** Every difference between two zones of the world: from -12:00 against +14:00 to the other way about. */
const QUARTERS = Array.from({ length: 2 * 26 * 4 + 1 }, (_, i) => (i - 26 * 4) * 15);

/** One way in which the calendars can be open and closed together, with a moment of the week at which they are. */
export interface WeekCell {
  readonly open: Readonly<Record<string, boolean>>; // by calendar id
  readonly weekday: number; // of the example, 0 for Monday, in the first calendar's zone
  readonly minute: number; // of that day
  readonly holiday: boolean; // the example needs a public holiday
  readonly date?: string; // "YYYY-MM-DD" where it needs a dated exception
  readonly example: string; // "Tuesday 14:00", "Tuesday 14:00, a public holiday"
}

type Piece = Pick<WeekCell, "open" | "weekday" | "minute"> & { readonly length: number };
type Cut = Omit<WeekCell, "example"> & Piece & { readonly note: string };
/** The hours of a calendar on a day (day number). */
type Hours = (calendar: Calendar, day: number) => readonly Interval[];

/**
 * Every combination of open and closed that the calendars can show: on ordinary days; on and after public holidays of one
 * day or two, in each set of the places whose holidays are observed; and at dated exceptions. Each combination comes once,
 * with its longest stretch as the example, and once more for a holiday. Zones are compared by the offsets that they have
 * to each other in any week of `year` (pass the policy's; the proof may not ask the clock). No calendars: one cell.
 */
export function weekCells(calendars: readonly Calendar[], year = 2026): readonly WeekCell[] {
  const found = new Map<string, Cut>();
  const shifts = zoneShifts(calendars, year);
  const add = (hours: Hours, day: number, why: Pick<Cut, "holiday" | "note" | "date">) => {
    for (const cut of shifts.flatMap((shift) => [...cutDay(calendars, hours, day, shift)])) {
      const key = `${why.holiday} ${Object.values(cut.open).join()}`;
      const seen = found.get(key);
      // What an ordinary week shows needs no rarer example.
      if (!seen || (seen.note === why.note && seen.length < cut.length)) found.set(key, { ...cut, ...why });
    }
  };
  const ordinary: Hours = (calendar, day) => weekHours(calendar, weekdayOf(day));
  for (const day of WEEK) add(ordinary, day, { holiday: false, note: "" });
  const places = [...new Set(calendars.map(placeOf).filter((place) => place !== ""))];
  for (const off of sets(places))
    for (const first of WEEK)
      for (const last of [first, first + 1]) {
        const hours: Hours = (calendar, day) => (day >= first && day <= last && off.has(placeOf(calendar)) ? [] : ordinary(calendar, day));
        for (let day = first; day <= last; day++) add(hours, day, { holiday: true, note: ", a public holiday" });
        add(hours, last + 1, { holiday: false, note: ", after a public holiday" });
      }
  const dated: Hours = (calendar, day) => hoursOn(calendar, day, yearOf(day));
  for (const first of new Set(calendars.flatMap(({ except }) => Object.keys(except).map(dayOf))))
    for (const day of first === null ? [] : [first, first + 1]) add(dated, day, { holiday: false, date: dateOf(day), note: `, ${dateOf(day)}` });
  const zone = new Set(calendars.map((calendar) => calendar.zone)).size > 1 ? ` (${calendars[0]?.zone})` : "";
  return [...found.values()].map(({ open, weekday, minute, holiday, date, note }) => ({
    open,
    weekday,
    minute,
    holiday,
    ...(date && { date }),
    example: `${NAMES[weekday]} ${clock(minute)}${zone}${note}`,
  }));
}

/** One day of the first calendar's zone, cut wherever a calendar opens or closes. `shift`: minutes that each calendar is ahead. */
function* cutDay(calendars: readonly Calendar[], hours: Hours, day: number, shift: readonly number[]): Generator<Piece> {
  const openings = calendars.map((calendar, c) =>
    [-4, -3, -2, -1, 0, 1, 2].flatMap((d) => {
      const moved = d * DAY - (shift[c] ?? 0);
      return hours(calendar, day + d).map(({ from, to }) => ({ from: from + moved, to: to + moved }));
    }),
  );
  const edges = new Set([0, DAY, ...openings.flat().flatMap(({ from, to }) => [from, to])]);
  const inside = [...edges].filter((m) => m >= 0 && m <= DAY).sort((a, b) => a - b);
  for (const [i, from] of inside.entries()) {
    const to = inside[i + 1];
    if (to === undefined) return;
    const isOpen = (c: number) => (openings[c] ?? []).some((opening) => opening.from <= from && from < opening.to);
    const open = Object.fromEntries(calendars.map(({ id }, c) => [id, isOpen(c)]));
    const middle = Math.floor((from + to) / 120) * 60; // a full hour reads better than an edge
    yield { open, weekday: weekdayOf(day), minute: middle >= from ? middle : from, length: to - from };
  }
}

/**
 * The minutes by which each calendar's zone is ahead of the first one's, each distinct case of the year once. A customer may
 * be anywhere: hours that follow them are ahead or behind by any quarter of an hour that lies between two zones of the world.
 */
function zoneShifts(calendars: readonly Calendar[], year: number): readonly (readonly number[])[] {
  const theirs = calendars.map(({ zoneOf }) => zoneOf === "customer");
  if (theirs.includes(true) && theirs.includes(false)) {
    const fixed = offsetsApart(calendars, year);
    const cases = fixed.flatMap((ahead) => QUARTERS.map((moved) => ahead.map((minutes, c) => minutes + (theirs[c] === theirs[0] ? 0 : moved))));
    return [...new Map(cases.map((ahead) => [ahead.join(), ahead])).values()];
  }
  return offsetsApart(calendars, year);
}

function offsetsApart(calendars: readonly Calendar[], year: number): readonly (readonly number[])[] {
  const zones = calendars.map(({ zone }) => zoneOffsets(zone));
  const cases = new Map<string, readonly number[]>();
  for (let day = firstDayOf(year); day < firstDayOf(year + 1); day++) {
    const offsets = zones.map((zone) => zone.offsetAt(day * DAY * MINUTE) / MINUTE);
    const ahead = offsets.map((offset) => offset - (offsets[0] ?? 0));
    cases.set(ahead.join(), ahead);
  }
  return [...cases.values()];
}

function placeOf({ holidays }: Calendar): string {
  return holidays ? `${holidays.country}-${holidays.region ?? ""}` : "";
}

/** Every set of the places but the empty one; of more than six, each alone and all together, or they would be too many. */
function sets(places: readonly string[]): ReadonlySet<string>[] {
  if (places.length > 6) return [...places.map((place) => new Set([place])), new Set(places)];
  const all = places.reduce<string[][]>((sum, place) => [...sum, ...sum.map((set) => [...set, place])], [[]]);
  return all.slice(1).map((set) => new Set(set));
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
