// Opening hours: single cases that a customer would notice, then random calendars against a clock that walks.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Calendar } from "../../../src/policy/model.ts";
import { openHours } from "../../../src/policy/time/calendar.ts";
import { localToInstant } from "../../../src/policy/time/zoned.ts";
import { calendarOf, hours, QUARTER, quarters } from "./reference.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const split = hours("09:00-12:30", "14:00-18:00");
const paris = calendarOf({ zone: "Europe/Paris", week: [split, split, split, split, split, [], []], holidays: { country: "FR" } });
const at = (text: string, zone = "Europe/Paris") => localToInstant(text, zone);

describe("opening hours of an ordinary week (SPEC 13.3, 13.5)", () => {
  const desk = openHours(paris);
  test("it is open from the opening minute and closed from the closing minute on", () => {
    expect(desk.isOpen(at("2026-03-02T09:00"))).toBe(true);
    expect(desk.isOpen(at("2026-03-02T12:30") - 1)).toBe(true);
    expect(desk.isOpen(at("2026-03-02T12:30"))).toBe(false);
    expect(desk.isOpen(at("2026-03-02T08:59"))).toBe(false);
  });
  test("eight working hours from Monday morning end on Tuesday, the break not counted", () => {
    expect(desk.addOpen(at("2026-03-02T09:00"), 8 * HOUR)).toBe(at("2026-03-03T09:30"));
  });
  test("working hours that fill the day exactly end at its close, not at the next opening", () => {
    expect(desk.addOpen(at("2026-03-02T09:00"), 7.5 * HOUR)).toBe(at("2026-03-02T18:00"));
  });
  test("asked in the break, the next opening is after it, the closing that of the afternoon", () => {
    expect(desk.nextOpening(at("2026-03-02T13:00"))).toBe(at("2026-03-02T14:00"));
    expect(desk.nextClosing(at("2026-03-02T13:00"))).toBe(at("2026-03-02T18:00"));
  });
  test("no length of time ends where it begins while open, else at the next opening, or backwards at the last close (SPEC 13.6)", () => {
    expect(desk.addOpen(at("2026-03-02T10:00"), 0)).toBe(at("2026-03-02T10:00"));
    expect(desk.addOpen(at("2026-03-01T03:00"), 0)).toBe(at("2026-03-02T09:00"));
    expect(desk.addOpen(at("2026-03-02T18:00"), 0)).toBe(at("2026-03-03T09:00"));
    expect(desk.subtractOpen(at("2026-03-02T18:00"), 0)).toBe(at("2026-03-02T18:00"));
    expect(desk.subtractOpen(at("2026-03-02T13:00"), 0)).toBe(at("2026-03-02T12:30"));
    expect(desk.subtractOpen(at("2026-03-02T09:00"), 0)).toBe(at("2026-02-27T18:00"));
  });
  test("taken back to the beginning of an opening it is that opening, not the close before", () => {
    expect(desk.subtractOpen(at("2026-03-03T18:00"), 7.5 * HOUR)).toBe(at("2026-03-03T09:00"));
  });
  test("between two instants in the wrong order there is less than nothing, by as much (SPEC 13.7)", () => {
    expect(desk.openBetween(at("2026-03-03T11:00"), at("2026-03-02T11:00"))).toBe(-7.5 * HOUR);
  });
  test("a length of time that is none is refused", () => {
    expect(() => desk.addOpen(0, -1)).toThrow(RangeError);
    expect(() => desk.addOpen(0, NaN)).toThrow(RangeError);
    expect(() => desk.isOpen(NaN)).toThrow(RangeError);
  });
});

describe("days that are not ordinary", () => {
  test("on 14 July a French desk is closed and an Italian one is not", () => {
    const rome = calendarOf({ ...paris, zone: "Europe/Rome", holidays: { country: "IT" } });
    expect(openHours(paris).nextOpening(at("2026-07-14T10:00"))).toBe(at("2026-07-15T09:00"));
    expect(openHours(rome).isOpen(at("2026-07-14T10:00"))).toBe(true);
  });
  test("26 December is a holiday in Moselle and a working day in Paris", () => {
    const metz = calendarOf({ ...paris, holidays: { country: "FR", region: "57" } });
    expect(openHours(metz).isOpen(at("2025-12-26T10:00"))).toBe(false);
    expect(openHours(paris).isOpen(at("2025-12-26T10:00"))).toBe(true);
  });
  test("a dated exception beats the holiday and the week (SPEC 13.2)", () => {
    const desk = openHours(calendarOf({ ...paris, except: { "2026-07-14": hours("10:00-12:00"), "2026-07-15": [] } }));
    expect(desk.isOpen(at("2026-07-14T10:30"))).toBe(true);
    expect(desk.nextOpening(at("2026-07-14T12:00"))).toBe(at("2026-07-16T09:00"));
  });
  test("a night shift belongs to the evening on which it begins, holiday or not", () => {
    const night = hours("22:00-30:00");
    const desk = openHours(calendarOf({ ...paris, week: [night, night, night, night, night, [], []] }));
    expect(desk.isOpen(at("2026-07-14T05:00"))).toBe(true); // begun on the 13th
    expect(desk.isOpen(at("2026-07-15T05:00"))).toBe(false); // the 14th is the holiday
    expect(desk.isOpen(at("2026-03-07T05:00"))).toBe(true); // Friday's, on Saturday
    expect(desk.nextClosing(at("2026-12-31T23:00"))).toBe(at("2027-01-01T06:00"));
  });
});

describe("calendars at the edge", () => {
  test("one that never opens says so instead of searching for ever (SPEC 13.11)", () => {
    const desk = openHours(calendarOf({}));
    expect(desk.nextOpening(0)).toBeNull();
    expect(desk.nextClosing(0)).toBeNull();
    expect(desk.addOpen(0, 1)).toBeNull();
    expect(desk.subtractOpen(0, 1)).toBeNull();
    expect([desk.addOpen(0, 0), desk.subtractOpen(0, 0)]).toEqual([null, null]);
    expect(desk.openBetween(0, 10 * 365 * DAY)).toBe(0);
  });
  test("one that opens on a single date gives what that date has and no more", () => {
    const desk = openHours(calendarOf({ except: { "2031-05-05": hours("09:00-10:00") } }));
    const opens = at("2031-05-05T09:00", "UTC");
    expect(desk.nextOpening(at("2026-01-01", "UTC"))).toBe(opens);
    expect(desk.addOpen(at("2026-01-01", "UTC"), HOUR)).toBe(opens + HOUR);
    expect(desk.addOpen(at("2026-01-01", "UTC"), HOUR + 1)).toBeNull();
    expect(desk.nextOpening(opens + HOUR)).toBeNull();
  });
  test("one that is always open counts every hour and never closes", () => {
    const desk = openHours(calendarOf({ zone: "Europe/Paris", always: true }));
    const from = at("2026-03-28T12:00");
    expect(desk.addOpen(from, 3653 * DAY)).toBe(from + 3653 * DAY);
    expect(desk.nextClosing(from)).toBeNull();
  });
  test("the same calendar is worked out once", () => {
    expect(openHours(paris)).toBe(openHours(paris));
  });
  test("an unknown zone is an error, not a wrong answer", () => {
    expect(() => openHours(calendarOf({ zone: "Europe/Atlantis" }))).toThrow(RangeError);
  });
});

describe("the nights on which the clocks change (SPEC 13.4)", () => {
  const all = (...texts: string[]) => calendarOf({ zone: "Europe/Paris", week: Array.from({ length: 7 }, () => hours(...texts)) });
  test("a day with the skipped hour is an hour shorter, one with the repeated hour an hour longer", () => {
    const desk = openHours(all("00:00-24:00"));
    expect(desk.openBetween(at("2026-03-29"), at("2026-03-30"))).toBe(23 * HOUR);
    expect(desk.openBetween(at("2026-10-25"), at("2026-10-26"))).toBe(25 * HOUR);
  });
  test("an opening inside the skipped hour falls away, one that begins in it begins as the clock jumps", () => {
    expect(openHours(all("02:15-02:45")).openBetween(at("2026-03-29"), at("2026-03-30"))).toBe(0);
    expect(openHours(all("02:30-04:00")).nextOpening(at("2026-03-29"))).toBe(at("2026-03-29T03:00"));
  });
  test("hours that end within the repeated hour end the first time that the clock shows it", () => {
    expect(openHours(all("01:00-02:30")).openBetween(at("2026-10-25"), at("2026-10-26"))).toBe(1.5 * HOUR);
  });
});

const ZONES = ["Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca", "America/St_Johns", "UTC", "Pacific/Auckland"];
// Weeks in which some of these zones change their clocks, and the turn of the year.
const WEEKS = ["2026-02-12", "2026-03-05", "2026-03-19", "2026-03-26", "2026-04-02", "2026-09-24", "2026-10-01", "2026-10-22", "2026-10-29", "2026-12-24", "2027-07-10"];
const interval = fc.tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 120 })).map(([from, length]) => ({ from: from * 15, to: (from + length) * 15 }));
const day = fc.array(interval, { maxLength: 3 });
const anyCalendar: fc.Arbitrary<Calendar> = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    week: fc.array(day, { minLength: 7, maxLength: 7 }),
    holidays: fc.constantFrom({ country: "FR" }, { country: "US", region: "CA" }, { country: "RO" }, undefined),
    except: fc.dictionary(fc.constantFrom("2026-03-29", "2026-10-25", "2026-12-31", "2027-01-01", "2026-04-05"), day, { maxKeys: 3 }),
  })
  .map(({ holidays, ...part }) => calendarOf(holidays ? { ...part, holidays } : part));
const start = fc.tuple(fc.constantFrom(...WEEKS), fc.integer({ min: 0, max: 95 })).map(([date, n]) => Date.parse(date) + n * QUARTER);

describe("random calendars", () => {
  test("agree quarter by quarter with a clock that walks through three weeks", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anyCalendar, start, fc.integer({ min: 1, max: 1500 }), (calendar, from, amount) => {
        const desk = openHours(calendar);
        const open = quarters(calendar, from, from + 21 * DAY);
        const time = (i: number) => from + i * QUARTER;
        open.forEach((yes, i) => expect(desk.isOpen(time(i)), new Date(time(i)).toISOString()).toBe(yes));
        expect(desk.openBetween(from, time(open.length))).toBe(open.filter(Boolean).length * QUARTER);
        const first = open.indexOf(true);
        if (first >= 0) expect(desk.nextOpening(from)).toBe(time(first));
        const close = first < 0 ? -1 : open.indexOf(false, first);
        if (close >= 0) expect(desk.nextClosing(from)).toBe(time(close));
        let left = amount;
        const due = open.findIndex((yes) => yes && --left === 0);
        if (due >= 0) expect(desk.addOpen(from, amount * QUARTER)).toBe(time(due + 1));
      }),
      { numRuns: 60 },
    );
  });
  test("open time that is added is found again between the two instants, and taken away again", () => {
    fc.assert(
      fc.property(anyCalendar, start, fc.nat(DAY), fc.integer({ min: 1, max: 200 * DAY }), (calendar, from, ms, length) => {
        const desk = openHours(calendar);
        const due = desk.addOpen(from + ms, length);
        fc.pre(due !== null);
        expect(desk.openBetween(from + ms, due ?? 0)).toBe(length);
        expect(desk.openBetween(from + ms, (due ?? 0) - 1)).toBe(length - 1);
        const back = desk.subtractOpen(due ?? 0, length) ?? NaN;
        expect(back).toBeGreaterThanOrEqual(from + ms);
        expect(desk.openBetween(back, due ?? 0)).toBe(length);
        expect(desk.openBetween(back + 1, due ?? 0)).toBe(length - 1);
      }),
      { numRuns: 300 },
    );
  });
  test("agree with the walking clock ten years ahead", { timeout: 120_000 }, () => {
    const from = at("2026-01-05T09:15");
    const open = quarters(paris, from, from + 3700 * DAY);
    const all = open.filter(Boolean).length;
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      const amount = Math.floor(all * share);
      let left = amount;
      const due = open.findIndex((yes) => yes && --left === 0);
      expect(openHours(paris).addOpen(from, amount * QUARTER)).toBe(from + (due + 1) * QUARTER);
    }
  });
});
