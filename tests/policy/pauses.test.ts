// A clock that stands still while the ball is with somebody else: why, for how long, and what is left afterwards.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide, type Effect, type Given, openHours, type Pause, type Policy, type Running } from "../../src/policy/index.ts";
import { terms } from "../../src/policy/terms.ts";
import { office, type Parts, tinyPolicy, words } from "./tiny.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const monday = Date.parse("2026-03-02T09:00:00Z"); // 10:00 in Paris; the office is open 09:00 to 17:00
const solution = (more: Parts = {}): Parts => ({ clause: "solved-in", promise: "solution", must: "8 working hours", calendar: "office", pauses: ["waiting-on-customer"], words, ...more });
const policy = (more: Parts = {}, parts: Parts = {}): Policy => tinyPolicy({ calendars: { office }, promises: [solution(more)], ...parts });
const running = (more: Partial<Running> = {}): Running => ({
  id: "p1",
  subject: "ticket",
  kind: "solution",
  clause: "solved-in",
  starts: monday,
  due: monday + 25 * HOUR,
  goal: null,
  state: "running",
  ...more,
});
const run = (p: Policy, given: Partial<Given>): readonly Effect[] => decide(p, { moment: "answered", at: monday + HOUR, openedAt: monday, facts: {}, running: [running()], ...given }).effects;
const question: Pause = { from: monday + HOUR, to: null, reason: "question" };
const local = (at: number | null | undefined): string => new Date((at ?? 0) + HOUR).toISOString().slice(0, 16);

describe("a promise that waits for the customer", () => {
  test("SPEC 14.1, 14.2: stands still from the question on, with its reason, and its timer is taken away", () => {
    expect(run(policy(), { does: ["answered", "asked"] })).toEqual([
      { do: "pause-promise", id: "p1", kind: "solution", reason: "question", pauses: [question] },
      { do: "cancel-timer", key: "promise:ticket/solution" },
    ]);
  });
  test("SPEC 14.2: an answer that asks nothing stops no clock, nor does a clause that names no pause", () => {
    expect(run(policy(), { does: ["answered"] })).toEqual([]);
    expect(run(policy({ pauses: undefined }), { does: ["answered", "asked"] })).toEqual([]);
    expect(run(policy({ pauses: ["maintenance"] }), { does: ["answered", "asked"] })).toEqual([]);
  });
  test("SPEC 14.3: runs again when the customer writes, with what was left on its calendar to the minute", () => {
    const [resumed, timer] = run(policy(), { moment: "message", at: monday + 2 * DAY, does: ["replied"], facts: { asked: "question" }, running: [running({ state: "paused", pauses: [question] })] });
    expect(resumed).toMatchObject({ do: "resume-promise", pauses: [{ from: monday + HOUR, to: monday + 2 * DAY, reason: "question" }] });
    // Paused on Monday at 11:00 with 7 of 8 hours left; resumed on Wednesday at 10:00: until 17:00.
    expect(local(resumed && "due" in resumed ? resumed.due : null)).toBe("2026-03-04T17:00");
    expect(timer).toMatchObject({ do: "timer", at: resumed && "due" in resumed ? resumed.due : null });
  });
  test("SPEC 14.3: in hours that elapse, what was left elapses afterwards", () => {
    const p = policy({ must: "24 hours", calendar: undefined });
    const given = { moment: "message", at: monday + 50 * HOUR, does: ["replied"], running: [running({ due: monday + DAY, state: "paused", pauses: [question] })] } as const;
    expect(run(p, given)[0]).toMatchObject({ due: monday + 73 * HOUR });
  });
  test("SPEC 14.2: stays as it is while nothing changes, and a second question begins no second pause", () => {
    const paused = { facts: { asked: "question" }, running: [running({ state: "paused", pauses: [question] })] };
    expect(run(policy(), { ...paused, moment: "finding", at: monday + 3 * HOUR })).toEqual([]);
    expect(run(policy(), { ...paused, at: monday + 3 * HOUR, does: ["answered", "asked"] })).toEqual([]);
  });
  test("SPEC 14.4: is not broken while it stands still, and ends its pause when it is met or withdrawn", () => {
    const paused = running({ state: "paused", pauses: [question] });
    expect(run(policy(), { moment: "promise-ended", about: "ticket/solution", at: monday + 9 * DAY, facts: { asked: "question" }, running: [paused] })).toEqual([]);
    expect(run(policy(), { does: ["solved"], at: monday + 2 * HOUR, running: [paused] })[0]).toEqual({
      do: "keep-promise",
      id: "p1",
      at: monday + 2 * HOUR,
      pauses: [{ ...question, to: monday + 2 * HOUR }],
    });
  });
  test("SPEC 14.2: made while the customer is asked for something, it stands still from its beginning", () => {
    const asks = [{ clause: "steps", ask: "steps", items: ["log"], pause: true, words }];
    const effects = run(policy({}, { asks, things: { log: { name: { en: "the log" } } } }), { moment: "opened", at: monday, running: [] });
    expect(effects.find((e) => e.do === "promise")).toMatchObject({ pauses: [{ from: monday, to: null, reason: "checklist" }] });
    expect(effects.some((e) => e.do === "timer")).toBe(false);
  });
  test("SPEC 14.2: a list that was asked for before does not stop the clock again when the customer has written", () => {
    const p = policy({}, { asks: [{ clause: "steps", ask: "steps", items: ["log"], pause: true, words }], things: { log: { name: { en: "the log" } } } });
    const pauses = [{ ...question, reason: "checklist" as const }];
    expect(run(p, { moment: "finding", facts: {} })[0]).toMatchObject({ do: "asks" });
    expect(run(p, { moment: "finding", facts: {} })).toContainEqual(expect.objectContaining({ do: "pause-promise", reason: "checklist" }));
    expect(
      run(p, { moment: "message", does: ["replied"], at: monday + 4 * HOUR, facts: { asked: "checklist", "asks.steps": "steps" }, running: [running({ state: "paused", pauses })] }),
    ).toContainEqual(expect.objectContaining({ do: "resume-promise" }));
  });
  test("SPEC 14.5: maintenance stops the clocks that say so, and hands over to a question that stands", () => {
    const p = policy({ pauses: ["maintenance", "waiting-on-customer"] });
    const [paused] = run(p, { moment: "timer", facts: { maintenance: true } });
    expect(paused).toMatchObject({ do: "pause-promise", reason: "maintenance" });
    const now = running({ state: "paused", pauses: [{ ...question, reason: "maintenance" }] });
    expect(run(p, { moment: "answered", at: monday + 3 * HOUR, does: ["answered", "asked"], facts: { maintenance: true }, running: [now] })[0]).toMatchObject({
      reason: "question",
      pauses: [
        { from: monday + HOUR, to: monday + 3 * HOUR, reason: "maintenance" },
        { from: monday + 3 * HOUR, to: null, reason: "question" },
      ],
    });
  });
  test("SPEC 14.3: another clause that takes over counts the pauses that have been", () => {
    const p = tinyPolicy({ calendars: { office }, promises: [solution({ clause: "sooner", when: { cause: "ours" }, must: "4 working hours" }), solution()] });
    const pauses = [{ from: monday + HOUR, to: monday + 3 * HOUR, reason: "question" as const }];
    expect(run(p, { moment: "finding", at: monday + 4 * HOUR, facts: { cause: "ours" }, running: [running({ pauses })] })[0]).toMatchObject({
      do: "move-promise",
      clause: "sooner",
      due: monday + 6 * HOUR,
    });
  });
});

describe("done too late", () => {
  test("SPEC 14.6: what is met after its limit is broken all the same, at its limit, with when it was done", () => {
    const effects = run(policy(), { at: monday + 30 * HOUR, does: ["solved"] });
    expect(effects[0]).toEqual({ do: "break-promise", id: "p1", at: monday + 25 * HOUR, met: monday + 30 * HOUR });
    expect(run(policy(), { at: monday + 25 * HOUR, does: ["solved"] })[0]).toMatchObject({ do: "keep-promise" }); // the limit itself is within
  });
  test("SPEC 14.6: a broken promise that is done after all says so once", () => {
    expect(run(policy(), { at: monday + 40 * HOUR, does: ["solved"], running: [running({ state: "broken", met: null })] })).toEqual([{ do: "meet-late", id: "p1", at: monday + 40 * HOUR }]);
    expect(run(policy(), { at: monday + 41 * HOUR, does: ["solved"], running: [running({ state: "broken", met: monday + 40 * HOUR })] })).toEqual([]);
  });
});

describe("reviews and decisions", () => {
  test("SPEC 8.5: a contested fact starts its review, which a finding about it meets and a ruling about something else does not", () => {
    const p = tinyPolicy({ promises: [{ clause: "looked-into", promise: "review", must: "2 days", starts: "contested", words }] });
    const review = running({ kind: "review", clause: "looked-into", due: monday + 2 * DAY });
    expect(run(p, { moment: "finding", does: ["replied", "contested"], running: [] })).toContainEqual(expect.objectContaining({ do: "promise", kind: "review" }));
    expect(run(p, { moment: "finding", running: [] })).toEqual([]);
    expect(run(p, { moment: "finding", does: ["reviewed"], running: [review] })[0]).toMatchObject({ do: "keep-promise" });
    expect(run(p, { moment: "ruling", does: ["decided"], running: [review] })).toEqual([]);
  });
});

test("SPEC 14.3: whatever the pauses, a promise in working hours is due when just its time has run on open hours outside of them", () => {
  const p = policy();
  const clause = p.clauses.find((c) => c.id === "solved-in");
  const hours = openHours(p.calendars["office"]!);
  const lengths = fc.array(fc.tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 6000 })), { maxLength: 6 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200_000 }), lengths, (begin, gaps) => {
      if (!clause) return;
      const starts = monday + begin * 60_000;
      let at = starts;
      const pauses = gaps.map(([run_, still]): Pause => {
        const from = at + run_ * 60_000;
        at = from + still * 60_000;
        return { from, to: at, reason: "question" };
      });
      const due = terms(p, clause, starts, "Europe/Paris", pauses).due ?? 0;
      const lost = pauses.filter(({ from }) => from < due).reduce((sum, { from, to }) => sum + hours.openBetween(from, Math.min(to ?? 0, due)), 0);
      expect(hours.openBetween(starts, due) - lost).toBe(8 * HOUR);
      expect(hours.openBetween(due - 1, due)).toBe(1); // at the earliest instant: the last millisecond was open
    }),
    { numRuns: 400 },
  );
});
