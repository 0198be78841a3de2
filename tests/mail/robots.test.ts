// Robots are heard and never answered; two of them writing to each other fall silent.
import { SMTPServer } from "smtp-server";
import { afterAll, beforeEach, expect, test } from "vitest";
import { smtpTransport } from "../../src/doors/mail/out/smtp-transport.ts";
import { CONFIRMED_AT_ONCE } from "../../src/desk/mails/heard-enough.ts";
import { replyAddress } from "../../src/desk/mails/reply-address.ts";
import { sendWaiting } from "../../src/doors/worker/send-waiting.ts";
import { phrase } from "../../src/words/phrase.ts";
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
    "From: Mail Delivery System <MAILER-DAEMON@mx.elsewhere.example>",
    "To: help@small.example",
    "Subject: Undelivered Mail Returned to Sender",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain",
    "",
    "The mail could not be delivered.",
    "--b",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.elsewhere.example",
    "",
    "Final-Recipient: rfc822; lea@paid.example",
    "Action: failed",
    "Status: 5.1.1",
    "--b",
    "Content-Type: message/rfc822",
    "",
    `Message-ID: ${mailId}`,
    "Subject: Rebond",
    "",
    "text",
    "--b--",
    "",
  ].join("\r\n");
  await postRaw(port, "", HELP, bounce);
  await desk.quiet();
  const messages = await desk.messages(ticket);
  expect(messages.map((m) => [m.kind, m.robot])).toEqual([
    ["message", null],
    ["automatic", "bounce"],
  ]);
  expect(messages[1]?.text).toContain("could not be delivered");
  expect(await desk.rows("select bounced_why from people where email = 'lea@paid.example' and bounced_at is not null")).toEqual([{ bounced_why: "5.1.1" }]);
  expect(await desk.rows("select detail from events where ticket = $1 and kind = 'automatic'", ticket)).toEqual([
    { detail: { robot: "bounce", failed: [{ address: "lea@paid.example", status: "5.1.1", hard: true }] } },
  ]);
  await post(port, { from: LEA, to: HELP, subject: "Encore là", text: "Mon adresse marche de nouveau." });
  await desk.quiet();
  expect(await desk.rows("select 1 from people where email = 'lea@paid.example' and bounced_at is not null")).toEqual([]);
});

const bounceOf = (mailId: string, address: string, status: string): string =>
  [
    "From: MAILER-DAEMON@mx.elsewhere.example",
    "Subject: Undelivered Mail Returned to Sender",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain",
    "",
    "It came back.",
    "--b",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.elsewhere.example",
    "",
    `Final-Recipient: rfc822; ${address}`,
    "Action: failed",
    `Status: ${status}`,
    "--b",
    "Content-Type: text/rfc822-headers",
    "",
    `Message-ID: ${mailId}`,
    "",
    "--b--",
    "",
  ].join("\r\n");

test("a ticket that waits for a customer whom no mail reaches stands in the queue again; a closed one stays closed, and a full mailbox marks nobody", async () => {
  const { ticket, mailId } = await confirmed("Inconnu");
  const status = async (): Promise<string | undefined> => (await desk.tickets()).find((t) => t.id === ticket)?.status;
  await desk.rows("update tickets set status = 'waiting' where id = $1", ticket);
  await postRaw(port, "", HELP, bounceOf(mailId, "lea@paid.example", "5.2.2"));
  await desk.quiet();
  expect(await status()).toBe("waiting");
  await postRaw(port, "", HELP, bounceOf(mailId, "someone@else.example", "5.1.1"));
  await desk.quiet();
  expect(await desk.rows("select 1 from people where bounced_at is not null")).toEqual([]);
  await desk.rows("update tickets set status = 'closed' where id = $1", ticket);
  await postRaw(port, "", HELP, bounceOf(mailId, "lea@paid.example", "5.1.10"));
  await desk.quiet();
  expect(await status()).toBe("closed");
  await desk.rows("update tickets set status = 'waiting' where id = $1", ticket);
  await postRaw(port, "", HELP, bounceOf(mailId, "lea@paid.example", "5.1.1"));
  await desk.quiet();
  expect(await status()).toBe("open");
});

test("a bounce that brings nothing of its mail along finds the ticket by the address that it comes to", async () => {
  const { ticket } = await confirmed("Sans trace");
  const number = (await desk.tickets()).find((t) => t.id === ticket)?.number ?? "";
  await postRaw(
    port,
    "",
    replyAddress(desk.house.secret, "small", number, HELP),
    "From: MAILER-DAEMON@mx.elsewhere.example\r\nSubject: failure notice\r\n\r\nSorry, <lea@paid.example>: no such user here (#5.1.1)\r\n",
  );
  await desk.quiet();
  expect((await desk.messages(ticket)).map((m) => m.robot)).toEqual([null, "bounce"]);
});

test("what comes through a list that is the desk's own address is its customers' mail", async () => {
  await postRaw(
    port,
    "list@small.example",
    HELP,
    "From: lea@paid.example\r\nTo: help@small.example\r\nList-Id: <help.small.example>\r\nPrecedence: list\r\nMessage-ID: <list1@paid.example>\r\nSubject: Par le groupe\r\n\r\nBonjour.\r\n",
  );
  await desk.quiet();
  expect((await desk.tickets()).some((t) => t.subject === "Par le groupe")).toBe(true);
});

test.each([
  ["a bounce without any ticket", "", "From: MAILER-DAEMON@x.example\r\nSubject: failure notice"],
  ["an automatic reply", "bot@x.example", "From: bot@x.example\r\nAuto-Submitted: auto-generated\r\nSubject: We got your mail"],
  ["an old vacation program", "bot@x.example", "From: bot@x.example\r\nX-Autoreply: yes\r\nSubject: away"],
  ["a mailing list", "list@x.example", "From: list@x.example\r\nList-Id: <news.x.example>\r\nSubject: News"],
  ["bulk mail", "sales@x.example", "From: sales@x.example\r\nPrecedence: bulk\r\nSubject: Offer"],
  ["the desk's own mail coming back", HELP, `From: ${HELP}\r\nSubject: hello`],
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
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    onData(stream, _session, done) {
      stream.resume();
      stream.on("end", () => {
        answered += 1;
        void post(port, { from: "help@elsewhere.example", to: HELP, subject: `Your request ${answered} has arrived`, text: `We will look at request number ${answered} as soon as we can.` }).then(
          () => done(),
          done,
        );
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
  expect(answered).toBe(CONFIRMED_AT_ONCE);
  expect((await desk.tickets()).filter((t) => t.subject.startsWith("Your request"))).toHaveLength(CONFIRMED_AT_ONCE);
  expect(desk.faults).toEqual([]);
});

test("mails of one address that come at the same instant are answered as often as such that come one by one, and the last answer says that none follows", async () => {
  const many = Array.from({ length: 12 }, (_, i) => post(port, { from: "Noé Vite <noe@flood.example>", to: HELP, subject: `Vite ${i}`, text: `Question numéro ${i} : comment imprimer ?` }));
  await Promise.all(many);
  await desk.quiet();
  expect((await desk.tickets()).filter((t) => t.subject.startsWith("Vite "))).toHaveLength(12);
  const mails = await desk.mailsTo("noe@flood.example");
  expect(mails).toHaveLength(CONFIRMED_AT_ONCE);
  expect(mails.map((mail) => mail.text.includes(phrase("fr", "mail.silent-next")))).toEqual([...Array.from({ length: CONFIRMED_AT_ONCE - 1 }, () => false), true]);
  expect(desk.faults).toEqual([]);
});
