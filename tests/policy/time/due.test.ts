// Due times and reminders: hours elapse, days keep the time on the wall, months keep the date as far as there is one.
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { before, dueAt } from "../../../src/policy/time/due.ts";
import { parseDuration } from "../../../src/policy/time/duration.ts";
import { instantToLocal, localToInstant } from "../../../src/policy/time/zoned.ts";
import type { Duration } from "../../../src/policy/model.ts";
import { calendarOf, hours } from "./reference.ts";

const zone = "Europe/Paris";
const office = hours("09:00-12:00", "14:00-18:00");
const calendar = calendarOf({ zone, week: [office, office, office, office, office, [], []], holidays: { country: "FR" } });
const length = (text: string): Duration => parseDuration(text) ?? expect.fail(`not a length of time: ${text}`);
const local = (at: number | null) => (at === null ? null : instantToLocal(at, zone));
const due = (from: string, text: string) => local(dueAt(localToInstant(from, zone), length(text), { zone, calendar, ends: "close", lateArrival: "next-opening" }));
const earlier = (at: string, text: string) => local(before(localToInstant(at, zone), length(text), zone, calendar));

describe("a due time (SPEC 13.10)", () => {
  test.each([
    ["2026-03-28T10:00", "24 hours", "2026-03-29T11:00"], // the clocks go forward: 24 hours elapse
    ["2026-03-28T10:00", "1 day", "2026-03-29T10:00"], // one day is the same time on the wall
    ["2026-03-28T02:30", "1 day", "2026-03-29T03:30"], // a time that the clock skips moves forward
    ["2026-10-24T10:00", "24 hours", "2026-10-25T09:00"],
    ["2026-10-20T10:00", "1 week", "2026-10-27T10:00"],
    ["2026-01-31T10:00", "1 month", "2026-02-28T10:00"],
    ["2028-01-31T10:00", "1 month", "2028-02-29T10:00"],
    ["2028-02-29T10:00", "1 year", "2029-02-28T10:00"],
    ["2026-08-31T10:00", "6 months", "2027-02-28T10:00"],
    ["2026-03-02T17:45", "30 working minutes", "2026-03-03T09:15"],
    ["2026-07-13T17:00", "2 working hours", "2026-07-15T10:00"],
    ["2026-03-02T10:00", "2 working days", "2026-03-04T18:00"],
    ["2026-03-02T10:00", "0 days", "2026-03-02T10:00"],
  ])("of %s and %s is %s", (from, text, expected) => expect(due(from, text)).toBe(expected));

  test("beyond the calendars that we know there is none", () => {
    expect(due("2026-03-02T10:00", "99999 years")).toBeNull();
    expect(due("2026-03-02T10:00", "999999 working days")).toBeNull();
  });
  test("working time without its calendar or its choices is an error", () => {
    expect(() => dueAt(0, length("2 working hours"), { zone })).toThrow(RangeError);
    expect(() => dueAt(0, length("2 working days"), { zone, calendar })).toThrow(RangeError);
  });
});

describe("a reminder", () => {
  test.each([
    ["2026-03-30T10:00", "2 days", "2026-03-28T10:00"],
    ["2026-03-29T10:00", "24 hours", "2026-03-28T09:00"],
    ["2026-03-29T10:00", "1 hour", "2026-03-29T09:00"],
    ["2026-03-29T03:15", "30 minutes", "2026-03-29T01:45"], // across the skipped hour
    ["2026-03-31T10:00", "1 month", "2026-02-28T10:00"],
    ["2026-03-09T10:00", "1 working day", "2026-03-06T10:00"],
    ["2026-03-09T10:00", "2 working hours", "2026-03-06T17:00"],
  ])("for %s, %s before, is at %s", (at, text, expected) => expect(earlier(at, text)).toBe(expected));
});

test("days, weeks, months and years end where Temporal says", () => {
  const units = fc.constantFrom("days", "weeks", "months", "years");
  const zones = fc.constantFrom("Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Casablanca");
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) }), fc.integer({ min: 1, max: 40 }), units, zones, (from, amount, unit, place) => {
      const start = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(place);
      expect(dueAt(from, { amount, unit }, { zone: place })).toBe(start.add({ [unit]: amount }).epochMilliseconds);
      expect(before(from, { amount, unit }, place)).toBe(start.subtract({ [unit]: amount }).epochMilliseconds);
    }),
    { numRuns: 300 },
  );
});
