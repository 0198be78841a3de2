// The policies that come with the program: sound, tried by scenarios in every clause, and each broken variant found out. SPEC 12.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check } from "../../src/policy/check/check.ts";
import { type Finding, runScenarios, SECTIONS } from "../../src/policy/index.ts";
import { allShipped } from "./shipped.ts";

const openErrors = (findings: readonly Finding[]): string[] => findings.filter((f) => f.severity === "error" && !f.decided).map((f) => `${f.code} ${f.at}`);

test("five policies come with the program", () => {
  expect(allShipped().map((p) => p.name)).toEqual(["dms", "orthocab", "taxdome", "technical-support", "teladentistry"]);
});

test("SPEC 12.3: the policy room knows none of their clauses and none of their vendors by name", () => {
  const sources = (dir: string): string[] =>
    readdirSync(dir, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? sources(join(dir, e.name)) : e.name.endsWith(".ts") ? [readFileSync(join(dir, e.name), "utf8")] : []));
  const all = sources(new URL("../../src/policy", import.meta.url).pathname)
    .join("\n")
    .toLowerCase();
  for (const { text } of allShipped()) {
    const policy = check(text).policy!;
    const generic = new Set(["technical-support", ...SECTIONS]);
    const names = [policy.id, ...policy.clauses.map((c) => c.id)].filter((id) => id.includes("-") && !generic.has(id));
    expect(names.filter((id) => all.includes(`"${id}"`))).toEqual([]);
    expect(all).not.toContain(policy.id === "technical-support" ? policy.desk.address : policy.id);
  }
});

describe.each(allShipped())("$name", ({ text, scenarios, bad }) => {
  const { policy, findings, wordsOnly, clauses } = check(text);

  test("has no finding that is open", () => {
    expect(findings.filter((f) => f.severity !== "note" && !f.decided).map((f) => `${f.key}: ${f.message}`)).toEqual([]);
  });

  test("settles what its original leaves open by its author's decisions", () => {
    expect(policy!.decisions.length).toBeGreaterThan(0);
    expect(new Set(findings.flatMap((f) => f.decided ?? []))).toEqual(new Set(policy!.decisions.map((d) => d.id)));
  });

  test("does in every scenario what the scenario says", () => {
    const failed = scenarios.flatMap(({ file, read }) => {
      const { faults, results } = runScenarios(policy!, read);
      return [...faults.map((f) => `${file}: ${f.message}`), ...results.filter((r) => r.failures.length).map((r) => `${file}: ${r.scenario}: ${r.failures.join("; ")}`)];
    });
    expect(failed).toEqual([]);
  });

  test("has a scenario for every clause that can answer", () => {
    const tried = new Set(scenarios.flatMap(({ read }) => runScenarios(policy!, read).results.flatMap((r) => r.clauses)));
    const never = new Set(findings.filter((f) => f.code === "E-UNREACHABLE" && f.decided).map((f) => f.at));
    const untried = policy!.clauses.filter((c) => c.section !== "statements" && !never.has(c.id) && !tried.has(c.id)).map((c) => c.id);
    expect(untried).toEqual([]);
    process.stdout.write(`${policy!.id}: ${clauses} clauses, ${wordsOnly} of them words only, ${scenarios.reduce((n, s) => n + s.read.list.length, 0)} scenarios\n`);
  });

  test.each(bad)("$file gives the finding that it was broken for, and no other", ({ text: broken }) => {
    const [, code = "", at = ""] = /^# expects: (\S+)(?: at (\S+))?/.exec(broken) ?? [];
    const open = openErrors(check(broken).findings);
    expect(code).not.toBe("");
    expect(open).toContain(`${code} ${at}`);
    expect(open.filter((o) => !o.startsWith(`${code} `))).toEqual([]);
  });
});
