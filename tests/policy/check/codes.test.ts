// Each kind of mistake in a tiny policy gives just its own finding, at its place. SPEC 12, the table of codes.
import { describe, expect, test } from "vitest";
import { check } from "../../../src/policy/check/check.ts";
import { office, type Parts, tiny, topic, words } from "../tiny.ts";

const scope = (when?: unknown, more: Parts = {}): Parts => ({ clause: "in", scope: "in", words, ...(when ? { when } : {}), ...more });
const promise = (more: Parts = {}): Parts => ({ clause: "answer", promise: "first-answer", must: "24 hours", words, ...more });
const say = (en: string, more: Parts = {}): Parts => tinyStatement({ en }, more);
const tinyStatement = (w: Parts, more: Parts = {}): Parts => ({ statements: [{ clause: "said", words: w, ...more }] });
const fr = { desk: { name: { en: "Tiny", fr: "Tiny" }, prefix: "TN", languages: ["en", "fr"], zone: "Europe/Paris", address: "help@tiny.example" }, title: { en: "Support", fr: "Support" } };

const CASES: readonly [name: string, parts: Parts | string, expected: string][] = [
  ["a text that is not YAML", "policy: [", "E-YAML text"],
  ["a list where a policy should be", "- policy", "E-SHAPE text"],
  ["a word that the language does not know", tiny({ scopes: [] }), "E-SHAPE scopes"],
  ["an address that is more than an address", tiny({ desk: { ...fr.desk, languages: ["en"], address: "help@tiny.example\r\nBcc: all@tiny.example" } }), "E-SHAPE desk/address"],
  ["a link that runs something", tiny({ parties: { maker: { name: { en: "the maker" }, url: "javascript:alert(1)" } } }), "E-SHAPE parties/maker"],
  ["a condition on a fact that nobody declared", { scope: [scope({ contract: "active" }), { clause: "rest", scope: "out", words }] }, "E-UNKNOWN-FACT in"],
  ["a condition on a value that the fact has not", { facts: { topic }, scope: [scope({ topic: ["login", "printers"] }), { clause: "rest", scope: "out", words }] }, "E-UNKNOWN-VALUE in"],
  ["a range that nothing lies in", { scope: [scope({ any: [{ age: { over: "2 hours", under: "1 hour" } }, { identified: true }] }), { clause: "rest", scope: "out", words }] }, "E-EMPTY-RANGE in"],
  ["a party that stands for nothing", { scope: [scope(undefined, { scope: "out", refer: "isp" })] }, "E-UNDEFINED in"],
  ["words that mention what is not declared", tinyStatement({ en: "See." }, { mentions: ["atlas"] }), "E-UNDEFINED said"],
  ["a fact about a calendar that there is none of", { promises: [promise({ when: { "now-in.office": true } }), promise({ clause: "later", must: "48 hours" })] }, "E-UNDEFINED answer"],
  ["a clause that is to win over one of another table", { scope: [scope(undefined, { over: ["answer"] })], promises: [promise()] }, "E-UNDEFINED in"],
  ["a notice that offers what no booking clause answers", { notices: [{ clause: "reminder", notice: "reminder", to: "requester", at: ["booking"], before: ["2 days"], act: ["cancel"], words }] }, "E-UNDEFINED reminder"],
  [
    "two clauses of one id",
    {
      statements: [
        { clause: "said", words },
        { clause: "said", words },
      ],
    },
    "E-DUPLICATE-ID said",
  ],
  [
    "a result read before it is made",
    { facts: { topic }, scope: [scope({ entitlement: "granted" }), { clause: "rest", scope: "out", words }], entitlement: [{ clause: "all", entitlement: "granted", words }] },
    "E-ORDER in",
  ],
  ["a section run at a moment that it has not", { scope: [scope(undefined, { at: ["closed"] })] }, "E-MOMENT in"],
  ["a notice without a moment", { notices: [{ clause: "told", notice: "told", to: "requester", words }] }, "E-MOMENT told"],
  ["a calendar whose hours overlap", { calendars: { office: { ...office, open: { mon: ["09:00-12:00", "11:00-17:00"] } } } }, "E-CALENDAR office"],
  ["a calendar without hours", { calendars: { office: { name: office.name } } }, "E-CALENDAR office"],
  ["a calendar that keeps the holidays of nowhere", { calendars: { office: { ...office, holidays: "XX" } } }, "E-CALENDAR office"],
  ["a promise on a calendar that never opens", { calendars: { office: { ...office, open: { mon: "closed" } } }, promises: [promise({ must: "8 working hours", calendar: "office" })] }, "E-CALENDAR answer"],
  ["a zone that does not exist", { calendars: { office: { ...office, zone: "Europe/Atlantis" } } }, "E-ZONE office"],
  ["working hours without a calendar", { promises: [promise({ must: "8 working hours" })] }, "E-WORKING-DAYS answer"],
  ["working days without saying when they end", { calendars: { office }, promises: [promise({ must: "2 working days", calendar: "office", ends: "close" })] }, "E-WORKING-DAYS answer"],
  ["a value that the text leaves open", { promises: [promise({ must: { undecided: "soon" } })] }, "E-VAGUE promises/answer/must"],
  ["a topic that no clause answers", { facts: { topic }, scope: [scope({ topic: ["login", "printer", "unknown"] })] }, "E-GAP scope"],
  [
    "two clauses that answer one situation differently",
    { facts: { topic }, scope: [scope({ topic: "login" }), { clause: "out", when: { identified: false }, scope: "out", words }, { clause: "rest", scope: "examine", words }] },
    "E-OVERLAP scope",
  ],
  ["a clause behind one that answers everything", { facts: { topic }, scope: [scope(), { clause: "late", when: { topic: "login" }, scope: "out", words }] }, "E-UNREACHABLE late"],
  ["a promise that a statement denies", { promises: [promise({ promise: "solution" })], ...tinyStatement({ en: "We promise none." }, { never: "solution" }) }, "E-CONTRADICTION answer"],
  ["an aim that lies beyond its limit", { promises: [promise({ goal: "2 days" })] }, "E-CONTRADICTION answer"],
  ["a promise that is owed and has no limit", { promises: [promise({ must: undefined, goal: "2 hours", strength: "must" })] }, "E-CONTRADICTION answer"],
  [
    "two clauses each of which is to win",
    { facts: { topic }, scope: [scope({ topic: "login" }, { over: ["out"] }), { clause: "out", when: { identified: false }, over: ["in"], scope: "out", words }, { clause: "rest", scope: "examine", words }] },
    "E-CONTRADICTION in",
  ],
  [
    "a reminder that comes when it is too late",
    {
      bookings: [
        { clause: "late", booking: "cancel", when: { notice: { under: "24 hours" } }, answer: "no-show", words },
        { clause: "free", booking: "cancel", answer: "free", words },
      ],
      notices: [{ clause: "reminder", notice: "reminder", to: "requester", at: ["booking"], before: ["24 hours"], act: ["cancel"], words }],
    },
    "E-TOO-LATE reminder",
  ],
  ["a clause without words in a language of the desk", { ...fr, ...say("As agreed.") }, "E-TRANSLATION said"],
  ["words that are no message", say("We answer {soon."), "E-SLOT said"],
  ["a slot that the rule has not", say("We answer within {must}."), "E-SLOT said"],
  ["a slot that an apostrophe has made plain text", { ...tinyStatement({ en: "It is '{desk}' here." }) }, "E-SLOT said"],
  ["a slot that one language alone says", { ...fr, promises: [promise({ words: { en: "Within {must}.", fr: "Bientôt." } })] }, "E-SLOT answer"],
  ["a telephone number that the desk has not", say("Call {phone}."), "E-SLOT said"],
  [
    "a plural without the branch that French needs",
    { ...fr, promises: [promise({ words: { en: "{must_amount, plural, one {# hour} other {# hours}}", fr: "{must_amount, plural, other {# heures}}" } })] },
    "E-PLURAL answer",
  ],
  ["a number in digits that no rule knows", say("We answer within 24 hours."), "E-BARE-NUMBER said"],
  ["a number in words that no rule knows", say("We answer within twelve hours."), "E-BARE-NUMBER said"],
  [
    "a fact that nothing supplies",
    { facts: { mood: { values: ["good", "bad"], source: "customer", known: "preview" } }, scope: [scope({ mood: "good" }), { clause: "rest", scope: "examine", words }] },
    "E-UNSUPPLIED mood",
  ],
  ["a decision that points nowhere", { ...decided({ prefers: [{ clause: "nobody", over: ["answer"] }] }, ["E-VAGUE promises/answer/must 000000"]), promises: [promise()] }, "E-DECISION chosen"],
  ["a decision that settles nothing", { ...decided({}, ["E-GAP scope 000000"]), promises: [promise()] }, "E-STALE chosen"],
];

function decided(hands: Parts, settles: readonly string[]): Parts {
  return { decisions: [{ decision: "chosen", date: "2026-01-01", author: "A. Author", quotes: [{ text: "soon" }], readings: ["so", "or so"], choice: "so", reason: "It reads so.", settles, ...hands }] };
}

describe("a tiny policy with one mistake gives one finding", () => {
  test.each(CASES)("%s", (_name, parts, expected) => {
    const { findings } = check(typeof parts === "string" ? parts : tiny(parts));
    const open = findings.filter((f) => f.severity === "error" && !f.decided).map((f) => `${f.code} ${f.at}`);
    const code = expected.split(" ")[0];
    const extra = code === "E-DECISION" ? open.filter((o) => !o.startsWith("E-STALE")) : open;
    expect([...new Set(extra)]).toEqual([expected]);
    for (const f of findings) {
      expect(f.message).toMatch(/^\S.*[.!?]$|^[^.]+$/s);
      expect(f.key).toMatch(/^E-[A-Z-]+ \S+ [0-9a-f]{6}$/);
    }
  });

  test("and a sound one gives none", () => {
    expect(check(tiny({ facts: { topic }, calendars: { office }, scope: [scope()], promises: [promise({ words: { en: "Within {must}, from {desk} at {address}." } })] })).findings).toEqual([]);
  });

  test("SPEC 12.1: a finding says where it stands, what is wrong, for whom, and how to mend it", () => {
    const text = tiny({ facts: { topic }, scope: [scope({ topic: "logn" }), { clause: "rest", scope: "out", words }] });
    const found = check(text).findings.find((f) => f.code === "E-UNKNOWN-VALUE")!;
    expect(text.split("\n")[found.place!.line - 1]).toContain("topic: logn");
    expect(found).toMatchObject({ severity: "error", at: "in", mend: "Did you mean login?" });
    const gap = check(tiny({ facts: { topic }, scope: [scope({ topic: ["login", "printer", "unknown"] })] })).findings[0]!;
    expect(gap).toMatchObject({ example: { topic: "invoice" }, place: { line: expect.any(Number) }, mend: expect.stringContaining("Add a clause") });
  });
});
