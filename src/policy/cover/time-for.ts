// An hour at which a situation can be: the calendars are open and closed as its facts say, and the ticket is as old as they say.
import type { Facts, Moment, Policy } from "../model.ts";
import { type OpenHours, openHours } from "../time/calendar.ts";
import { localToInstant } from "../time/zoned.ts";

const QUARTER = 15 * 60_000;
const DAY = 24 * 60 * 60_000;
const YEAR = 366 * DAY;

/** Epoch ms. In office hours of the second week where that will do; where no hour of a year fits, that hour all the same: the facts decide, not the clock. */
export function timeFor(policy: Policy, moment: Moment, facts: Facts): { readonly at: number; readonly openedAt: number } {
  const first = localToInstant(`${policy.effective}T10:00`, policy.desk.zone) + 8 * DAY;
  const [now, opened] = [asked(policy, facts, "now-in."), asked(policy, facts, "opened-in.")];
  const age = typeof facts["age"] === "number" ? facts["age"] : null;
  const whole = (at: number): number => Math.floor(at / 60_000) * 60_000;
  const fits = (hours: readonly Asked[], at: number): boolean => hours.every((h) => h.hours.isOpen(at) === h.open);
  for (let at = first; at < first + YEAR; at += QUARTER) {
    if (!fits(now, at)) continue;
    if (age !== null || moment === "opened" || moment === "preview") {
      const openedAt = whole(at - (age ?? 0));
      if (fits(opened, openedAt)) return { at, openedAt };
    } else {
      for (let openedAt = at; openedAt > at - 8 * DAY; openedAt -= QUARTER) if (fits(opened, openedAt)) return { at, openedAt };
    }
  }
  return { at: first, openedAt: whole(first - (age ?? 0)) };
}

interface Asked {
  readonly hours: OpenHours;
  readonly open: boolean;
}

function asked(policy: Policy, facts: Facts, family: string): Asked[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    const calendar = name.startsWith(family) ? policy.calendars[name.slice(family.length)] : undefined;
    return calendar && calendar.undecided === undefined && typeof value === "boolean" ? [{ hours: openHours(calendar), open: value }] : [];
  });
}
