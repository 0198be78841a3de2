// Staff as a file: who works in which hours of the week, what each is trained for, who is away, and which days a calendar is closed.
import { z } from "zod";
import { toCalendar } from "../calendars.ts";
import type { Calendar, Place, Policy } from "../model.ts";
import { read } from "../read.ts";
import { shapeFaults } from "../shape-faults.ts";
import { date as written, id, interval } from "../shapes.ts";
import { dateOf, dayNumber, dayOf } from "../time/civil-day.ts";
import { midnight, opened, without } from "../time/rota.ts";
import type { OnDuty, Span } from "./on-duty.ts";

const date = written.refine((text) => dayOf(text) !== null, "there is no such date");
const day = z.union([z.array(interval), z.literal("closed")]);
const STAFF_FILE = z.strictObject({
  zone: z.string().optional().describe("of the rota; the desk's if not given"),
  people: z.record(
    id,
    z.strictObject({
      name: z.string().optional(),
      trained: z.array(z.string()).default([]).describe("topics; without a list every one"),
      channels: z.array(id).default([]).describe("that they answer; without a list every one"),
      rota: z.union([z.literal("always"), z.record(z.string(), day)]).describe("hours of the week, as calendars have them"),
      away: z
        .array(z.strictObject({ from: date, to: date }))
        .default([])
        .describe("whole days, the last one included"),
    }),
  ),
  closures: z
    .array(z.strictObject({ calendar: id, from: date, to: date, hours: z.array(interval).default([]) }))
    .default([])
    .describe("days on which other hours hold; none: closed"),
});

export interface Fault {
  readonly message: string;
  readonly place?: Place;
}
export interface StaffRead {
  /** Null where the text cannot be read. */
  readonly staff: ((span: Span) => OnDuty[]) | null;
  /** The policy with the closures in its calendars. */
  readonly policy: Policy;
  readonly faults: readonly Fault[];
}

/** Reads the file for a policy. Never throws; faults carry their line. */
export function readStaff(text: string, policy: Policy): StaffRead {
  const source = read(text);
  const at = (path: readonly (string | number)[]): { place?: Place } => {
    const place = source.locate(path);
    return place ? { place } : {};
  };
  if (source.faults.length) return { staff: null, policy, faults: source.faults };
  const shaped = STAFF_FILE.safeParse(source.data);
  if (!shaped.success) return { staff: null, policy, faults: shapeFaults(shaped.error.issues, source.data).map((f) => ({ message: [f.message, f.mend].filter(Boolean).join(" "), ...at(f.path) })) };
  const faults: Fault[] = [];
  const { people, closures } = shaped.data;
  const zone = shaped.data.zone ?? policy.desk.zone;
  const topics = policy.facts["topic"]?.values ?? [];
  const rotas = new Map(
    Object.entries(people).map(([who, p]) => [
      who,
      toCalendar(who, { name: {}, open: p.rota, zone }, zone, undefined, (_code, message, path) => faults.push({ message, ...at(["people", who, "rota", ...path.slice(1)]) })),
    ]),
  );
  for (const [who, p] of Object.entries(people))
    p.trained.forEach((t, i) => !topics.includes(t) && faults.push({ message: `"${t}" is no topic of the policy (${topics.join(", ")}).`, ...at(["people", who, "trained", i]) }));
  closures.forEach((c, i) => !policy.calendars[c.calendar] && faults.push({ message: `The policy has no calendar ${c.calendar}.`, ...at(["closures", i, "calendar"]) }));
  const staff = (span: Span): OnDuty[] =>
    Object.entries(people).map(([who, p]) => ({
      id: who,
      name: p.name ?? who,
      trained: p.trained,
      channels: p.channels,
      duty: without(
        opened(rotas.get(who)!, span.since, span.until),
        p.away.map((a) => ({ from: midnight(a.from, zone), to: midnight(dayAfter(a.to), zone) })),
      ),
    }));
  return { staff: faults.length ? null : staff, policy: withClosures(policy, closures), faults };
}

const dayAfter = (text: string): string => dateOf(dayNumber(text) + 1);

function withClosures(policy: Policy, closures: readonly { calendar: string; from: string; to: string; hours: readonly string[] }[]): Policy {
  const calendars: Record<string, Calendar> = { ...policy.calendars };
  for (const { calendar, from, to, hours } of closures) {
    const known = calendars[calendar];
    if (!known) continue;
    const read = toCalendar(calendar, { name: known.name, except: { [from]: [...hours] } }, known.zone, undefined, () => undefined).except[from] ?? [];
    const days = Array.from({ length: Math.max(0, Math.min(366, dayNumber(to) - dayNumber(from) + 1)) }, (_, i) => dateOf(dayNumber(from) + i));
    calendars[calendar] = { ...known, except: { ...known.except, ...Object.fromEntries(days.map((each) => [each, read])) } };
  }
  return { ...policy, calendars };
}
