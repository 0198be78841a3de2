// How a policy decides: sections in their order, tables by key, refusals, notices, previews.
import { describe, expect, test } from "vitest";
import { compile, decide, type Decision, type Facts, type Moment, type Policy, SECTIONS } from "../../src/policy/index.ts";
import { type Parts, tiny, tinyPolicy, topic, words } from "./tiny.ts";

const at = Date.parse("2026-03-02T09:00:00Z");
const HOUR = 3_600_000;
const run = (policy: Policy, facts: Facts = {}, moment: Moment = "opened"): Decision => decide(policy, { moment, at, openedAt: at, facts });
const answered = (d: Decision): string[] => d.reasons.map((r) => r.clause);

describe("sections", () => {
  test("SPEC 7.1: run in one order, however they are written", () => {
    const p = tinyPolicy({
      closure: [{ clause: "z", closure: "keep-open", words }],
      queue: [{ clause: "q", rank: 1, words }],
      scope: [{ clause: "s", scope: "in", words }],
      facts: { p: { values: ["a"], source: "policy" } },
      classify: [{ clause: "k", set: { p: "a" }, words }],
      promises: [{ clause: "w", promise: "first-answer", must: "1 hour", words }],
    });
    expect(answered(run(p, {}, "finding"))).toEqual(["k", "s", "q", "w", "z"]);
    expect(SECTIONS).toHaveLength(19);
  });

  test("SPEC 7.2: one answer per key, the first clause that holds", () => {
    const p = tinyPolicy({
      facts: { topic },
      channels: [
        { clause: "chat-login", when: { topic: "login" }, channel: "chat", offered: true, words },
        { clause: "no-chat", channel: "chat", offered: false, words },
        { clause: "mail", channel: "mail", offered: true, words },
      ],
    });
    expect(answered(run(p, { topic: "login" }))).toEqual(["chat-login", "mail"]);
    expect(answered(run(p, { topic: "printer" }))).toEqual(["no-chat", "mail"]);
    expect(run(p, { topic: "printer" }).results).toEqual({ "channels.chat": "none", "channels.mail": "offered" });
  });

  test("SPEC 7.3: none is an answer, and nothing follows from it", () => {
    const d = run(tinyPolicy({ promises: [{ clause: "n", promise: "first-answer", none: true, words }] }));
    expect([answered(d), d.effects]).toEqual([["n"], []]);
  });

  test("SPEC 7.4: who is out of scope or refused gets no price and no promise, save where a clause says so", () => {
    const rest = {
      charges: [{ clause: "price", charge: { price: "10.00 EUR" }, words }],
      promises: [
        { clause: "even", promise: "review", must: "1 day", "even-if-refused": true, words },
        { clause: "answer", promise: "first-answer", must: "1 hour", words },
      ],
      queue: [{ clause: "q", rank: 1, words }],
    };
    const out = tinyPolicy({ ...rest, scope: [{ clause: "out", scope: "out", words }] });
    const refused = tinyPolicy({ ...rest, entitlement: [{ clause: "no", entitlement: "refused", words }] });
    expect(answered(run(out))).toEqual(["out", "q", "even"]);
    expect(answered(run(refused))).toEqual(["no", "q", "even"]);
    expect(answered(run(tinyPolicy({ ...rest, scope: [{ clause: "in", scope: "in", words }] })))).toEqual(["in", "price", "q", "even", "answer"]);
  });

  test("SPEC 7.5: a quote at the opening, an overrun at work, a settlement at the close", () => {
    const p = tinyPolicy({ charges: ["quote", "overrun", "settlement"].map((f) => ({ clause: f, for: f, charge: "none", words })) });
    expect((["preview", "opened", "finding", "worked", "consent", "closed", "message"] as const).map((m) => answered(run(p, {}, m)).join())).toEqual([
      "quote",
      "quote",
      "quote",
      "overrun",
      "overrun",
      "settlement",
      "",
    ]);
  });

  test("SPEC 7.6: statements decide nothing", () => {
    const p = tinyPolicy({
      statements: [
        { clause: "duty", by: "customer", words },
        { clause: "advice", advise: "24 hours", words: { en: "Every {advise}." } },
        { clause: "never", never: "solution", words },
      ],
    });
    for (const moment of ["opened", "message", "closed"] as const) expect(run(p, {}, moment)).toEqual({ results: {}, effects: [], reasons: [], open: [] });
  });

  test("a record of the run before does not answer for this one", () => {
    const p = tinyPolicy({
      facts: { topic },
      scope: [
        { clause: "out", when: { topic: "printer" }, scope: "out", words },
        { clause: "in", scope: "in", words },
      ],
      charges: [{ clause: "free", charge: "none", words }],
    });
    expect(answered(run(p, { topic: "login", scope: "out" }))).toEqual(["in", "free"]);
  });
});

describe("notices", () => {
  const p = tinyPolicy({
    notices: [
      { clause: "reminder", notice: "reminder", to: "requester", at: ["booking"], before: ["2 days", "24 hours", "1 hour"], by: ["mail"], act: ["cancel"], words },
      { clause: "thanks", notice: "thanks", to: "expert", at: ["closed"], after: ["3 days"], words },
      { clause: "heard", notice: "heard", to: "requester", at: ["opened"], words },
    ],
    bookings: [{ clause: "free", booking: "cancel", answer: "free", words }],
  });
  const times = (d: Decision): unknown[] => d.effects.flatMap((e) => (e.do === "notify" ? [e.at === undefined ? "now" : (e.at - at) / HOUR] : []));

  test("SPEC 9.1: are timed back from the booking or on from the moment; one whose time has passed is skipped", () => {
    expect(times(run(p, { notice: 72 * HOUR }, "booking"))).toEqual([24, 48, 71]);
    expect(times(run(p, { notice: 24 * HOUR }, "booking"))).toEqual([23]);
    expect(times(run(p, {}, "closed"))).toEqual([72]);
    expect(times(run(p))).toEqual(["now"]);
  });

  test("SPEC 9.2: carry what their reader can do", () => {
    expect(run(p, { notice: 72 * HOUR }, "booking").effects.find((e) => e.do === "notify")).toMatchObject({ kind: "reminder", to: "requester", by: ["mail"], act: ["cancel"], clause: "reminder" });
  });
});

describe("decisions of the author", () => {
  const decision = (more: Parts): Parts => ({
    decision: "d",
    date: "2026-01-01",
    author: "A",
    quotes: [{ text: "q", place: "line 3" }],
    readings: ["a", "b"],
    choice: "a",
    reason: "r",
    settles: ["E-GAP scope 000000"],
    ...more,
  });

  test("SPEC 10.1: are kept with their quotes, readings, choice and reason", () => {
    expect(tinyPolicy({ decisions: [decision({})] }).decisions[0]).toMatchObject({
      id: "d",
      quotes: [{ text: "q", place: "line 3" }],
      readings: ["a", "b"],
      choice: "a",
      reason: "r",
      settles: ["E-GAP scope 000000"],
    });
    const { choice: _, ...without } = decision({});
    expect(compile(tiny({ decisions: [without] })).findings[0]!.message).toBe('"choice" is missing.');
  });

  test("SPEC 10.2: what they add runs as the policy's own, and says whence it came", () => {
    const p = tinyPolicy({ decisions: [decision({ adds: { scope: [{ clause: "s", scope: "in", words }] } })] });
    expect([p.clauses[0]!.decidedBy, answered(run(p))]).toEqual(["d", ["s"]]);
  });
});

describe("deciding", () => {
  const p = tinyPolicy({
    facts: { topic, plan: { values: ["free", "gold"] } },
    parties: { isp: { name: { en: "your provider" } } },
    scope: [
      { clause: "out", when: { topic: "printer" }, scope: "out", refer: "isp", words },
      { clause: "in", scope: "in", words },
    ],
    promises: [
      { clause: "gold", promise: "first-answer", when: { plan: "gold" }, must: "1 hour", words },
      { clause: "rest", promise: "first-answer", must: "1 day", words },
    ],
  });

  test("SPEC 11.1: the same input gives the same output, and the input is left as it was", () => {
    const given = Object.freeze({ moment: "opened", at, openedAt: at, facts: Object.freeze({ topic: "login", plan: "gold" }) } as const);
    expect(decide(p, given)).toEqual(decide(p, given));
    expect(decide(compile(tiny()).policy!, given)).toEqual({ results: {}, effects: [], reasons: [], open: [] });
  });

  test("SPEC 11.2: every effect names a clause, and its reason the facts that it read", () => {
    const d = run(p, { topic: "login", plan: "gold" });
    for (const e of d.effects) if ("clause" in e) expect(d.reasons.map((r) => r.clause)).toContain(e.clause);
    expect(d.reasons.find((r) => r.clause === "gold")).toMatchObject({ section: "promises", key: "ticket/first-answer", strength: "must", facts: ["plan"] });
  });

  test("SPEC 11.3: a preview tells what may still be answered, and what to ask", () => {
    expect(run(p, { topic: "login" }, "preview").open).toEqual([{ section: "promises", key: "ticket/first-answer", clauses: ["gold", "rest"], needs: ["plan"] }]);
    expect(run(p, { topic: "login", plan: "free" }, "preview").open).toEqual([]);
    expect(run(p, { topic: "login" }).open).toEqual([]);
  });

  test("SPEC 11.4: a refusal is an answer with its reason", () => {
    const d = run(p, { topic: "printer" });
    expect(d.effects).toEqual([{ do: "refuse", why: "scope", clause: "out", refer: "isp" }]);
    expect(d.reasons[0]).toMatchObject({ clause: "out", facts: ["topic"] });
  });
});
