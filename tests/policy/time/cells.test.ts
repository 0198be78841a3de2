// The cells into which calendars cut a week: every combination that can happen, none that cannot.
import { expect, test } from "vitest";
import type { Calendar } from "../../../src/policy/model.ts";
import { calendarIn } from "../../../src/policy/time/calendar-in.ts";
import { openHours } from "../../../src/policy/time/calendar.ts";
import { weekCells } from "../../../src/policy/time/cells.ts";
import { calendarOf, hours } from "./reference.ts";

const days = (on: string[], weekend: string[] = []) => [...Array.from({ length: 5 }, () => hours(...on)), hours(...weekend), hours(...weekend)];
const office = calendarOf({ id: "office", zone: "Europe/Paris", week: days(["09:00-18:00"]) });
const line = calendarOf({ id: "line", zone: "Europe/Paris", week: days(["08:00-20:00"], ["10:00-12:00"]) });
const patterns = (calendars: Calendar[], holiday = false) =>
  weekCells(calendars)
    .filter((cell) => cell.holiday === holiday)
    .map(({ open }) =>
      Object.keys(open)
        .filter((id) => open[id])
        .join("+"),
    )
    .sort();

test("two calendars, one within the other, give three cells", () => {
  expect(patterns([office, line])).toEqual(["", "line", "office+line"]);
});
test("an example is a time of the week at a full hour", () => {
  const [cell] = weekCells([office, line]).filter(({ open }) => open["office"]);
  expect(cell).toMatchObject({ example: "Monday 13:00", weekday: 0, minute: 780, holiday: false });
});
test("on a public holiday the calendar that observes it is closed while the other works", () => {
  const closing = { ...office, holidays: { country: "FR" } };
  expect(patterns([closing, line], true)).toEqual(["", "line"]);
  expect(weekCells([closing, line]).find(({ holiday, open }) => holiday && open["line"])?.example).toMatch(/, a public holiday$/);
});
test("holidays of two countries can fall on one day or on two", () => {
  const [a, b] = [
    { ...office, holidays: { country: "FR" } },
    { ...office, id: "rome", holidays: { country: "IT" } },
  ];
  expect(patterns([a, b])).toEqual(["", "office+rome"]);
  expect(patterns([a, b], true)).toEqual(["", "office", "rome"]);
});
test("a dated exception shows what no ordinary week does", () => {
  const sunday = { ...office, except: { "2026-03-08": hours("09:00-12:00") } };
  expect(weekCells([sunday, line]).find(({ open }) => open["office"] && !open["line"])).toMatchObject({ date: "2026-03-08", weekday: 6 });
});
test("one calendar that is always open has one cell, and so has none at all", () => {
  expect(weekCells([calendarOf({ always: true })])).toMatchObject([{ open: { desk: true } }]);
  expect(weekCells([])).toMatchObject([{ open: {} }]);
});
test("zones that change their clocks in different weeks are cut in each of these weeks", () => {
  const york = calendarOf({ id: "york", zone: "America/New_York", week: days(["12:00-13:00"]) });
  const paris = calendarOf({ id: "paris", zone: "Europe/Paris", week: days(["17:00-18:00"]) });
  expect(patterns([york, paris])).toEqual(["", "paris", "york", "york+paris"]); // together only in the weeks that are five hours apart
});
test("hours that follow the customer can be open and closed with the desk's in every way that some zone brings about", () => {
  const theirs = { ...calendarOf({ id: "theirs", zone: "Europe/Paris", week: days(["09:00-17:00"]) }), zoneOf: "customer" as const };
  expect(patterns([office, theirs])).toEqual(["", "office", "office+theirs", "theirs"]);
  expect(patterns([theirs, { ...line, zoneOf: "customer" }])).toEqual(["", "line", "theirs+line"]); // of one customer: no zone apart
  const cells = new Set(weekCells([office, line, theirs]).map(({ open }) => [open["office"], open["line"], open["theirs"]].join()));
  for (const zone of ["Pacific/Kiritimati", "Asia/Kathmandu", "America/St_Johns", "Pacific/Niue"])
    for (let at = Date.UTC(2026, 2, 1); at < Date.UTC(2026, 3, 5); at += 15 * 60_000)
      expect(cells.has([office, line, calendarIn(theirs, zone)].map((calendar) => openHours(calendar).isOpen(at)).join()), `${zone} ${new Date(at).toISOString()}`).toBe(true);
});
test("whatever real years show is among the cells", () => {
  const night = calendarOf({ id: "night", zone: "America/New_York", week: days(["21:00-30:00"], ["20:00-26:00"]), holidays: { country: "US" } });
  const all = [{ ...office, holidays: { country: "FR" } }, { ...line, holidays: { country: "RO" } }, night];
  const cells = new Set(weekCells(all).map(({ open }) => all.map(({ id }) => open[id]).join()));
  for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2029, 0, 1); at += 30 * 60_000)
    expect(cells.has(all.map((calendar) => openHours(calendar).isOpen(at)).join()), new Date(at).toISOString()).toBe(true);
});
