// Mails made to keep the desk busy: each is read in a moment, since nobody else is served meanwhile.
import { expect, test } from "vitest";
import { bodyOf } from "../../src/doors/mail/reading/body-of.ts";
import { parseMail } from "../../src/doors/mail/reading/parse-mail.ts";
import { readMail, Unreadable } from "../../src/doors/mail/reading/read-mail.ts";
import { visibleReply } from "../../src/doors/mail/reading/visible-reply.ts";
import { contestAnswer } from "../../src/words/contest-answer.ts";
import { tellLanguage } from "../../src/words/tell-language.ts";

const MOMENT = 10_000; // ms of this process's own processor time, whatever else the machine does; what these took before was minutes

function takes(work: () => unknown): number {
  const began = process.cpuUsage();
  work();
  return since(began);
}
function since(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}
const filled = (piece: string, signs: number): string => piece.repeat(Math.floor(signs / piece.length));

test.each([
  ["addresses without end above a quote", `2026 ${"@".repeat(380)} <<:`],
  ["dashes and a verb", `${"-".repeat(380)}wrote 12 <<:`],
  ["brackets and a verb", `${"x<".repeat(180)} wrote 2026:`],
  ["letters between stars", `* ${"a* ".repeat(120)}wrote 2026:`],
  ["a telephone's line without end", `from my ${"a".repeat(100_000)}`],
  ["a signature's mark and words without end", `-- \n${"a ".repeat(50_000)}\n____\n> x`],
  ["words in dashes above fields", `---- some words ----\nFrom: a@x.example\nSent: 2\nTo: b\n> x`],
  ["links that are never closed", `> (https://${"a".repeat(5_000)}\n${"b".repeat(400)})`],
])("%s", (_name, line) => {
  expect(takes(() => visibleReply(filled(`own\n${line}\n`, 1_000_000)))).toBeLessThan(MOMENT);
});

test.each([")", "*", "_", "*_)"])("a line of nothing but %j", (sign) => {
  expect(takes(() => visibleReply(`own words\n${filled(sign, 300_000)}\nmore`))).toBeLessThan(MOMENT);
});

test.each(["a\n", "oui\n", "1 is wrong\n", "a.\n"])("an answer of nothing but lines %j is held against the facts that it may contest", (line) => {
  expect(takes(() => contestAnswer(filled(line, 500_000), [{ n: 1, fact: "subscription", label: "Subscription", text: "lapsed", options: [] }], true))).toBeLessThan(MOMENT);
});

test.each(["@", "a@", "@."])("recipients of nothing but %j", async (piece) => {
  const began = process.cpuUsage();
  await readMail(Buffer.from(`From: a@x.example\r\nTo: ${filled(piece, 400_000)}\r\n\r\nx`), "a@x.example");
  expect(since(began)).toBeLessThan(MOMENT);
});

test.each(["<div>", "<table><tr><td>", "<blockquote>", "<b>", "<p>x", "<li>x", "<br>", "<a href=http://x.example>", "<", "&", "<script", "<style>a", "</b>", "<p "])(
  "HTML of nothing but %s",
  (piece) => {
    expect(takes(() => bodyOf({ html: filled(piece, 990_000) }))).toBeLessThan(MOMENT);
  },
);

test.each(["x", "a@", "x/", "https://", "\n-- ", "> "])("the language of a text of nothing but %j", (piece) => {
  expect(takes(() => tellLanguage(filled(piece, 1_000_000), ["en", "fr"]))).toBeLessThan(MOMENT);
});

test.each([
  ["empty lines", "\r\n", "\r\n"],
  ["short lines", "Content-Type: text/plain\r\n\r\n", "a\r\n"],
  ["flowing lines", "Content-Type: text/plain; format=flowed\r\n\r\n", "a \r\n"],
  ["a calendar without end", "Content-Type: text/calendar; method=REPLY\r\n\r\n", "BEGIN:VCALENDAR\r\n"],
  ["an attachment of short lines", "Content-Type: application/octet-stream\r\n\r\n", "1;2\r\n"],
])("a mail of nothing but %s", async (_name, head, piece) => {
  const began = process.cpuUsage();
  await readMail(Buffer.from(`From: a@x.example\r\n${head}${filled(piece, 8_000_000)}`), "a@x.example");
  expect(since(began)).toBeLessThan(MOMENT);
});

test("a mail of parts without end is set among the unreadable", async () => {
  const raw = Buffer.from(`From: a@x.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${filled("--b\r\n\r\n\r\n", 8_000_000)}`);
  await expect(readMail(raw, "a@x.example")).rejects.toThrow(Unreadable);
});

test("parts come out byte by byte as they went in, whatever their encoding", async () => {
  const bytes = "line one\r\n\r\n  line three\r\n.\r\n--x\r\nlast";
  const part = (encoding: string, body: string) =>
    `--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=f\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n`;
  const { attachments } = await parseMail(
    Buffer.from(`Content-Type: multipart/mixed; boundary=b\r\n\r\n${part("8bit", bytes)}${part("base64", Buffer.from(bytes).toString("base64"))}${part("quoted-printable", bytes)}--b--\r\n`),
  );
  const texts = attachments.map((a) =>
    Buffer.from(a.content as ArrayBuffer)
      .toString()
      .replaceAll("\r\n", "\n")
      .trimEnd(),
  );
  expect(texts).toEqual(Array(3).fill(bytes.replaceAll("\r\n", "\n")));
});

test("HTML that is too much to take apart still gives its words, without script and style", () => {
  const { text, html } = bodyOf({ html: `<style>b{color:red}</style><script>alert(1)</script>${"<div>".repeat(2_000)}The printer &amp; the scanner<br>are broken` });
  expect(html).toBeNull();
  expect(text).toBe("The printer & the scanner\nare broken");
});

test("HTML with a picture in it that is larger than what is shown still gives its words", () => {
  expect(bodyOf({ html: `<p>Look at <b>this</b>:</p><img src="data:image/png;base64,${"A".repeat(1_500_000)}">` }).text).toContain("Look at this:");
});
