// Closing by the policy: refused without a solution, asked about first, promises standing still meanwhile, closed by agreement or by silence. SPEC 23.1, 23.2, 23.3, 23.4, 23.5
import { expect, test } from "vitest";
import { check } from "../../src/policy/check/check.ts";
import { decide, type Given, type Policy } from "../../src/policy/index.ts";

const TEXT = `
policy: tiny
version: "1"
effective: 2026-01-01
title: { en: Tiny }
desk: { name: { en: Tiny }, prefix: TN, languages: [en], zone: Europe/Rome, address: help@tiny.example }
promises:
  - clause: solved-within
    promise: solution
    must: 48 hours
    pauses: [waiting-on-customer]
    words: { en: "We solve it within {must}." }
notices:
  - clause: how-was-it
    at: [closed]
    notice: feedback
    to: requester
    by: [mail]
    words: { en: How was it? }
closure:
  - clause: solution-first
    when: { outcome: solved, solution-given: false }
    over: [ask-first, solved]
    closure: refuse
    words: { en: Nothing is solved without a solution. }
  - clause: ask-first
    when: { outcome: [solved, unresolved], closing: not-asked }
    closure: ask
    remind: [2 days]
    after: 7 days
    words: { en: "We ask, remind after {remind}, close after {after}." }
  - clause: solved
    when: { outcome: solved, closing: [agreed, silent] }
    closure: close
    as: solved
    words: { en: Solved. }
  - clause: unresolved
    when: { outcome: unresolved, closing: [agreed, silent] }
    closure: close
    as: unresolved
    words: { en: Unresolved. }
  - clause: open
    closure: keep-open
    audience: agent
    words: { en: Open. }
`;
const { policy, findings } = check(TEXT);
const tiny = policy as Policy;
const HOUR = 3_600_000;
const AT = Date.parse("2026-03-03T10:30:00Z");
const RUNNING = { id: "p1", subject: "ticket", kind: "solution", clause: "solved-within", starts: AT - 10 * HOUR, due: AT + 38 * HOUR, goal: null, state: "running", pauses: [] } as const;
const given = (more: Partial<Given> & Pick<Given, "facts">): Given => ({ moment: "closed", at: AT, openedAt: AT - 10 * HOUR, running: [RUNNING], does: ["informed"], ...more });

test("the text has no finding; a reminder that does not come before the end is one", () => {
  expect(findings.filter((f) => f.severity === "error").map((f) => `${f.code} ${f.at}`)).toEqual([]);
  const late = check(TEXT.replace("remind: [2 days]", "remind: [2 days, 7 days]")).findings.filter((f) => f.code === "E-TOO-LATE");
  expect(late.map((f) => [f.at, f.message.includes("reminds after 7 days")])).toEqual([["ask-first", true]]);
});

test("without a solution it is refused, and nothing else of the moment happens", () => {
  const { results, effects, reasons } = decide(tiny, given({ facts: { outcome: "solved", "solution-given": false, closing: "agreed" } }));
  expect([results["closure"], effects.map((e) => e.do), reasons.map((r) => r.clause)]).toEqual(["refuse", ["closure"], ["solution-first"]]);
});

test("asked about, the clock stands still, the notices of a closing wait, and two timers are set; also where it would close as unresolved", () => {
  for (const facts of [
    { outcome: "solved", "solution-given": true, closing: "not-asked" },
    { outcome: "unresolved", "solution-given": false, closing: "not-asked" },
  ]) {
    const { results, effects } = decide(tiny, given({ facts }));
    expect(results).toMatchObject({ closure: "ask", asked: "closing" });
    expect(effects.filter((e) => e.do !== "closure")).toMatchObject([
      { do: "timer", key: "closing:0", at: AT + 48 * HOUR, moment: "timer", about: "closing/ask-first/0" },
      { do: "timer", key: "closing:ends", at: AT + 7 * 24 * HOUR, moment: "closed", about: "closing/ends" },
      { do: "pause-promise", reason: "closing" },
      { do: "cancel-timer", key: "promise:ticket/solution" },
    ]);
  }
});

test("agreed, and at the end of the time, it closes with its notices; a reminder comes only while it is asked", () => {
  for (const closing of ["agreed", "silent"]) {
    const { results, effects } = decide(tiny, given({ does: ["replied", "solved"], facts: { outcome: "solved", "solution-given": true, closing, asked: "closing" } }));
    expect([results["closure"], effects.map((e) => e.do)]).toEqual(["close", expect.arrayContaining(["keep-promise", "notify", "closure"])]);
  }
  const remind = (closing: string) => decide(tiny, given({ moment: "timer", about: "closing/ask-first/0", facts: { closing, asked: "closing" } })).effects.filter((e) => e.do === "remind");
  expect([remind("asked").length, remind("refused").length]).toEqual([1, 0]);
});

test("a no resumes the clock with what was left of it", () => {
  const paused = { ...RUNNING, state: "paused", pauses: [{ from: AT, to: null, reason: "closing" }] } as const;
  const { effects } = decide(tiny, given({ moment: "message", at: AT + 5 * HOUR, running: [paused], does: ["replied"], facts: { closing: "refused", asked: "closing" } }));
  expect(effects.find((e) => e.do === "resume-promise")).toMatchObject({ due: AT + 43 * HOUR });
});
