// The server is killed at random moments while a thousand mails arrive by SMTP and others are read by IMAP, and what each is answered leaves, over real servers on all sides.
import { randomInt } from "node:crypto";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { createTransport } from "nodemailer";
import pg from "pg";
import { SMTPServer } from "smtp-server";
import { afterAll, expect, test } from "vitest";
import { embeddedUrl } from "../../src/database/embedded-account.ts";
import { folderWith, troth } from "../cli/run-troth.ts";
import { imapServer } from "../mail/imap-server.ts";
import { SMALL_POLICY } from "../desk/small-policy.ts";
import { dataFolder, freePort, type Server, startServer } from "./run-server.ts";

const data = await dataFolder();
const MAILS = 1_000;
const BY_IMAP = 200; // that lie in a mailbox elsewhere
const SENDERS = 16;
const KILLS = 5;
const HELP = "help@small.example";

/** Everybody's server on the other side: what it has taken, by Message-ID, and how often. */
async function receiver(): Promise<{ port: number; taken: Map<string, number> }> {
  const taken = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    maxClients: 200,
    async onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      try {
        for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
      } catch (error) {
        return done(error as Error); // the line was cut before the mail was whole: it was never here
      }
      const id = /^Message-ID:\s*(<[^>]+>)/im.exec(Buffer.concat(chunks).toString("latin1"))?.[1] ?? "";
      taken.set(id, (taken.get(id) ?? 0) + 1); // from here on it is delivered, whoever hears of it
      await wait(randomInt(0, 15)); // and a kill may come before the answer does
      done(null, "taken");
    },
  });
  server.on("error", () => undefined); // lines that a kill cuts
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, "127.0.0.1", () => resolve((listening.address() as AddressInfo).port));
  });
  afterAll(() => server.close());
  return { port, taken };
}

/** A mail server that has `numbers` to hand over, and keeps each until it was answered 250. */
async function handOver(port: number, numbers: number[]): Promise<void> {
  let client = createTransport({ host: "127.0.0.1", port, ignoreTLS: true, pool: true, maxConnections: 1, maxMessages: Infinity });
  for (let n = numbers.pop(); n !== undefined; ) {
    const raw = `From: Customer ${n} <c${n}@many.example>\r\nTo: ${HELP}\r\nSubject: Mail ${n}\r\nMessage-ID: <m${n}@many.example>\r\nDate: Mon, 2 Mar 2026 09:00:00 +0000\r\n\r\nHow do I print the estimate? This is mail ${n}.\r\n`;
    try {
      await client.sendMail({ envelope: { from: `c${n}@many.example`, to: HELP }, raw });
      n = numbers.pop();
    } catch {
      client.close();
      client = createTransport({ host: "127.0.0.1", port, ignoreTLS: true, pool: true, maxConnections: 1, maxMessages: Infinity });
      await wait(200); // no answer is no promise: the same mail again
    }
  }
  client.close();
}

test("every mail that was accepted is there once, none is lost silently, none is repeated blindly", async () => {
  const policy = await folderWith({ "policy.yaml": SMALL_POLICY });
  expect((await troth(["activate", policy], { DATA_DIR: data })).code).toBe(0);
  const { port, taken } = await receiver();
  const smtpPort = await freePort();
  const imap = await imapServer();
  for (let n = 0; n < BY_IMAP; n += 1)
    imap.arrive(
      `Return-Path: <i${n}@many.example>\nFrom: Customer ${n} <i${n}@many.example>\nTo: ${HELP}\nSubject: Box ${n}\nMessage-ID: <i${n}@many.example>\n\nWhere is my invoice? This is mail ${n}.\n`,
      Date.now(),
    );
  const env = async (): Promise<Record<string, string>> => ({
    DEMO: "off",
    PORT: String(await freePort()),
    SMTP_PORT: String(smtpPort),
    IMAP_URLS: imap.url("small"),
    SMTP_URL: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
    LOG_LEVEL: "silent",
  });
  let server: Server = await startServer(data, await env());

  const numbers = Array.from({ length: MAILS }, (_, n) => n).reverse();
  let done = false;
  const sending = Promise.all(Array.from({ length: SENDERS }, () => handOver(smtpPort, numbers))).then(() => (done = true));
  let kills = 0;
  for (; kills < KILLS; kills += 1) {
    const before = numbers.length;
    await wait(randomInt(150, 1_200));
    while (!done && before - numbers.length < 40) await wait(20); // something is under way
    expect(await server.stop("SIGKILL")).toBe("SIGKILL");
    server = await startServer(data, await env());
  }
  await sending;

  const client = new pg.Client({ connectionString: (await embeddedUrl(data)) ?? "" });
  await client.connect();
  const rows = async <R extends object>(sql: string): Promise<R[]> => (await client.query<R>(sql)).rows;
  for (const end = Date.now() + 60_000; (await rows("select 1 from inbound_mails")).length < MAILS + BY_IMAP && Date.now() < end; ) await wait(100);
  const open = async (): Promise<number> =>
    (
      await rows<{ n: number }>(
        "select (select count(*) from inbound_mails where state = 'kept')::int + (select count(*) from outbox o where outbox_state(o, now()) in ('waiting', 'sending'))::int as n",
      )
    )[0]?.n ?? 1;
  for (const end = Date.now() + 60_000; (await open()) > 0 && Date.now() < end; ) await wait(100);
  expect(await open()).toBe(0);

  const subjects = (await rows<{ subject: string }>("select subject from tickets")).map((t) => t.subject);
  expect(subjects).toHaveLength(MAILS + BY_IMAP);
  expect(new Set(subjects).size).toBe(MAILS + BY_IMAP);
  expect(await rows("select 1 from inbound_mails where state <> 'done'")).toEqual([]);

  const out = await rows<{ mail_id: string; state: string; ticket: string }>("select payload->>'mailId' as mail_id, outbox_state(o, now()) as state, ticket from outbox o");
  expect(out).toHaveLength(MAILS + BY_IMAP);
  expect(new Set(out.map((m) => m.ticket)).size).toBe(MAILS + BY_IMAP);
  const sent = out.filter((m) => m.state === "sent");
  const uncertain = out.filter((m) => m.state === "uncertain");
  expect(sent.length + uncertain.length).toBe(MAILS + BY_IMAP);
  expect([...taken.values()].filter((times) => times > 1)).toEqual([]);
  expect(sent.filter((m) => taken.get(m.mail_id) !== 1)).toEqual([]);
  const known = new Set(out.map((m) => m.mail_id));
  expect([...taken.keys()].filter((id) => !known.has(id))).toEqual([]);
  console.info(`${kills} kills: ${sent.length} sent, ${uncertain.length} uncertain, of which ${uncertain.filter((m) => taken.has(m.mail_id)).length} had arrived`);

  // Each uncertain one is shown to a person.
  const looked = await rows<{ id: string }>("select id from outbox o where outbox_state(o, now()) = 'uncertain' and settled_at is null");
  expect(looked).toHaveLength(uncertain.length);
  await client.end();
  await server.stop();
}, 240_000);
