// Robots are heard and never answered; two of them writing to each other fall silent.
import { SMTPServer } from "smtp-server";
import { afterAll, beforeEach, expect, test } from "vitest";
import { smtpTransport } from "../../src/doors/mail/out/smtp-transport.ts";
import { CONFIRMED_AN_HOUR } from "../../src/doors/mail/place-mail.ts";
import { sendWaiting } from "../../src/doors/worker/send-waiting.ts";
import { MONDAY } from "../desk/small-desk.ts";
import { mailDesk } from "./mail-desk.ts";
import { post, postRaw } from "./post.ts";

const desk = await mailDesk();
const { port } = desk.door;
const LEA = "Léa Payé <lea@paid.example>";
const HELP = "help@small.example";
let now = MONDAY;
beforeEach(() => desk.at((now += 2 * 3_600_000)));

async function confirmed(subject: string): Promise<{ ticket: string; mailId: string }> {
  await post(port, { from: LEA, to: HELP, subject, text: "Comment imprimer le devis pour mon patient ?" });
  await desk.quiet();
  const ticket = (await desk.tickets()).find((t) => t.subject === subject)?.id ?? "";
  const mail = (await desk.mailsTo("lea@paid.example")).at(-1);
  desk.at((now += 60_000));
  return { ticket, mailId: (mail?.headers as Record<string, string> | undefined)?.["Message-ID"] ?? "" };
}

test("an out-of-office is kept on the ticket that it answers; nobody answers it, nothing reopens", async () => {
  const { ticket, mailId } = await confirmed("Absence");
  await desk.rows("update tickets set status = 'closed' where id = $1", ticket);
  const before = (await desk.mailsTo("lea@paid.example")).length;
  await post(port, { from: LEA, to: HELP, subject: "Réponse automatique : Absence", inReplyTo: mailId, headers: { "Auto-Submitted": "auto-replied" }, text: "Je suis absente." });
  await desk.quiet();
  expect((await desk.messages(ticket)).map((m) => m.kind)).toEqual(["message", "automatic"]);
  expect((await desk.tickets()).find((t) => t.id === ticket)?.status).toBe("closed");
  expect(await desk.mailsTo("lea@paid.example")).toHaveLength(before);
});

test("a bounce comes to the ticket of the mail that it returns, by that mail's Message-ID alone", async () => {
  const { ticket, mailId } = await confirmed("Rebond");
  const bounce = [
    "From: Mail Delivery System <MAILER-DAEMON@mx.elsewhere.example>", "To: help@small.example", "Subject: Undelivered Mail Returned to Sender", "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"', "", "--b", "Content-Type: text/plain", "", "The mail could not be delivered.", "--b",
    "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mx.elsewhere.example", "", "Final-Recipient: rfc822; lea@paid.example", "Action: failed", "Status: 5.1.1", "--b",
    "Content-Type: message/rfc822", "", `Message-ID: ${mailId}`, "Subject: Rebond", "", "text", "--b--", "",
  ].join("\r\n");
  await postRaw(port, "", HELP, bounce);
  await desk.quiet();
  const messages = await desk.messages(ticket);
  expect(messages.map((m) => m.kind)).toEqual(["message", "automatic"]);
  expect(messages[1]?.text).toContain("could not be delivered");
});

test.each([
  ["a bounce without any ticket", "", "From: MAILER-DAEMON@x.example\r\nSubject: failure notice"],
  ["an automatic reply", "bot@x.example", "From: bot@x.example\r\nAuto-Submitted: auto-generated\r\nSubject: We got your mail"],
  ["an old vacation program", "bot@x.example", "From: bot@x.example\r\nX-Autoreply: yes\r\nSubject: away"],
  ["a mailing list", "list@x.example", "From: list@x.example\r\nList-Id: <news.x.example>\r\nSubject: News"],
  ["bulk mail", "sales@x.example", "From: sales@x.example\r\nPrecedence: bulk\r\nSubject: Offer"],
  ["the desk's own mail coming back", HELP, `From: ${HELP}\r\nSubject: hello`],
  ["a mail without sender", "a@x.example", "Subject: who am I"],
])("%s is set aside with the reason, opens no ticket and gets no answer", async (what, from, headers) => {
  const [tickets, sent] = [(await desk.tickets()).length, await desk.rows("select 1 from outbox")];
  await postRaw(port, from, HELP, `${headers}\r\nMessage-ID: <${what.replaceAll(/\W/g, "")}@x.example>\r\n\r\nWords.\r\n`);
  await desk.quiet();
  const last = (await desk.inbound()).at(-1);
  expect(last).toMatchObject({ state: "set-aside", ticket: null });
  expect(last?.fault).toBeTruthy();
  expect(await desk.tickets()).toHaveLength(tickets);
  expect(await desk.rows("select 1 from outbox")).toHaveLength(sent.length);
});

test("a person who writes to a desk through an address that nobody reads gets a ticket, and that address no mail", async () => {
  await post(port, { from: "noreply@shop.example", to: HELP, subject: "Formulaire", text: "Un client demande de l'aide." });
  await desk.quiet();
  expect((await desk.tickets()).some((t) => t.subject === "Formulaire")).toBe(true);
  expect(await desk.mailsTo("noreply@shop.example")).toHaveLength(0);
});

test("a desk elsewhere that answers every mail with a new one of its own, and says so in no header, is soon alone", async () => {
  let answered = 0;
  const elsewhere = new SMTPServer({
    authOptional: true, disabledCommands: ["AUTH", "STARTTLS"], disableReverseLookup: true,
    onData(stream, _session, done) {
      stream.resume();
      stream.on("end", () => {
        answered += 1;
        void post(port, { from: "help@elsewhere.example", to: HELP, subject: `Your request ${answered} has arrived`, text: `We will look at request number ${answered} as soon as we can.` }).then(() => done(), done);
      });
    },
  });
  const listening = await new Promise<{ port: number }>((resolve) => {
    const server = elsewhere.listen(0, "127.0.0.1", () => resolve(server.address() as { port: number }));
  });
  const out = smtpTransport(`smtp://127.0.0.1:${listening.port}?ignoreTLS=true`);
  afterAll(() => {
    out.close();
    elsewhere.close();
  });
  await post(port, { from: "help@elsewhere.example", to: HELP, subject: "The first", text: "It begins." });
  for (let round = 0, before = -1; before !== answered && round < 50; round += 1) {
    before = answered;
    await desk.door.settled();
    await sendWaiting(desk.house, out.send, (error) => desk.faults.push(error));
    await desk.door.settled();
  }
  expect(answered).toBe(CONFIRMED_AN_HOUR);
  expect((await desk.tickets()).filter((t) => t.subject.startsWith("Your request"))).toHaveLength(CONFIRMED_AN_HOUR);
  expect(desk.faults).toEqual([]);
});
