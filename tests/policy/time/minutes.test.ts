// Random hours as other programs exchange them, each question answered a second time by a clock that walks minute by minute.
import fc from "fast-check";
import { expect, test } from "vitest";
import { openHours } from "../../../src/policy/time/calendar.ts";
import { plainCalendar } from "../../../src/policy/time/plain-calendar.ts";
import { MINUTE, steps } from "./reference.ts";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const WALKED = 9 * 1440; // minutes
// A start a few days before each of these: clocks that jump by an hour or half of one, leap day, new year, Ramadan's pause of summer time.
const DATES = ["2026-03-29", "2026-10-25", "2026-03-08", "2026-11-01", "2026-04-05", "2026-10-04", "2026-02-15", "2026-03-22", "2028-02-29", "2027-01-01"];
const ZONES = ["Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca", "America/St_Johns", "Pacific/Auckland", "UTC"];
const clock = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** Openings of one day, apart from each other and all of one day, so that no two of the week overlap; whole days among them. */
const split = fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 6 }).map((edges) => {
  const sorted = edges.toSorted((a, b) => a - b);
  return Object.fromEntries(sorted.flatMap((from, i) => (i % 2 === 0 && sorted[i + 1] !== undefined ? [[clock(from), clock(sorted[i + 1] ?? 0)]] : [])));
});
const wholeDay = fc.constant({ "00:00": "24:00" });
const byDay = fc.dictionary(fc.constantFrom(...DAYS), fc.oneof({ weight: 4, arbitrary: split }, { weight: 1, arbitrary: wholeDay }), { minKeys: 1, maxKeys: 7 });
/** Night shifts that end before the earliest evening begins. */
const night = fc.tuple(fc.integer({ min: 1000, max: 1439 }), fc.integer({ min: 0, max: 999 })).map(([from, to]) => ({ [clock(from)]: clock(to) }));
const byNight = fc.dictionary(fc.constantFrom(...DAYS), night, { minKeys: 1, maxKeys: 7 });
const someDays = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...DATES), fc.integer({ min: -4, max: 4 })).map(([date, days]) => new Date(Date.parse(date) + days * 1440 * MINUTE).toISOString().slice(0, 10)),
  { maxLength: 5 },
);
const anyHours = fc.record({ time_zone: fc.constantFrom(...ZONES), hours: fc.oneof(byDay, byNight), holidays: someDays });
const begin = fc.tuple(fc.constantFrom(...DATES), fc.integer({ min: -5 * 1440, max: 0 })).map(([date, minutes]) => Date.parse(date) + minutes * MINUTE);

test("every minute is open or closed, and every sum and difference is right to the minute", { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(anyHours, begin, fc.integer({ min: 0, max: WALKED }), fc.integer({ min: 0, max: WALKED }), fc.integer({ min: 0, max: 3000 }), (raw, from, one, other, amount) => {
      const { calendar, faults } = plainCalendar("desk", raw);
      expect(faults).toEqual([]);
      if (!calendar) return;
      const desk = openHours(calendar);
      const open = steps(calendar, from, from + WALKED * MINUTE, MINUTE);
      const time = (i: number) => from + i * MINUTE;
      open.forEach((yes, i) => desk.isOpen(time(i)) === yes || expect.fail(`${new Date(time(i)).toISOString()} is ${yes ? "open" : "closed"}`));
      const between = open.slice(Math.min(one, other), Math.max(one, other)).filter(Boolean).length;
      expect(desk.openBetween(time(one), time(other)) / MINUTE).toBe(one <= other ? between : -between);

      let left = amount;
      const due = amount === 0 ? open.indexOf(true, one) : open.findIndex((yes, i) => i >= one && yes && --left === 0) + 1;
      if (due > 0 || (amount === 0 && due === 0)) expect(desk.addOpen(time(one), amount * MINUTE)).toBe(time(due));
      left = amount;
      const back = amount === 0 ? open.lastIndexOf(true, one - 1) + 1 : open.findLastIndex((yes, i) => i < one && yes && --left === 0);
      if (one > 0 && (amount === 0 ? back > 0 : back >= 0)) expect(desk.subtractOpen(time(one), amount * MINUTE)).toBe(time(back));
    }),
    { numRuns: 60 },
  );
});
