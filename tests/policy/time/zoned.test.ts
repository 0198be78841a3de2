// The clock on the wall in every zone, above all in the nights on which it jumps.
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { instantToLocal, isZone, localToInstant } from "../../../src/policy/time/zoned.ts";
import { wall } from "./reference.ts";

test("a time that the clock skips moves forward by what was skipped", () => {
  expect(instantToLocal(localToInstant("2026-03-29T02:30", "Europe/Paris"), "Europe/Paris")).toBe("2026-03-29T03:30");
});
test("of a time that the clock shows twice the first is meant", () => {
  expect(localToInstant("2026-10-25T02:30", "Europe/Paris")).toBe(Date.UTC(2026, 9, 25, 0, 30));
});
test("a date alone is its midnight, seconds are kept and shown only where there are any", () => {
  expect(localToInstant("2026-03-02", "Europe/Paris")).toBe(Date.UTC(2026, 2, 1, 23));
  expect(instantToLocal(Date.UTC(2026, 2, 2, 9), "Europe/Paris")).toBe("2026-03-02T10:00");
  expect(instantToLocal(Date.UTC(2026, 2, 2, 9, 0, 5), "Europe/Paris")).toBe("2026-03-02T10:00:05");
});
test("a whole day that an island skipped becomes the next one", () => {
  expect(instantToLocal(localToInstant("2011-12-30T12:00", "Pacific/Apia"), "Pacific/Apia")).toBe("2011-12-31T12:00");
});
test.each(["", "tomorrow", "2026-02-30T10:00", "2026-03-02T24:00", "2026-03-02T10:60", "2026-03-02T10:00Z", "2026-3-2"])("%j is refused", (text) => {
  expect(() => localToInstant(text, "Europe/Paris")).toThrow(RangeError);
});
test("zones go by their names", () => {
  expect(["Europe/Paris", "UTC", "America/Argentina/Buenos_Aires"].filter(isZone)).toHaveLength(3);
  expect(["", "+02:00", "Europe/Atlantis", "Paris", "GMT+25"].filter(isZone)).toEqual([]);
});

const anyZone = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
const anyTime = fc.integer({ min: Date.UTC(2000, 0, 1) / 1000, max: Date.UTC(2040, 0, 1) / 1000 });
test("in every zone the wall shows what Intl shows, and text leads back to the instant or its twin", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anyZone, anyTime, (zone, second) => {
      const at = second * 1000;
      const text = instantToLocal(at, zone);
      expect(Date.parse(`${text}Z`)).toBe(wall(at, zone));
      expect(localToInstant(text, zone)).toBe(Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds);
    }),
    { numRuns: 1500 },
  );
});
test("wall times around a change of the clocks mean what Temporal means", () => {
  const nights = fc.constantFrom(
    ["Europe/Paris", "2026-03-29"],
    ["Europe/Paris", "2026-10-25"],
    ["Australia/Lord_Howe", "2026-04-05"],
    ["Australia/Lord_Howe", "2026-10-04"],
    ["Africa/Casablanca", "2026-02-15"],
    ["Africa/Casablanca", "2026-03-22"],
    ["America/St_Johns", "2026-11-01"],
    ["Africa/Cairo", "2026-04-24"],
  );
  fc.assert(
    fc.property(nights, fc.integer({ min: -300, max: 1700 }), ([zone = "", date = ""], minute) => {
      const local = Temporal.PlainDate.from(date).toPlainDateTime().add({ minutes: minute });
      expect(localToInstant(local.toString(), zone)).toBe(local.toZonedDateTime(zone).epochMilliseconds);
    }),
    { numRuns: 400 },
  );
});
