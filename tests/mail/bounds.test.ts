// No mail takes the server's time or memory: a large one is read apart, within five seconds and a bounded memory, or set among the unreadable.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readApart } from "../../src/doors/mail/reading/read-apart.ts";
import { readMail, Unreadable } from "../../src/doors/mail/reading/read-mail.ts";

const mail = (head: string, body: string | Buffer): Buffer => Buffer.concat([Buffer.from(`From: a@x.example\r\nSubject: s\r\nMessage-ID: <1@x.example>\r\n${head}\r\n\r\n`), Buffer.from(body)]);
const filled = (piece: string, signs: number): string => piece.repeat(Math.floor(signs / piece.length));

test("a large mail read apart is the same as one read here, files and all", async () => {
  const raw = mail(
    'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"',
    `--b\r\nContent-Type: text/plain\r\n\r\nVoici.\r\n--b\r\nContent-Type: application/pdf; name="a.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.alloc(400_000, 7).toString("base64")}\r\n--b--\r\n`,
  );
  const [here, apart] = [await readMail(raw, "a@x.example"), await readApart(raw, "a@x.example")];
  expect({ ...apart, files: apart.files.map((f) => [f.name, Buffer.from(f.bytes).toString("base64")]) }).toEqual({
    ...here,
    files: here.files.map((f) => [f.name, Buffer.from(f.bytes).toString("base64")]),
  });
});

test("a large mail on disk is read from there as the same mail at hand is", async () => {
  const folder = await mkdtemp(join(tmpdir(), "troth-mail-"));
  try {
    const raw = mail("Content-Type: text/plain; charset=utf-8", `Voilà l'état de la caisse.\r\n${filled("Tout est là. ", 300_000)}`);
    const path = join(folder, "raw");
    await writeFile(path, raw);
    expect(await readApart({ path, size: raw.length }, "a@x.example")).toEqual(await readApart(raw, "a@x.example"));
    await expect(readApart({ path: join(folder, "gone"), size: raw.length }, "a@x.example")).rejects.toThrow(Unreadable);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("a file in base64 is its bytes, wherever its lines break, are padded or have signs that are none", async () => {
  const bytes = Buffer.from(Array.from({ length: 1000 }, (_, n) => (n * 37) & 255));
  const whole = bytes.toString("base64");
  const lines = (every: number, between = "\r\n"): string => whole.replaceAll(new RegExp(`.{${every}}`, "g"), `$&${between}`);
  const padded = Array.from({ length: 100 }, (_, n) => bytes.subarray(n * 10, n * 10 + 10).toString("base64")).join("\r\n");
  for (const body of [lines(76), lines(5), lines(1), lines(33, " *\r\n\r\n"), padded, whole.replace(/=+$/, "")]) {
    const { files } = await readMail(mail('Content-Type: application/octet-stream; name="a.bin"\r\nContent-Transfer-Encoding: base64', `${body}\r\n`), "a@x.example");
    expect(files.map((f) => Buffer.from(f.bytes).equals(bytes))).toEqual([true]);
  }
});

test("what is no mail is unreadable there too, and the next is read", async () => {
  await expect(readApart(mail("Content-Type: multipart/mixed; boundary=b", filled("--b\r\n\r\n\r\n", 600_000)), "a@x.example")).rejects.toThrow(Unreadable);
  expect((await readApart(mail("", filled("word ", 300_000)), "a@x.example")).text).toContain("word word");
});

test("while large mails are read the server does other things, and many at once come through", async () => {
  let ticks = 0; // read here, the six would leave the clock one or two each
  const clock = setInterval(() => (ticks += 1), 5);
  const html = `Content-Type: text/html; charset=utf-8`;
  const all = await Promise.all(Array.from({ length: 6 }, (_, n) => readApart(mail(html, `${filled("<p>The printer is <b>broken</b>.</p>", 900_000)}${n}`), "a@x.example")));
  clearInterval(clock);
  expect(all.every((each) => each.text.includes("The printer is broken."))).toBe(true);
  expect(ticks).toBeGreaterThan(50);
});

describe("everything odd is read, or set among the unreadable, and nothing throws anything else", () => {
  test.each([
    ["a megabyte of nested HTML", mail("Content-Type: text/html", `${filled("<div>", 1_000_000)}The end`)],
    ["a megabyte of nested quotes", mail("Content-Type: text/html", filled("<blockquote>x", 1_000_000))],
    ["a megabyte of one word", mail("", filled("x", 1_000_000))],
    ["a megabyte of NUL bytes", mail("", Buffer.alloc(1_000_000))],
    ["a megabyte of quote marks", mail("", filled(">", 1_000_000))],
    ["a megabyte of attributions", mail("", filled("On Mon, 2 Mar 2026 at 10:00, Ana <a@x.example> wrote:\n", 1_000_000))],
    ["a megabyte of header fields", mail("", filled("From: a\nSent: b\nTo: c\n", 1_000_000))],
    ["five thousand recipients", mail(`To: ${filled("someone <someone@many.example>,\r\n ", 160_000)}a@b.example`, "words")],
    ["no body", Buffer.from("From: a@x.example\r\nSubject: s\r\n\r\n")],
    ["no subject, no Message-ID, a date in the future", Buffer.from("From: a@x.example\r\nDate: Fri, 31 Dec 2199 23:59:59 +0000\r\n\r\nwords")],
  ])("%s", async (_what, raw) => {
    const began = performance.now();
    await readApart(raw, "a@x.example").catch((error: unknown) => expect((error as Error).name).toBe("Unreadable"));
    expect(performance.now() - began).toBeLessThan(60_000); // five seconds for the mail, and on a busy machine many more for a thread to begin
  });
});
