// How mail leaves through a real server: what that server does with it decides whether it is tried again, given up, or uncertain.
import { generateKeyPairSync } from "node:crypto";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { authenticate } from "mailauth";
import { SMTPServer } from "smtp-server";
import { afterAll, expect, test } from "vitest";
import type { OutgoingMail } from "../../src/desk/outbox/transport.ts";
import { smtpTransport } from "../../src/doors/mail/out/smtp-transport.ts";

const MAIL: OutgoingMail = {
  desk: "small",
  id: "1",
  mailId: "<one@small.example>",
  from: { name: "Support Petit", address: "help@small.example" },
  to: { name: "Léa", address: "lea@paid.example" },
  inReplyTo: null,
  references: ["<zero@paid.example>"],
  automatic: null,
  language: "fr",
  subject: "Réponse",
  text: "Voici.",
  html: "<p>Voici.</p>",
  at: Date.parse("2026-03-02T09:00:00Z"),
};

/** Speaks just enough SMTP to misbehave at the chosen moment; how many mails came whole. */
async function misbehaving(at: "RCPT" | "DATA" | "half" | "whole", answer: string | null): Promise<{ port: number; whole: () => number }> {
  let whole = 0;
  const server = createServer((socket: Socket) => {
    let reading = false;
    let text = "";
    const stop = (): void => void (answer === null ? socket.destroy() : socket.write(`${answer}\r\n`));
    socket.on("error", () => undefined);
    socket.write("220 odd.example\r\n");
    socket.on("data", (chunk) => {
      text += chunk.toString();
      if (reading) {
        if (at === "half") return stop();
        if (!text.endsWith("\r\n.\r\n")) return;
        [reading, text, whole] = [false, "", whole + 1];
        return at === "whole" ? stop() : void socket.write("250 taken as 77\r\n");
      }
      for (let end = text.indexOf("\r\n"); end >= 0; end = text.indexOf("\r\n")) {
        const line = text.slice(0, end).toUpperCase();
        text = text.slice(end + 2);
        if (line.startsWith(at)) {
          stop();
          continue;
        }
        if (line.startsWith("DATA")) reading = true;
        socket.write(line.startsWith("DATA") ? "354 go on\r\n" : line.startsWith("QUIT") ? "221 bye\r\n" : "250 ok\r\n");
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => void server.close());
  return { port: (server.address() as AddressInfo).port, whole: () => whole };
}

/** Sends the mail there; what came of it and how often it was noted that it may have left. */
async function send(port: number, mail = MAIL): Promise<{ outcome: string; began: number }> {
  const out = smtpTransport(`smtp://127.0.0.1:${port}?ignoreTLS=true`);
  let began = 0;
  const outcome = await out
    .send(mail, async () => void (began += 1))
    .then(
      (answer) => `taken: ${answer ?? ""}`,
      (error: Error) => error.name,
    );
  out.close();
  return { outcome, began };
}

test("a server that takes the mail is quoted, and the mail was noted before it was whole there", async () => {
  const { port } = await misbehaving("whole", "250 2.0.0 queued as 4711");
  expect(await send(port)).toEqual({ outcome: "taken: 250 2.0.0 queued as 4711", began: 1 });
});

test.each([
  ["a receiver that is refused for good", "RCPT", "550 no such user", "Refused", 0],
  ["a receiver that is asked to come later", "RCPT", "450 greylisted", "Error", 0],
  ["a line that ends before the mail was asked for", "DATA", null, "Error", 0],
  ["a content that is refused for good", "whole", "554 looks like spam", "Refused", 1],
  ["a content that may come later", "whole", "451 try again", "Error", 1],
  ["a line that ends after the mail was whole, without an answer", "whole", null, "Uncertain", 1],
] as const)("%s", async (_what, at, answer, outcome, began) => {
  const { port } = await misbehaving(at, answer);
  expect(await send(port)).toEqual({ outcome, began });
});

test("a line that ends in the middle of a long mail leaves no doubt: the mail was not whole", async () => {
  const { port, whole } = await misbehaving("half", null);
  const long = { ...MAIL, text: "x".repeat(76).concat("\n").repeat(200_000) };
  expect(await send(port, long)).toEqual({ outcome: "Error", began: 0 });
  expect(whole()).toBe(0);
});

test("a mail whose note cannot be written is not handed over", async () => {
  const { port, whole } = await misbehaving("whole", "250 ok");
  const out = smtpTransport(`smtp://127.0.0.1:${port}?ignoreTLS=true`);
  await expect(out.send(MAIL, () => Promise.reject(new Error("no database")))).rejects.toThrow("no database");
  expect(whole()).toBe(0);
  out.close();
});

test("a signed mail is proven by the key that the sender's domain publishes, with From, Subject and Message-ID under the signature", async () => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const raw: Buffer[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    async onData(stream, _session, done) {
      for await (const chunk of stream as AsyncIterable<Buffer>) raw.push(chunk);
      done();
    },
  });
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, "127.0.0.1", () => resolve((listening.address() as AddressInfo).port));
  });
  afterAll(() => server.close());
  const out = smtpTransport(`smtp://127.0.0.1:${port}?ignoreTLS=true`, { selector: "troth", privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString() });
  await out.send({ ...MAIL, unsubscribe: "https://help.small.example/stop" }, () => Promise.resolve());
  out.close();
  const record = `v=DKIM1; k=rsa; p=${publicKey.export({ type: "spki", format: "der" }).toString("base64")}`;
  const { dkim } = await authenticate(Buffer.concat(raw), {
    disableArc: true,
    disableDmarc: true,
    disableBimi: true,
    resolver: async (name) => {
      if (name === "troth._domainkey.small.example") return [[record]];
      throw Object.assign(new Error("none"), { code: "ENOTFOUND" });
    },
  });
  expect(dkim.results.map((r) => [r.signingDomain, r.status.result])).toEqual([["small.example", "pass"]]);
  const text = Buffer.concat(raw).toString();
  expect(/ h=([^;]+);/.exec(text)?.[1]?.replaceAll(/\s/g, "").split(":")).toEqual(expect.arrayContaining(["from", "subject", "message-id", "list-unsubscribe", "list-unsubscribe-post"]));
  expect(text).toContain("List-Unsubscribe: <https://help.small.example/stop>");
  expect(text).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
});
