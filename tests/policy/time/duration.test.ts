// Lengths of time as text: what is read, what is refused, and which of two is longer.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UNITS } from "../../../src/policy/model.ts";
import { compareDurations, formatDuration, isWorking, parseDuration, toMilliseconds } from "../../../src/policy/time/duration.ts";

const read = (text: string) => parseDuration(text) ?? expect.fail(`not a length of time: ${text}`);

test.each([
  ["2 working days", 2, "working days"],
  ["24 hours", 24, "hours"],
  ["1 hour", 1, "hours"],
  ["30 minutes", 30, "minutes"],
  ["6 months", 6, "months"],
  ["1 working hour", 1, "working hours"],
  ["2 weeks", 2, "weeks"],
  ["1 year", 1, "years"],
] as const)("%s is read", (text, amount, unit) => expect(parseDuration(text)).toEqual({ amount, unit }));

test.each(["", "soon", "90 seconds", "1.5 hours", "-1 day", "2", "days", "2  days", "two days", "2 working weeks", "2 Days", 24, null, undefined, {}])("%j is no length of time", (text) =>
  expect(parseDuration(text)).toBeNull(),
);

test("what is written is read back the same", () => {
  fc.assert(
    fc.property(fc.nat(999_999), fc.constantFrom(...UNITS), (amount, unit) => {
      expect(parseDuration(formatDuration({ amount, unit }))).toEqual({ amount, unit });
    }),
  );
  expect(formatDuration({ amount: 1, unit: "working days" })).toBe("1 working day");
});

test("minutes to weeks have milliseconds, the rest depends on where it starts", () => {
  expect(toMilliseconds(read("90 minutes"))).toBe(5_400_000);
  expect(toMilliseconds(read("1 week"))).toBe(604_800_000);
  for (const text of ["1 month", "1 year", "1 working hour", "1 working day"]) expect(toMilliseconds(read(text))).toBeNull();
  expect(isWorking(read("1 working day"))).toBe(true);
  expect(isWorking(read("1 day"))).toBe(false);
});

describe("which is longer", () => {
  test.each([
    ["60 minutes", "1 hour", 0],
    ["2 days", "24 hours", 1],
    ["1 year", "12 months", 0],
    ["5 weeks", "1 month", 1],
    ["27 days", "1 month", -1],
    ["30 days", "1 month", null],
    ["120 working minutes", "2 working hours", 0],
    ["1 hour", "2 working hours", -1],
    ["3 hours", "2 working hours", null],
    ["24 hours", "2 working days", null],
    ["3 working days", "2 working days", 1],
    ["366 days", "1 year", null],
    ["367 days", "1 year", 1],
  ] as const)("%s against %s: %s", (a, b, expected) => expect(compareDurations(read(a), read(b))).toBe(expected));
});
