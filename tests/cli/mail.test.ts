// `troth mail`: the doctor against real servers on loopback, and mails that were held back read again beside a running desk.
import { generateKeyPairSync } from "node:crypto";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { afterAll, expect, test } from "vitest";
import { blobsIn } from "../../src/database/blobs.ts";
import { keepMail } from "../../src/doors/mail/keep-mail.ts";
import { settleInbound } from "../../src/desk/mails/writes.ts";
import { MONDAY, smallDesk } from "../desk/small-desk.ts";
import { dnsServer, type Zone } from "../mail/dns-server.ts";
import { imapServer } from "../mail/imap-server.ts";
import { folderWith, troth } from "./run-troth.ts";

const { house, database, url, secret } = await smallDesk();
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const folder = await folderWith({ "dkim.pem": privateKey.export({ type: "pkcs8", format: "pem" }).toString() });
const env = { DATABASE_URL: url, TROTH_SECRET: secret, DATA_DIR: join(folder, "data"), DEMO: "off", SMTP_PORT: "1", NO_COLOR: "1" };
const blobs = blobsIn(join(folder, "data"));

const zone: Zone = {
  "small.example": { MX: ["mx.small.example"], TXT: ["v=spf1 mx -all"] },
  "mx.small.example": { A: ["192.0.2.1"] },
  "_dmarc.small.example": { TXT: ["v=DMARC1; p=reject"] },
  "troth._domainkey.small.example": { TXT: [`v=DKIM1; k=rsa; p=${publicKey.export({ type: "spki", format: "der" }).toString("base64")}`] },
};
const dns = await dnsServer(zone);
const imap = await imapServer();
const out = new SMTPServer({
  disabledCommands: ["STARTTLS"],
  disableReverseLookup: true,
  allowInsecureAuth: true,
  onAuth: (auth, _session, done) => (auth.password === "right" ? done(null, { user: "desk" }) : done(new Error("no such login"))),
});
const port = await new Promise<number>((resolve) => {
  const listening = out.listen(0, "127.0.0.1", () => resolve((listening.address() as AddressInfo).port));
});
afterAll(() => out.close());
const doctor = (more: Record<string, string> = {}, ...args: string[]) =>
  troth(["mail", "doctor", ...args], {
    ...env,
    DNS_SERVERS: dns.address,
    DKIM_KEY: join(folder, "dkim.pem"),
    SMTP_URL: `smtp://desk:right@127.0.0.1:${port}`,
    IMAP_URLS: imap.url("small"),
    ...more,
  });

test("where all is as it should be the doctor says so, thing by thing", async () => {
  const { code, out: text } = await doctor();
  expect(text).toContain("small <help@small.example>");
  for (const line of [
    "right mx    Mail for small.example goes to mx.small.example.",
    "right spf   SPF: v=spf1 mx -all",
    "right dkim  The key at troth._domainkey.small.example",
    "right dmarc DMARC: v=DMARC1; p=reject",
    `right out   127.0.0.1:${port} lets us send.`,
    "right imap  testuser@127.0.0.1/INBOX opens; 0 mails",
  ])
    expect(text).toContain(line);
  expect(text).toContain("Nothing is wrong.");
  expect(code).toBe(0);
});

test("what is wrong is said with how to mend it: records, keys, passwords; and no password is repeated", async () => {
  delete zone["_dmarc.small.example"];
  zone["small.example"] = { TXT: ["v=spf1 +all", "v=spf1 mx -all"] };
  zone["troth._domainkey.small.example"] = { TXT: ["v=DKIM1; k=rsa; p=AAAA"] };
  const { code, out: text, err } = await doctor({ SMTP_URL: `smtp://desk:geheim@127.0.0.1:${port}`, IMAP_URLS: `small=imap://testuser:geheim@127.0.0.1:${imap.port}/INBOX` });
  expect(text.replaceAll(/\s+/g, " ")).toContain("small.example has neither MX nor address");
  for (const words of ["publishes 2 SPF records", "is another one than DKIM_KEY's", "v=DKIM1; k=rsa; p=MII", "publishes no DMARC", "does not let us send", "does not open", "6 things to mend"])
    expect(text.replaceAll(/\s+/g, " ")).toContain(words);
  expect(text + err).not.toContain("geheim");
  expect(code).toBe(1);
  expect((await doctor({}, "--desk", "nobody")).err).toContain("There is no desk nobody here.");
  expect(JSON.parse((await doctor({}, "--json")).out)).toMatchObject([{ remarks: expect.any(Array) as unknown }, {}]);
});

test("mails that were held back are listed, and read again once their fault is mended", async () => {
  const keep = async (raw: string, fault: string): Promise<string> => {
    const [mail] = await keepMail({ ...house, blobs, now: () => MONDAY }, Buffer.from(raw), "lea@paid.example", [{ desk: "small", written: "help@small.example" }]);
    await database.asDesk("small", async (tx) => settleInbound(tx, mail?.sha ?? "", { state: "quarantined", fault }));
    return mail?.sha.slice(0, 12) ?? "";
  };
  const good = await keep("From: lea@paid.example\r\nSubject: Retenu\r\n\r\nEt maintenant ?\r\n", "a fault of ours");
  const bad = await keep("\r\n\r\nnothing that could be a mail\r\n", "It has no mail headers.");
  const listed = await troth(["mail", "list"], env);
  expect(listed.out).toContain(`${good}  2026-03-02T09:00  small  quarantined  lea@paid.example  a fault of ours`);
  expect(listed.out).toContain("2 mails held back");
  expect((await troth(["mail", "replay", "ffffff"], env)).err).toContain("No mail that is held back begins with ffffff.");
  const all = await troth(["mail", "replay"], env);
  expect(all.out).toContain(`${good}  small  on the ticket SM-`);
  expect(all.out).toContain(`${bad}  small  quarantined  It has no mail headers.`);
  expect(all.code).toBe(1);
  expect((await troth(["mail", "list", "--desk", "small"], env)).out).toContain("1 mail held back");
  const tickets = await database.asDesk("small", (tx) => tx.query<{ subject: string }>("select subject from tickets"));
  expect(tickets.map((t) => t.subject)).toEqual(["Retenu"]);
});
