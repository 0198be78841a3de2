// Wall-clock text to instants and back: what a person types into a form, in the zone in which they mean it.
import { dayOf } from "./civil-day.ts";
import { zoneOffsets } from "./zone-offsets.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
const LOCAL = /^(\d{4}-\d{2}-\d{2})(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{3}))?)?)?$/;

/**
 * Epoch ms of "2026-03-02T10:00" in an IANA zone; a date alone is its midnight. A time that the clock shows twice (put
 * back in autumn) is the first of the two; one that it skips (put forward in spring) moves forward by what was skipped:
 * 02:30 is 03:30. Source: RFC 5545 §3.3.5; Temporal's "compatible".
 * @throws RangeError where the text is no local date and time, or the zone is unknown.
 */
export function localToInstant(text: string, zone: string): number {
  const [, date = "", hours = "0", minutes = "0", seconds = "0", ms = "0"] = LOCAL.exec(text) ?? [];
  const day = dayOf(date);
  if (day === null) throw new RangeError(`"${text}" is not a local date and time such as 2026-03-02T10:00`);
  const time = (Number(hours) * 60 + Number(minutes)) * MINUTE + Number(seconds) * 1000 + Number(ms);
  return zoneOffsets(zone).instantOf(day * DAY + time, "later");
}

const OFFSET = /^(.+?)(Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)$/;

/**
 * Epoch ms of a time in ISO 8601: with an offset ("2026-03-02T10:00Z", "…+01:00") the instant itself, without one local
 * to the zone as above. A fraction of a second has three digits. @throws RangeError likewise.
 */
export function readInstant(text: string, zone: string): number {
  const [, wall = "", offset = ""] = OFFSET.exec(text) ?? [];
  if (!wall.includes(":")) return localToInstant(text, zone); // "2026-03-02" ends like an offset and has none
  const sign = offset.startsWith("-") ? -1 : 1;
  const away = offset === "Z" ? 0 : Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return localToInstant(wall, "UTC") - sign * away * MINUTE;
}

/**
 * "2026-03-02T10:00" of an instant in epoch ms; seconds and milliseconds follow only where they are not zero. Of the two
 * passes of an hour that the clock shows twice, the text does not say which.
 * @throws RangeError where the zone is unknown or the instant no date.
 */
export function instantToLocal(at: number, zone: string): string {
  const text = new Date(zoneOffsets(zone).wallAt(at)).toISOString().slice(0, -1);
  return text.replace(/(:00)?\.000$/, "");
}

/** Whether the clock on the wall shows this time once more that day: in the hour that summer time gives back. `zone` as above. */
export function isShownTwice(at: number, zone: string): boolean {
  const { offsetAt, wallAt } = zoneOffsets(zone);
  return [at - DAY, at + DAY].some((near) => {
    const other = wallAt(at) - offsetAt(near);
    return other !== at && offsetAt(other) === offsetAt(near);
  });
}

/** Whether this names an IANA zone that this machine knows ("Europe/Paris", "UTC"); offsets such as "+02:00" name none. */
export function isZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  if (known.has(text)) return true;
  try {
    new Intl.DateTimeFormat("en", { timeZone: text });
    known.add(text);
    return true;
  } catch {
    return false;
  }
}

const known = new Set<string>(); // there are some six hundred zones, and asking Intl is slow
