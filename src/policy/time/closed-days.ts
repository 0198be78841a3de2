// Which dates a calendar does not open on, and why: so that a due time can be explained.
import type { Calendar } from "../model.ts";
import { dateOf, weekdayOf, yearOf } from "./civil-day.ts";
import { hoursOn, weekHours } from "./working-days.ts";
import { zoneOffsets } from "./zone-offsets.ts";

const DAY = 86_400_000;

export interface ClosedDay {
  readonly date: string; // YYYY-MM-DD in the calendar's zone
  /** `week`: it never opens on this weekday, holiday or not; `closure`: a dated exception. */
  readonly why: "week" | "holiday" | "closure";
}

/** The dates in [from, to] (epoch ms) on which nothing opens, the first `most` of them. */
export function closedDays(calendar: Calendar, from: number, to: number, most: number): ClosedDay[] {
  const { wallAt } = zoneOffsets(calendar.zone);
  const found: ClosedDay[] = [];
  for (let day = Math.floor(wallAt(from) / DAY), last = Math.floor(wallAt(to) / DAY); day <= last && found.length < most; day++) {
    const year = yearOf(day);
    if (hoursOn(calendar, day, year).length) continue;
    const closure = calendar.except[dateOf(day)] !== undefined;
    const open = weekHours(calendar, weekdayOf(day)).length > 0; // only a public holiday closes it then
    found.push({ date: dateOf(day), why: closure ? "closure" : open ? "holiday" : "week" });
  }
  return found;
}
