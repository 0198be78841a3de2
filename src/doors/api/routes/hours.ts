// What the calendar of a policy cannot know: days on which the desk opens otherwise, and announced maintenance.
import { z } from "zod";
import type { ClosuresRow, MaintenanceRow } from "../../../database/rows.gen.ts";
import { actorOf } from "../../../desk/actor.ts";
import { allWindows, announce, callOff, windowById } from "../../../desk/maintenance/windows.ts";
import { allClosures, closeOn, fallingInto, openAgain } from "../../../desk/policies/closures.ts";
import { type Fault, Problem } from "../../../desk/problem.ts";
import { tellSubscribers } from "../../../desk/acts/tell-subscribers.ts";
import { announceClosureBy, announceMaintenanceBy, dateIn, type Interval } from "../../../policy/index.ts";
import { minuteText } from "../../../words/instant.ts";
import { policyFor } from "../ask-desk.ts";
import { reading, refuse } from "../at-ticket.ts";
import { route } from "../route.ts";
import { Id, Nothing } from "../shapes/basics.ts";
import { ClosureList, MadeClosure, Maintenance, MaintenanceList, NewClosure, NewMaintenance } from "../shapes/hours.ts";
import { sentence } from "../../../words/phrase.ts";

const LEAD = { staff: "lead", key: "admin" } as const;
const READ = { staff: "agent", key: "tickets:read" } as const;
const IdParam = z.object({ id: Id });
const iso = (at: number): string => new Date(at).toISOString();
const MOST_DAYS = 366;

const noticeOf = (by: number | null, at: number): { by: string; kept: boolean } | null => (by === null ? null : { by: iso(by), kept: at <= by });
const shown = (c: ClosuresRow) => ({
  id: c.id,
  calendar: c.calendar,
  first: c.first,
  last: c.last,
  hours: (c.hours as Interval[]).map(({ from, to }) => `${minuteText(from)}-${minuteText(to)}`),
  reason: c.reason,
  madeAt: iso(c.made_at),
  madeBy: c.made_by,
  ended: c.ended_at !== null,
  notice: noticeOf(c.announce_by, c.made_at),
});
const window_ = (m: MaintenanceRow) => ({
  id: m.id,
  starts: iso(m.starts),
  ends: iso(m.ends),
  words: m.words,
  announcedAt: iso(m.announced_at),
  announcedBy: m.announced_by,
  calledOffAt: m.called_off_at === null ? null : iso(m.called_off_at),
  notice: noticeOf(m.announce_by, m.announced_at),
});

/** "09:00-12:30" as minutes; an end that is not after its beginning lies on the next day. */
function minutes(text: string): Interval {
  const [from = 0, end = 0] = text.split("-").map((t) => Number(t.slice(0, 2)) * 60 + Number(t.slice(3)));
  return { from, to: end > from ? end : end + 1440 };
}

function faultsOf(body: z.infer<typeof NewClosure>, calendars: readonly string[]): Fault[] {
  const faults: Fault[] = [];
  const last = body.last ?? body.first;
  if (!calendars.includes(body.calendar)) faults.push({ at: "calendar", message: `the policy has ${calendars.length ? `the calendars ${calendars.join(", ")}` : "no calendar"}` });
  if (last < body.first) faults.push({ at: "last", message: "not before the first day" });
  else if (Date.parse(last) - Date.parse(body.first) >= MOST_DAYS * 86_400_000) faults.push({ at: "last", message: `at most ${MOST_DAYS} days at once` });
  const openings = body.hours.map(minutes).sort((a, b) => a.from - b.from);
  body.hours.forEach((text, i) => {
    const [from, to] = text.split("-") as [string, string];
    if ([from, to].some((t) => Number(t.slice(0, 2)) > 24 || Number(t.slice(3)) > 59) || from >= "24:00" || to > "24:00") faults.push({ at: `hours.${i}`, message: "not a time of day" });
    else if (from === to) faults.push({ at: `hours.${i}`, message: "opens and closes at the same time; a whole day is 00:00-24:00" });
  });
  if (openings.some((o, i) => i > 0 && o.from < (openings[i - 1]?.to ?? 0))) faults.push({ at: "hours", message: "two openings overlap" });
  return faults;
}

export const HOURS_ROUTES = [
  route({
    id: "closures",
    tag: "hours",
    title: "Days on which the desk opens otherwise",
    method: "GET",
    path: "/closures",
    may: READ,
    output: ClosureList,
    problems: [],
    run: (ask) => reading(ask, async ({ tx }) => ({ items: (await allClosures(tx)).map(shown) })),
  }),
  route({
    id: "closeOn",
    tag: "hours",
    title: "Close on some days, or open otherwise; promises that run move only where the policy announces such days and this one was in time, and their customers are told",
    method: "POST",
    path: "/closures",
    may: LEAD,
    body: NewClosure,
    output: MadeClosure,
    status: 201,
    problems: ["invalid-input"],
    async run(ask) {
      const { house, desk, body, viewer } = ask;
      const policy = await policyFor(house, desk);
      const past = body.first < dateIn(house.now(), policy.calendars[body.calendar]?.zone ?? policy.desk.zone);
      refuse([...faultsOf(body, Object.keys(policy.calendars)), ...(past ? [{ at: "first", message: "today or later: what was open or closed is past" }] : [])]);
      const closure = { calendar: body.calendar, first: body.first, last: body.last ?? body.first, hours: body.hours.map(minutes).sort((a, b) => a.from - b.from) };
      const zone = policy.calendars[body.calendar]?.zone ?? policy.desk.zone;
      return house.database.asDesk(desk, async (tx) => {
        const { id, tickets } = await closeOn(tx, closure, { reason: body.reason, by: actorOf(viewer).name, announceBy: announceClosureBy(policy, body.calendar, body.first) }, house.now());
        const [row, standing] = await Promise.all([allClosures(tx).then((all) => all.find((c) => c.id === id)), fallingInto(tx, closure, zone)]);
        if (!row) throw new Error("a closure just made is not there");
        return { closure: shown(row), tickets, standing: standing.map((p) => ({ ticket: p.number, kind: p.kind, due: iso(p.due ?? 0) })) };
      });
    },
  }),
  route({
    id: "openAgain",
    tag: "hours",
    title: "Take a closure back",
    method: "DELETE",
    path: "/closures/{id}",
    may: LEAD,
    params: IdParam,
    output: Nothing,
    problems: ["not-found"],
    async run({ house, desk, params }) {
      if (!(await house.database.asDesk(desk, (tx) => openAgain(tx, params.id, house.now())))) throw new Problem("not-found", sentence("refused.no-closure"));
      return {};
    },
  }),
  route({
    id: "maintenance",
    tag: "hours",
    title: "Announced maintenance",
    method: "GET",
    path: "/maintenance",
    may: { person: true, ...READ },
    output: MaintenanceList,
    problems: [],
    run: (ask) => reading(ask, async ({ tx }) => ({ items: (await allWindows(tx)).map(window_) })),
  }),
  route({
    id: "announce",
    tag: "hours",
    title: "Announce maintenance: clocks whose clause says so stand still meanwhile",
    method: "POST",
    path: "/maintenance",
    may: LEAD,
    body: NewMaintenance,
    output: Maintenance,
    status: 201,
    problems: ["invalid-input"],
    async run({ house, desk, body, viewer }) {
      const [starts, ends, now] = [Date.parse(body.starts), Date.parse(body.ends), house.now()];
      refuse([...(ends > starts ? [] : [{ at: "ends", message: "after it starts" }]), ...(ends > now ? [] : [{ at: "ends", message: "not in the past: what is over cannot be announced" }])]);
      const policy = await policyFor(house, desk);
      const promised = announceMaintenanceBy(policy, starts);
      return house.database.asDesk(desk, async (tx) => {
        const id = await announce(tx, { starts, ends, words: body.words, by: actorOf(viewer).name, promised }, now);
        const made = await windowById(tx, id);
        const told = await tellSubscribers(tx, house, desk, policy, "announced", made);
        if (told) tx.afterCommit(() => house.changed({ desk, ticket: null, event: "", kind: "maintenance" }));
        return window_(made);
      });
    },
  }),
  route({
    id: "callOff",
    tag: "hours",
    title: "Call maintenance off, or end it early",
    method: "DELETE",
    path: "/maintenance/{id}",
    may: LEAD,
    params: IdParam,
    output: Nothing,
    problems: ["not-found"],
    async run({ house, desk, params }) {
      const policy = await policyFor(house, desk);
      const now = house.now();
      return house.database.asDesk(desk, async (tx) => {
        if (!(await callOff(tx, params.id, now))) throw new Problem("not-found", sentence("refused.no-maintenance"));
        const window = await windowById(tx, params.id);
        const told = await tellSubscribers(tx, house, desk, policy, now <= window.starts ? "called-off" : "ended", window);
        if (told) tx.afterCommit(() => house.changed({ desk, ticket: null, event: "", kind: "maintenance" }));
        return {};
      });
    },
  }),
];
