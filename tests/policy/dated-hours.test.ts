// Days with other hours than the policy's: what they do to what is promised, and what they never do.
import { describe, expect, test } from "vitest";
import { collide, decide, type Given, openHours, type Policy, type Running, withClosures, worked } from "../../src/policy/index.ts";
import { office, type Parts, tinyPolicy, words } from "./tiny.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const monday = Date.parse("2026-03-02T09:00:00Z"); // 10:00 in Paris; the office is open 09:00 to 17:00
const due = Date.parse("2026-03-04T16:00:00Z");
const policy = (calendar: Parts = {}, more: Parts = {}): Policy =>
  tinyPolicy({
    calendars: { office: { ...office, ...calendar } },
    promises: [
      { clause: "solved-in", promise: "solution", must: "2 working days", calendar: "office", ends: "close", "late-arrival": "next-opening", pauses: ["waiting-on-customer"], words, ...more },
    ],
  });
const closed = (p: Policy, first = "2026-03-04", last = first): Policy => withClosures(p, [{ calendar: "office", first, last, hours: [] }]);
const running = (p: Policy, more: Partial<Running> = {}): Running => ({
  id: "p1",
  subject: "ticket",
  kind: "solution",
  clause: "solved-in",
  starts: monday,
  due,
  goal: null,
  state: "running",
  calendars: p.calendars,
  ...more,
});
const hear = (now: Policy, was: Policy, more: Partial<Given> = {}) =>
  decide(now, { moment: "timer", about: "hours/1", at: monday + HOUR, openedAt: monday, facts: {}, running: [running(was)], ...more });

describe("a closure", () => {
  test("SPEC 16.1: beats the week and a holiday, in hours of its own or closed, and leaves other calendars alone", () => {
    const p = tinyPolicy({ calendars: { office: { ...office, holidays: "FR" }, night: { name: words, open: "always" } } });
    const { office: o, night } = withClosures(p, [{ calendar: "office", first: "2026-05-01", last: "2026-05-02", hours: [{ from: 600, to: 720 }] }]).calendars;
    expect(openHours(o!).isOpen(Date.parse("2026-05-01T09:00:00Z"))).toBe(true); // Labour Day, 11:00
    expect(openHours(o!).isOpen(Date.parse("2026-05-02T12:00:00Z"))).toBe(false);
    expect(night).toBe(p.calendars["night"]);
  });
  test("SPEC 16.3: announced as long ahead as the calendar says moves a due time, with its timers and its reason", () => {
    const was = policy({ announce: "1 day" });
    const { effects, reasons } = hear(closed(was), was);
    expect(effects).toEqual([
      { do: "move-promise", id: "p1", clause: "solved-in", due: due + DAY, goal: null, hours: true },
      { do: "cancel-timer", key: "promise:ticket/solution" },
      { do: "timer", key: "promise:ticket/solution", at: due + DAY, moment: "promise-ended", about: "ticket/solution" },
    ]);
    expect(reasons.map((r) => r.clause)).toEqual(["solved-in"]);
  });
  test("SPEC 16.3: announced later, or where the policy says nothing of announcing, it leaves the due time as it was told", () => {
    const late = policy({ announce: "2 days" });
    const silent = policy();
    for (const was of [late, silent]) expect(hear(closed(was), was).effects).toEqual([{ do: "risk-promise", id: "p1", clause: "solved-in", would: due + DAY }]);
  });
  test("SPEC 16.3: the lead runs to the midnight of the first day that differs, and is kept to the minute", () => {
    const was = policy({ announce: "1 day" });
    const midnight = Date.parse("2026-03-03T23:00:00Z");
    expect(hear(closed(was), was, { rangFor: midnight - DAY }).effects[0]?.do).toBe("move-promise");
    expect(hear(closed(was), was, { rangFor: midnight - DAY + 1 }).effects[0]?.do).toBe("risk-promise");
  });
  test("SPEC 16.3: taken back, brings nothing nearer, and one after the due time changes nothing", () => {
    const was = policy({ announce: "1 day" });
    expect(hear(was, closed(was), { running: [running(closed(was), { due: due + DAY })] }).effects).toEqual([]);
    expect(hear(closed(was, "2026-03-05"), was).effects).toEqual([]);
  });
  test("SPEC 16.3: a promise that stands still moves too, and gets no timer", () => {
    const was = policy({ announce: "1 day" });
    const paused = running(was, { state: "paused", pauses: [{ from: monday, to: null, reason: "question" }] });
    expect(hear(closed(was), was, { running: [paused], facts: { asked: "question" } }).effects).toEqual([
      { do: "move-promise", id: "p1", clause: "solved-in", due: due + DAY, goal: null, hours: true },
    ]);
  });
  test("SPEC 16.2: does not move a promise by the way, when it runs again after a pause", () => {
    const was = policy();
    const paused = running(was, { state: "paused", pauses: [{ from: monday, to: null, reason: "question" }] });
    const resume = (p: Running) => decide(closed(was), { moment: "message", at: monday + HOUR, openedAt: monday, facts: { asked: "question" }, does: ["replied"], running: [p] }).effects[0];
    const { calendars: _, ...today } = paused;
    expect(resume(paused)).toMatchObject({ do: "resume-promise", due: Date.parse("2026-03-05T09:00:00Z") }); // an hour more of the hours it was made by
    expect(resume(today)).toMatchObject({ do: "resume-promise", due: Date.parse("2026-03-06T09:00:00Z") });
  });
});

describe("a shift", () => {
  const night = { zone: "Europe/Paris", first: "2026-03-06", last: null, begins: 22 * 60, minutes: 600 };
  test("SPEC 16.4: is worked every week over midnight, an hour shorter in the night in which the clock is put forward", () => {
    const week = worked({ ...night, first: "2026-03-07" }, Date.parse("2026-03-28T00:00:00Z"), Date.parse("2026-03-30T00:00:00Z"));
    expect(week.map((s) => (s.to - s.from) / HOUR)).toEqual([9]);
  });
  test("collides with another of the same hours on some day to come, and not with one that ends as it begins", () => {
    expect(collide(night, { ...night, first: "2026-09-05", last: "2026-09-05", begins: 7 * 60, minutes: 60 })).toBe(true);
    expect(collide(night, { ...night, first: "2026-09-05", last: "2026-09-05", begins: 8 * 60, minutes: 60 })).toBe(false);
    expect(collide(night, { ...night, first: "2026-09-07", last: null })).toBe(false); // Fridays and Mondays
  });
});
