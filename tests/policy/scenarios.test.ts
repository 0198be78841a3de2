// Scenarios tell what they expected and what happened instead, and let nothing apply unseen.
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { readScenarios, runScenarios } from "../../src/policy/index.ts";
import { type Parts, tinyPolicy, topic, words } from "./tiny.ts";

const policy = tinyPolicy({
  facts: { topic },
  scope: [
    { clause: "out", when: { topic: "printer" }, scope: "out", words },
    { clause: "in", scope: "in", words },
  ],
  promises: [{ clause: "answer", promise: "first-answer", must: "24 hours", words }],
});
const failures = (more: Parts): readonly string[] => {
  const { results, faults } = runScenarios(
    policy,
    readScenarios(stringify({ scenarios: [{ scenario: "A login", at: "2026-03-02T10:00", when: "opened", given: { topic: "login" }, then: { clauses: ["in", "answer"] }, ...more }] })),
  );
  return [...faults.map((f) => f.message), ...results.flatMap((r) => r.failures)];
};

describe("a scenario", () => {
  test("holds where just its clauses apply and its effects happen", () => {
    expect(failures({})).toEqual([]);
    expect(failures({ then: { clauses: ["answer", "in"], results: { scope: "in" }, effects: [{ do: "promise", due: "2026-03-03T10:00" }], no: [{ do: "refuse" }] } })).toEqual([]);
  });

  test("fails on a clause too many and one too few", () => {
    expect(failures({ then: { clauses: ["in", "out"] } })).toEqual(["these clauses apply too: answer", "these clauses do not apply: out"]);
  });

  test("fails on a due time off by a minute, and shows the real one", () => {
    expect(failures({ then: { clauses: ["in", "answer"], effects: [{ do: "promise", due: "2026-03-03T10:01" }] } })[0]).toContain("2026-03-03T10:00");
  });

  test("fails on a fact that there is not, a value that it has not, and a result that is another", () => {
    expect(failures({ given: { topic: "login", mood: "good" } })).toEqual(["given mood: the policy reads no such fact"]);
    expect(failures({ given: { topic: "lamp" } })).toEqual(["given topic: lamp is no value of it"]);
    expect(failures({ then: { clauses: ["in", "answer"], results: { scope: "out" } } })).toEqual(["scope is in, not out"]);
  });

  test("fails on an effect that must not be", () => {
    expect(failures({ then: { clauses: ["in", "answer"], no: [{ do: "promise" }] } })[0]).toContain("an effect that must not be");
  });

  test("with a wrong shape says the line", () => {
    const { faults } = readScenarios("scenarios:\n  - scenario: x\n    at: yesterday\n    when: opened\n    then: { clauses: [] }\n");
    expect(faults[0]!.place!.line).toBe(3);
  });
});
