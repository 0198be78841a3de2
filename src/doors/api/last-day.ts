// Days as a caller writes them: whether the calendar has them, and the midnight at which a last day ends.
import type { Fault } from "../../desk/problem.ts";
import { dayOf, midnight } from "../../policy/index.ts";

const DAY = 86_400_000;
const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);

/** The midnight after that day in the zone, epoch ms; null where none is given. */
export const endOf = (day: string | null | undefined, zone: string): number | null => (day === undefined || day === null ? null : midnight(nextDay(day), zone));

/** A date that the calendar has not is refused before it is reckoned with. */
export const dayFaults = ({ starts, ends }: { readonly starts?: string | undefined; readonly ends?: string | null | undefined }): Fault[] =>
  Object.entries({ starts, ends }).flatMap(([at, day]) => (typeof day === "string" && dayOf(day) === null ? [{ at, message: "the calendar has no such day" }] : []));
