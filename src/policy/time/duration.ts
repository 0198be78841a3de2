// Lengths of time as a policy writes them ("2 working days"): read, written back and compared. Source: LANGUAGE 11.
import type { Duration, Unit } from "../model.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const WRITTEN = /^(\d{1,6}) ((?:working )?(?:minute|hour|day)|week|month|year)s?$/;

/**
 * Reads "2 working days", "24 hours", "1 hour", "6 months": a whole number of at most six digits, one space, a unit
 * in singular or plural. Anything else, a value that is not text included, is null; there are no seconds or fractions.
 */
export function parseDuration(text: unknown): Duration | null {
  if (typeof text !== "string") return null;
  const [, amount, unit] = WRITTEN.exec(text.trim()) ?? [];
  return amount && unit ? { amount: Number(amount), unit: `${unit}s` as Unit } : null;
}

/** The text that `parseDuration` reads: "1 hour", "2 working days". */
export function formatDuration(d: Duration): string {
  return `${d.amount} ${d.amount === 1 ? d.unit.slice(0, -1) : d.unit}`;
}

/** True where the length is measured on a calendar's opening hours. */
export function isWorking(d: Duration): boolean {
  return d.unit.startsWith("working");
}

/**
 * Milliseconds of minutes, hours, days and weeks; a day counts as 24 h, which is right for comparing conditions but not
 * for due times (use `dueAt`). Null for months, years and working units, whose length depends on where they start.
 */
export function toMilliseconds(d: Duration): number | null {
  switch (d.unit) {
    case "minutes":
      return d.amount * MINUTE;
    case "hours":
      return d.amount * 60 * MINUTE;
    case "days":
      return d.amount * DAY;
    case "weeks":
      return d.amount * 7 * DAY;
    default:
      return null;
  }
}

/**
 * Negative where `a` is surely shorter than `b`, positive where it is surely longer, 0 where both are always the same
 * length; null where it depends on the calendar ("24 hours" and "2 working days", "30 days" and "1 month").
 * Working hours last at least as long as hours; of working days that alone is known which compares them with each other.
 */
export function compareDurations(a: Duration, b: Duration): number | null {
  const [one, other] = [sameScale(a), sameScale(b)];
  if (one.scale === other.scale) return Math.sign(one.amount - other.amount);
  const [x, y] = [bounds(a), bounds(b)];
  if (x.most < y.least) return -1;
  return x.least > y.most ? 1 : null;
}

/** The amount on a scale on which lengths of one kind are exactly comparable. */
function sameScale(d: Duration): { scale: string; amount: number } {
  switch (d.unit) {
    case "months":
      return { scale: "months", amount: d.amount };
    case "years":
      return { scale: "months", amount: d.amount * 12 };
    case "working minutes":
      return { scale: "open time", amount: d.amount };
    case "working hours":
      return { scale: "open time", amount: d.amount * 60 };
    case "working days":
      return { scale: "working days", amount: d.amount };
    default:
      return { scale: "elapsed", amount: toMilliseconds(d) ?? 0 };
  }
}

/** The shortest and the longest time, in ms, that the length can elapse. */
function bounds(d: Duration): { least: number; most: number } {
  const { scale, amount } = sameScale(d);
  if (scale === "elapsed") return { least: amount, most: amount };
  if (scale === "open time") return { least: amount * MINUTE, most: Infinity };
  if (scale === "working days") return { least: 0, most: Infinity };
  const years = Math.floor(amount / 12);
  const months = amount % 12;
  return { least: (years * 365 + months * 28) * DAY, most: (years * 366 + months * 31) * DAY };
}
