// Dates as day numbers: whole days since 1970-01-01 in the proleptic Gregorian calendar, so that dates can be counted with.

const DAY = 86_400_000;

/** The day number of "YYYY-MM-DD", or null where that is no date ("2026-02-30"). */
export function dayOf(date: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const at = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
  return dateOf(at / DAY) === date ? at / DAY : null;
}

/** The same for a date that is known to be one. @throws RangeError where it is none. */
export function dayNumber(date: string): number {
  const day = dayOf(date);
  if (day === null) throw new RangeError(`${date} is not a date`);
  return day;
}

/** "YYYY-MM-DD" of a day number. */
export function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The year in which a day lies. */
export function yearOf(day: number): number {
  return new Date(day * DAY).getUTCFullYear();
}

/** The day number of 1 January. */
export function firstDayOf(year: number): number {
  return Date.UTC(year, 0, 1) / DAY;
}

/** 0 for Monday to 6 for Sunday, as the week of a calendar is indexed. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The day so many months later (or earlier); a date that the month lacks becomes its last: 31 January + 1 month = 28 or 29 February. */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), last)) / DAY;
}
