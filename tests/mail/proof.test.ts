// Who really sent a mail: checked against a real DNS server, or read from the one server that is trusted.
import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import MailComposer from "nodemailer/lib/mail-composer";
import DKIM from "nodemailer/lib/dkim";
import { dkimSign } from "mailauth/lib/dkim/sign.js";
import { expect, test } from "vitest";
import type { InboundMail } from "../../src/desk/mails/writes.ts";
import { checkProof, lookUpAt } from "../../src/doors/mail/proof/check-proof.ts";
import { proverWith } from "../../src/doors/mail/proof/prover.ts";
import type { RawMail } from "../../src/doors/mail/raw-mail.ts";
import { readResults } from "../../src/doors/mail/proof/read-results.ts";
import { dnsServer, type Zone } from "./dns-server.ts";
import { mailDesk } from "./mail-desk.ts";
import { postRaw } from "./post.ts";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const zone: Zone = {
  "paid.example": { TXT: ["v=spf1 ip4:198.51.100.7 -all"] },
  "_dmarc.paid.example": { TXT: ["v=DMARC1; p=reject"] },
  "mail._domainkey.paid.example": { TXT: [`v=DKIM1; k=rsa; p=${publicKey.export({ type: "spki", format: "der" }).toString("base64")}`] },
  "plain.example": { TXT: ["v=spf1 ip4:198.51.100.7 -all"] },
};
const dns = await dnsServer(zone);
const lookUp = lookUpAt([dns.address]);
const OWN = "198.51.100.7";
const STRANGER = "203.0.113.9";

async function signed(from = "lea@paid.example", domainName = "paid.example", text = "Je consens au devis."): Promise<Buffer> {
  const message = new MailComposer({ from, to: "help@small.example", subject: "Signé", messageId: "<signed@paid.example>", text }).compile();
  const raw = await message.build();
  const chunks: Buffer[] = [];
  for await (const chunk of new DKIM({ domainName, keySelector: "mail", privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString() }).sign(raw) as AsyncIterable<Buffer>)
    chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
const plain = (from: string): Buffer => Buffer.from(`From: ${from}\r\nTo: help@small.example\r\nSubject: s\r\n\r\nJe consens au devis.\r\n`);
const check = (raw: RawMail, ip: string | null, from = "lea@paid.example") => checkProof(raw, { ip, helo: "mx.elsewhere.example", sender: from }, from, lookUp);

test("a mail from the servers of its author's domain passes, one from elsewhere without a signature is denied", async () => {
  expect(await check(plain("lea@paid.example"), OWN)).toMatchObject({ by: "troth", domain: "paid.example", spf: "pass", dmarc: "pass", verdict: "pass" });
  expect(await check(plain("lea@paid.example"), STRANGER)).toMatchObject({ spf: "fail", dmarc: "fail", verdict: "fail" });
  expect(dns.asked).toContain("TXT _dmarc.paid.example");
});

test("a signature proves a mail that came another way; a changed mail is not proven by it", async () => {
  expect(await check(await signed(), STRANGER)).toMatchObject({ spf: "fail", dkim: "pass", dmarc: "pass", verdict: "pass" });
  const changed = Buffer.from((await signed()).toString().replace("Je consens", "Je renonce"));
  expect(await check(changed, STRANGER)).toMatchObject({ dkim: expect.not.stringMatching("pass") as string, dmarc: "fail", verdict: "fail" });
});

test("a large mail that lies on disk is checked piece by piece as it would be whole; one whose bytes are gone is no verdict but a fault", async () => {
  const folder = await mkdtemp(join(tmpdir(), "troth-proof-"));
  const text = Array.from({ length: 60_000 }, (_, n) => `Ligne ${n}  avec des blancs \t et une fin ${n % 7 ? "" : " "}`).join("\r\n");
  const onDisk = async (name: string, raw: Buffer) => {
    await writeFile(join(folder, name), raw);
    return { path: join(folder, name), size: raw.byteLength };
  };
  const whole = await signed("lea@paid.example", "paid.example", text);
  const changed = Buffer.from(whole);
  changed[whole.length - 200_000] = (changed[whole.length - 200_000] ?? 0) ^ 1;
  try {
    const at = await onDisk("whole.eml", whole);
    expect(whole.length).toBeGreaterThan(2_000_000);
    for (const ip of [STRANGER, null]) {
      expect(await check(at, ip)).toEqual(await check(whole, ip));
      expect(await check(at, ip)).toMatchObject({ dkim: "pass", verdict: "pass" });
      expect((await check(await onDisk("changed.eml", changed), ip)).dkim).not.toBe("pass");
    }
    await expect(check({ path: join(folder, "gone.eml"), size: 10 }, STRANGER)).rejects.toThrow("ENOENT");
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("a signature of a mail's beginning alone proves nothing once somebody has written on; nor is it against the mail", async () => {
  const mail = async (length?: number): Promise<Buffer> => {
    const raw = plain("lea@paid.example");
    const key = { signingDomain: "paid.example", selector: "mail", privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString() };
    const { signatures } = await dkimSign(raw, { ...key, signatureData: [{ ...key, ...(length !== undefined && { maxBodyLength: length }) }] });
    return Buffer.concat([Buffer.from(signatures), raw]);
  };
  const whole = "Je consens au devis.\r\n".length;
  expect(await check(await mail(), STRANGER)).toMatchObject({ dkim: "pass", verdict: "pass" });
  expect(await check(await mail(whole), STRANGER)).toMatchObject({ dkim: "pass", verdict: "pass" });
  const more = Buffer.concat([await mail(whole), Buffer.from("Et je renonce à tout.\r\n")]);
  expect(await check(more, STRANGER)).toMatchObject({ dkim: "policy", dmarc: "none", verdict: "none" });
  expect(await check(more, null)).toMatchObject({ dkim: "policy", verdict: "none" });
  expect(await check(more, OWN)).toMatchObject({ spf: "pass", verdict: "pass" });
  expect((await check(await mail(0), STRANGER)).verdict).not.toBe("pass");
});

test("without DMARC a hard SPF failure is against it, a signature of somebody else's domain is not for it, and no record says nothing", async () => {
  expect(await check(plain("a@plain.example"), STRANGER, "a@plain.example")).toMatchObject({ spf: "fail", dmarc: "none", verdict: "fail" });
  expect(await check(await signed("a@silent.example"), STRANGER, "a@silent.example")).toMatchObject({ dkim: "pass", verdict: "none" });
  expect(await check(plain("a@silent.example"), STRANGER, "a@silent.example")).toMatchObject({ spf: "none", verdict: "none" });
});

test("a mail that names two authors proves neither", async () => {
  const two = Buffer.from(`From: lea@paid.example\r\nFrom: boss@small.example\r\nTo: help@small.example\r\nSubject: s\r\n\r\nx\r\n`);
  expect((await check(two, OWN)).verdict).not.toBe("pass");
  expect((await check(plain("lea@paid.example"), OWN, "boss@small.example")).verdict).not.toBe("pass");
});

test("behind a server of ours the signature alone is asked, and nothing at all where there is none", async () => {
  expect(await check(await signed(), null)).toMatchObject({ spf: null, dkim: "pass", verdict: "pass" });
  const before = dns.asked.length;
  expect(await check(plain("lea@paid.example"), null)).toMatchObject({ dkim: "none", verdict: "none" });
  expect(dns.asked).toHaveLength(before);
});

const results = (lines: readonly string[], id = "mx.small.example") => readResults(Buffer.from([...lines, "From: lea@paid.example", "Subject: s", "", "x"].join("\r\n")), id, "lea@paid.example");

test("the trusted server's results are read, comments, folding, versions and all", () => {
  const header =
    'Authentication-Results: mx.small.example 1;\r\n\tdkim=pass (2048-bit key; a (nested) "remark")\r\n header.d=paid.example header.i=@paid.example; spf=softfail smtp.mailfrom=x@list.example;\r\n dmarc=pass (p=REJECT) header.from=paid.example; arc=none';
  expect(results([header])).toEqual({ by: "mx.small.example", domain: "paid.example", spf: "softfail", dkim: "pass", dmarc: "pass", arc: "none", verdict: "pass" });
  expect(results(["Authentication-Results: mx.small.example; dmarc=fail header.from=paid.example"]).verdict).toBe("fail");
  expect(results(["Authentication-Results: mx.small.example; dkim=pass header.d=evil.example"]).verdict).toBe("none");
  expect(results(["Authentication-Results: mx.small.example; dmarc=pass header.from=evil.example"]).verdict).toBe("none");
});

test("results of strangers, and those that lie below the trusted server's own headers, are nobody's", () => {
  expect(results(["Authentication-Results: mx.evil.example; dmarc=pass header.from=paid.example"])).toMatchObject({ dmarc: null, verdict: "none" });
  expect(results(["Received: from evil by mx.small.example", "Received: from nowhere", "Authentication-Results: mx.small.example; dmarc=pass header.from=paid.example"]).verdict).toBe("none");
  expect(
    results([
      "Received: from evil by mx.small.example",
      "Authentication-Results: mx.small.example; dmarc=fail header.from=paid.example",
      "Received: x",
      "Authentication-Results: mx.small.example; dmarc=pass header.from=paid.example",
    ]).verdict,
  ).toBe("fail");
});

test("which check counts depends on who brought the mail", async () => {
  const prove = proverWith({ lookUp, mta: { id: "mx.small.example", from: ["10.0.0.5"] }, accounts: new Map([["u@imap.example/INBOX", "mx.imap.example"]]) });
  const raw = Buffer.concat([
    Buffer.from("Authentication-Results: mx.small.example; dmarc=pass header.from=paid.example\r\nAuthentication-Results: mx.imap.example; dmarc=fail header.from=paid.example\r\n"),
    plain("lea@paid.example"),
  ]);
  const by = async (entrance: string, ip: string | null): Promise<string> => {
    const came: InboundMail = { desk: "small", sha: "", sender: "lea@paid.example", recipient: "", size: 1, at: 0, entrance, ip, helo: "x.example" };
    const { by: who, verdict } = await prove(raw, came, "lea@paid.example");
    return `${who} ${verdict}`;
  };
  expect(await by("smtp", "10.0.0.5")).toBe("mx.small.example pass");
  expect(await by("smtp", STRANGER)).toBe("troth fail");
  expect(await by("smtp", "10.0.0.6")).toBe("troth none");
  expect(await by("u@imap.example/INBOX", null)).toBe("mx.imap.example fail");
  expect(await by("other@imap.example/INBOX", null)).toBe("troth none");
  expect(await by("api", null)).toBe("troth none");
});

test("what was found is kept with the mail and is a fact of the decision", async () => {
  const prove = proverWith({ lookUp, mta: null, accounts: new Map() });
  const desk = await mailDesk({ prove });
  await postRaw(desk.door.port, "lea@paid.example", "help@small.example", await signed());
  await desk.quiet();
  expect(await desk.inbound()).toMatchObject([{ entrance: "smtp", ip: "127.0.0.1", proof: { dkim: "pass", verdict: "pass" } }]);
  const [decision] = await desk.rows<{ facts: Record<string, unknown> }>("select facts from decisions where moment = 'opened'");
  expect(decision?.facts["mail-authenticated"]).toBe("pass");
});

test("who writes in somebody else's name, by a form or with a Reply-To, proves nothing for them", async () => {
  const desk = await mailDesk({ prove: proverWith({ lookUp, mta: null, accounts: new Map() }) });
  const raw = (await signed("noreply@paid.example")).toString().replace("To: help@small.example", "Reply-To: victim@elsewhere.example\r\nTo: help@small.example");
  await postRaw(desk.door.port, "noreply@paid.example", "help@small.example", raw);
  await desk.quiet();
  expect(await desk.inbound()).toMatchObject([{ state: "done", proof: { verdict: "pass" } }]);
  const [decision] = await desk.rows<{ facts: Record<string, unknown> }>("select facts from decisions where moment = 'opened'");
  expect(decision?.facts["mail-authenticated"]).toBe("none");
});
