// `troth scenarios` as an author uses it: how much is tried, what is not, and scenarios for it that hold.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SMALL_POLICY } from "../desk/small-policy.ts";
import { folderWith, troth } from "./run-troth.ts";

const POLICIES = ["dms", "orthocab", "taxdome", "technical-support", "teladentistry"].map((name) => `policies/${name}`);
interface Report {
  readonly tried: number;
  readonly regions: number;
  readonly missing: { clause: string; words: string }[];
  readonly cut: string[];
  readonly unproved: string[];
  readonly sections: Record<string, { tried: number; regions: number }>;
  readonly proposed: string;
}

test("the coverage of a policy is a number, and one for each section", async () => {
  const { code, out } = await troth(["scenarios", ...POLICIES]);
  expect(code).toBe(0);
  expect(out.match(/policy\.yaml: \d+ scenarios try \d+ of \d+ regions, \d+(\.\d)?%/g)).toHaveLength(5);
  expect(out).toMatch(/ {2}charges +\d+ of \d+ +\d+(\.\d)?%/);
});

test("what is not tried is named with its clause and its customer, and the sections add up", async () => {
  const { out } = await troth(["scenarios", "policies/technical-support", "--missing", "--json"]);
  const [report] = JSON.parse(out) as [Report];
  expect(report).toMatchObject({ cut: [], unproved: [] });
  expect(report.missing).toHaveLength(report.regions - report.tried);
  expect(Object.values(report.sections).reduce((sum, s) => sum + s.regions, 0)).toBe(report.regions);
  for (const { clause, words } of report.missing) expect([report.proposed.includes(clause), words.length > 5]).toEqual([true, true]);
});

test("a policy without scenarios gets them proposed; written, they hold, and all is tried", async () => {
  const folder = await folderWith({ "policy.yaml": SMALL_POLICY });
  expect((await troth(["scenarios", folder])).out).toMatch(/0 scenarios try 0 of \d+ regions, 0%/);
  const { code, out } = await troth(["scenarios", folder, "--missing", "--write"]);
  expect(code).toBe(0);
  expect(out).toMatch(/\d+ scenarios to confirm: .*proposed\.yaml/);
  expect(await readFile(join(folder, "scenarios/proposed.yaml"), "utf8")).toMatch(/^# Proposed by/);
  expect(await troth(["test", folder])).toMatchObject({ code: 0 });
  expect((await troth(["scenarios", folder])).out).toMatch(/scenarios try (\d+) of \1 regions, 100%/);
  expect(await troth(["scenarios", folder, "--missing"])).not.toMatchObject({ out: expect.stringContaining("not tried") as string });
});

test("proposals that wait to be confirmed are not written over", async () => {
  const folder = await folderWith({ "policy.yaml": SMALL_POLICY });
  await mkdir(join(folder, "scenarios"));
  await writeFile(join(folder, "scenarios/proposed.yaml"), "scenarios:\n  - scenario: mine\n    at: 2026-03-02T10:00\n    when: preview\n    then: { clauses: [] }\n");
  const { code, err } = await troth(["scenarios", folder, "--write"]);
  expect(code).toBe(1);
  expect(err).toMatch(/proposed\.yaml is there already\.\nConfirm its scenarios/);
});
