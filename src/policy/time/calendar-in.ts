// A calendar whose hours follow the customer, in the zone of the one who asks.
import type { Calendar } from "../model.ts";

const known = new WeakMap<Calendar, Map<string, Calendar>>(); // kept, so that each zone's hours are worked out once

/** The calendar as it holds for somebody in that zone (IANA): itself, unless its hours follow the customer. */
export function calendarIn(calendar: Calendar, zone: string): Calendar {
  if (!calendar.zoneOf || calendar.zone === zone) return calendar;
  let zones = known.get(calendar);
  if (!zones) known.set(calendar, (zones = new Map()));
  let found = zones.get(zone);
  if (!found) zones.set(zone, (found = { ...calendar, zone }));
  return found;
}
