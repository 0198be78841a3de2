// What the original texts of the shipped policies leave open or say twice: each is found, with a customer to whom it happens; its author decided it, and without the decision it is an error again. SPEC 10.4, 12.1.
import { describe, expect, test } from "vitest";
import { check } from "../../src/policy/check/check.ts";
import type { Finding } from "../../src/policy/index.ts";
import { allShipped } from "./shipped.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const QUESTIONS: readonly { policy: string; what: string; code: string; at: string; says: RegExp; example?: Readonly<Record<string, unknown>> }[] = [
  {
    policy: "teladentistry",
    what: "the telephone is answered round the clock in one place and in business hours in another",
    code: "E-UNREACHABLE",
    at: "telephone-for-this-policy",
    says: /telephone-for-this-policy never answers: whatever it speaks to, telephone-round-the-clock has answered before/,
  },
  { policy: "teladentistry", what: "the text names another product's database", code: "E-UNDEFINED", at: "where-your-expert-answers", says: /"hero-database" stands for nothing/ },
  {
    policy: "dms",
    what: "nobody says what a customer on an earlier release without contract pays after minute 30",
    code: "E-GAP",
    at: "charges/overrun",
    says: /whose release is earlier.*minute 31 of a connection: no clause of charges\/overrun says what the further time costs/,
    example: { contract: "none", release: "earlier", "worked.connection": 31 * MINUTE },
  },
  {
    policy: "taxdome",
    what: "two of the reminders come when it is too late to change without a no-show",
    code: "E-TOO-LATE",
    at: "reminder-by-mail",
    says: /comes 24 hours and 1 hour before, when it is already too late to change or cancel freely/,
    example: { notice: 24 * HOUR - 1 },
  },
  {
    policy: "technical-support",
    what: "business hours are never defined",
    code: "E-VAGUE",
    at: "calendars/business-hours/open",
    says: /calendars\/business-hours\/open is left open: the text says only "during business hours"/,
  },
];

describe.each(QUESTIONS)("$policy: $what", ({ policy, code, at, says, example }) => {
  const shipped = allShipped().find((p) => p.name === policy)!;
  const asked = (findings: readonly Finding[]): Finding | undefined => findings.find((f) => f.code === code && f.at === at && says.test(f.message));

  test("is found, with its line and its customer, and shown as decided", () => {
    const found = asked(check(shipped.text).findings)!;
    expect(found).toMatchObject({
      severity: "error",
      decided: expect.any(String),
      place: { line: expect.any(Number), column: expect.any(Number) },
      ...(example && { example: expect.objectContaining(example) }),
    });
  });

  test("is an open error without the author's decisions", () => {
    const { findings, policy: left } = check(shipped.text.slice(0, shipped.text.indexOf("\ndecisions:") + 1));
    expect(left!.decisions).toEqual([]);
    expect(asked(findings)).toMatchObject({ severity: "error" });
    expect(asked(findings)!.decided).toBeUndefined();
  });
});
