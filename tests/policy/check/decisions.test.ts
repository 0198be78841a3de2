// The author's decisions over the findings: settled is shown as settled, and nothing is settled by silence or by habit. SPEC 2.4, 5.4, 5.8, 10.1–10.5.
import { describe, expect, test } from "vitest";
import { check } from "../../../src/policy/check/check.ts";
import { compile, decide, type Finding } from "../../../src/policy/index.ts";
import { pageHtml } from "../../../src/words/page-html.ts";
import { policyPage } from "../../../src/words/page.ts";
import { type Parts, tiny, topic, words } from "../tiny.ts";

const decision = (hands: Parts, settles: readonly string[], id = "chosen"): Parts => ({
  decision: id,
  date: "2026-01-01",
  author: "A. Author",
  quotes: [{ text: "as agreed" }],
  readings: ["so", "or so"],
  choice: "so",
  reason: "It reads so.",
  settles,
  ...hands,
});
const open = (findings: readonly Finding[]): string[] => findings.filter((f) => !f.decided).map((f) => `${f.code} ${f.at}`);
const keyOf = (findings: readonly Finding[], code: string): string => findings.find((f) => f.code === code)!.key;

/** Login and printer are answered; an invoice is not. */
const gap = { facts: { topic }, scope: [{ clause: "in", when: { topic: ["login", "printer", "unknown"] }, scope: "in", words }] };
const filled = { adds: { scope: [{ clause: "invoices", when: { topic: "invoice" }, scope: "out", words }] } };

describe("a decision of the author", () => {
  const key = keyOf(check(tiny(gap)).findings, "E-GAP");

  test("that fills a gap and quotes it leaves it shown as decided (SPEC 10.4)", () => {
    const { findings } = check(tiny({ ...gap, decisions: [decision(filled, [key])] }));
    expect(findings.map((f) => [f.code, f.decided])).toEqual([["E-GAP", "chosen"]]);
    expect(open(findings)).toEqual([]);
  });

  test("taken out leaves the error that it settled (SPEC 10.4)", () => {
    expect(open(check(tiny(gap)).findings)).toEqual(["E-GAP scope"]);
  });

  test("that fills a gap without quoting it is told which key to quote", () => {
    const { findings } = check(tiny({ ...gap, decisions: [decision(filled, ["E-GAP scope 000000"])] }));
    expect(open(findings)).toEqual(["E-GAP scope"]);
    expect(findings[0]!.mend).toContain(`"${key}"`);
  });

  test("lapses when the region that it settled changes, and is asked to look again (SPEC 10.3)", () => {
    const wider = { ...gap, scope: [{ ...gap.scope[0], when: { topic: ["login", "unknown"] } }] };
    const { findings } = check(tiny({ ...wider, decisions: [decision({ adds: { scope: [{ clause: "others", when: { topic: ["invoice", "printer"] }, scope: "out", words }] } }, [key])] }));
    expect(open(findings)).toEqual(["E-GAP scope"]);
    expect(findings[0]!.mend).toContain("The decision chosen settled this as it was before");
  });

  test("holds when words, lines and other sections change (SPEC 10.3)", () => {
    const changed = {
      intro: { en: "Hello." },
      ...gap,
      scope: [{ ...gap.scope[0], words: { en: "Quite other words." } }],
      queue: [
        { clause: "by-seats", when: { "open-tickets": { over: 3 } }, rank: 2, words },
        { clause: "rest", rank: 1, words },
      ],
    };
    expect(open(check(tiny({ ...changed, decisions: [decision(filled, [key])] })).findings)).toEqual([]);
  });

  test("that settles nothing is itself a finding (SPEC 10.5)", () => {
    const sound = { ...gap, scope: [...gap.scope, { clause: "rest", scope: "out", words }] };
    expect(open(check(tiny({ ...sound, decisions: [decision({}, ["E-GAP scope 123456", "E-VAGUE promises/x/must 123456"])] })).findings)).toEqual(["E-STALE chosen", "E-STALE chosen"]);
  });

  test("without hands accepts the finding as it stands (SPEC 10.2)", () => {
    const { findings } = check(tiny({ ...gap, decisions: [decision({}, [key])] }));
    expect(findings.map((f) => [f.code, f.decided])).toEqual([["E-GAP", "chosen"]]);
  });

  test("gives a value to what the text leaves open, and the rule runs by it (SPEC 2.4, 10.2)", () => {
    const vague = { promises: [{ clause: "answer", promise: "first-answer", must: { undecided: "a few hours" }, words: { en: "Within {must}." } }] };
    const bare = check(tiny(vague)).findings;
    expect(open(bare)).toEqual(["E-VAGUE promises/answer/must"]);
    expect(bare[0]!.message).toContain('"a few hours"');
    const text = tiny({ ...vague, decisions: [decision({ gives: { "promises/answer/must": "4 hours" } }, [bare[0]!.key])] });
    expect(open(check(text).findings)).toEqual([]);
    const due = decide(compile(text).policy!, { moment: "opened", at: 0, openedAt: 0, facts: {} }).effects.find((e) => e.do === "promise");
    expect(due).toMatchObject({ due: 4 * 3_600_000 });
  });

  test("says which of two clauses wins, and the later one then answers (SPEC 5.4, 10.2)", () => {
    const both = {
      facts: { topic },
      scope: [
        { clause: "first", when: { topic: ["login", "printer"] }, scope: "in", words },
        { clause: "second", when: { topic: ["printer", "invoice"] }, scope: "out", words },
        { clause: "rest", scope: "examine", words },
      ],
    };
    const bare = check(tiny(both)).findings;
    expect(open(bare)).toEqual(["E-OVERLAP scope"]);
    expect(bare[0]!.example).toEqual({ topic: "printer" });
    const text = tiny({ ...both, decisions: [decision({ prefers: [{ clause: "second", over: ["first"] }] }, [bare[0]!.key])] });
    expect(open(check(text).findings)).toEqual([]);
    const given = { moment: "opened", at: 0, openedAt: 0, facts: { topic: "printer" } } as const;
    expect(decide(compile(text).policy!, given).results["scope"]).toBe("out");
    expect(decide(compile(tiny(both)).policy!, given).results["scope"]).toBe("in");
  });

  test("two decisions may each settle what is theirs", () => {
    const vague = { ...gap, promises: [{ clause: "answer", promise: "first-answer", must: { undecided: "soon" }, words }] };
    const keys = check(tiny(vague)).findings.map((f) => f.key);
    const { findings } = check(
      tiny({
        ...vague,
        decisions: [
          decision(
            filled,
            keys.filter((k) => k.startsWith("E-GAP")),
          ),
          decision(
            { gives: { "promises/answer/must": "1 hour" } },
            keys.filter((k) => k.startsWith("E-VAGUE")),
            "soon-is-an-hour",
          ),
        ],
      }),
    );
    expect(findings.map((f) => f.decided).sort()).toEqual(["chosen", "soon-is-an-hour"]);
  });
});

describe("an author may silence a warning, not an error (SPEC 5.8)", () => {
  const french = { desk: { name: { en: "Tiny" }, prefix: "TN", languages: ["en", "fr"], zone: "Europe/Paris", address: "help@tiny.example" }, title: { en: "Support", fr: "Aide" } };

  test("a silenced error stays one, and the author is told", () => {
    const { findings } = check(
      tiny({
        ...gap,
        scope: [
          { ...gap.scope[0], suppress: [{ code: "E-BARE-NUMBER", reason: "It is a name." }], words: { en: "Call 112." } },
          { clause: "rest", scope: "out", words },
        ],
      }),
    );
    expect(findings.map((f) => `${f.code} ${f.severity}`).sort()).toEqual(["E-BARE-NUMBER error", "E-STALE warning"]);
  });

  test("a name that one language lacks is a warning alone", () => {
    const { findings } = check(tiny({ ...french, desk: { ...french.desk, name: { en: "Tiny", fr: "Tiny" } }, parties: { isp: { name: { en: "your provider" } } } }));
    expect(findings.map((f) => `${f.code} ${f.severity} ${f.at}`)).toEqual(["E-TRANSLATION warning isp"]);
  });

  test("at a party, a table, whatever a finding names, one entry silences it, and its reason is published with the notes", () => {
    const parties = { isp: { name: { en: "your provider" } } };
    const text = (more: object): string => tiny({ ...french, desk: { ...french.desk, name: { en: "Tiny", fr: "Tiny" } }, parties, ...more });
    const suppress = [{ at: "isp", code: "E-TRANSLATION", reason: "It is called so everywhere." }];
    const { findings, policy } = check(text({ suppress }));
    expect(findings.map((f) => `${f.code} ${f.severity} ${f.at}`)).toEqual(["E-TRANSLATION note isp"]);
    expect(findings[0]?.message).toContain("It is called so everywhere.");
    const page = policyPage(policy!, "en", { notes: true });
    expect(page.suppressed).toEqual([{ clause: null, at: "isp", code: "E-TRANSLATION", reason: "It is called so everywhere." }]);
    expect(pageHtml(page)).toContain("It is called so everywhere.");
    expect(policyPage(policy!, "en").suppressed).toEqual([]);
    expect(
      check(text({ suppress: [{ ...suppress[0], at: "elsewhere" }] }))
        .findings.map((f) => `${f.code} ${f.severity} ${f.at}`)
        .sort(),
    ).toEqual(["E-STALE warning elsewhere", "E-TRANSLATION warning isp"]);
  });

  test("an error at a table stays one", () => {
    const { findings } = check(tiny({ ...gap, suppress: [{ at: "scope", code: "E-GAP", reason: "We know." }] }));
    expect(findings.map((f) => `${f.code} ${f.severity}`).sort()).toEqual(expect.arrayContaining(["E-GAP error", "E-STALE warning"]));
  });
});
