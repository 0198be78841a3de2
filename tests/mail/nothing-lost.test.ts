// Whatever is sent and whatever fails: a mail that was accepted is there, and one that is not accepted stays with its sender.
import pg from "pg";
import { expect, test } from "vitest";
import { keepMail } from "../../src/doors/mail/keep-mail.ts";
import { mailDesk } from "./mail-desk.ts";
import { post, postRaw, talk } from "./post.ts";

const desk = await mailDesk();
const { port } = desk.door;
const HELP = "help@small.example";
const envelope = ["EHLO customer.example", "MAIL FROM:<lea@paid.example>", `RCPT TO:<${HELP}>`, "DATA"];

test("an address of no desk is refused at once", async () => {
  const answers = await talk(port, ["EHLO customer.example", "MAIL FROM:<lea@paid.example>", "RCPT TO:<nobody@small.example>", "QUIT"]);
  expect(answers[3]).toMatch(/^550/);
});

test("a mail of 40 MB is refused with 552: by its announced size, and by its real one", async () => {
  const announced = await talk(port, ["EHLO customer.example", `MAIL FROM:<lea@paid.example> SIZE=${40 * 1024 * 1024}`, "QUIT"]);
  expect(announced[1]).toContain("SIZE 26214400");
  expect(announced[2]).toMatch(/^552/);
  const line = Buffer.from(`${"x".repeat(998)}\r\n`);
  const body = Buffer.concat([Buffer.from("From: lea@paid.example\r\nSubject: gros\r\n\r\n"), Buffer.alloc(40 * 1024 * 1024, line), Buffer.from("\r\n.\r\n")]);
  const real = await talk(port, [...envelope, body, "QUIT"]);
  expect(real[5]).toMatch(/^552/);
  expect(await desk.inbound()).toHaveLength(0);
});

test("a mail of 20 MB is taken, file and all", async () => {
  await post(port, { from: "lea@paid.example", to: HELP, subject: "grand", text: "Voici.", attachments: [{ filename: "scan.bin", content: Buffer.alloc(14 * 1024 * 1024, 7) }] });
  await desk.quiet();
  const files = await desk.rows<{ size: number }>("select size from files where name = 'scan.bin'");
  expect(files[0]?.size).toBe(14 * 1024 * 1024);
});

test.each([
  ["bytes that are no mail", Buffer.from([0, 255, 254, 1, 2, 3, 13, 10, 128, 200]), ["quarantined", "set-aside"]],
  [
    "parts without an end",
    Buffer.from(
      'From: a@x.example\r\nSubject: s\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=unknown-9\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!',
    ),
    ["done"],
  ],
  ["parts within parts without end", Buffer.from(nested(300)), ["quarantined", "done"]],
  ["NUL bytes and half letters", Buffer.concat([Buffer.from("From: a@x.example\r\nSubject: nul \0 \xed\xa0\x80\r\n\r\n", "latin1"), Buffer.from([65, 0, 66, 0xed, 0xa0, 0x80])]), ["done"]],
  ["a header that never ends", Buffer.from(`From: a@x.example\r\nX-Long: ${`${"y".repeat(900)}\r\n `.repeat(2000)}\r\n\r\nbody`), ["quarantined", "done"]],
  ["HTML nested ten thousand deep", Buffer.from(`From: a@x.example\r\nSubject: deep\r\nContent-Type: text/html\r\n\r\n${"<div>".repeat(10_000)}fond${"</div>".repeat(10_000)}`), ["done"]],
])("%s: accepted, kept whole, and put where somebody sees it", async (_what, raw, states) => {
  const before = (await desk.inbound()).map((m) => m.sha);
  await postRaw(port, "a@x.example", HELP, raw);
  await desk.quiet();
  const kept = await desk.inbound();
  expect(kept).toHaveLength(before.length + 1);
  const mail = kept.find((m) => !before.includes(m.sha));
  expect(states).toContain(mail?.state);
  expect(await desk.house.blobs.has(mail?.sha ?? "")).toBe(true);
});

test("a mail that was kept and not read when the server ended is read at the next start, once", async () => {
  const raw = Buffer.from("From: lea@paid.example\r\nSubject: Avant la panne\r\nMessage-ID: <before@paid.example>\r\n\r\nTout ceci doit rester.\r\n");
  await keepMail(desk.house, raw, "lea@paid.example", [{ desk: "small", written: HELP }]);
  expect((await desk.tickets()).some((t) => t.subject === "Avant la panne")).toBe(false);
  expect(await desk.replay()).toBe(1);
  expect(await desk.replay()).toBe(0);
  await keepMail(desk.house, raw, "lea@paid.example", [{ desk: "small", written: HELP }]);
  await desk.replay();
  expect((await desk.tickets()).filter((t) => t.subject === "Avant la panne")).toHaveLength(1);
});

test("while the database is away mail is answered 451 and stays with its sender; when it is back the same mail is taken", async () => {
  const mail = "From: lea@paid.example\r\nSubject: Pendant la panne\r\n\r\nEncore là ?\r\n.";
  await withoutDatabase(async (takeAway) => {
    const during = await talk(port, [...envelope, async () => takeAway().then(() => mail), "QUIT"]);
    expect(during[5]).toMatch(/^451/);
    const away = await talk(port, [...envelope, mail, "QUIT"]);
    expect(away[5]).toMatch(/^451/);
  });
  const back = await talk(port, [...envelope, mail, "QUIT"]);
  expect(back[5]).toMatch(/^250/);
  await desk.quiet();
  expect((await desk.tickets()).filter((t) => t.subject === "Pendant la panne")).toHaveLength(1);
});

/** Lets `work` take the database away; it is back afterwards. */
async function withoutDatabase(work: (takeAway: () => Promise<void>) => Promise<void>): Promise<void> {
  const name = new URL(desk.url).pathname.slice(1);
  const other = new URL(desk.url);
  other.pathname = "/postgres";
  const admin = new pg.Client({ connectionString: other.href });
  await admin.connect();
  try {
    await work(async () => {
      await admin.query(`alter database ${name} allow_connections false`);
      await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [name]);
    });
  } finally {
    await admin.query(`alter database ${name} allow_connections true`);
    await admin.end();
  }
}

function nested(depth: number): string {
  let mail = "From: a@x.example\r\nSubject: nested\r\n";
  for (let n = 0; n < depth; n += 1) mail += `Content-Type: multipart/mixed; boundary="b${n}"\r\n\r\n--b${n}\r\n`;
  return mail;
}
