// docs/rows.md names what shows each point of the five policies: every file and test that it names is there, and every point once.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const POINTS: Readonly<Record<string, number>> = { T: 12, O: 10, D: 15, X: 17, S: 11, A: 7 };
const NOT_BUILT = "decided and published; its hands are not built";
const lines = readFileSync(join(ROOT, "docs/rows.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| point") && !line.startsWith("| what"));
const cells = (line: string): string[] =>
  line
    .slice(2, -2)
    .split(" | ")
    .map((cell) => cell.trim());
const named = lines.flatMap((line) => [...line.matchAll(/`(tests\/[^`]+)` “([^”]+)”/g)].map(([, file, name]) => [file!, name!] as const));
const sources = new Map<string, string>();
function source(file: string): string {
  const known = sources.get(file) ?? readFileSync(join(ROOT, file), "utf8");
  sources.set(file, known);
  return known;
}

test("each point of the five policies stands there once", () => {
  const points = Object.entries(POINTS).flatMap(([letter, most]) => Array.from({ length: most }, (_, i) => `${letter}${i + 1}`));
  const there = lines.map((line) => cells(line)[0]!).filter((cell) => /^[A-Z]\d+$/.test(cell));
  expect(there).toEqual(points);
});

test("each says what works and names a test of it, or says that nothing carries it out yet", () => {
  for (const line of lines) {
    const tests = line.includes("`tests/");
    expect(tests !== line.includes(NOT_BUILT), line).toBe(true);
    expect(cells(line).every((cell) => cell.length > 0)).toBe(true);
  }
});

test.each([...new Map(named.map((pair) => [pair.join(" "), pair])).values()])("%s has a test called “%s”", (file, name) => {
  const [begins, ends] = name.endsWith("…") ? [name.slice(0, -1), ""] : [name, '["`]'];
  expect(source(file)).toMatch(new RegExp(`\\(\\s*["\`]${begins.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}${ends}`));
});
