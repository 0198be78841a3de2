// Calendars as written ("mon-fri: [09:00-12:30]") become weeks of minutes.
import type { Calendar, Interval } from "./model.ts";
import type { RawCalendar } from "./policy-shape.ts";
import { parseDuration } from "./time/duration.ts";
import { isZone } from "./time/zoned.ts";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
type Say = (code: string, message: string, path: readonly string[], mend?: string) => void;

/** A calendar of the policy. Faults (overlaps, unknown days, an unknown zone) are said, and the calendar is made as far as it goes. */
export function toCalendar(id: string, raw: RawCalendar, deskZone: string, undecided: string | undefined, say: Say): Calendar {
  const theirs = raw.zone === "customer"; // until it is known whose, the desk's zone stands for it
  const zone = theirs ? deskZone : (raw.zone ?? deskZone);
  const known = isZone(zone); // a desk's unknown zone is said at the desk, once
  if (!known && raw.zone && !theirs) say("E-ZONE", `"${zone}" is no time zone.`, ["zone"], "Use a name like Europe/Paris, or customer for hours in the customer's own zone.");
  const week: Interval[][] = Array.from({ length: 7 }, () => []);
  if (raw.open && raw.open !== "always") {
    for (const [days, hours] of Object.entries(raw.open)) {
      const intervals = toIntervals(hours, (m) => say("E-CALENDAR", m, ["open", days]));
      for (const d of daysNamed(days, () => say("E-CALENDAR", `"${days}" names no days of the week.`, ["open", days], "Write mon, tue-fri or sat,sun."))) {
        week[d]!.push(...intervals);
        week[d]!.sort((a, b) => a.from - b.from);
        if (week[d]!.some((x, i, all) => i > 0 && x.from < all[i - 1]!.to)) say("E-CALENDAR", `Two intervals of ${DAYS[d]} overlap.`, ["open", days]);
      }
    }
  }
  const [country, region] = (raw.holidays ?? "").split("-");
  const announce = raw.announce && parseDuration(raw.announce);
  const except = Object.fromEntries(Object.entries(raw.except ?? {}).map(([date, hours]) => [date, toIntervals(hours, (m) => say("E-CALENDAR", m, ["except", date]))]));
  return {
    id,
    name: raw.name,
    zone: known ? zone : "UTC",
    ...(theirs && { zoneOf: "customer" as const }),
    week,
    except,
    always: raw.open === "always",
    ...(country && { holidays: { country, ...(region && { region }) } }),
    ...(undecided ? { undecided } : !known && { undecided: zone }), // hours in no zone are no hours yet: nothing is proved of them
    ...(announce && { announce }),
  };
}

function toIntervals(hours: readonly string[] | "closed", fault: (message: string) => void): Interval[] {
  if (hours === "closed") return [];
  return hours.map((text) => {
    const [from, end] = text.split("-").map((t) => {
      const [h, m] = t.split(":").map(Number);
      if (h! > 24 || m! > 59) fault(`"${text}" is no time of day.`);
      return h! * 60 + m!;
    }) as [number, number];
    if (from === end) fault(`"${text}" is empty.`);
    return { from, to: end > from ? end : end + 1440 }; // an end before its beginning lies past midnight
  });
}

/** "mon-fri", "sat,sun", "fri-mon" → day indexes, Monday is 0. */
function daysNamed(text: string, fault: () => void): number[] {
  return text.split(",").flatMap((part) => {
    const [a, b] = part
      .trim()
      .split("-")
      .map((d) => DAYS.indexOf(d)) as [number, number | undefined];
    if (a < 0 || (b !== undefined && b < 0)) {
      fault();
      return [];
    }
    if (b === undefined) return [a];
    return Array.from({ length: ((b - a + 7) % 7) + 1 }, (_, i) => (a + i) % 7);
  });
}
