// Opening hours by themselves: intervals that overlap past midnight or on a dated day, and calendars that never open. SPEC 8.2.
import { finding } from "../finding.ts";
import type { Calendar, Finding, Interval, Policy } from "../model.ts";
import { everOpens } from "./working-time.ts";

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const DAY = 1440; // minutes

export function checkCalendarHours(policy: Policy): Finding[] {
  return Object.values(policy.calendars).flatMap((calendar) =>
    calendar.undecided === undefined && !calendar.always ? [...pastMidnight(calendar), ...onDates(calendar), ...shut(policy, calendar)] : [],
  );
}

const said = (calendar: Calendar, rests: string, message: string, mend: string): Finding => finding({ code: "E-CALENDAR", at: calendar.id, rests, place: calendar.place, message, mend });

/** Hours of one day that are still running when those of the next begin. Overlaps within a day are said where the calendar is read. */
function pastMidnight(calendar: Calendar): Finding[] {
  return calendar.week.flatMap((today, day) => {
    const end = Math.max(0, ...today.map((i) => i.to)) - DAY;
    const next = (day + 1) % 7;
    if (!calendar.week[next]?.some((i) => i.from < end)) return [];
    return [said(calendar, `past midnight ${day}`, `The hours of ${DAYS[day]} in ${calendar.id} run past midnight into those of ${DAYS[next]}.`, "Let one of them begin where the other ends.")];
  });
}

function onDates(calendar: Calendar): Finding[] {
  return Object.entries(calendar.except).flatMap(([date, hours]) => {
    const sorted: readonly Interval[] = hours.toSorted((a, b) => a.from - b.from);
    if (!sorted.some((i, n) => n > 0 && i.from < sorted[n - 1]!.to)) return [];
    return [said(calendar, `except ${date}`, `Two intervals of ${date} in ${calendar.id} overlap.`, "Write them as one, or apart.")];
  });
}

/** A calendar on which nobody ever is. One that a promise counts on is said at the promise. */
function shut(policy: Policy, calendar: Calendar): Finding[] {
  const opensOnDates = Object.values(calendar.except).some((hours) => hours.length > 0);
  const counted = policy.clauses.some((c) => c.section === "promises" && c.outcome["calendar"] === calendar.id);
  if (everOpens(calendar) || opensOnDates || counted || calendar.week.length === 0) return [];
  return [said(calendar, "never opens", `The calendar ${calendar.id} never opens.`, "Give it hours, or take it out.")];
}
