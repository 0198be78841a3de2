// Holes in a rota as hours of a week: "Every Sunday 02:00 to 06:00: nobody is on duty …"; those of single days with their date.
import { hourSaid } from "../check/week-hours.ts";
import { instantToLocal } from "../time/zoned.ts";
import type { Hole } from "./hole.ts";
import type { Span } from "./on-duty.ts";

const WEEK = 7 * 24 * 60 * 60_000;
const SHOWN = 4;

/** One sentence of all holes of a promise. `who`: "nobody is on duty"; `promise`: "§ 4.2 x promises an answer within 1 hour". */
export function sayHoles(holes: readonly Hole[], span: Span, zone: string, who: string, promise: string): string {
  const byHour = new Map<string, Hole[]>();
  for (const hole of holes) {
    const key = [hole.from, hole.to, hole.late.from, hole.late.to].map((at) => hourSaid(at, zone)).join(" ");
    byHour.set(key, [...(byHour.get(key) ?? []), hole]);
  }
  const weeks = Math.max(1, Math.floor((span.to - span.from) / WEEK));
  const groups = [...byHour.values()].map((same) => ({ hole: same[0]!, weekly: weeks > 1 && same.length >= weeks, times: same.length }));
  const shown = [...groups].sort((a, b) => Number(b.weekly) - Number(a.weekly)).slice(0, SHOWN);
  const said = shown.map(({ hole, weekly, times }) => `${weekly ? "every week " : ""}${stretch(hole, zone, !weekly)}${!weekly && times > 1 ? ` (${times} times)` : ""}`);
  const first = shown[0]!;
  const { late } = first.hole;
  const whole = late.from === first.hole.from && late.to === first.hole.to;
  const more = groups.length > SHOWN ? `, and ${groups.length - SHOWN} more` : "";
  const text = `${said.join("; ")}${more}: ${who}. ${promise}${whole ? "" : `, and what comes in from ${stretch(late, zone, false)} is due before anybody comes`}. Together these are ${hours(holes)} of the ${weeks} weeks.`;
  return text[0]!.toUpperCase() + text.slice(1);
}

/** "Sunday 02:00 to 06:00", "Friday 18:00 to Monday 09:00", with the date "Friday 2026-12-25 00:00 to 24:00". */
function stretch({ from, to }: { from: number; to: number }, zone: string, dated: boolean): string {
  const [begin, end] = [hourSaid(from, zone), hourSaid(to, zone)];
  const [day, clock] = begin.split(" ");
  const sameDay = instantToLocal(from, zone).slice(0, 10) === instantToLocal(to, zone).slice(0, 10);
  const start = dated ? `${day} ${instantToLocal(from, zone).slice(0, 10)} ${clock}` : begin;
  return `${start} to ${sameDay ? end.split(" ")[1] : end}`;
}

/** Hours in which something comes in too late, to the quarter. */
const hours = (holes: readonly Hole[]): string => {
  const sum = holes.reduce((total, { late }) => total + late.to - late.from, 0) / 3_600_000;
  return `${Math.round(sum * 4) / 4} hours`;
};
