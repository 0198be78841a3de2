// Each code has a page, and each page a code; what the page shows is what the checker says. SPEC 12.4.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { check } from "../../../src/policy/check/check.ts";
import { CODES, pageOf } from "../../../src/policy/check/codes.ts";
import type { Finding } from "../../../src/policy/index.ts";
import { type Parts, tiny } from "../tiny.ts";

const root = new URL("../../../", import.meta.url);
const pages = readdirSync(new URL("docs/findings/", root)).filter((file) => file !== "README.md");

test("every code of the specification has a page, and every page is of such a code", () => {
  const spec = readFileSync(new URL("src/policy/SPEC.md", root), "utf8");
  const listed = [...spec.matchAll(/^\| (E-[^|]+)\|/gm)].flatMap((m) => m[1]!.trim().split(", "));
  expect(Object.keys(CODES).sort()).toEqual([...new Set(listed)].sort());
  expect(pages.map((file) => `docs/findings/${file}`).sort()).toEqual(Object.keys(CODES).map(pageOf).sort());
});

test("the overview lists every code with its title and severity", () => {
  const overview = readFileSync(new URL("docs/findings/README.md", root), "utf8");
  for (const [code, { title, severity }] of Object.entries(CODES)) expect(overview).toContain(`| [${code}](${code}.md) | ${title} | ${severity} |`);
});

/** A whole policy is taken as it is; parts are laid over the tiny one. */
const textOf = (yaml: string): string => (yaml.startsWith("policy:") ? yaml : tiny(parse(yaml) as Parts));
const open = (text: string): Finding[] => check(text).findings.filter((f) => f.severity !== "note" && !f.decided) as Finding[];

describe.each(Object.entries(CODES))("%s", (code, { title, severity }) => {
  const page = readFileSync(new URL(pageOf(code), root), "utf8");

  test("says what it is, why it matters and how to mend it", () => {
    expect(page.startsWith(`# ${code}: ${title}\n\n${severity === "error" ? "An error" : "A warning"}. `)).toBe(true);
    for (const head of ["## Why it matters", "## Mending"]) expect(page).toMatch(new RegExp(`^${head}\n\n\\S.{20,}`, "m"));
  });

  if (code === "E-UNPROVED") return; // a table too large to prove is too large to print
  test("shows an example that gives it, in the checker's own words, and the same mended", () => {
    const [example, mended] = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map((m) => m[1]!);
    const found = open(textOf(example!));
    expect([...new Set(found.map((f) => f.code))]).toEqual([code]);
    expect(page).toContain(`\n> ${found[0]!.message.replaceAll("\n", " ")}\n`);
    expect(open(textOf(mended!))).toEqual([]);
  });
});
