// Scores the reading of mail on collections that others published, in the folder that CORPORA names: `npm run corpora`.
// A score is a fact to report, never a list of cases to code for.
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { performance } from "node:perf_hooks";
import { readMail, type ReadMail } from "../src/doors/mail/reading/read-mail.ts";
import { visibleReply } from "../src/doors/mail/reading/visible-reply.ts";
import { takeCorpora } from "./corpora-road.ts";

const root = process.env["CORPORA"] ?? "../shared/corpora";
const verbose = process.argv.includes("--list");
const times: number[] = [];

/** `wanted` is the share below which the run has failed. */
interface Score {
  readonly of: string;
  readonly right: number;
  readonly all: number;
  readonly wrong: readonly string[];
  readonly wanted: number;
}
const score = (of: string, results: readonly (readonly [file: string, right: boolean])[], wanted = 0): Score => ({
  wanted,
  of,
  right: results.filter(([, right]) => right).length,
  all: results.length,
  wrong: results.filter(([, right]) => !right).map(([file]) => file),
});

async function files(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name))
    .sort();
}

async function read(file: string, from = "sender@elsewhere.example"): Promise<ReadMail | Error> {
  const raw = await readFile(file);
  const begun = performance.now();
  try {
    return await readMail(raw, from);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    times.push(performance.now() - begun);
  }
}

interface Reference {
  readonly file: string;
  readonly py_from: readonly string[] | null;
  readonly py_subject: string | null;
  readonly agree: { readonly from: boolean; readonly subject: boolean };
}

/** Sender and subject, on the rows on which two other programs agree. */
async function odd(name: string): Promise<Score[]> {
  const rows = JSON.parse(await readFile(join(root, name, "reference_parse.json"), "utf8")) as Reference[];
  const senders: [string, boolean][] = [];
  const subjects: [string, boolean][] = [];
  const machines: [string, boolean][] = [];
  for (const row of rows) {
    const mail = await read(join(root, name, row.file));
    const [from, subject] = mail instanceof Error ? ["", ""] : [mail.from?.address ?? "", mail.subject];
    if (row.agree.from) senders.push([`${row.file}: ${from} ≠ ${row.py_from?.join()}`, !row.py_from?.length || same(row.py_from?.[0] ?? "", from)]);
    if (row.agree.subject) subjects.push([`${row.file}: ${subject} ≠ ${row.py_subject}`, sameLetters(row.py_subject ?? "", subject)]);
    if (!(mail instanceof Error) && !row.file.includes("report") && !/^(?:mailer-daemon|postmaster)@/i.test(row.py_from?.[0] ?? ""))
      machines.push([`${row.file}: ${mail.robot?.kind} "${subject}"`, mail.robot?.kind !== "bounce"]);
  }
  return [score(`${name}: sender`, senders, 1), score(`${name}: subject`, subjects, 1), score(`${name}: no bounce where there is none`, machines, 1)];
}

const same = (a: string, b: string): boolean => a.replace(/\s+/g, " ").trim().toLowerCase() === b.replace(/\s+/g, " ").trim().toLowerCase();

/** The same where the reference could read its letters: "Ver\uFFFDo" says no more than that one stood there. */
const sameLetters = (reference: string, found: string): boolean => {
  const flat = (text: string): string => text.replace(/\s+/g, " ").trim().toLowerCase();
  return new RegExp(
    `^${flat(reference)
      .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
      .replace(/\uFFFD+/g, ".+")}$`,
    "u",
  ).test(flat(found));
};

async function replies(name: string, key: "visible_text" | "reply"): Promise<Score> {
  const path = (await files(join(root, name))).find((f) => f.endsWith("expected.json")) ?? "";
  const rows = JSON.parse(await readFile(path, "utf8")) as Record<string, string>[];
  const results: [string, boolean][] = [];
  for (const row of rows) {
    const text = await readFile(join(root, name, "test/emails", row["file"] ?? ""), "utf8");
    const begun = performance.now();
    const found = visibleReply(text.replace(/\r\n?/g, "\n"));
    const took = performance.now() - begun;
    times.push(took);
    results.push([`${row["file"]} (${took.toFixed(0)} ms)${verbose ? `\n--- wanted\n${row[key]?.slice(0, 600)}\n--- found\n${found.slice(0, 600)}\n` : ""}`, same(row[key] ?? "", found)]);
  }
  return score(`${name}: visible reply`, results);
}

/** Where two collections hold the same mail and expect different words of it, nobody can be right by both: right by either. */
async function eitherReply(): Promise<Score> {
  const right = new Map<string, boolean>();
  for (const [name, key] of [
    ["reply-github", "visible_text"],
    ["reply-zapier", "reply"],
  ] as const) {
    for (const row of JSON.parse(await readFile(join(root, name, "expected.json"), "utf8")) as Record<string, string>[]) {
      const file = row["file"] ?? "";
      const found = visibleReply((await readFile(join(root, name, "test/emails", file), "utf8")).replace(/\r\n?/g, "\n"));
      right.set(file, (right.get(file) ?? false) || same(row[key] ?? "", found));
    }
  }
  return score("both of them: visible reply right by one at least", [...right], 0.95);
}

interface ExpectedFailure {
  readonly hardbounce: boolean;
  readonly reason: string;
}

/** Whether an address is bad for good, as the collection judges it; and whether any address was found. */
async function failures(): Promise<Score[]> {
  const folder = join(root, "bounce-sisimai");
  const expected = JSON.parse(await readFile(join(folder, "expected.json"), "utf8")) as Record<string, ExpectedFailure[]>;
  const found: [string, boolean][] = [];
  const hard: [string, boolean][] = [];
  for (const [file, rows] of Object.entries(expected)) {
    if (rows.every((row) => ["feedback", "vacation", "delivered"].includes(row.reason))) continue;
    const mail = await read(join(folder, "mails", file), "");
    const failed = mail instanceof Error ? [] : (mail.robot?.failed ?? []);
    found.push([file, failed.length > 0]);
    hard.push([`${file}: ${rows[0]?.reason} ${failed.map((f) => f.status).join()}`, failed.some((f) => f.hard) === rows.some((row) => row.hardbounce)]);
  }
  return [score("bounce-sisimai: a failed address found", found), score("bounce-sisimai: for good or not, as expected", hard)];
}

async function bounces(): Promise<Score> {
  const folder = join(root, "bounce-sisimai");
  const expected = JSON.parse(await readFile(join(folder, "expected.json"), "utf8")) as Record<string, unknown>;
  const results: [string, boolean][] = [];
  for (const file of Object.keys(expected)) {
    const mail = await read(join(folder, "mails", file));
    results.push([`${file}: ${mail instanceof Error ? mail.message : `${mail.from?.address} "${mail.subject}"`}`, !(mail instanceof Error) && mail.robot !== null]);
  }
  return score("bounce-sisimai: known as a machine's mail", results, 0.99);
}

if (!(await stat(root).catch(() => null))) {
  console.error(`There is no folder ${root}. Set CORPORA to the one that holds the collections.`);
  process.exit(1);
}
const scores = [
  ...(await odd("email-mikel-mail")),
  ...(await odd("email-enmime")),
  await replies("reply-github", "visible_text"),
  await replies("reply-zapier", "reply"),
  await eitherReply(),
  await bounces(),
  ...(await failures()),
];
for (const s of scores) {
  console.log(`${String(s.right).padStart(5)} of ${String(s.all).padEnd(5)} ${s.of}`);
  for (const wrong of s.wrong.slice(0, verbose ? Infinity : 5)) console.log(`               ${wrong}`);
}
const missed = scores.filter((s) => s.right < s.wanted * s.all);
if (missed.length > 0) {
  console.log(`\nless than wanted: ${missed.map((s) => s.of).join("; ")}`);
  process.exitCode = 1;
}
times.sort((a, b) => a - b);
const at = (share: number): string => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1);
console.log(`\nread and cleaned: ${times.length} texts, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, the slowest ${at(1)} ms`);
if (process.argv.includes("--read-only")) process.exit();
const mails = (await Promise.all(["email-mikel-mail", "email-enmime", "bounce-sisimai"].map((name) => files(join(root, name))))).flat().filter((f) => /\.(eml|raw)$/.test(f));
console.log(await takeCorpora(mails.map((file) => ({ file, name: relative(root, file) }))));
