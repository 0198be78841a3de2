// Every numbered rule of the specification is quoted by a test, and every code of finding is tried.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = new URL("../..", import.meta.url).pathname;
const spec = readFileSync(join(root, "src/policy/SPEC.md"), "utf8");

function sources(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((e) =>
    e.isDirectory() ? sources(join(dir, e.name)) : e.name.endsWith(".test.ts") && e.name !== "spec.test.ts" ? [readFileSync(join(dir, e.name), "utf8")] : [],
  );
}
const tests = sources(join(root, "tests"));

test("every rule of the specification is quoted by a test", () => {
  const rules = [...spec.matchAll(/^(\d+\.\d+) /gm)].map((m) => m[1]!);
  const quoted = new Set(tests.flatMap((text) => [...text.matchAll(/SPEC (\d+\.\d+(?:, \d+\.\d+)*)/g)].flatMap((m) => m[1]!.split(", "))));
  expect(rules.length).toBeGreaterThan(50);
  expect(rules.filter((r) => !quoted.has(r))).toEqual([]);
  expect([...quoted].filter((q) => !rules.includes(q))).toEqual([]);
});

test("every code of the specification is given by a test, and no code is given that the specification has not", () => {
  const listed = [...spec.matchAll(/^\| (E-[^|]+)\|/gm)].flatMap((m) => m[1]!.trim().split(", "));
  const bad = join(root, "tests/policy/check/bad");
  const all = [...tests, ...readdirSync(bad).map((file) => readFileSync(join(bad, file), "utf8"))].join("\n");
  expect(listed.filter((code) => !all.includes(code))).toEqual([]);
  const inSource = (dir: string): string[] =>
    readdirSync(dir, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? inSource(join(dir, e.name)) : e.name.endsWith(".ts") ? [readFileSync(join(dir, e.name), "utf8")] : []));
  const given = new Set(inSource(join(root, "src/policy")).flatMap((text) => [...text.matchAll(/"(E-[A-Z-]+)"/g)].map((m) => m[1]!)));
  expect([...given].filter((code) => !listed.includes(code))).toEqual([]);
});
