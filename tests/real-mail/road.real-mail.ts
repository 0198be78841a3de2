// The same road as everywhere, through Debian's postfix and dovecot: a customer with a real server, a desk behind one, and both in trouble.
import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { authenticate } from "mailauth";
import { afterAll, expect, test } from "vitest";
import type { OutboxRow } from "../../src/database/rows.gen.ts";
import { openImapDoor } from "../../src/doors/mail/imap/open-imap-door.ts";
import { mailQueue } from "../../src/doors/mail/mail-queue.ts";
import { smtpTransport } from "../../src/doors/mail/out/smtp-transport.ts";
import { openSmtpDoor } from "../../src/doors/mail/smtp-door.ts";
import { sendWaiting } from "../../src/doors/worker/send-waiting.ts";
import { imapAccounts } from "../../src/mail-settings.ts";
import { mailDesk } from "../mail/mail-desk.ts";
import { post } from "../mail/post.ts";
import { PASSWORD, realMail } from "./postfix-and-dovecot.ts";

const real = await realMail();
const desk = await mailDesk();
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const out = smtpTransport(`smtp://127.0.0.1:${real.smtp}?ignoreTLS=true`, { selector: "troth", privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString() });
afterAll(() => out.close());
const LEA = "Léa Payé <lea@paid.example>";
const HELP = "help@small.example";
const soon = { timeout: 30_000, interval: 100 };
const fault = (error: unknown): void => void desk.faults.push(error);

const write = (subject: string, more: object = {}) => post(real.smtp, { from: LEA, to: HELP, subject, text: `Bonjour, comment imprimer le devis ? (${subject})`, ...more });
const subjects = async (): Promise<string[]> => (await desk.tickets()).map((t) => t.subject);
const times = async (subject: string): Promise<number> => (await subjects()).filter((s) => s === subject).length;
const sendAll = async (): Promise<void> => {
  while (await sendWaiting(desk.house, out.send, fault));
};
const header = (raw: string, name: string): string => new RegExp(`^${name}:\\s*(.*)$`, "im").exec(raw.replaceAll(/\r?\n[ \t]+/g, " "))?.[1]?.trim() ?? "";
let confirmation = "";

test("postfix hands a customer's mail on over STARTTLS; the confirmation goes back through postfix and lies in the customer's dovecot, signed and whole", async () => {
  const pem = (name: string): string => readFileSync(new URL(`../mail/tls/${name}.pem`, import.meta.url), "utf8");
  const door = await openSmtpDoor(desk.house, { host: "127.0.0.1", port: 0, tls: { key: pem("key"), cert: pem("cert") }, fault });
  afterAll(() => door.close());
  await real.deliverDeskTo(`smtp:[127.0.0.1]:${door.port}`);
  await write("Par postfix");
  await expect.poll(() => times("Par postfix"), soon).toBe(1);
  await sendAll();
  const [raw = ""] = await real.mailsOf("lea", 1);
  expect(header(raw, "Subject")).toMatch(/^\[SM-\d+\] Par postfix$/);
  expect(header(raw, "Auto-Submitted")).toBe("auto-replied");
  expect(header(raw, "Return-Path")).toBe(`<${HELP}>`);
  confirmation = header(raw, "Message-ID");
  const record = `v=DKIM1; k=rsa; p=${publicKey.export({ type: "spki", format: "der" }).toString("base64")}`;
  const { dkim } = await authenticate(Buffer.from(raw), {
    disableArc: true,
    disableDmarc: true,
    disableBimi: true,
    resolver: async (name) => {
      if (name === "troth._domainkey.small.example") return [[record]];
      throw Object.assign(new Error("none"), { code: "ENOTFOUND" });
    },
  });
  expect(dkim.results.map((r) => r.status.result)).toEqual(["pass"]);
  const [row] = await desk.rows<OutboxRow>("select * from outbox order by made_at limit 1");
  expect(row?.answer).toMatch(/^250 .*queued as/);
});

test("by LMTP as well", async () => {
  const door = await openSmtpDoor(desk.house, { host: "127.0.0.1", port: 0, lmtp: true, fault });
  afterAll(() => door.close());
  await real.deliverDeskTo(`lmtp:inet:127.0.0.1:${door.port}`);
  await write("Par LMTP");
  await expect.poll(() => times("Par LMTP"), soon).toBe(1);
});

test("while the desk is away postfix keeps the mails; when it is back each is there once", async () => {
  const first = await openSmtpDoor(desk.house, { host: "127.0.0.1", port: 0, fault });
  const { port } = first;
  await real.deliverDeskTo(`smtp:[127.0.0.1]:${port}`);
  await first.close();
  for (const n of [1, 2, 3]) await write(`Absence ${n}`);
  const again = await openSmtpDoor(desk.house, { host: "127.0.0.1", port, fault });
  afterAll(() => again.close());
  real.flush();
  for (const n of [1, 2, 3]) await expect.poll(() => times(`Absence ${n}`), soon).toBe(1);
});

test("an address of no desk is refused, and postfix tells its customer so", async () => {
  const before = (await real.mailsOf("lea", 0)).length;
  await post(real.smtp, { from: LEA, to: "nobody@small.example", subject: "À personne", text: "?" });
  const mails = await real.mailsOf("lea", before + 1);
  const bounce = mails.find((raw) => header(raw, "Content-Type").includes("delivery-status") && raw.includes("nobody@small.example"));
  expect(bounce).toContain("550");
});

test("a customer's answer that lies in the desk's own dovecot is taken from there, on the ticket that it answers, by IDLE and after dovecot was away", async () => {
  await real.deliverDeskTo("virtual");
  const queue = mailQueue(desk.house, fault);
  const { items } = imapAccounts(`small=imaps://help:${PASSWORD}@127.0.0.1:${real.imaps}/INBOX`);
  const door = await openImapDoor(desk.house, items, { queue, mostBytes: 1_000_000, fault, firstPause: 100 });
  afterAll(async () => {
    await door.close();
    await queue.close();
  });
  const said = async (): Promise<string[]> =>
    (await desk.rows<{ text: string }>("select m.text from messages m join tickets t on t.desk = m.desk and t.id = m.ticket where t.subject = 'Par postfix' order by m.at, m.id")).map((m) => m.text);
  await write("Re: Par postfix", { inReplyTo: confirmation, references: confirmation, text: "Voici la suite." });
  await expect.poll(said, soon).toContain("Voici la suite.");
  await real.stopDovecot();
  await write("Re: Par postfix", { inReplyTo: confirmation, references: confirmation, text: "Encore un mot." });
  await real.startDovecot();
  await expect.poll(said, soon).toContain("Encore un mot.");
  expect((await said()).filter((text) => text === "Voici la suite.")).toHaveLength(1);
  const [account] = await desk.rows<{ fault: string | null; last_uid: number }>("select fault, last_uid from imap_accounts");
  expect(account?.last_uid).toBe(2);
});

test("a customer's address that their server refuses is given up at once, with the reason that it gave", async () => {
  await sendAll();
  await post(desk.door.port, { from: "gone@paid.example", to: HELP, subject: "Parti", text: "Comment faire ?" });
  await desk.door.settled();
  await sendAll();
  const failed = await desk.rows<OutboxRow>("select * from outbox where given_up_at is not null");
  expect(failed.map((row) => row.fault)).toEqual([expect.stringMatching(/550 .*gone@paid\.example.*(unknown|rejected)/i) as string]);
  expect(await desk.rows("select 1 from inbound_mails where state in ('kept', 'quarantined')")).toEqual([]);
});
