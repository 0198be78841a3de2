// The language as authors write it: text, values, facts, conditions, clauses and their words.
import { describe, expect, test } from "vitest";
import { compile, decide, type Facts, factValue, formatDuration, needs, parseDuration, type Policy, read } from "../../src/policy/index.ts";
import { say } from "../../src/words/message.ts";
import { office, type Parts, tiny, tinyPolicy, topic, words } from "./tiny.ts";

const faults = (text: string): string[] => compile(text).findings.map((f) => `${f.code} ${f.message} ${f.mend ?? ""}`.trim());
const run = (policy: Policy, facts: Facts): string[] => decide(policy, { moment: "opened", at: 0, openedAt: 0, facts }).reasons.map((r) => r.clause);
/** Which clause of a scope table answers: `hit` where the condition holds, else `miss`. */
const hits = (facts: Parts, when: unknown, given: Facts, unless?: unknown): boolean =>
  run(
    tinyPolicy({
      facts,
      scope: [
        { clause: "hit", when, ...(unless ? { unless } : {}), scope: "in", words },
        { clause: "miss", scope: "out", words },
      ],
    }),
    given,
  )[0] === "hit";

describe("the text", () => {
  test("SPEC 1.1: without id, version, date, title or desk it is no policy", () => {
    for (const part of ["policy", "version", "effective", "title", "desk"]) {
      const text = tiny()
        .split(/\n(?=\w)/)
        .filter((block) => !block.startsWith(`${part}:`))
        .join("\n");
      expect(faults(text)).toEqual([`E-SHAPE "${part}" is missing. Add it.`]);
    }
  });

  test("SPEC 1.2: words are kept per language", () => {
    const p = tinyPolicy({ statements: [{ clause: "said", words: { en: "Hello.", fr: "Bonjour." } }] });
    expect(p.statements[0]!.words).toEqual({ en: "Hello.", fr: "Bonjour." });
  });

  test("SPEC 1.3: an id with capitals is refused, and an id stands once", () => {
    expect(faults(tiny({ statements: [{ clause: "Said", words }] }))[0]).toContain("an id is lower-case letters");
    expect(faults(tiny({ statements: [{ clause: "said", words }], scope: [{ clause: "said", scope: "in", words }] }))).toEqual(["E-DUPLICATE-ID Two clauses are called said. Give each its own id."]);
  });

  test("SPEC 1.4: a misspelt key is a fault with the word that was meant", () => {
    expect(faults(tiny({ statements: [{ clause: "said", word: "x", words }] }))).toEqual(['E-SHAPE "word" is not a word that belongs here. Did you mean "words"?']);
  });

  test("SPEC 1.5: what is too long, too deep or too often repeated is refused, and what holds itself", () => {
    expect(faults(`policy: ${"x".repeat(2_000_001)}`)[0]).toContain("at most 2000000");
    expect(faults(`policy: ${"[".repeat(70)}${"]".repeat(70)}`)[0]).toContain("nested");
    expect(faults(`policy:\n${Array.from({ length: 70 }, (_, i) => `${"  ".repeat(i + 1)}a:`).join("\n")}`)[0]).toContain("nested");
    expect(faults(`a: &a [x]\nb: [${"*a, ".repeat(101)}*a]`)[0]).toContain("alias");
    expect(faults("policy: &x [*x]")[0]).toContain("holds itself");
  });

  test("a name that would reach into the language beneath is refused", () => {
    expect(faults(tiny().concat("roles:\n  __proto__: { name: { en: x } }\n"))).toEqual(['E-SHAPE Nothing may be called "__proto__".']);
    expect(
      faults(
        tiny({
          scope: [
            { clause: "a", when: { constructor: "x" }, scope: "in", words },
            { clause: "b", scope: "out", words },
          ],
        }),
      )[0],
    ).toContain('No fact is called "constructor"');
  });

  test("a text that is not YAML says where", () => {
    expect(read("a: 1\nb: [").faults[0]!.place!.line).toBe(2);
  });
});

describe("values", () => {
  test("SPEC 2.1: a duration is a whole number and a unit", () => {
    for (const text of ["5 minutes", "1 hour", "2 days", "3 weeks", "6 months", "1 year", "90 working minutes", "8 working hours", "2 working days"])
      expect(formatDuration(parseDuration(text)!)).toBe(text);
    for (const text of ["soon", "1.5 hours", "-1 hours", "2 fortnights", "hours"]) expect(parseDuration(text)).toBeNull();
  });

  test("SPEC 2.2: hours elapse while days keep the time on the wall", () => {
    const at = Date.parse("2026-03-28T11:00:00Z"); // Paris puts its clocks forward the night after
    const due = (must: string): unknown => {
      const effect = decide(tinyPolicy({ promises: [{ clause: "a", promise: "first-answer", must, words }] }), { moment: "opened", at, openedAt: at, facts: {} }).effects[0];
      return effect && "due" in effect && effect.due;
    };
    expect(due("24 hours")).toBe(at + 24 * 3_600_000);
    expect(due("1 day")).toBe(at + 23 * 3_600_000);
  });

  test("SPEC 2.3: money is whole cents inside, and needs its currency", () => {
    const p = tinyPolicy({ charges: [{ clause: "a", charge: { price: "45.10 EUR" }, words }] });
    expect(p.clauses[0]!.outcome).toEqual({ charge: { price: { cents: 4510, currency: "EUR" } } });
    expect(faults(tiny({ charges: [{ clause: "a", charge: { price: "45" }, words }] }))[0]).toContain("money is an amount with two decimals");
  });

  test("SPEC 2.4: what is undecided is listed with its words, and only where a rule can stand without it", () => {
    const p = compile(tiny({ promises: [{ clause: "a", promise: "first-answer", must: { undecided: "soon" }, words }] })).policy!;
    expect(p.vague).toMatchObject([{ path: "promises/a/must", word: "soon" }]);
    expect(faults(tiny({ promises: [{ clause: "a", promise: { undecided: "something" }, words }] }))[0]).toContain('"promise" is missing');
  });

  test("SPEC 2.5: hours are local to their calendar's zone, else to the desk's", () => {
    const p = tinyPolicy({ calendars: { office, there: { ...office, zone: "America/New_York" } } });
    expect([p.calendars["office"]!.zone, p.calendars["there"]!.zone]).toEqual(["Europe/Paris", "America/New_York"]);
  });
});

describe("facts", () => {
  test("SPEC 3.1: each kind takes its own values and no other", () => {
    const p = tinyPolicy({
      facts: { plan: { values: ["a", "b"] }, seats: { type: "count" }, wait: { type: "duration" }, debt: { type: "money" }, share: { type: "percent" }, vip: { type: "yes-no" } },
      statements: [],
    });
    const value = (name: string, raw: unknown): unknown => factValue(p.facts[name]!, raw);
    expect([
      value("plan", "a"),
      value("plan", "c"),
      value("seats", 3),
      value("seats", 2.5),
      value("wait", "2 hours"),
      value("debt", "1.05 EUR"),
      value("vip", "yes"),
      value("vip", 1),
      value("plan", "unknown"),
    ]).toEqual(["a", undefined, 3, undefined, 7_200_000, 105, true, undefined, null]);
  });

  test("SPEC 3.2: a built-in fact is there without being declared, and a declaration adds to it", () => {
    const p = tinyPolicy({
      facts: { topic: { ...topic, label: { en: "Matter" } } },
      scope: [
        { clause: "a", when: { identified: true, topic: "login" }, scope: "in", words },
        { clause: "b", scope: "out", words },
      ],
    });
    expect(p.facts["topic"]).toMatchObject({ source: "customer", known: "opened", unknown: true, values: ["login", "printer", "invoice"], label: { en: "Matter" } });
    expect(p.facts["identified"]!.source).toBe("door");
  });

  test("SPEC 3.3: a declared fact comes from the record unless it says otherwise", () => {
    expect(tinyPolicy({ facts: { plan: { values: ["a"] }, found: { values: ["a"], source: "agent" } } }).facts).toMatchObject({ plan: { source: "record" }, found: { source: "agent" } });
  });

  test("SPEC 3.4: only unknown matches unknown; a fallback stands in for it", () => {
    const facts = { plan: { values: ["a", "b"], unknown: true } };
    expect(hits(facts, { plan: "unknown" }, {})).toBe(true);
    expect(hits(facts, { plan: ["a", "b"] }, {})).toBe(false);
    expect(hits({ plan: { ...facts.plan, fallback: "b" } }, { plan: "b" }, {})).toBe(true);
    expect(hits({ plan: { ...facts.plan, fallback: "b" } }, { plan: "b" }, { plan: null })).toBe(true);
    expect(hits({ plan: { ...facts.plan, fallback: "b" } }, { plan: "b" }, { plan: "a" })).toBe(false);
  });

  test("SPEC 3.5: a count names what it counts, whose, in which window, up to when, and is asked of the past", () => {
    const p = tinyPolicy({
      facts: { "no-shows": { count: { of: "no-show", by: "customer", in: "12 months", until: "this-event" } } },
      scope: [
        { clause: "a", when: { "no-shows": { over: 2 } }, scope: "out", words },
        { clause: "b", scope: "in", words },
      ],
    });
    expect(needs(p, "opened").counts).toEqual([{ fact: "no-shows", of: "no-show", by: "customer", in: { amount: 12, unit: "months" }, until: "this-event" }]);
    expect(p.clauses[0]!.slots["no_shows_in"]).toEqual({ type: "duration", value: { amount: 12, unit: "months" } });
  });

  test("SPEC 3.6: a clause reads one topic, whoever named it", () => {
    expect(hits({ topic }, { topic: "printer" }, { topic: "printer" })).toBe(true);
  });

  test("SPEC 3.7: what is claimed and what is found are two facts", () => {
    const facts = { severity: { values: ["low", "high"] }, "severity-found": { type: "ranked", values: ["low", "high"], source: "agent", known: "finding", unknown: true } };
    const when = { any: [{ "severity-found": "high" }, { "severity-found": "unknown", severity: "high" }] };
    expect([hits(facts, when, { severity: "high" }), hits(facts, when, { severity: "high", "severity-found": "low" })]).toEqual([true, false]);
  });

  test("SPEC 3.8: a result is a fact for later sections alone; was.<result> is the run before", () => {
    const parts = (when: unknown): Parts => ({
      scope: [{ clause: "s", scope: "in", words }],
      queue: [
        { clause: "a", when, rank: 1, words },
        { clause: "b", rank: 2, words },
      ],
    });
    expect(run(tinyPolicy(parts({ scope: "in" })), {})).toEqual(["s", "a"]);
    expect(run(tinyPolicy(parts({ "was.scope": "in" })), {})).toEqual(["s", "b"]);
    expect(run(tinyPolicy(parts({ "was.scope": "in" })), { "was.scope": "in" })).toEqual(["s", "a"]);
    expect(faults(tiny({ scope: [{ clause: "s", when: { "queue.rank": 1 }, scope: "in", words }], queue: [{ clause: "a", rank: 1, words }] }))[0]).toContain(
      "E-ORDER queue.rank is decided by queue, which does not run before scope",
    );
  });
});

describe("conditions", () => {
  const facts = { plan: { values: ["a", "b", "c"], unknown: true }, vip: { type: "yes-no" }, seats: { type: "count" }, rank: { type: "ranked", values: ["low", "mid", "high"] } };

  test("SPEC 4.1: all entries hold; any, all and not nest; unless is a not", () => {
    expect(hits(facts, { plan: "a", vip: true }, { plan: "a", vip: false })).toBe(false);
    expect(hits(facts, { any: [{ plan: "a" }, { all: [{ plan: "b" }, { not: { vip: true } }] }] }, { plan: "b", vip: false })).toBe(true);
    expect(hits(facts, { plan: "a" }, { plan: "a", vip: true }, { vip: true })).toBe(false);
    expect(hits(facts, { not: { plan: "a", vip: true } }, { plan: "a", vip: false })).toBe(true);
    expect(hits(facts, { not: { any: [{ plan: "a" }, { vip: true }] } }, { plan: "b", vip: true })).toBe(false);
  });

  test("SPEC 4.2: a value, a list, everything but, or a range", () => {
    expect([
      hits(facts, { plan: "a" }, { plan: "a" }),
      hits(facts, { plan: ["a", "b"] }, { plan: "b" }),
      hits(facts, { plan: { not: ["a", "b"] } }, { plan: "c" }),
      hits(facts, { seats: { from: 2, within: 3 } }, { seats: 3 }),
    ]).toEqual([true, true, true, true]);
  });

  test("SPEC 4.3: within and from include their bound, under and over exclude it", () => {
    const at = (bound: object): boolean[] => [4, 5, 6].map((seats) => hits(facts, { seats: bound }, { seats }));
    expect([at({ within: 5 }), at({ under: 5 }), at({ from: 5 }), at({ over: 5 }), at({ not: 5 })]).toEqual([
      [true, true, false],
      [true, false, false],
      [false, true, true],
      [false, false, true],
      [true, false, true],
    ]);
  });

  test("SPEC 4.4: unknown satisfies neither a test nor its opposite", () => {
    for (const when of [{ plan: "a" }, { plan: { not: "a" } }, { not: { plan: "a" } }, { seats: { under: 5 } }, { not: { seats: { under: 5 } } }, { not: { plan: "unknown" } }])
      expect(hits(facts, when, {})).toBe(false);
    expect(hits(facts, { not: { plan: "unknown" } }, { plan: "b" })).toBe(true);
  });

  test("SPEC 4.5: a ranked fact may be tested by range over its rank", () => {
    const at = (bound: object): boolean[] => ["low", "mid", "high"].map((rank) => hits(facts, { rank: bound }, { rank }));
    expect([at({ from: "mid" }), at({ under: "mid" }), at({ over: "mid" }), at({ within: "mid" })]).toEqual([
      [false, true, true],
      [true, false, false],
      [false, false, true],
      [true, true, false],
    ]);
    expect(hits(facts, { not: { rank: { from: "mid" } } }, { rank: "low" })).toBe(true);
  });
});

describe("clauses", () => {
  test("SPEC 5.1: a clause that does nothing of its section's is a fault", () => {
    expect(faults(tiny({ scope: [{ clause: "a", words }] }))).toEqual(['E-SHAPE "scope" is missing. Add it.']);
  });

  test("SPEC 5.2: a promise with an aim and no limit is a goal", () => {
    const strength = (more: Parts): unknown => tinyPolicy({ promises: [{ clause: "a", promise: "first-answer", words, ...more }] }).clauses[0]!.strength;
    expect([strength({ must: "2 days" }), strength({ goal: "1 day" }), strength({ must: "2 days", goal: "1 day" }), strength({ must: "2 days", strength: "goal" })]).toEqual([
      "must",
      "goal",
      "must",
      "goal",
    ]);
  });

  test("SPEC 5.3: may asks a person; until granted the table goes on", () => {
    const p = tinyPolicy({
      roles: { lead: { name: { en: "the lead" } } },
      scope: [
        { clause: "a", may: { role: "lead", options: ["refuse"], hearing: true, lapse: "7 days" }, scope: "out", words },
        { clause: "b", scope: "in", words },
      ],
    });
    const at = (ruling?: string): [unknown, string[]] => {
      const d = decide(p, { moment: "opened", at: 0, openedAt: 0, facts: ruling ? { "ruling.a": ruling } : {} });
      return [d.results["scope"], d.effects.map((e) => e.do)];
    };
    expect([at(), at("undecided"), at("declined"), at("granted")]).toEqual([
      ["in", ["ruling"]],
      ["in", []],
      ["in", []],
      ["out", ["refuse"]],
    ]);
    expect(decide(p, { moment: "opened", at: 0, openedAt: 0, facts: {} }).effects[0]).toEqual({
      do: "ruling",
      clause: "a",
      role: "lead",
      options: ["refuse"],
      hearing: true,
      lapse: { amount: 7, unit: "days" },
    });
  });

  test("SPEC 5.4: a clause that is to win is asked first, wherever it is written", () => {
    const p = tinyPolicy({
      facts: { topic },
      scope: [
        { clause: "a", when: { topic: ["login", "printer"] }, scope: "in", words },
        { clause: "b", scope: "examine", words },
        { clause: "c", when: { topic: "printer" }, over: ["a"], scope: "out", words },
      ],
    });
    expect(["login", "printer", "invoice"].map((t) => run(p, { topic: t })[0])).toEqual(["a", "c", "b"]);
    expect(p.clauses.map((c) => c.id)).toEqual(["a", "b", "c"]);
  });

  test("SPEC 5.5: a clause speaks at the moments it names", () => {
    const p = tinyPolicy({
      scope: [
        { clause: "a", at: ["finding"], scope: "out", words },
        { clause: "b", scope: "in", words },
      ],
    });
    expect(run(p, {})).toEqual(["b"]);
    expect(decide(p, { moment: "finding", at: 0, openedAt: 0, facts: {} }).results["scope"]).toBe("out");
    expect(faults(tiny({ notices: [{ clause: "n", notice: "n", to: "requester", words }] }))).toEqual(["E-MOMENT A notice says at which moments it is due."]);
  });

  test("SPEC 5.6: an audience is public unless the clause says otherwise", () => {
    const p = tinyPolicy({
      statements: [
        { clause: "a", words },
        { clause: "b", audience: "agent", words },
      ],
    });
    expect(p.statements.map((s) => s.audience)).toEqual(["public", "agent"]);
  });

  test("SPEC 5.7: what words mention must be declared", () => {
    expect(faults(tiny({ things: { portal: { name: { en: "the portal" } } }, statements: [{ clause: "a", mentions: ["portl"], words }] }))[0]).toContain("Did you mean portal?");
  });
});

describe("words", () => {
  test("SPEC 6.1, 6.3: numbers come from the rule, whole or alone", () => {
    const [c] = tinyPolicy({
      calendars: { office },
      promises: [
        { clause: "a", promise: "first-answer", must: "2 working days", calendar: "office", ends: "close", "late-arrival": "next-opening", words: { en: "Within {must}; {must_amount} of them." } },
      ],
    }).clauses;
    expect(say(c!.words["en"]!, "en", c!.slots)).toBe("Within 2 working days; 2 of them.");
  });

  test("SPEC 6.2: bounds, mentioned names, and the desk's own address are slots", () => {
    const [c] = tinyPolicy({
      things: { "big-atlas": { name: { en: "the atlas" } } },
      parties: { isp: { name: { en: "your provider" } } },
      scope: [
        {
          clause: "a",
          when: { age: { under: "2 hours" } },
          scope: "out",
          refer: "isp",
          mentions: ["big-atlas"],
          words: { en: "Under {when_age_under}, see {refer}, {big_atlas} or {address} of {desk}." },
        },
        { clause: "b", scope: "in", words },
      ],
    }).clauses;
    expect(say(c!.words["en"]!, "en", c!.slots)).toBe("Under 2 hours, see your provider, the atlas or help@tiny.example of Tiny desk.");
  });
});
