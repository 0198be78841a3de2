// Public holidays: known places, regions, and the days that bite.
import { expect, test } from "vitest";
import { dayOf, yearOf } from "../../../src/policy/time/civil-day.ts";
import { isHolidayPlace, isPublicHoliday } from "../../../src/policy/time/holidays.ts";

function off(date: string, country: string, region?: string): boolean {
  const day = dayOf(date) ?? expect.fail(`no date: ${date}`);
  return isPublicHoliday(country, region, day, yearOf(day));
}

test("a place is known by its country and region, and nothing else is a place", () => {
  expect([isHolidayPlace("FR"), isHolidayPlace("FR", "57"), isHolidayPlace("DE", "BY"), isHolidayPlace("DE", "BY-A")]).toEqual([true, true, true, true]);
  expect([isHolidayPlace("XX"), isHolidayPlace("FR", "ZZ"), isHolidayPlace("DE", "BY-ZZ"), isHolidayPlace("FR", ""), isHolidayPlace("toString")]).not.toContain(true);
});
test("Orthodox Easter moves for Romania, and both days of the new year are free there", () => {
  expect(off("2026-04-13", "RO")).toBe(true);
  expect(off("2026-04-06", "RO")).toBe(false);
  expect([off("2026-01-01", "RO"), off("2026-01-02", "RO"), off("2026-01-03", "RO")]).toEqual([true, true, false]);
});
test("a holiday on a Saturday is kept on the Friday before where the country does so, over the new year too", () => {
  expect(off("2021-12-31", "US")).toBe(true);
  expect(off("2026-07-03", "US")).toBe(true);
});
test("an afternoon off is no holiday", () => {
  expect(off("2026-12-24", "IS")).toBe(false);
});
test("a region has the country's holidays and its own", () => {
  expect([off("2026-04-03", "FR", "57"), off("2026-04-03", "FR"), off("2026-07-14", "FR", "57")]).toEqual([true, false, true]);
});
