// A week of the rota as leads see it: who is on duty when, who is away, what they may take, where nobody is, and which promises a closure has put at risk.
import { dateIn, midnight } from "../../policy/index.ts";
import { named } from "../../words/phrase.ts";
import { wordsIn } from "../../words/slots.ts";
import type { Interval } from "../../policy/index.ts";
import { closuresFrom } from "../policies/closures.ts";
import { minuteText } from "../../words/instant.ts";
import { promisesAtRisk } from "../promises/risk.ts";
import { absencesFrom, shiftsFrom } from "../rota/reads.ts";
import { allStaff } from "../staff/sign-in.ts";
import { dutyWithin, holesWithin } from "./duty.ts";
import { factText } from "./fact-text.ts";
import { instantIso } from "./instant-iso.ts";
import { type Look, policyNow, readerOf } from "./reader-of.ts";

const DAY = 86_400_000;
const MOST = 100;

/** The seven days from `from` ("YYYY-MM-DD" in the desk's zone; the Monday of this week where it is not given). */
export async function rotaWeek(look: Look, from: string | undefined) {
  const { policy } = await policyNow(look);
  const { zone } = policy.desk;
  const now = look.house.now();
  const { lang } = readerOf(look, policy);
  const first = from ?? mondayOf(dateIn(now, zone));
  const days = Array.from({ length: 8 }, (_, i) => later(first, i));
  const [start, end] = [midnight(first, zone), midnight(days[7] ?? first, zone)];
  const [staff, shifts, absences, closures, atRisk, open] = await Promise.all([
    allStaff(look.tx),
    shiftsFrom(look.tx, later(first, -1)),
    absencesFrom(look.tx, Math.min(start, now)),
    closuresFrom(look.tx, first),
    promisesAtRisk(look.tx, MOST),
    look.tx.query<{ assignee: string; n: number }>("select assignee, count(*)::int as n from tickets where desk = troth_desk() and assignee is not null and status = 'open' group by assignee"),
  ]);
  const keeps = shifts.length > 0;
  const duty = dutyWithin(staff, shifts, absences, Math.min(start, now), Math.max(end, now + 1));
  const away = (id: string): boolean => absences.some((a) => a.staff === id && a.starts <= now && now < a.ends);
  const iso = ({ from: a, to: b }: { from: number; to: number }) => ({ from: instantIso(a), to: instantIso(b) });
  return {
    zone,
    days: days.slice(0, 7),
    keeps,
    now: instantIso(now),
    calendars: Object.values(policy.calendars).map((c) => ({ id: c.id, name: wordsIn(c.name, lang) })),
    staff: staff
      .filter((s) => s.disabled_at === null)
      .map((s) => ({
        id: s.id,
        name: s.name,
        role: s.role as "agent",
        present: s.present,
        capacity: s.capacity,
        open: open.find((o) => o.assignee === s.id)?.n ?? 0,
        trained: s.trained.map((t) => ({ id: t, label: factText(policy, "topic", t, lang) })),
        onDuty: !away(s.id) && (!keeps || duty.some((d) => d.staff === s.id && d.from <= now && now < d.to)),
        duty: duty.filter((d) => d.staff === s.id && d.from < end && d.to > start).map((d) => ({ shift: d.shift, ...iso(d) })),
        absences: absences
          .filter((a) => a.staff === s.id && a.starts < end && a.ends > start)
          .map((a) => ({ id: a.id, from: instantIso(a.starts), to: instantIso(a.ends), reason: a.reason as "holiday" })),
      })),
    shifts: shifts.map((s) => ({ id: s.id, staff: s.staff, zone: s.zone, first: s.first, last: s.last, begins: minuteText(s.begins), minutes: s.minutes })),
    closures: closures.map((c) => ({
      id: c.id,
      calendar: c.calendar,
      first: c.first,
      last: c.last,
      hours: (c.hours as Interval[]).map(({ from: a, to: b }) => `${minuteText(a)}-${minuteText(b)}`),
      reason: c.reason,
      madeBy: c.made_by,
      madeAt: instantIso(c.made_at),
    })),
    holes: keeps
      ? holesWithin(policy, duty, start, end)
          .slice(0, MOST)
          .map((h) => ({ calendar: h.calendar, ...iso(h) }))
      : [],
    atRisk: atRisk.map((p) => ({
      number: p.number,
      subject: p.subject,
      kind: p.kind,
      label: named(lang, "promise", p.kind),
      clause: p.clause,
      due: instantIso(p.due ?? p.would),
      would: instantIso(p.would),
      assignee: p.assignee,
    })),
  };
}

const later = (date: string, days: number): string => new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

/** The Monday of the week of a date. */
function mondayOf(date: string): string {
  return later(date, -((new Date(date).getUTCDay() + 6) % 7));
}
