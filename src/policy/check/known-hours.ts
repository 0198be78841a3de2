// One object for calendars that are alike, so that their hours are worked out once though a policy is compiled and checked over and over.
import type { Calendar } from "../model.ts";

const kept = new Map<string, Calendar>();
const MOST_KEPT = 200;

/** The first calendar that was seen with these hours. Only what decides hours is compared: not its name, not its place in the text. */
export function alike(calendar: Calendar): Calendar {
  const { id, zone, always, week, holidays, except } = calendar;
  const key = JSON.stringify([id, zone, always, week, holidays, except]);
  const first = kept.get(key);
  if (first) return first;
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, calendar);
  return calendar;
}
