// A text read part by part is the text read as a whole: the same data, the same places, the same faults. SPEC 1.
import { expect, test } from "vitest";
import { read } from "../../src/policy/read.ts";
import { readParts } from "../../src/policy/read-parts.ts";
import { chanceFrom, fuzzText, policyTexts } from "./check/fuzz-texts.ts";

type Path = (string | number)[];
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]))];
}
/** What looks like an anchor in a comment is enough for the text to be read as a whole. */
const asWhole = (text: string): string => `# &whole\n${text}`;

function expectAlike(text: string): boolean {
  const parts = read(text);
  const { data, faults, locate } = read(asWhole(text));
  const whole = { data, faults, locate: (path: Path) => ((place) => place && { ...place, line: Math.max(1, place.line - 1) })(locate(path)) };
  expect(parts.data).toEqual(whole.data);
  expect(parts.faults.map((f) => f.message).sort()).toEqual(whole.faults.map((f) => f.message).sort());
  for (const path of pathsIn(whole.data)) expect([path, parts.locate(path)]).toEqual([path, whole.locate(path)]);
  expect(parts.locate(["scope", 99, "nothing"])).toEqual(whole.locate(["scope", 99, "nothing"]));
  expect(parts.locate(["no-such-key"])).toEqual(whole.locate(["no-such-key"]));
  return whole.data !== null;
}

test("the five policies are read by parts, with every place where it was", { timeout: 120_000 }, () => {
  const texts = policyTexts().filter((text) => text.length > 5000);
  expect(texts.length).toBeGreaterThanOrEqual(5);
  for (const text of texts) {
    expect(readParts(text)?.length).toBeGreaterThan(5);
    expectAlike(text);
  }
});

test("so are texts that somebody broke, and those that cannot be are read as a whole", { timeout: 240_000 }, () => {
  const texts = policyTexts();
  let sound = 0;
  for (let i = 0; i < 250; i++) if (expectAlike(fuzzText(chanceFrom(i), texts).slice(0, 60_000))) sound++;
  expect(sound).toBeGreaterThan(10);
});

test("odd ends and beginnings are no parts, and say the same", () => {
  for (const text of [
    "",
    "\n",
    "# only a comment\n",
    "- a\n- b\n",
    "a: 1\na: 2\n",
    "a:\n- x\n- y\nb: z",
    "a: |\n  text\n\nb: >+\n  more\n\n\nc: 1\n",
    'a: "one\nb: two"\n',
    "a: 'x\n  y'\nb: {c: 1,\n d: 2}\n",
    "a: [1,\n2]\nb: 3\n",
    "%YAML 1.2\n---\na: 1\n",
    "a: 1\n...\nb: 2\n",
    "a: &x 1\nb: *x\n",
    "a: 1\r\nb:\r\n  c: 2\r\n",
    "a: 1\n b: 2\n",
    "a:\n\tb: 1\nc: 2\n",
    "a\nb: 1\n",
    "__proto__: {x: 1}\nb: 1\n",
  ])
    expectAlike(text);
});
