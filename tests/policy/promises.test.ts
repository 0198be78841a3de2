// A promise's life: made once, kept, moved, withdrawn, broken, however often its table runs.
import { describe, expect, test } from "vitest";
import { decide, type Effect, type Facts, type Given, type Policy, type Running } from "../../src/policy/index.ts";
import { office, type Parts, tinyPolicy, topic, words } from "./tiny.ts";

const HOUR = 3_600_000;
const monday = Date.parse("2026-03-02T09:00:00Z"); // 10:00 in Paris
const run = (policy: Policy, given: Partial<Given> = {}): readonly Effect[] => decide(policy, { moment: "opened", at: monday, openedAt: monday, facts: {}, ...given }).effects;
const promised = (effects: readonly Effect[]): unknown[] => effects.filter((e) => e.do.includes("promise")).map((e) => (e.do === "promise" ? `${e.do} ${e.clause}` : e.do));
const made = (policy: Policy, given: Partial<Given> = {}): Extract<Effect, { do: "promise" }> | undefined => run(policy, given).find((e) => e.do === "promise");
const running = (more: Partial<Running> = {}): Running => ({
  id: "p1",
  subject: "ticket",
  kind: "first-answer",
  clause: "answer",
  starts: monday,
  due: monday + 24 * HOUR,
  goal: null,
  state: "running",
  ...more,
});
const answer = (more: Parts = {}): Parts => ({ clause: "answer", promise: "first-answer", must: "24 hours", words, ...more });

describe("a promise", () => {
  test("SPEC 8.1: has a limit, an aim, and a timer for its limit", () => {
    const effects = run(tinyPolicy({ promises: [answer({ goal: "2 hours" })] }));
    expect(effects).toEqual([
      { do: "promise", subject: "ticket", kind: "first-answer", clause: "answer", strength: "must", starts: monday, due: monday + 24 * HOUR, goal: monday + 2 * HOUR, calendar: "" },
      { do: "timer", key: "promise:ticket/first-answer", at: monday + 24 * HOUR, moment: "promise-ended", about: "ticket/first-answer" },
    ]);
  });

  test("SPEC 8.1: that starts at another's end, at completeness or at another moment waits for it", () => {
    const p = tinyPolicy({
      promises: [
        answer(),
        answer({ clause: "next", promise: "solution", starts: "promise-end", after: "first-answer" }),
        answer({ clause: "whole", promise: "review", starts: "complete" }),
        answer({ clause: "call", promise: "call-back", starts: "message" }),
      ],
    });
    expect(promised(run(p))).toEqual(["promise answer"]);
    expect(promised(run(p, { facts: { complete: true } }))).toEqual(["promise answer", "promise whole"]);
    expect(promised(run(p, { moment: "answered", at: monday + HOUR, running: [running()], does: ["answered"] }))).toEqual(["keep-promise", "promise next"]);
    expect(promised(run(p, { moment: "message", running: [running({ state: "kept" })] }))).toContain("promise call");
  });

  test("SPEC 8.1: with a rhythm starts again whenever it was met", () => {
    const p = tinyPolicy({ promises: [{ clause: "news", promise: "update", every: "2 days", words }] });
    expect(made(p)).toMatchObject({ due: monday + 48 * HOUR });
    const later = monday + 30 * HOUR;
    const effects = run(p, { moment: "answered", at: later, does: ["informed"], running: [running({ kind: "update", clause: "news", due: monday + 48 * HOUR })] });
    expect(promised(effects)).toEqual(["keep-promise", "promise news"]);
    expect(effects.find((e) => e.do === "promise")).toMatchObject({ starts: later, due: later + 48 * HOUR });
  });

  test("SPEC 8.2: in working days is due by the choices it states", () => {
    const due = (ends: string, late: string, at: number): number | null | undefined =>
      made(tinyPolicy({ calendars: { office }, promises: [answer({ must: "2 working days", calendar: "office", ends, "late-arrival": late })] }), { at, openedAt: at })?.due;
    const evening = monday + 9 * HOUR; // 19:00 in Paris, after the close
    expect([due("close", "next-opening", monday), due("same-time", "next-opening", monday)]).toEqual([Date.parse("2026-03-04T16:00:00Z"), Date.parse("2026-03-04T09:00:00Z")]);
    expect([due("close", "next-opening", evening), due("close", "receipt-day", evening)]).toEqual([Date.parse("2026-03-05T16:00:00Z"), Date.parse("2026-03-04T16:00:00Z")]);
  });

  test("SPEC 13.2: on hours that follow the customer is due by the customer's clock", () => {
    const p = tinyPolicy({ calendars: { theirs: { ...office, zone: "customer" } }, promises: [answer({ must: "2 working hours", calendar: "theirs" })] });
    const due = (zone?: string): string => new Date(made(p, zone ? { zone } : {})?.due ?? 0).toISOString();
    expect([due(), due("America/New_York"), due("Asia/Tokyo")]).toEqual(["2026-03-02T11:00:00.000Z", "2026-03-02T16:00:00.000Z", "2026-03-03T02:00:00.000Z"]);
  });

  test("SPEC 8.3: is made once; the same answer again changes nothing", () => {
    const p = tinyPolicy({ promises: [answer()] });
    expect(run(p, { running: [running()] })).toEqual([]);
    expect(run(p, { moment: "message", running: [running({ state: "kept" })] })).toEqual([]);
  });

  test("SPEC 8.3: moves when another clause answers, its start kept unless the clause restarts it", () => {
    const p = (more: Parts): Policy => tinyPolicy({ facts: { topic }, promises: [answer({ clause: "urgent", when: { topic: "login" }, must: "1 hour", ...more }), answer()] });
    const given = { moment: "finding", at: monday + 3 * HOUR, facts: { topic: "login" }, running: [running()] } as const;
    expect(run(p({}), given)).toEqual([
      { do: "move-promise", id: "p1", clause: "urgent", due: monday + HOUR, goal: null },
      { do: "timer", key: "promise:ticket/first-answer", at: monday + HOUR, moment: "promise-ended", about: "ticket/first-answer" },
    ]);
    expect(run(p({ "on-change": "restart" }), given)[0]).toMatchObject({ due: monday + 4 * HOUR });
  });

  test("SPEC 8.3: is withdrawn, with its clause, when nothing is promised any more", () => {
    const p = tinyPolicy({
      facts: { topic },
      promises: [answer({ clause: "none", when: { topic: "invoice" }, must: undefined, none: true }), answer()],
      scope: [
        { clause: "out", when: { topic: "printer" }, scope: "out", words },
        { clause: "in", scope: "in", words },
      ],
    });
    const given = (topic: string): Partial<Given> => ({ moment: "finding", facts: { topic }, running: [running()] });
    expect(run(p, given("invoice"))[0]).toEqual({ do: "withdraw-promise", id: "p1", clause: "none" });
    expect(run(p, given("invoice"))[1]).toEqual({ do: "cancel-timer", key: "promise:ticket/first-answer" });
    expect(run(p, given("printer")).find((e) => e.do === "withdraw-promise")).toEqual({ do: "withdraw-promise", id: "p1", clause: null });
  });

  test("SPEC 8.4: of a refusal that is reversed counts from the opening", () => {
    const p = tinyPolicy({
      facts: { topic },
      scope: [
        { clause: "out", when: { topic: "printer" }, unless: { cause: "ours" }, scope: "out", words },
        { clause: "rest", scope: "in", words },
      ],
      promises: [answer()],
    });
    const later = monday + 5 * HOUR;
    expect(promised(run(p, { facts: { topic: "printer", cause: "theirs" } }))).toEqual([]);
    const facts: Facts = { topic: "printer", cause: "ours" };
    expect(made(p, { moment: "finding", at: later, facts })).toMatchObject({ starts: monday, due: monday + 24 * HOUR });
    expect(made(p, { moment: "finding", at: later, facts, running: [running({ state: "withdrawn" })] })).toMatchObject({ starts: monday });
  });

  test("SPEC 8.5: is met by what its kind or its clause says, and by nothing else", () => {
    const met = (kind: string, does: string, more: Parts = {}): boolean =>
      run(tinyPolicy({ promises: [answer({ promise: kind, ...more })] }), { moment: "answered", does: [does], running: [running({ kind })] }).some((e) => e.do === "keep-promise");
    for (const [kind, does] of [
      ["acknowledgement", "acknowledged"],
      ["first-answer", "answered"],
      ["next-answer", "answered"],
      ["update", "informed"],
      ["solution", "solved"],
      ["call-back", "called"],
    ] as const) {
      expect(met(kind, does)).toBe(true);
      expect(met(kind, "announced")).toBe(false);
    }
    expect([met("first-answer", "called", { stops: ["called"] }), met("first-answer", "answered", { stops: ["called"] })]).toEqual([true, false]);
    expect(run(tinyPolicy({ promises: [answer()] }), { moment: "answered", running: [running()] })).toEqual([]);
  });

  test("SPEC 8.6: is broken once, when its limit has passed, and a remedy can follow", () => {
    const p = tinyPolicy({ promises: [answer()], remedies: [{ clause: "sorry", when: { "promise.first-answer": "broken", "late-by.first-answer": { from: "1 hour" } }, remedy: "apology", words }] });
    const ended = { moment: "promise-ended", about: "ticket/first-answer" } as const;
    const late = run(p, { ...ended, at: monday + 26 * HOUR, running: [running()] });
    expect(late.map((e) => e.do)).toEqual(["break-promise", "remedies"]);
    expect(run(p, { ...ended, at: monday + 23 * HOUR, running: [running()] })).toEqual([]);
    expect(run(p, { ...ended, at: monday + 26 * HOUR, running: [running({ state: "broken" })] }).map((e) => e.do)).toEqual([]);
    expect(run(p, { ...ended, at: monday + 26 * HOUR, running: [running({ state: "paused" })] })).toEqual([]);
  });
});
