// The commands for people who write policies.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SMALL_POLICY } from "../desk/small-policy.ts";
import { folderWith, ROOT, troth } from "./run-troth.ts";

const POLICIES = ["dms", "orthocab", "taxdome", "technical-support", "teladentistry"].map((name) => `policies/${name}`);

test("the shipped policies are clean, and what their authors settled is shown as decided", async () => {
  const { code, out } = await troth(["check", ...POLICIES]);
  expect(code).toBe(0);
  expect(out.match(/no open error/g)).toHaveLength(5);
  expect(out).toMatch(/policies\/dms\/policy\.yaml:\d+:\d+ decided E-/);
  expect(out).toContain("Decided by ");
});

test("a policy whose author's decisions are taken out has open errors, and says so with a place and an example", async () => {
  const text = await readFile(join(ROOT, "policies/dms/policy.yaml"), "utf8");
  const folder = await folderWith({ "policy.yaml": text.slice(0, text.indexOf("\ndecisions:")) });
  const { code, out } = await troth(["check", folder]);
  expect(code).toBe(1);
  expect(out).toMatch(/policy\.yaml:\d+:\d+ error E-/);
  expect(out).toContain("For example: ");
});

test("findings come as data where a program asks", async () => {
  const { out } = await troth(["check", "policies/orthocab", "--json"]);
  const [report] = JSON.parse(out) as [{ file: string; errors: number; findings: { key: string; decided?: string }[] }];
  expect(report.errors).toBe(0);
  expect(report.findings.every((f) => f.decided)).toBe(true);
});

test("a text that is no YAML names line and column", async () => {
  const folder = await folderWith({ "policy.yaml": "policy: x\nversion: [1\ntitle: y\n" });
  const { code, out } = await troth(["check", join(folder, "policy.yaml")]);
  expect(code).toBe(1);
  expect(out).toMatch(/policy\.yaml:3:1 error E-YAML/);
});

test.each([
  ["check", "nowhere"],
  ["test", "nowhere"],
  ["publish", "nowhere"],
  ["restore", "nowhere"],
])("%s of a file that is not there is one sentence and no stack", async (command, name) => {
  const { code, err } = await troth([command, name]);
  expect(code).toBe(1);
  expect(err.trim().split("\n")).toEqual(["There is no file nowhere.", "Check the name and the folder that you are in."]);
});

test("every scenario of the shipped policies holds", async () => {
  const { code, out } = await troth(["test", ...POLICIES]);
  expect(out).toMatch(/\n\d+ passed, 0 failed\n$/);
  expect(code).toBe(0);
});

test("a scenario that does not hold says what else applies", async () => {
  const folder = await folderWith({ "policy.yaml": SMALL_POLICY });
  await mkdir(join(folder, "scenarios"));
  await writeFile(
    join(folder, "scenarios/one.yaml"),
    "scenarios:\n  - scenario: nothing applies\n    at: 2026-03-02T10:00\n    given: { subscription: paid }\n    when: opened\n    then: { clauses: [] }\n",
  );
  const { code, out } = await troth(["test", folder]);
  expect(code).toBe(1);
  expect(out).toMatch(/one\.yaml:2:\d+ fails nothing applies\n {4}these clauses apply too: /);
});

test("the public page is printed in a language of the policy, as HTML or Markdown, and in no other", async () => {
  const [html, markdown, other] = await Promise.all([
    troth(["publish", "policies/orthocab", "--lang", "fr"]),
    troth(["publish", "policies/orthocab", "--lang", "en", "--format", "md"]),
    troth(["publish", "policies/orthocab", "--lang", "de"]),
  ]);
  expect(html.out).toMatch(/^<!doctype html>\n<html lang="fr">/);
  expect(html.out).toContain('class="clause"');
  expect(markdown.out).toMatch(/^# Orthocab support policy\n/);
  expect(other).toMatchObject({ code: 1, err: "The policy has no words in de.\nIt has fr, en.\n" });
});

test("the JSON Schema in the documentation is the one of the program", async () => {
  const { out } = await troth(["schema"]);
  expect(await readFile(join(ROOT, "docs/policy.schema.json"), "utf8")).toBe(out);
});

test("each command has help with an example", async () => {
  const { out } = await troth(["--help"]);
  const commands = [...out.matchAll(/^ {2}([a-z]+) /gm)].map((m) => m[1] ?? "").filter((name) => name !== "help" && name !== "npx");
  expect(commands).toEqual(["serve", "check", "test", "scenarios", "diff", "decide", "explain", "deadline", "publish", "lsp", "schema", "activate", "withdraw", "import", "mail", "backup", "restore"]);
  for (const command of commands) expect((await troth([command, "--help"])).out).toMatch(/Example:\n {2}\S.*troth/s);
});

test("a command that does not exist is one sentence", async () => {
  expect(await troth(["chek"])).toMatchObject({ code: 1, err: "error: unknown command 'chek'\n(Did you mean check?)\nAsk for help with --help.\n" });
});
