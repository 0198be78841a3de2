// The house rules, held: ranks, circles, the purity of the policy, sizes, names.
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const MOST_LINES = 250;
const RANKS = ["policy", "words", "database", "desk", "doors", "main"] as const;
type Rank = (typeof RANKS)[number];

interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly code: string;
  readonly imports: readonly string[];
}

const files: readonly SourceFile[] = ["src", "web", "bench"]
  .flatMap((folder) => walk(join(ROOT, folder)))
  .map((path) => {
    const text = readFileSync(join(ROOT, path), "utf8");
    const imports = [...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^"';]*?(?:from\s*)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g)].map((m) => m[1] ?? m[2] ?? "");
    return { path, text, code: withoutComments(text), imports: imports.map((name) => (name.startsWith(".") ? relative(ROOT, join(ROOT, dirname(path), name)) : name)) };
  });
const known = new Map(files.map((file) => [file.path, file]));
const inSrc = files.filter((file) => file.path.startsWith("src/"));

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : walk(path);
    return /\.tsx?$/.test(entry.name) ? [relative(ROOT, path)] : [];
  });
}

/** Comments may speak of a clock; code of the policy may not have one. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
}

/** "src/desk/tickets/reads.ts" is of the rank desk; what lies beside main.ts is of its rank. */
function rankOf(path: string): Rank {
  const [, room = ""] = path.split("/");
  return RANKS.find((rank) => rank === room) ?? "main";
}

test("a room imports only from ranks below it", () => {
  const breaches = inSrc.flatMap((file) => file.imports.filter((to) => to.startsWith("src/") && RANKS.indexOf(rankOf(to)) > RANKS.indexOf(rankOf(file.path))).map((to) => `${file.path} → ${to}`));
  expect(breaches).toEqual([]);
});

test("no door knows another", () => {
  const door = (path: string): string => path.split("/")[2] ?? "";
  const breaches = inSrc
    .filter((file) => rankOf(file.path) === "doors")
    .flatMap((file) => file.imports.filter((to) => to.startsWith("src/doors/") && door(to) !== door(file.path)).map((to) => `${file.path} → ${to}`));
  expect(breaches).toEqual([]);
});

/** Of the desk's folders all are nouns but these: what reads across nouns, what an event's effects become, what is done on the road. */
const COMPOSING = ["views", "hands", "acts"];
const folderOfDesk = (path: string): string | null => (path.startsWith("src/desk/") && path.split("/").length > 3 ? (path.split("/")[2] ?? null) : null);
const isNoun = (folder: string | null): boolean => folder !== null && !COMPOSING.includes(folder);

test("the nouns of the desk do not know each other; what joins several lies in views/, hands/ or acts/, or is the road itself", () => {
  const breaches = inSrc
    .filter((file) => isNoun(folderOfDesk(file.path)))
    .flatMap((file) => file.imports.filter((to) => folderOfDesk(to) !== null && folderOfDesk(to) !== folderOfDesk(file.path)).map((to) => `${file.path} → ${to}`));
  expect(breaches).toEqual([]);
});

test("the road and its hands know no act that takes it: an act asks for a change, a change never for an act", () => {
  const breaches = inSrc
    .filter((file) => file.path.startsWith("src/desk/") && folderOfDesk(file.path) !== "acts")
    .flatMap((file) => file.imports.filter((to) => folderOfDesk(to) === "acts").map((to) => `${file.path} → ${to}`));
  expect(breaches).toEqual([]);
});

test("the pages use policy and words alone, and of the rest nothing", () => {
  const breaches = files
    .filter((file) => file.path.startsWith("web/"))
    .flatMap((file) => file.imports.filter((to) => to.startsWith("src/") && !/^src\/(policy|words)\//.test(to)).map((to) => `${file.path} → ${to}`));
  expect(breaches).toEqual([]);
});

test("every import of our own stands for a file", () => {
  const missing = files.flatMap((file) => file.imports.filter((to) => /^(src|web|bench)\//.test(to) && /\.tsx?$/.test(to) && !known.has(to)).map((to) => `${file.path} → ${to}`));
  expect(missing).toEqual([]);
});

test("no two files need each other, be it for a type alone", () => {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) return void circles.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
    if (done.has(path)) return;
    for (const to of known.get(path)?.imports ?? []) visit(to, [...trail, path]);
    done.add(path);
  };
  for (const file of files) visit(file.path, []);
  expect(circles).toEqual([]);
});

test("the policy and the words have no clock, no chance, no network, nothing of Node or of a browser", () => {
  const forbidden = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.|\bfetch\(|\bwindow\.|\bdocument\.(?:body|create|get|query)|\bprocess\.|\bsetTimeout\b|\bcrypto\./;
  const breaches = inSrc
    .filter((file) => ["policy", "words"].includes(rankOf(file.path)))
    .flatMap((file) => [
      ...(forbidden.exec(file.code) ? [`${file.path}: ${forbidden.exec(file.code)?.[0] ?? ""}`] : []),
      ...file.imports.filter((to) => to.startsWith("node:")).map((to) => `${file.path}: ${to}`),
    ]);
  expect(breaches).toEqual([]);
});

test("only the desk and what migrates it speak SQL; doors ask the desk", () => {
  const sql = /["'`]\s*(?:select\b[^"`]*\bfrom\s|insert into\s|update\s+\w+\s+set\s|delete from\s)/i;
  const breaches = inSrc.filter((file) => rankOf(file.path) === "doors" && sql.test(file.code)).map((file) => file.path);
  expect(breaches).toEqual([]);
});

test("files are small: none over 250 lines, half of them under 60, nine in ten under 150", () => {
  const lists = /\.gen\.ts$|^(?:src|web\/console)\/words\/(?:en|fr|it|ro)\.ts$/;
  const sizes = files
    .filter((file) => !lists.test(file.path))
    .map((file) => ({ path: file.path, lines: file.text.split("\n").length - 1 }))
    .sort((a, b) => a.lines - b.lines);
  const at = (share: number): number => sizes[Math.floor(sizes.length * share)]?.lines ?? 0;
  console.info(`${sizes.length} files, median ${at(0.5)} lines, nine in ten under ${at(0.9) + 1}`);
  expect(sizes.filter((file) => file.lines > MOST_LINES)).toEqual([]);
  expect(at(0.5)).toBeLessThanOrEqual(60);
  expect(at(0.9)).toBeLessThanOrEqual(150);
});

test("the first line of a file says what it is for", () => {
  expect(files.filter((file) => !/^(?:#!.*\n)?(?:\/\/ \S|\/\*\*? ?\S)/.test(file.text)).map((file) => file.path)).toEqual([]);
});

test("files have names of things, in kebab-case, and none is a barrel but the policy's own", () => {
  const vague = /^(?:utils?|helpers?|common|misc|manager|service|shared)(?:\.|$)|-(?:utils?|helpers?|manager|service)\./;
  expect(files.filter((file) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)*\.tsx?$/.test(basename(file.path)) || vague.test(basename(file.path))).map((file) => file.path)).toEqual([]);
  expect(files.filter((file) => /^index\.tsx?$/.test(basename(file.path))).map((file) => file.path)).toEqual(["src/policy/index.ts"]);
});

test("nothing is switched off, nothing left for later", () => {
  const marks = new RegExp(
    [
      "@ts-" + "ignore",
      "@ts-" + "expect-error",
      "@ts-" + "nocheck",
      "eslint-" + "disable",
      "oxlint-" + "disable",
      "biome-" + "ignore",
      "\\bTO" + "DO\\b",
      "\\bFIX" + "ME\\b",
      ":\\s*any\\b",
      "\\bas any\\b",
      "<any>",
    ].join("|"),
  );
  const tests = walk(join(ROOT, "tests")).map((path) => ({ path, code: readFileSync(join(ROOT, path), "utf8") }));
  const skipped = new RegExp("\\b(?:test|it|describe)\\.(?:skip|only|to" + "do)\\b");
  expect(files.filter((file) => marks.test(file.code) || /@ts-|(?:es|ox)lint-disable/.test(file.text)).map((file) => file.path)).toEqual([]);
  expect(tests.filter((file) => file.path !== "tests/architecture.test.ts" && (marks.test(withoutComments(file.code)) || skipped.test(file.code))).map((file) => file.path)).toEqual([]);
});
