// "2 working days" at every hour at which a request can arrive.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import type { Calendar } from "../../../src/policy/model.ts";
import { openHours } from "../../../src/policy/time/calendar.ts";
import type { DayCount } from "../../../src/policy/time/count-working-days.ts";
import { instantToLocal, localToInstant } from "../../../src/policy/time/zoned.ts";
import { calendarOf, hours, hoursOfDate } from "./reference.ts";

const zone = "Europe/Paris";
const office = hours("09:00-12:00", "14:00-18:00");
const paris = calendarOf({ zone, week: [office, office, office, office, office, [], []], holidays: { country: "FR" } });

function due(calendar: Calendar, text: string, n: number, how: DayCount): string | null {
  const end = openHours(calendar).addWorkingDays(localToInstant(text, zone), n, how);
  return end === null ? null : instantToLocal(end, zone);
}

describe("two working days, from Monday 2 March 2026", () => {
  const rows: [arrives: string, at: string, close: string, closeFromReceipt: string, same: string, sameFromReceipt: string][] = [
    ["before opening", "2026-03-02T07:30", "2026-03-04T18:00", "2026-03-04T18:00", "2026-03-04T09:00", "2026-03-04T09:00"],
    ["at opening", "2026-03-02T09:00", "2026-03-04T18:00", "2026-03-04T18:00", "2026-03-04T09:00", "2026-03-04T09:00"],
    ["while open", "2026-03-02T15:20", "2026-03-04T18:00", "2026-03-04T18:00", "2026-03-04T15:20", "2026-03-04T15:20"],
    ["in the break", "2026-03-02T13:00", "2026-03-04T18:00", "2026-03-04T18:00", "2026-03-04T13:00", "2026-03-04T13:00"],
    ["at closing time", "2026-03-02T18:00", "2026-03-05T18:00", "2026-03-04T18:00", "2026-03-05T09:00", "2026-03-04T18:00"],
    ["after closing", "2026-03-02T21:00", "2026-03-05T18:00", "2026-03-04T18:00", "2026-03-05T09:00", "2026-03-04T18:00"],
    ["on Saturday morning", "2026-03-07T10:00", "2026-03-11T18:00", "2026-03-10T18:00", "2026-03-11T09:00", "2026-03-10T10:00"],
    ["on the eve of a holiday", "2026-07-13T10:00", "2026-07-16T18:00", "2026-07-16T18:00", "2026-07-16T10:00", "2026-07-16T10:00"],
    ["on the holiday", "2026-07-14T10:00", "2026-07-17T18:00", "2026-07-16T18:00", "2026-07-17T09:00", "2026-07-16T10:00"],
    ["across a change of the clocks", "2026-03-27T10:00", "2026-03-31T18:00", "2026-03-31T18:00", "2026-03-31T10:00", "2026-03-31T10:00"],
  ];
  test.each(rows)("arriving %s", (_, at, close, closeFromReceipt, same, sameFromReceipt) => {
    expect(due(paris, at, 2, { ends: "close", lateArrival: "next-opening" })).toBe(close);
    expect(due(paris, at, 2, { ends: "close", lateArrival: "receipt-day" })).toBe(closeFromReceipt);
    expect(due(paris, at, 2, { ends: "same-time", lateArrival: "next-opening" })).toBe(same);
    expect(due(paris, at, 2, { ends: "same-time", lateArrival: "receipt-day" })).toBe(sameFromReceipt);
  });
});

describe("the table of the specification (SPEC 13.8, 13.9)", () => {
  const spec = readFileSync(new URL("../../../src/policy/SPEC.md", import.meta.url), "utf8");
  const days = hours("09:00-18:00");
  const calendar = calendarOf({ zone, week: [days, days, days, days, days, [], []] });
  const dates: Readonly<Record<string, string>> = { Tuesday: "2026-03-03", Wednesday: "2026-03-04", Thursday: "2026-03-05" };
  const ways = (["close", "same-time"] as const).flatMap((ends) => (["next-opening", "receipt-day"] as const).map((lateArrival) => ({ ends, lateArrival })));
  const rows = spec
    .split("\n")
    .filter((line) => /^\| .*\d\d:\d\d/.test(line))
    .map((line) => line.slice(2, -2).split(" | "))
    .map(([arrives = "", ...answers]) => [arrives, answers] as const);
  const times = (arrives: string): string[] =>
    [...arrives.matchAll(/\d\d:\d\d/g)].flatMap(([time]) => (arrives.startsWith("Saturday") ? [`2026-02-28T${time}`, `2026-03-01T${time}`] : [`2026-03-02T${time}`]));
  test("has its rows", () => expect(rows).toHaveLength(5));
  test.each(rows)("%s", (arrives, answers) => {
    for (const at of times(arrives))
      for (const [i, how] of ways.entries()) {
        const [, day = "", time = ""] = /^(\w+),? (.*)$/.exec(answers[i] ?? "") ?? [];
        expect(due(calendar, at, 2, how), `${at} ${how.ends} ${how.lateArrival}`).toBe(`${dates[day]}T${time === "at that time" ? at.slice(11) : time}`);
      }
  });
});

describe("other calendars", () => {
  const close: DayCount = { ends: "close", lateArrival: "next-opening" };
  test("a desk that works on Saturdays counts them", () => {
    const six = calendarOf({ ...paris, week: [office, office, office, office, office, office, []] });
    expect(due(six, "2026-03-06T10:00", 1, close)).toBe("2026-03-07T18:00");
  });
  test("what arrives after midnight in a night shift counts for the evening on which the shift began", () => {
    const night = hours("22:00-30:00");
    const desk = calendarOf({ zone, week: [night, night, night, night, night, [], []] });
    expect(due(desk, "2026-03-03T03:00", 1, close)).toBe("2026-03-04T06:00");
    expect(due(desk, "2026-03-03T03:00", 1, { ...close, ends: "same-time" })).toBe("2026-03-04T03:00");
    expect(due(desk, "2026-03-03T06:00", 1, close)).toBe("2026-03-05T06:00");
  });
  test("a desk that is always open works every day until midnight", () => {
    expect(due(calendarOf({ zone, always: true }), "2026-03-02T23:30", 1, close)).toBe("2026-03-04T00:00");
    expect(due(calendarOf({ zone, always: true }), "2026-03-02T23:30", 1, { ...close, ends: "same-time" })).toBe("2026-03-03T23:30");
  });
  test("a day with other hours ends the promise at its own close", () => {
    expect(due(calendarOf({ ...paris, except: { "2026-03-04": hours("10:00-11:30") } }), "2026-03-02T15:00", 2, { ...close, ends: "same-time" })).toBe("2026-03-04T11:30");
  });
  test("one that never opens has no working day", () => {
    expect(due(calendarOf({ zone }), "2026-03-02T10:00", 2, close)).toBeNull();
    expect(openHours(calendarOf({ zone })).subtractWorkingDays(0, 2)).toBeNull();
  });
  test("no working days end with the day on which it counts as received", () => {
    expect(due(paris, "2026-03-02T10:00", 0, close)).toBe("2026-03-02T18:00");
    expect(due(paris, "2026-03-07T10:00", 0, { ...close, lateArrival: "receipt-day" })).toBe("2026-03-09T18:00");
  });
});

test("a reminder two working days before skips the weekend and keeps the hour", () => {
  const back = (text: string) => instantToLocal(openHours(paris).subtractWorkingDays(localToInstant(text, zone), 2) ?? NaN, zone);
  expect(back("2026-03-09T10:00")).toBe("2026-03-05T10:00");
  expect(back("2026-03-07T10:00")).toBe("2026-03-05T10:00");
  expect(back("2026-07-15T20:00")).toBe("2026-07-10T18:00");
  expect(back("2026-01-02T10:00")).toBe("2025-12-30T10:00");
});

/** The docstring's rules, walked date by date. */
function walk(calendar: Calendar, at: number, n: number, how: DayCount): number {
  const arrival = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(calendar.zone).toPlainDateTime();
  const today = arrival.toPlainDate();
  const instant = (date: Temporal.PlainDate, minutes: number) => date.toPlainDateTime().add({ minutes }).toZonedDateTime(calendar.zone).epochMilliseconds;
  const works = (date: Temporal.PlainDate) => hoursOfDate(calendar, date.toString()).length > 0;
  const opens = (date: Temporal.PlainDate) => Math.min(...hoursOfDate(calendar, date.toString()).map(({ from }) => from));
  const closes = (date: Temporal.PlainDate) => Math.max(...hoursOfDate(calendar, date.toString()).map(({ to }) => to));
  let zero = today;
  let time = arrival.hour * 60 + arrival.minute;
  if (!works(today) || at >= instant(today, closes(today))) {
    if (how.lateArrival === "next-opening") {
      do zero = zero.add({ days: 1 });
      while (!works(zero));
      time = opens(zero);
    }
  }
  let end = zero;
  for (let left = n; left > 0; ) {
    end = end.add({ days: 1 });
    if (works(end)) left--;
  }
  if (how.ends === "close") return instant(end, closes(end));
  return Math.min(instant(end, closes(end)), Math.max(instant(end, opens(end)), instant(end, time)));
}

test("random arrivals end where a walk from date to date ends, up to ten years ahead", { timeout: 60_000 }, () => {
  const how = fc.record({ ends: fc.constantFrom("close", "same-time"), lateArrival: fc.constantFrom("next-opening", "receipt-day") }) as fc.Arbitrary<DayCount>;
  const daily = fc.tuple(fc.integer({ min: 6, max: 11 }), fc.integer({ min: 1, max: 10 })).map(([from, length]) => [{ from: from * 60, to: (from + length) * 60 }]);
  const week = fc.tuple(daily, fc.array(fc.option(daily, { nil: [] }), { minLength: 6, maxLength: 6 })).map(([first, rest]) => [first, ...rest]);
  const some = fc.record({ week, zone: fc.constantFrom("Europe/Paris", "America/New_York", "Asia/Kolkata"), country: fc.constantFrom("FR", "US", "IT") });
  const minutes = fc.integer({ min: 0, max: 2 * 365 * 1440 });
  fc.assert(
    fc.property(some, how, minutes, fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(1500)), ({ country, ...part }, choice, minute, n) => {
      const calendar = calendarOf({ ...part, holidays: { country } });
      const at = Date.UTC(2026, 0, 1) + minute * 60_000;
      expect(openHours(calendar).addWorkingDays(at, n, choice)).toBe(walk(calendar, at, n, choice));
    }),
    { numRuns: 150 },
  );
});
