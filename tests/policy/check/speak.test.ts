// An example customer is told as a person would tell of one. SPEC 12.1.
import { expect, test } from "vitest";
import { speak, unsaid } from "../../../src/policy/check/speak.ts";
import type { Facts } from "../../../src/policy/index.ts";
import { office, tinyPolicy, topic, words } from "../tiny.ts";

const label = (en: string): object => ({ label: { en } });
const policy = tinyPolicy({
  calendars: { office },
  documents: { terms: { version: "1", title: { en: "the terms" }, words: { en: "…" } } },
  facts: {
    topic: { ...topic, values: { login: label("Signing in"), printer: label("Printers") } },
    release: { values: { "2": label("2"), "3": label("3") }, ...label("Release") },
    contract: { values: { active: label("running"), none: label("none") }, ...label("Contract") },
    seats: { type: "count", ...label("Seats") },
    matter: { values: ["use", "other"], of: "ticket", source: "agent", ...label("Matter") },
  },
  scope: [
    {
      clause: "a",
      when: {
        all: [
          { release: "2" },
          { contract: "none" },
          { seats: 1 },
          { matter: "use" },
          { topic: "login" },
          { "now-in.office": true },
          { "worked.connection": { over: "1 hour" } },
          { "accepted.terms": false },
        ],
      },
      scope: "in",
      words,
    },
    { clause: "b", when: { all: [{ identified: true }, { idle: { over: "1 day" } }, { "open-tickets": 2 }, { channel: "mail" }] }, scope: "out", words },
    { clause: "rest", scope: "examine", words },
  ],
});

const MINUTE = 60_000;
const CASES: readonly [Facts, string][] = [
  [{}, "a customer"],
  [{ contract: "none", release: "3", "worked.connection": 31 * MINUTE }, "a customer whose contract is none and whose release is 3, minute 31 of a connection"],
  [{ identified: false, channel: "mail" }, "a stranger, by mail"],
  [{ identified: true, topic: "login", "now-in.office": false }, "a customer whom the desk knows and asking about Signing in, outside office hours"],
  [{ contract: null, "accepted.terms": false }, "a customer whose contract is not known and who has not accepted the terms"],
  [{ seats: 12, "open-tickets": 2, matter: "other" }, "a customer with 12 seats and with 2 open tickets, matter: other"],
  [{ idle: 24 * 60 * MINUTE, "now-in.office": true }, "a customer, after 24 hours of silence, during office hours"],
];

test.each(CASES)("%o", (facts, said) => {
  expect(speak(policy, facts)).toBe(said);
});

test("what is missing is named after the table", () => {
  expect(unsaid("charges", "overrun")).toBe("says what the further time costs");
  expect(unsaid("promises", "ticket/first-answer")).toBe("says whether a first answer is promised");
  expect(unsaid("notices", "x")).toBe("answers it");
});
