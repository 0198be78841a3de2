// Promises against the people who are there: the hour of the week at which nobody can keep one, and none where somebody can. SPEC 18.5.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../../src/policy/index.ts";
import { checkStaffing } from "../../../src/policy/staffing/check-staffing.ts";
import { fourWeeks } from "../../../src/policy/staffing/on-duty.ts";
import { readStaff } from "../../../src/policy/staffing/staff-file.ts";
import { localToInstant } from "../../../src/policy/time/zoned.ts";
import { office, type Parts, tinyPolicy, words } from "../tiny.ts";

const FROM = localToInstant("2026-04-06T00:00", "Europe/Paris"); // a Monday, no change of clocks in the weeks after it
const topic = { values: ["login", "video"] };
const answered = (more: Parts = {}): Parts => ({ clause: "answered", promise: "first-answer", must: "1 hour", words, ...more });
const ALWAYS = { any: { name: { en: "any hour" }, open: "always" } };

function found(staff: string, parts: Parts): Finding[] {
  const policy = tinyPolicy(parts);
  const read = readStaff(staff, policy);
  expect(read.faults).toEqual([]);
  const span = fourWeeks(FROM);
  return checkStaffing(read.policy, read.staff!(span), span);
}
const said = (staff: string, parts: Parts): string[] => found(staff, parts).map((f) => `${f.code} ${f.message}`);
const BASE = { facts: { topic }, calendars: ALWAYS, scope: [{ clause: "all", scope: "in", words }] };

test("somebody at every hour keeps every promise", () => {
  expect(said("people: { ana: { rota: always } }", { ...BASE, promises: [answered()] })).toEqual([]);
});

test("a night without anybody is told as an hour of the week, with what comes in too late", () => {
  const staff = 'people: { ana: { rota: { mon-sat: ["00:00-24:00"], sun: ["00:00-02:00", "06:00-24:00"] } } }';
  expect(said(staff, { ...BASE, promises: [answered()] })).toEqual([
    "E-UNKEEPABLE Every week Sunday 02:00 to 06:00: nobody is on duty. § 2.1 answered promises a first answer within 1 hour, and what comes in from Sunday 02:00 to 05:00 is due before anybody comes. Together these are 12 hours of the 4 weeks.",
  ]);
});

test("who is there but not trained for it does not count, and only topics that the promise is about do", () => {
  const staff = 'people: { ana: { trained: [login], rota: always }, bo: { trained: [video], rota: { mon-fri: ["09:00-17:00"], sat-sun: ["00:00-24:00"] } } }';
  expect(said(staff, { ...BASE, promises: [answered()] })[0]).toMatch(/^E-UNKEEPABLE Every week .*: nobody trained for video is on duty\. § 2\.1/);
  expect(said(staff, { ...BASE, promises: [answered({ when: { topic: "login" } }), { clause: "none", promise: "first-answer", none: true, words }] })).toEqual([]);
});

test("what is refused before anything is promised needs nobody", () => {
  const scope = [
    { clause: "no-video", when: { topic: "video" }, scope: "out", words },
    { clause: "all", scope: "in", words },
  ];
  expect(said("people: { ana: { trained: [login], rota: always } }", { ...BASE, scope, promises: [answered()] })).toEqual([]);
});

test("a topic for which nobody is trained is said at once", () => {
  expect(said("people: { ana: { trained: [login], rota: always } }", { ...BASE, promises: [answered()] })).toEqual([
    "E-UNKEEPABLE Nobody is trained for video, and § 2.1 answered promises a first answer within 1 hour.",
  ]);
});

describe("working time", () => {
  const calendars = { ...ALWAYS, office };
  const promises = [answered({ must: "2 working hours", calendar: "office" })];

  test("runs while the office is open, so that its staff keep it", () => {
    expect(said('people: { ana: { rota: { mon-fri: ["09:00-17:00"] } } }', { ...BASE, calendars, promises })).toEqual([]);
  });

  test("is missed on the days of somebody's holiday, which are named by their dates", () => {
    const staff = 'people: { ana: { rota: { mon-fri: ["09:00-17:00"] }, away: [{ from: 2026-04-15, to: 2026-04-15 }] } }';
    expect(said(staff, { ...BASE, calendars, promises })).toEqual([
      expect.stringMatching(
        /^E-UNKEEPABLE Tuesday 2026-04-14 17:00 to Thursday 09:00: nobody is on duty\. .* what comes in from Tuesday 17:00 to Wednesday 15:00 is due before anybody comes/,
      ) as string,
    ]);
  });

  test("is not missed where the desk is closed on those days too", () => {
    const staff = 'people: { ana: { rota: { mon-fri: ["09:00-17:00"] }, away: [{ from: 2026-04-15, to: 2026-04-15 }] } }\nclosures: [{ calendar: office, from: 2026-04-15, to: 2026-04-15 }]';
    expect(said(staff, { ...BASE, calendars, promises })).toEqual([]);
  });
});

test("a promise that is made only in certain hours is held against these alone", () => {
  const calendars = { ...ALWAYS, office };
  const promises = [answered({ when: { "now-in.office": true } }), { clause: "later", promise: "first-answer", none: true, words }];
  expect(said('people: { ana: { rota: { mon-fri: ["09:00-18:00"] } } }', { ...BASE, calendars, promises })).toEqual([]);
  expect(said('people: { ana: { rota: { mon-fri: ["09:00-12:00", "14:00-18:00"] } } }', { ...BASE, calendars, promises })[0]).toMatch(
    /Monday 12:00 to 14:00; .*what comes in from Monday 12:00 to 13:00/,
  );
});

test("an aim is no promise, and what begins with an act of the desk begins while somebody is there", () => {
  const promises = [answered({ must: undefined, goal: "1 hour" }), { clause: "next", promise: "update", must: "1 hour", starts: "answered", words }];
  expect(said('people: { ana: { rota: { mon: ["09:00-10:00"] } } }', { ...BASE, promises })).toEqual([]);
});

test("a channel is answered by those who answer it", () => {
  const channels = [{ clause: "by-phone", channel: "phone", offered: true, calendar: "office", words }];
  const staff = 'people: { ana: { channels: [mail], rota: always }, bo: { channels: [phone], rota: { mon-thu: ["09:00-17:00"], fri: ["09:00-15:00"] } } }';
  expect(said(staff, { ...BASE, calendars: { office }, channels })).toEqual([
    "E-UNSTAFFED Every week Friday 15:00 to 17:00: nobody who answers phone is on duty. § 2.1 by-phone offers phone in the hours of office. Together these are 8 hours of the 4 weeks.",
  ]);
});

test("a file with faults names each with its place, and nothing throws", () => {
  const policy = tinyPolicy({ ...BASE });
  const faulty = readStaff("people:\n  ana: { trained: [vidio], rota: { mon-fir: ['09:00-17:00'] } }\nclosures: [{ calendar: nights, from: 2026-04-31, to: 2026-05-01 }]\n", policy);
  expect(faulty.staff).toBeNull();
  expect(faulty.faults.map((f) => [f.place?.line, f.message.split(" (")[0]])).toEqual([[3, expect.stringContaining("there is no such date") as string]]);
  expect(
    readStaff("people:\n  ana: { trained: [vidio], rota: { mon-fir: ['09:00-17:00'] } }\nclosures: [{ calendar: nights, from: 2026-04-30, to: 2026-05-01 }]\n", policy).faults.map(
      (f) => f.place?.line,
    ),
  ).toEqual([2, 2, 3]);
  for (const text of ["", "people: [", "people: { ana: 3 }", "- 1", "people: {}"]) expect(() => readStaff(text, policy)).not.toThrow();
});

test("every minute is right: who asks is too late exactly where nobody comes before it is due", () => {
  const hours = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 22 }), fc.integer({ min: 1, max: 6 })), { minLength: 1, maxLength: 6 });
  const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
  fc.assert(
    fc.property(hours, fc.constantFrom(1, 3, 12, 30), (list, limit) => {
      const rota = Object.fromEntries(
        DAYS.map((day, d) => [
          day,
          list
            .filter(([at]) => at === d)
            .map(([, from, length]) => [from, Math.min(24, from + length)] as const)
            .sort((a, b) => a[0] - b[0])
            .reduce<[number, number][]>((sum, [from, to]) => {
              const last = sum.at(-1);
              if (last && from <= last[1]) last[1] = Math.max(last[1], to);
              else sum.push([from, to]);
              return sum;
            }, [])
            .map(([from, to]) => `${String(from).padStart(2, "0")}:00-${String(to).padStart(2, "0")}:00`),
        ]).filter(([, day]) => (day as string[]).length),
      );
      const [finding] = found(JSON.stringify({ people: { ana: { rota } } }), { ...BASE, promises: [answered({ must: `${limit} hours` })] });
      const open = (hour: number): boolean =>
        ((rota[DAYS[Math.floor((((hour % 168) + 168) % 168) / 24)]!] as string[] | undefined) ?? []).some((text) => Number(text.slice(0, 2)) <= hour % 24 && hour % 24 < Number(text.slice(6, 8)));
      let late = 0; // hours of a week in which somebody who asks is too late
      for (let hour = 0; hour < 168; hour++) if (!Array.from({ length: limit + 1 }, (_, i) => open((hour + i) % 168)).some(Boolean)) late++;
      expect(Number(/Together these are ([\d.]+) hours/.exec(finding?.message ?? "")?.[1] ?? 0)).toBe(late * 4);
    }),
    { numRuns: 60 },
  );
});
