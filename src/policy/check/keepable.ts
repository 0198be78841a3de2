// Promises and channels against the hours of their own calendars: a term that passes while nobody is there, a channel offered when its people are gone.
import { finding } from "../finding.ts";
import type { Clause, Duration, Finding, Policy } from "../model.ts";
import { dueAt } from "../time/due.ts";
import { formatDuration, isWorking } from "../time/duration.ts";
import { hoursOf, hourSaid, isTellable, ordinaryHours, weekOf } from "./week-hours.ts";
import { possible, takes } from "./possible.ts";

export function checkKeepable(policy: Policy, undecided: ReadonlySet<string>): Finding[] {
  return policy.clauses.flatMap((clause) => {
    if (undecided.has(clause.id)) return [];
    if (clause.section === "promises" && clause.outcome["none"] !== true) return unkeepable(policy, clause);
    return clause.section === "channels" && clause.outcome["offered"] === true ? unstaffed(policy, clause) : [];
  });
}

/** A limit in plain hours or days, on a calendar that is closed from beginning to end of it. Working time waits for the opening, so it has no such hole. */
function unkeepable(policy: Policy, clause: Clause): Finding[] {
  const calendar = policy.calendars[String(clause.outcome["calendar"])];
  const limit = (clause.outcome["must"] ?? clause.outcome["every"]) as Duration | undefined;
  if (!isTellable(calendar) || !limit || isWorking(limit)) return [];
  const hours = ordinaryHours(calendar);
  const holes = hoursOf(policy, clause).flatMap((at) => {
    const due = dueAt(at, limit, { zone: calendar.zone });
    return due !== null && hours.openBetween(at, due) === 0 ? [{ at, due }] : [];
  });
  const [hole] = holes;
  if (!hole) return [];
  const next = hours.nextOpening(hole.due);
  return [
    finding({
      code: "E-UNKEEPABLE",
      at: clause.id,
      clauses: [clause.id],
      rests: `${formatDuration(limit)} ${weekOf(calendar)}`,
      place: clause.place,
      message: `${clause.id} promises ${formatDuration(limit)}, and nobody on ${calendar.id} can keep it at every hour: what comes in on ${hourSaid(hole.at, calendar.zone)} is due on ${hourSaid(hole.due, calendar.zone)}${next === null ? "" : `, and the next opening is on ${hourSaid(next, calendar.zone)}`}. It is so in ${share(holes.length)} of the week.`,
      mend: `Promise working time (\`working hours\`), say \`when: { now-in.${calendar.id}: true }\`, give a longer time, or name a calendar on which somebody is there.`,
    }),
  ];
}

/** Offered by some hours, and at one of them its calendar is closed; or offered only when nobody staffs it. */
function unstaffed(policy: Policy, clause: Clause): Finding[] {
  const channel = clause.key;
  const onlyUnstaffed = !possible(clause.when, (leaf) => leaf.fact !== `staffed.${channel}` || takes(leaf, true));
  if (onlyUnstaffed) return [gone(clause, "staffed", `${clause.id} offers ${channel} only when nobody staffs it.`, `Offer it when \`staffed.${channel}\` is true.`)];
  const calendar = policy.calendars[String(clause.outcome["calendar"])];
  if (!isTellable(calendar) || !clause.reads.some((fact) => fact.startsWith("now-in."))) return [];
  const hours = ordinaryHours(calendar);
  const empty = hoursOf(policy, clause).filter((at) => !hours.isOpen(at));
  if (empty[0] === undefined) return [];
  const message = `${clause.id} offers ${channel} on ${hourSaid(empty[0], calendar.zone)}, when nobody on ${calendar.id} is there. It is so in ${share(empty.length)} of the week.`;
  return [gone(clause, weekOf(calendar), message, `Offer it in the hours of ${calendar.id}, or name the calendar of those who answer it.`)];
}

const share = (quarters: number): string => `${quarters % 4 ? (quarters / 4).toFixed(2) : quarters / 4} of the 168 hours`;
const gone = (clause: Clause, rests: string, message: string, mend: string): Finding =>
  finding({ code: "E-UNSTAFFED", at: clause.id, clauses: [clause.id], rests, place: clause.place, message, mend });
