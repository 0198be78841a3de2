// Whether promises and channels can be kept by those who are there: each hour at which nobody who may take a request is on duty until it is due.
import type { Hole } from "./hole.ts";
import { finding } from "../finding.ts";
import type { Clause, Duration, Finding, Policy } from "../model.ts";
import { dueAt } from "../time/due.ts";
import { formatDuration, isWorking } from "../time/duration.ts";
import { opened, type Stretch, without } from "../time/rota.ts";
import { hoursIn } from "./hours-in.ts";
import { gapsOf, type OnDuty, type Span } from "./on-duty.ts";
import { sayHoles } from "./say-holes.ts";
import { topicsOf } from "./topics-of.ts";

const MINUTE = 60_000;
/** Promises that a customer can begin at any hour. What begins with an act of the desk begins while somebody is there. */
const STARTED_BY_CUSTOMERS: readonly unknown[] = [undefined, "opened", "message", "complete", "contested"];

/** Promises and channels that these people cannot keep within the span. Dates and closures are those of the policy's calendars. */
export function checkStaffing(policy: Policy, people: readonly OnDuty[], span: Span): Finding[] {
  const open = new Set(policy.vague.map((v) => v.path.split("/")[1]));
  const owed = policy.clauses.filter(
    (c) => c.section === "promises" && c.strength === "must" && c.outcome["none"] !== true && limitOf(c) && !open.has(c.id) && STARTED_BY_CUSTOMERS.includes(c.outcome["starts"]),
  );
  const topics = topicsOf(policy, owed);
  return [
    ...owed.flatMap((clause) => unkept(policy, clause, topics.get(clause.id) ?? [], people, span)),
    ...policy.clauses.filter((c) => c.section === "channels" && c.outcome["offered"] === true).flatMap((clause) => unstaffed(policy, clause, people, span)),
  ];
}

const limitOf = (clause: Clause): Duration | undefined => (clause.outcome["must"] ?? clause.outcome["every"]) as Duration | undefined;

function unkept(policy: Policy, clause: Clause, topics: readonly string[], people: readonly OnDuty[], span: Span): Finding[] {
  const calendar = policy.calendars[String(clause.outcome["calendar"])];
  const limit = limitOf(clause)!;
  if (calendar?.undecided !== undefined || (isWorking(limit) && !calendar)) return [];
  const counting = { ends: clause.outcome["ends"] === "same-time" ? "same-time" : "close", lateArrival: clause.outcome["late-arrival"] === "receipt-day" ? "receipt-day" : "next-opening" } as const;
  const zone = calendar?.zone ?? policy.desk.zone;
  const due = (at: number): number | null => dueAt(at, limit, { zone, ...(calendar && { calendar }), ...counting });
  const when = hoursIn(policy, clause, span.since, span.until);
  return groupsOf(topics, people).flatMap(({ able, topics: theirs }) => {
    const who = able.length === people.length ? "nobody is on duty" : `nobody trained for ${listed(theirs)} is on duty`;
    const promise = `§ ${clause.number} ${clause.id} promises ${article(String(clause.outcome["promise"]))} ${clause.outcome["must"] ? "within" : "every"} ${formatDuration(limit)}`;
    const base = { code: "E-UNKEEPABLE", at: clause.id, clauses: [clause.id], place: clause.place };
    if (!able.length)
      return [finding({ ...base, rests: `nobody ${theirs.join()}`, message: `Nobody is trained for ${listed(theirs)}, and ${promise}.`, mend: "Train somebody for it, or refer it elsewhere." })];
    const holes = gapsOf(able, span).flatMap((gap) => lateIn(gap, due).flatMap((late) => meet(late, when).map((part): Hole => ({ ...gap, late: part }))));
    if (!holes.length) return [];
    const rests = `${theirs.join()} ${holes.length}`;
    return [
      finding({
        ...base,
        rests,
        message: sayHoles(holes, span, zone, who, promise),
        mend: "Put somebody on the rota for these hours, train one more for it, promise working time, or give a longer time.",
      }),
    ];
  });
}

/** Topics that the same people can take are one group. Where there are no topics anybody will do. */
function groupsOf(topics: readonly string[], people: readonly OnDuty[]): { able: readonly OnDuty[]; topics: readonly string[] }[] {
  if (!topics.length) return [{ able: people, topics: [] }];
  const groups = new Map<string, { able: readonly OnDuty[]; topics: string[] }>();
  for (const topic of topics) {
    const able = people.filter((p) => !p.trained.length || p.trained.includes(topic));
    const key = able.map((p) => p.id).join(" ");
    const group = groups.get(key) ?? { able, topics: [] };
    groups.set(key, group);
    group.topics.push(topic);
  }
  return [...groups.values()];
}

/** What of a gap is too late: who writes then is due before it ends. A later request is never due sooner, so there is one last such minute. */
function lateIn(gap: Stretch, due: (at: number) => number | null): Stretch[] {
  const isLate = (at: number): boolean => (due(at) ?? Infinity) < gap.to;
  if (!isLate(gap.from)) return [];
  let [low, high] = [0, Math.ceil((gap.to - gap.from) / MINUTE)]; // minutes into the gap: late at low, not known beyond
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isLate(gap.from + middle * MINUTE)) low = middle;
    else high = middle;
  }
  const last = gap.from + low * MINUTE;
  const end = isLate(last + 1) ? Math.min(gap.from + high * MINUTE, gap.to) : last; // of a closing time that is filled exactly the instant alone is late
  return end > gap.from ? [{ from: gap.from, to: end }] : [];
}

const meet = (one: Stretch, others: readonly Stretch[]): Stretch[] =>
  others.flatMap((s) => (s.from < one.to && one.from < s.to ? [{ from: Math.max(s.from, one.from), to: Math.min(s.to, one.to) }] : []));

/** The hours of those who answer a channel, in which nobody does. */
function unstaffed(policy: Policy, clause: Clause, people: readonly OnDuty[], span: Span): Finding[] {
  const calendar = policy.calendars[String(clause.outcome["calendar"])];
  if (!calendar || calendar.undecided !== undefined) return [];
  const able = people.filter((p) => !p.channels?.length || p.channels.includes(clause.key));
  const offered = hoursIn(policy, clause, span.since, span.until).flatMap((when) => opened(calendar, when.from, when.to));
  const holes = without(
    offered,
    able.flatMap((p) => p.duty),
  ).flatMap((gap): Hole[] => (gap.from >= span.from && gap.from < span.to ? [{ ...gap, late: gap }] : []));
  if (!holes.length) return [];
  const who = able.length === people.length ? "nobody is on duty" : `nobody who answers ${clause.key} is on duty`;
  return [
    finding({
      code: "E-UNSTAFFED",
      at: clause.id,
      clauses: [clause.id],
      place: clause.place,
      rests: `${clause.key} ${holes.length}`,
      message: sayHoles(holes, span, calendar.zone, who, `§ ${clause.number} ${clause.id} offers ${clause.key} in the hours of ${calendar.id}`),
      mend: `Put somebody on the rota for these hours, or let the hours of ${calendar.id} end where theirs do.`,
    }),
  ];
}

const article = (name: string): string => `${/^[aeiou]/.test(name) ? "an" : "a"} ${name.replaceAll("-", " ")}`;
const listed = (topics: readonly string[]): string =>
  topics.length > 4 ? `${topics.slice(0, 3).join(", ")} and ${topics.length - 3} more topics` : topics.length > 1 ? `${topics.slice(0, -1).join(", ")} or ${topics.at(-1)}` : topics.join("");
