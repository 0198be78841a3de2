// A due time is said with its day, its hour and whose hour it is.
import { expect, test } from "vitest";
import { calendarDateText, distanceText, instantText, minuteText, weekdayText, zoneName } from "../../src/words/instant.ts";

const at = Date.UTC(2026, 10, 25, 17, 0);

test("a due time is said in each language, in the customer's zone", () => {
  expect(instantText(at, "en", "Europe/Paris")).toBe("Wednesday 25 November 2026, 18:00 (Paris time)");
  expect(instantText(at, "fr", "Europe/Paris")).toBe("mercredi 25 novembre 2026, 18:00 (heure de Paris)");
  expect(instantText(at, "it", "Europe/Rome")).toBe("mercoledì 25 novembre 2026, 18:00 (ora di Roma)");
  expect(instantText(at, "ro", "Europe/Bucharest")).toBe("miercuri, 25 noiembrie 2026, 19:00 (ora din București)");
  expect(instantText(at, "en", "America/New_York")).toBe("Wednesday 25 November 2026, 12:00 (New York time)");
});

test("French elides before a vowel, and every language knows a city without a translation", () => {
  expect(zoneName("Europe/Athens", "fr")).toBe("heure d’Athènes");
  expect(zoneName("America/Argentina/Buenos_Aires", "it")).toBe("ora di Buenos Aires");
});

test("an unknown zone is read and named as UTC", () => {
  expect(instantText(at, "en", "Mars/Olympus")).toBe("Wednesday 25 November 2026, 17:00 (UTC)");
});

test("an hour that happens twice says which one is meant", () => {
  const first = Date.UTC(2026, 9, 25, 0, 30);
  expect(instantText(first, "en", "Europe/Paris")).toContain("02:30 (Paris time, UTC+2)");
  expect(instantText(first + 3_600_000, "fr", "Europe/Paris")).toContain("02:30 (heure de Paris, UTC+1)");
  expect(instantText(first + 7_200_000, "en", "Europe/Paris")).toContain("03:30 (Paris time)");
});

test("the first of a month is said as each language says it", () => {
  expect(calendarDateText("2026-03-01", "fr")).toBe("1er mars 2026");
  expect(calendarDateText("2026-03-01", "en")).toBe("1 March 2026");
  expect(calendarDateText("2026-03-01", "it")).toBe("1º marzo 2026");
  expect(calendarDateText("2026-03-01", "ro")).toBe("1 martie 2026");
  expect(calendarDateText("soon", "en")).toBe("soon");
});

test("minutes of a day, days of a week and distances are plain", () => {
  expect([minuteText(540), minuteText(1440), minuteText(1560)]).toEqual(["09:00", "24:00", "02:00"]);
  expect(weekdayText(0, "ro")).toBe("luni");
  expect(weekdayText(6, "it")).toBe("domenica");
  expect(distanceText(at + 3 * 3_600_000 + 5, at, "en")).toBe("in 3 hours");
  expect(distanceText(at - 2 * 86_400_000, at, "fr")).toBe("il y a 2 jours");
});
