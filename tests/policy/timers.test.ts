// What rings: warnings, reminders and notices that were asked for, as long as their cause stands, and no stale ones after an outage.
import { describe, expect, test } from "vitest";
import { decide, type Effect, type Given, type Policy, type Running } from "../../src/policy/index.ts";
import { office, type Parts, tinyPolicy, words } from "./tiny.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const monday = Date.parse("2026-03-02T09:00:00Z"); // 10:00 in Paris
const run = (policy: Policy, given: Partial<Given> = {}): readonly Effect[] => decide(policy, { moment: "opened", at: monday, openedAt: monday, facts: {}, ...given }).effects;
const timers = (effects: readonly Effect[]): unknown[] => effects.flatMap((e) => (e.do === "timer" ? [[e.about, (e.at - monday) / HOUR]] : []));
const answer = (more: Parts = {}): Parts => ({ clause: "answer", promise: "first-answer", must: "24 hours", words, ...more });
const running = (more: Partial<Running> = {}): Running => ({
  id: "p1",
  subject: "ticket",
  kind: "first-answer",
  clause: "answer",
  starts: monday,
  due: monday + DAY,
  goal: null,
  state: "running",
  ...more,
});
const ring = (policy: Policy, about: string, due: number, more: Partial<Given> = {}): readonly Effect[] => run(policy, { moment: "timer", about, rangFor: due, at: due, ...more });

describe("warnings", () => {
  const policy = tinyPolicy({ promises: [answer({ warn: ["4 hours", "1 hour"] })] });
  test("SPEC 15.2: are set before the limit, and taken away when the promise is met", () => {
    expect(timers(run(policy))).toEqual([
      ["ticket/first-answer", 24],
      ["warn/ticket/first-answer/0", 20],
      ["warn/ticket/first-answer/1", 23],
    ]);
    const met = run(policy, { moment: "answered", does: ["answered"], at: monday + HOUR, running: [running()] });
    expect(met.flatMap((e) => (e.do === "cancel-timer" ? [e.key] : []))).toEqual(["promise:ticket/first-answer", "warn:ticket/first-answer:0", "warn:ticket/first-answer:1"]);
  });
  test("SPEC 15.2: count on the promise's calendar, and one whose time has passed already is not set", () => {
    const p = tinyPolicy({ calendars: { office }, promises: [answer({ must: "8 working hours", calendar: "office", warn: ["2 working hours", "2 days"] })] });
    expect(timers(run(p))).toEqual([
      ["ticket/first-answer", 24],
      ["warn/ticket/first-answer/0", 6],
    ]);
  });
  test("SPEC 15.2: tell of a promise that runs and of no other", () => {
    const at = monday + 20 * HOUR;
    expect(ring(policy, "warn/ticket/first-answer/0", at, { running: [running()] })).toEqual([{ do: "warn", id: "p1", subject: "ticket", kind: "first-answer", clause: "answer", due: monday + DAY }]);
    for (const state of ["kept", "paused", "broken", "withdrawn"] as const) {
      const pauses = state === "paused" ? [{ from: monday, to: null, reason: "question" as const }] : [];
      expect(
        ring(tinyPolicy({ promises: [answer({ warn: ["4 hours"], pauses: ["waiting-on-customer"] })] }), "warn/ticket/first-answer/0", at, {
          running: [running({ state, pauses })],
          facts: { asked: "question" },
        }).filter((e) => e.do === "warn"),
      ).toEqual([]);
    }
  });
  test("SPEC 15.2: that were missed are told once, by the last", () => {
    const [first, last] = [monday + 20 * HOUR, monday + 23 * HOUR];
    const now = monday + 23.5 * HOUR;
    expect(ring(policy, "warn/ticket/first-answer/0", first, { at: now, running: [running()] })).toMatchObject([{ do: "drop", what: "warn", due: first }]);
    expect(ring(policy, "warn/ticket/first-answer/1", last, { at: now, running: [running()] })).toMatchObject([{ do: "warn" }]);
    expect(ring(policy, "warn/ticket/first-answer/1", last, { at: monday + 25 * HOUR, running: [running()] })).toEqual([]);
  });
});

describe("notices", () => {
  const survey = (more: Parts = {}): Policy =>
    tinyPolicy({ notices: [{ clause: "how-was-it", at: ["closed"], when: { outcome: "solved" }, notice: "survey", to: "requester", after: ["3 days"], words, ...more }] });
  const due = monday + 3 * DAY;
  test("SPEC 15.3: are sent when their time comes, if their clause still holds", () => {
    expect(run(survey(), { moment: "closed", facts: { outcome: "solved" } })).toMatchObject([{ do: "notify", at: due }]);
    expect(ring(survey(), "notice/how-was-it", due, { facts: { outcome: "solved" } })).toEqual([{ do: "notify", kind: "survey", to: "requester", by: ["mail"], clause: "how-was-it" }]);
    expect(ring(survey(), "notice/how-was-it", due, { facts: { outcome: "unresolved" } })).toEqual([]);
  });
  test("SPEC 15.3: that come too late are sent or left out, as the clause says", () => {
    const late = { at: due + 8 * HOUR, facts: { outcome: "solved" } };
    expect(ring(survey(), "notice/how-was-it", due, late).map((e) => e.do)).toEqual(["notify"]);
    expect(ring(survey({ late: "drop" }), "notice/how-was-it", due, late)).toEqual([{ do: "drop", what: "notice", clause: "how-was-it", due }]);
    expect(ring(survey({ late: "drop" }), "notice/how-was-it", due, { ...late, at: due + 10 * MINUTE }).map((e) => e.do)).toEqual(["notify"]);
    expect(ring(survey({ after: undefined, before: ["1 day"] }), "notice/how-was-it", due, late).map((e) => e.do)).toEqual(["drop"]);
  });
  test("SPEC 15.3: of a policy that no longer has them are not sent", () => expect(ring(survey(), "notice/long-gone", due)).toEqual([]));
});

describe("what a customer is asked", () => {
  const policy = tinyPolicy({ asks: [{ clause: "steps", ask: "steps", items: ["log"], pause: true, remind: ["2 days", "5 days"], words }], things: { log: { name: { en: "the log" } } } });
  const stands = { asked: "checklist", "asks.steps": "steps" };
  test("SPEC 15.4: comes again after a while, until they write", () => {
    expect(timers(run(policy))).toEqual([
      ["ask/steps/0", 48],
      ["ask/steps/1", 120],
    ]);
    expect(timers(run(policy, { moment: "finding", facts: stands }))).toEqual([]);
    expect(run(policy, { moment: "message", facts: stands, does: ["replied"] }).filter((e) => e.do === "cancel-timer")).toHaveLength(2);
    expect(ring(policy, "ask/steps/0", monday + 2 * DAY, { facts: stands })).toEqual([{ do: "remind", ask: "steps", clause: "steps" }]);
    expect(ring(policy, "ask/steps/0", monday + 2 * DAY, { facts: { ...stands, asked: "nothing" } })).toEqual([]);
  });
  test("SPEC 15.4: asks again also where a question came after what was asked, since the customer has not written", () => {
    expect(ring(policy, "ask/steps/0", monday + 2 * DAY, { facts: { ...stands, asked: "question" } })).toEqual([{ do: "remind", ask: "steps", clause: "steps" }]);
    expect(ring(policy, "ask/steps/0", monday + 2 * DAY, { facts: { ...stands, asked: "nothing" } })).toEqual([]);
  });
  test("SPEC 15.4: of several reminders that were missed the last is sent", () => {
    const at = monday + 6 * DAY;
    expect(ring(policy, "ask/steps/0", monday + 2 * DAY, { at, facts: stands })).toMatchObject([{ do: "drop", what: "remind" }]);
    expect(ring(policy, "ask/steps/1", monday + 5 * DAY, { at, facts: stands })).toMatchObject([{ do: "remind" }]);
    expect(ring(policy, "ask/steps/0", monday + 2 * DAY, { at: monday + 3 * DAY, facts: stands })).toMatchObject([{ do: "remind" }]);
  });
});

test("SPEC 15.5: a rhythm that was missed is broken once, and its next begins at once", () => {
  const policy = tinyPolicy({ promises: [{ clause: "news", promise: "update", every: "2 hours", words }] });
  const given = { moment: "promise-ended", about: "ticket/update", at: monday + 12 * HOUR, does: [], running: [running({ kind: "update", clause: "news", due: monday + 2 * HOUR })] } as const;
  expect(run(policy, given).filter((e) => e.do !== "timer")).toEqual([
    { do: "break-promise", id: "p1", at: monday + 2 * HOUR },
    expect.objectContaining({ do: "promise", kind: "update", starts: monday + 12 * HOUR, due: monday + 14 * HOUR }),
  ]);
});
