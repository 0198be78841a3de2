// The mail door's other ways of standing open: behind an MTA, and for one login alone.
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { createTransport } from "nodemailer";
import { afterAll, expect, test } from "vitest";
import { MOST_FROM_ONE } from "../../src/doors/mail/few-from-one.ts";
import { openSmtpDoor } from "../../src/doors/mail/smtp-door.ts";
import { mailDesk } from "./mail-desk.ts";
import { talk } from "./post.ts";

const desk = await mailDesk();
const LETTER = { from: "lea@paid.example", to: "help@small.example", text: "Comment imprimer le devis ?" };

test("behind an MTA it speaks LMTP", async () => {
  const door = await openSmtpDoor(desk.house, { host: "127.0.0.1", port: 0, lmtp: true });
  afterAll(() => door.close());
  const client = createTransport({ host: "127.0.0.1", port: door.port, lmtp: true, ignoreTLS: true });
  await client.sendMail({ ...LETTER, subject: "Par LMTP" });
  client.close();
  await door.settled();
  expect((await desk.tickets()).map((t) => t.subject)).toContain("Par LMTP");
});

test("where a login is set nobody sends without it", async () => {
  const door = await openSmtpDoor(desk.house, { host: "127.0.0.1", port: 0, login: { user: "relay", password: "a long secret" } });
  afterAll(() => door.close());
  expect((await talk(door.port, ["EHLO customer.example", "MAIL FROM:<lea@paid.example>", "QUIT"]))[2]).toMatch(/^530/);
  const send = async (pass: string, subject: string): Promise<void> => {
    const client = createTransport({ host: "127.0.0.1", port: door.port, ignoreTLS: true, auth: { user: "relay", pass } });
    try {
      await client.sendMail({ ...LETTER, subject });
    } finally {
      client.close();
    }
  };
  await expect(send("wrong", "Refusé")).rejects.toThrow(/535/);
  await send("a long secret", "Permis");
  await door.settled();
  const subjects = (await desk.tickets()).map((t) => t.subject);
  expect(subjects).toContain("Permis");
  expect(subjects).not.toContain("Refusé");
});

test("with a key and a certificate it offers STARTTLS, and the certificate is the one that was given; without them it offers none", async () => {
  const pem = (name: string): string => readFileSync(new URL(`./tls/${name}.pem`, import.meta.url), "utf8");
  const door = await openSmtpDoor(desk.house, { host: "127.0.0.1", port: 0, tls: { key: pem("key"), cert: pem("cert") } });
  afterAll(() => door.close());
  const client = createTransport({ host: "127.0.0.1", port: door.port, requireTLS: true, tls: { ca: pem("cert"), servername: "mx.small.example" } });
  await client.sendMail({ ...LETTER, subject: "Par TLS" });
  client.close();
  await door.settled();
  expect((await desk.tickets()).map((t) => t.subject)).toContain("Par TLS");
  expect((await talk(desk.door.port, ["EHLO customer.example", "QUIT"]))[1]).not.toContain("STARTTLS");
});

test("one address that holds connections and says nothing is told to come again, and what it has begun goes on", async () => {
  const door = await openSmtpDoor(desk.house, { host: "127.0.0.1", port: 0 });
  const greeted = (): Promise<{ says: string; socket: Socket }> =>
    new Promise((resolve, reject) => {
      const socket = connect(door.port, "127.0.0.1");
      socket.once("data", (bytes) => resolve({ says: bytes.toString(), socket })).once("error", reject);
    });
  const all = await Promise.all(Array.from({ length: MOST_FROM_ONE }, greeted));
  expect(all.every(({ says }) => says.startsWith("220 "))).toBe(true);
  expect((await greeted()).says).toMatch(/^421 .*your address/);
  all[0]!.socket.end();
  await once(all[0]!.socket, "close");
  expect((await talk(door.port, ["EHLO customer.example", "QUIT"]))[1]).toContain("250");
  for (const { socket } of all) socket.destroy();
  await door.close();
});

test("a port that is taken is said in one sentence", async () => {
  await expect(openSmtpDoor(desk.house, { host: "127.0.0.1", port: desk.door.port })).rejects.toThrow(`Port ${desk.door.port} for mail is taken.`);
});
