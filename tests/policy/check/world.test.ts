// The proof knows what can be: no example is a customer or an hour that there never is, and none that there is goes missing. SPEC 3.4, 3.8, 5.3, 7.3, 7.4, 9.2.
import { describe, expect, test } from "vitest";
import { check } from "../../../src/policy/check/check.ts";
import type { Finding } from "../../../src/policy/index.ts";
import { office, type Parts, tiny, topic, words } from "../tiny.ts";

const found = (parts: Parts): string[] => check(tiny(parts)).findings.map((f) => `${f.code} ${f.at}`);
const only = (parts: Parts, code: string): Finding[] => check(tiny(parts)).findings.filter((f) => f.code === code);
const answer = (clause: string, when: unknown, must = "1 hour"): Parts => ({ clause, promise: "first-answer", must, when, words });

describe("opening hours", () => {
  const calendars = { office, telephone: { name: { en: "telephone hours" }, open: { "mon-fri": ["10:00-12:00"] } }, always: { name: { en: "always" }, open: "always" } };

  test("a telephone that is open while the office is shut is no situation, where its hours lie within the office's", () => {
    expect(
      found({
        calendars,
        promises: [answer("a", { "now-in.telephone": true }), answer("b", { "now-in.office": true, "now-in.telephone": false }, "2 hours"), answer("c", { "now-in.office": false }, "3 hours")],
      }),
    ).toEqual([]);
  });

  test("a clause for it never answers", () => {
    expect(found({ calendars, promises: [answer("a", { "now-in.telephone": true, "now-in.office": false }), answer("b", {}, "2 hours")] })).toEqual(["E-UNREACHABLE a"]);
  });

  test("a clause for when the desk that never closes is closed never answers", () => {
    expect(found({ calendars, promises: [answer("a", { "now-in.always": false }), answer("b", {}, "2 hours")] })).toEqual(["E-UNREACHABLE a"]);
  });

  test("two calendars that keep the same hours but other holidays can differ", () => {
    const two = { fr: { ...office, holidays: "FR" }, it: { ...office, holidays: "IT" } };
    expect(found({ calendars: two, promises: [answer("a", { "now-in.fr": true, "now-in.it": false }), answer("b", {}, "2 hours")] })).toEqual([]);
  });

  test("at the opening itself, open then and open now are one", () => {
    const at = ["opened"];
    expect(
      found({
        calendars,
        promises: [
          { ...answer("a", { "now-in.office": true, "opened-in.office": false }), at },
          { ...answer("b", {}, "2 hours"), at },
        ],
      }),
    ).toEqual(["E-UNREACHABLE a"]);
    expect(
      found({
        calendars,
        promises: [
          { ...answer("a", { "now-in.office": true, "opened-in.office": false }), at: ["message"] },
          { ...answer("b", {}, "2 hours"), at: ["message"] },
        ],
      }),
    ).toEqual([]);
  });

  test("hours that are still undecided are taken for open or shut alike", () => {
    const undecided = { office: { name: office.name, open: { undecided: "business hours" } } };
    expect(found({ calendars: undecided, promises: [answer("a", { "now-in.office": true }), answer("b", { "now-in.office": false }, "2 hours")] })).toEqual(["E-VAGUE calendars/office/open"]);
  });
});

test("a ticket that has been silent longer than it exists is no situation", () => {
  const closure = [
    { clause: "a", when: { idle: { over: "14 days" }, age: { under: "7 days" } }, closure: "close", words },
    { clause: "b", closure: "keep-open", words },
  ];
  expect(found({ closure })).toEqual(["E-UNREACHABLE a"]);
  expect(found({ closure: [{ ...closure[0], when: { idle: { over: "6 days" }, age: { under: "7 days" } } }, closure[1]] })).toEqual([]);
});

describe("what is not known", () => {
  const facts = { contract: { values: ["yes", "no"], known: "finding" } };
  const scope = [
    { clause: "a", when: { contract: "yes" }, scope: "in", words },
    { clause: "b", when: { contract: "no" }, scope: "out", words },
  ];

  test("a table that reads a fact before it is known must answer for unknown (SPEC 3.4)", () => {
    const [gap] = only({ facts, scope }, "E-GAP");
    expect(gap!.example).toEqual({ contract: null });
    expect(gap!.message).toContain("contract unknown");
    expect(gap!.message).not.toContain("finding");
  });

  test("a fallback stands in for it", () => {
    expect(found({ facts: { contract: { ...facts.contract, fallback: "no" } }, scope })).toEqual([]);
  });

  test("a clause that waits for unknown where nothing is unknown never answers", () => {
    expect(found({ facts: { contract: { values: ["yes", "no"], fallback: "no" } }, scope: [{ clause: "x", when: { contract: "unknown" }, scope: "examine", words }, ...scope] })).toEqual([
      "E-UNREACHABLE x",
    ]);
  });
});

describe("results of earlier tables", () => {
  const facts = { topic, urgency: { values: ["high", "low"], source: "policy" } };
  const classify = [
    { clause: "login-is-high", when: { topic: "login" }, set: { urgency: "high" }, words },
    { clause: "rest-is-low", set: { urgency: "low" }, words },
  ];

  test("stand for the situations that yield them: a combination that no request has is no gap (SPEC 3.8)", () => {
    const promises = [answer("a", { urgency: "high" }), answer("b", { topic: ["printer", "invoice", "unknown"] }, "2 hours")].map((p) => ({ ...p, at: ["opened"] }));
    expect(found({ facts, classify, promises })).toEqual([]);
  });

  test("a clause for a combination that no request has never answers", () => {
    const queue = [
      { clause: "a", when: { urgency: "high", topic: "printer" }, rank: 1, words },
      { clause: "b", rank: 2, words },
    ].map((p) => ({ ...p, at: ["opened"] }));
    expect(found({ facts, classify, queue })).toEqual(["E-UNREACHABLE a"]);
  });

  test("the answer of the run before may be any that the table can give", () => {
    const queue = [
      { clause: "a", when: { "was.urgency": "high", topic: "printer" }, rank: 1, words },
      { clause: "b", rank: 2, words },
    ];
    expect(found({ facts, classify, queue })).toEqual([]);
  });

  test("who is refused needs no promise and no price (SPEC 7.4)", () => {
    const scope = [
      { clause: "printers-out", when: { topic: "printer" }, scope: "out", words },
      { clause: "rest-in", scope: "in", words },
    ];
    const charges = [{ clause: "free", when: { topic: ["login", "invoice", "unknown"] }, charge: "none", words }];
    expect(found({ facts: { topic }, scope, charges })).toEqual([]);
    expect(found({ facts: { topic }, scope, charges: [{ clause: "printer-price", when: { topic: "printer" }, charge: "by-quote", words }, ...charges] })).toEqual(["E-UNREACHABLE printer-price"]);
    expect(found({ facts: { topic }, scope, charges: [{ clause: "printer-price", "even-if-refused": true, when: { topic: "printer" }, charge: "by-quote", words }, ...charges] })).toEqual([]);
  });
});

describe("a clause that waits for a person (SPEC 5.3)", () => {
  const roles = { lead: { name: { en: "the lead" } } };
  const may = { role: "lead", options: ["refuse"] };

  test("is no answer for the proof of gaps", () => {
    const [gap] = only(
      {
        roles,
        facts: { topic },
        scope: [
          { clause: "a", when: { topic: "login" }, may, scope: "out", words },
          { clause: "b", when: { topic: ["printer", "invoice", "unknown"] }, scope: "in", words },
        ],
      },
      "E-GAP",
    );
    expect(gap!.message).toContain("topic login");
  });

  test("blocks no later clause, and is no overlap with it", () => {
    expect(
      found({
        roles,
        facts: { topic },
        scope: [
          { clause: "a", may, scope: "out", words },
          { clause: "b", scope: "examine", words },
        ],
      }),
    ).toEqual([]);
  });

  test("is itself blocked by an earlier answer", () => {
    expect(
      found({
        roles,
        facts: { topic },
        scope: [
          { clause: "b", scope: "in", words },
          { clause: "a", may, scope: "out", words },
        ],
      }),
    ).toEqual(["E-UNREACHABLE a"]);
  });
});

describe("a notice that comes too late (SPEC 9.2)", () => {
  const bookings = (under: string): Parts[] => [
    { clause: "late", booking: "change", when: { notice: { under } }, answer: "no-show", words },
    { clause: "free", booking: "change", answer: "free", words },
  ];
  const notices = (before: string[]): Parts[] => [{ clause: "reminder", notice: "reminder", to: "requester", at: ["booking"], before, act: ["change"], words }];

  test("one with no slack at all is too late, one with more is not", () => {
    expect(found({ bookings: bookings("24 hours"), notices: notices(["2 days", "24 hours"]) })).toEqual(["E-TOO-LATE reminder"]);
    expect(only({ bookings: bookings("24 hours"), notices: notices(["2 days", "24 hours", "1 hour"]) }, "E-TOO-LATE")[0]!.message).toContain("24 hours and 1 hour before");
    expect(found({ bookings: bookings("24 hours"), notices: notices(["2 days", "25 hours"]) })).toEqual([]);
  });

  test("a day's notice is an hour shorter when the clocks go forward", () => {
    expect(found({ bookings: bookings("23 hours"), notices: notices(["1 day"]) })).toEqual(["E-TOO-LATE reminder"]);
    expect(found({ bookings: bookings("22 hours"), notices: notices(["1 day"]) })).toEqual([]);
  });

  test("what is refused however early is not the notice's fault", () => {
    const never = [{ clause: "kept", booking: "change", over: ["late"], when: { standing: "restricted" }, answer: "exclusive", words }, ...bookings("1 hour")];
    expect(found({ bookings: never, notices: notices(["2 hours"]) })).toEqual([]);
  });
});

test("an aim in plain hours may overtake a limit in working hours, or be overtaken, by the hour of the week", () => {
  const promise = (more: Parts): Parts => ({
    calendars: { office },
    promises: [{ clause: "answer", promise: "first-answer", calendar: "office", ends: "close", "late-arrival": "next-opening", words, ...more }],
  });
  expect(found(promise({ must: "2 working days", goal: "24 hours" }))).toEqual([]);
  expect(only(promise({ must: "1 working day", goal: "48 hours" }), "E-CONTRADICTION")[0]!.message).toMatch(/for what comes in on \w+day, 2026-/);
  expect(found(promise({ must: "2 days", goal: "8 working hours" }))).toEqual(["E-UNKEEPABLE answer", "E-CONTRADICTION answer"]); // and nobody is there from Friday to Sunday
});

test("an overlap inside the later clause is an exception, not a contradiction", () => {
  const scope = [
    { clause: "ours", when: { topic: "printer", cause: "ours" }, scope: "in", words },
    { clause: "printers", when: { topic: "printer" }, scope: "out", words },
    { clause: "rest", scope: "in", words },
  ];
  expect(found({ facts: { topic }, scope })).toEqual([]);
});

test("a gap is said as a person would say it, with the customer and the moments", () => {
  const charges = [
    { clause: "short", for: "overrun", when: { "worked.connection": { within: "30 minutes" } }, charge: "none", words },
    { clause: "members", for: "overrun", when: { contract: "active" }, charge: "by-quote", words },
  ];
  const [gap] = only({ facts: { contract: { values: ["active", "none"], fallback: "none" } }, charges }, "E-GAP");
  expect(gap!.message).toBe(
    "A customer whose contract is none, minute 31 of a connection: no clause of charges/overrun says what the further time costs. In full: contract none, worked.connection more than 30 minutes.",
  );
  expect(gap!.example).toEqual({ contract: "none", "worked.connection": 31 * 60_000 });
});
