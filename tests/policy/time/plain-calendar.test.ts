// Hours as other programs exchange them: what they mean, and every fault said at once.
import { describe, expect, test } from "vitest";
import { openHours } from "../../../src/policy/time/calendar.ts";
import { closedDays } from "../../../src/policy/time/closed-days.ts";
import { plainCalendar } from "../../../src/policy/time/plain-calendar.ts";
import { readInstant } from "../../../src/policy/time/zoned.ts";
import { calendarOf, hours } from "./reference.ts";

const office = { "09:00": "12:30", "13:30": "18:00" };
const raw = { time_zone: "Europe/Paris", hours: { mon: office, tue: office, fri: { "22:00": "06:00" }, sun: { "00:00": "24:00" } }, holidays: ["2026-03-03"] };
const desk = openHours(plainCalendar("office", raw).calendar ?? expect.fail("the calendar has faults"));
const at = (text: string) => readInstant(text, "Europe/Paris");

describe("hours of another program", () => {
  test("an opening begins with its first minute and is over with its closing minute", () => {
    expect([at("2026-03-02T09:00"), at("2026-03-02T12:29"), at("2026-03-02T12:30"), at("2026-03-02T18:00")].map(desk.isOpen)).toEqual([true, true, false, false]);
  });
  test("a holiday is closed, and a day that is not named too", () => {
    expect([at("2026-03-03T10:00"), at("2026-03-04T10:00")].map(desk.isOpen)).toEqual([false, false]);
  });
  test("a closing time before its opening is on the next day, and 24:00 is midnight", () => {
    expect([at("2026-03-07T05:59"), at("2026-03-07T06:00"), at("2026-03-08T23:59")].map(desk.isOpen)).toEqual([true, false, true]);
    expect(desk.nextClosing(at("2026-03-09T00:00"))).toBe(at("2026-03-09T12:30"));
  });
  test("what opened on the evening before a holiday still closes at its time, and the holiday's own evening stays shut", () => {
    const { calendar } = plainCalendar("night", { ...raw, hours: { mon: { "22:00": "06:00" }, tue: { "22:00": "06:00" } } });
    const night = openHours(calendar ?? expect.fail("the calendar has faults"));
    expect([at("2026-03-03T05:00"), at("2026-03-03T23:00"), at("2026-03-04T05:00")].map(night.isOpen)).toEqual([true, false, false]);
  });
  test("every fault is said with its place", () => {
    const { calendar, faults } = plainCalendar("bad", {
      time_zone: "Mars/Base",
      hours: { mon: { "09:00": "12:30", "12:00": "18:00" }, monday: {}, tue: { "25:00": "26:00", "08:00": "08:00", "10:00": 11 } },
      holidays: ["2026-02-30"],
      breaks: {},
    });
    expect(calendar).toBeNull();
    expect(faults.map((fault) => fault.split(" ")[0])).toEqual(["breaks:", "time_zone:", "hours.monday:", "hours.tue:", "hours.tue:", "hours.tue:", "hours.mon:", "holidays:"]);
  });
  test("a night that runs into the next day's opening is an overlap, around the week's end as well", () => {
    expect(plainCalendar("x", { ...raw, hours: { sun: { "22:00": "06:00" }, mon: { "05:00": "09:00" } } }).faults).toEqual(["hours.mon: an opening begins before the one of sun has ended"]);
    expect(plainCalendar("x", { ...raw, hours: { sun: { "22:00": "06:00" }, mon: { "06:00": "09:00" } } }).faults).toEqual([]);
    expect(plainCalendar("x", { ...raw, hours: { mon: { "22:00": "21:00" } } }).faults).toEqual([]);
  });
  test.each([null, [], "09:00", {}])("%j is no calendar", (value) => expect(plainCalendar("x", value).calendar).toBeNull());
});

test("a time with an offset is that instant, one without is local, and what is neither is refused", () => {
  expect(at("2026-03-02T10:00Z")).toBe(Date.UTC(2026, 2, 2, 10));
  expect(at("2026-03-02T10:00:30.250+05:30")).toBe(Date.UTC(2026, 2, 2, 4, 30, 30, 250));
  expect(at("2026-03-02T10:00-0330")).toBe(Date.UTC(2026, 2, 2, 13, 30));
  expect([at("2026-03-02T10:00"), at("2026-03-02")]).toEqual([Date.UTC(2026, 2, 2, 9), Date.UTC(2026, 2, 1, 23)]);
  for (const text of ["2026-02-30T10:00Z", "2026-03-02T10:00+25:00", "2026-03-02Z", "10:00Z", "soon"]) expect(() => at(text), text).toThrow(RangeError);
});

test("the days on which nothing opened are told with their reason", () => {
  const day = hours("09:00-18:00");
  const paris = calendarOf({ zone: "Europe/Paris", week: [day, day, day, day, day, [], []], holidays: { country: "FR" }, except: { "2026-05-07": [] } });
  expect(closedDays(paris, at("2026-04-30T18:00"), at("2026-05-08T10:00"), 10)).toEqual([
    { date: "2026-05-01", why: "holiday" },
    { date: "2026-05-02", why: "week" },
    { date: "2026-05-03", why: "week" },
    { date: "2026-05-07", why: "closure" },
    { date: "2026-05-08", why: "holiday" },
  ]);
  expect(closedDays(paris, at("2026-04-30T18:00"), at("2026-05-08T10:00"), 2)).toHaveLength(2);
});
