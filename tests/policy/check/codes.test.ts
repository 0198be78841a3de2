// Each kind of mistake in a small policy gives just its own finding, at its place. The policies lie in bad/, what each must give in its first line. SPEC 12, the table of codes.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { check } from "../../../src/policy/check/check.ts";
import { office, type Parts, tiny, topic, words } from "../tiny.ts";

const scope = (when?: unknown): Parts => ({ clause: "in", scope: "in", words, ...(when ? { when } : {}) });
const promise = (more: Parts = {}): Parts => ({ clause: "answer", promise: "first-answer", must: "24 hours", words, ...more });

const folder = new URL("bad/", import.meta.url);
const bad = readdirSync(folder)
  .sort()
  .map((file) => ({ file, text: readFileSync(new URL(file, folder), "utf8") }));

describe("a small policy with one mistake gives one finding", () => {
  test.each(bad)("$file", ({ text }) => {
    const [, code = "", at = ""] = /^# expects: (E-[A-Z-]+) at (.+)$/m.exec(text) ?? [];
    expect(code).not.toBe("");
    const { findings } = check(text);
    const open = findings.filter((f) => f.severity !== "note" && !f.decided);
    expect([...new Set(open.map((f) => `${f.code} ${f.at}`))]).toEqual([`${code} ${at}`]);
    const lines = text.split("\n");
    for (const f of findings) {
      expect(f.message).toMatch(/^\S.*[.!?]$|^[^.]+$/s);
      expect(f.key).toMatch(/^E-[A-Z-]+ \S+ [0-9a-f]{6}$/);
      expect(lines[f.place!.line - 1]!.length).toBeGreaterThanOrEqual(f.place!.column - 1);
    }
  });

  test("there are many of them, each mistake is made once, and every code has one", () => {
    expect(bad.length).toBeGreaterThanOrEqual(60);
    expect(new Set(bad.map(({ text }) => text)).size).toBe(bad.length);
    const spec = readFileSync(new URL("../../../src/policy/SPEC.md", import.meta.url), "utf8");
    const listed = [...spec.matchAll(/^\| (E-[^|]+)\|/gm)].flatMap((m) => m[1]!.trim().split(", "));
    const made = new Set(bad.map(({ text }) => /E-[A-Z-]+/.exec(text)?.[0]));
    expect(listed.filter((code) => !made.has(code))).toEqual(["E-UNPROVED"]); // that one takes a policy too large to lie here
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
