// Which mail a machine wrote, what it says, and of whom; and which only speaks of machines.
import { describe, expect, test } from "vitest";
import { readMail } from "../../src/doors/mail/reading/read-mail.ts";

const read = (head: string, body: string, envelope: string | null = "a@x.example") => readMail(Buffer.from(`${head}\n\n${body}`.replaceAll("\n", "\r\n")), envelope);
const daemon = "From: Mail Delivery System <MAILER-DAEMON@mx.elsewhere.example>\nTo: help@small.example\nSubject: ";
const report = (fields: string, kind = "delivery-status"): string =>
  `--b\nContent-Type: text/plain\n\nThis is the mail system.\n--b\nContent-Type: message/${kind}\n\n${fields}\n--b\nContent-Type: message/rfc822\n\nMessage-ID: <1@small.example>\nSubject: Print\n\nwords\n--b--\n`;
const reportHead = (subject: string, type = "delivery-status"): string => `${daemon}${subject}\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=${type}; boundary="b"`;

describe("bounces say which address failed, why, and whether for good", () => {
  test.each([
    ["a report", reportHead("Undelivered Mail Returned to Sender"), report("Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; lea@paid.example\nAction: failed\nStatus: 5.1.1"), "5.1.1", true],
    [
      "a report with a vague code",
      reportHead("failure"),
      report("Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822;lea@paid.example\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550 no such user here"),
      "5.1.1",
      true,
    ],
    [
      "a report whose words part the box from the mail",
      reportHead("failure"),
      report("Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822;lea@paid.example\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550 There is no mail box for lea"),
      "5.1.1",
      true,
    ],
    [
      "a full mailbox",
      reportHead("failure"),
      report("Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822;lea@paid.example\nAction: failed\nStatus: 5.2.2\nDiagnostic-Code: smtp; 552 mailbox full"),
      "5.2.2",
      false,
    ],
    [
      "taken for spam",
      reportHead("failure"),
      report("Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822;lea@paid.example\nAction: failed\nStatus: 5.7.1\nDiagnostic-Code: smtp; 550 5.7.1 blocked by policy"),
      "5.7.1",
      false,
    ],
    [
      "qmail",
      `From: MAILER-DAEMON@mx.elsewhere.example\nSubject: failure notice`,
      "Hi. This is the qmail-send program at mx.elsewhere.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<lea@paid.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <help@small.example>\nMessage-ID: <1@small.example>",
      "5.1.1",
      true,
    ],
    [
      "exim",
      "From: Mail Delivery System <Mailer-Daemon@mx.elsewhere.example>\nX-Failed-Recipients: lea@paid.example\nAuto-Submitted: auto-replied\nSubject: Mail delivery failed: returning message to sender",
      "This message was created automatically by mail delivery software.\n\n  lea@paid.example\n    SMTP error from remote mail server after RCPT TO:<lea@paid.example>:\n    550 Unrouteable address\n\n------ This is a copy of the message ------\n\nMessage-ID: <1@small.example>",
      "5.1.2",
      true,
    ],
    [
      "Exchange in German",
      "From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@elsewhere.example>\nSubject: Unzustellbar: [SM-1001] Druck\nIn-Reply-To: <1@small.example>",
      "Fehler bei der Nachrichtenzustellung an folgende Empfänger:\n\nlea@paid.example\nDie E-Mail-Adresse wurde nicht gefunden.\n\nRemote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'",
      "5.1.10",
      true,
    ],
    [
      "a sending service by JSON",
      "From: AWS Notifications <no-reply@sns.service.example>\nSubject: AWS Notification Message",
      '{"notificationType":"Bounce","bounce":{"bounceType":"Permanent","bouncedRecipients":[{"emailAddress":"lea@paid.example","action":"failed","status":"5.1.1","diagnosticCode":"smtp; 550 5.1.1 user unknown"}]},"mail":{"source":"help@small.example"}}',
      "5.1.1",
      true,
    ],
  ])("%s", async (_what, head, body, status, hard) => {
    const { robot } = await read(head, body, "");
    expect(robot?.kind).toBe("bounce");
    expect(robot?.failed).toEqual([{ address: "lea@paid.example", status, hard }]);
  });

  test("of several addresses each has its own", async () => {
    const fields =
      "Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; lea@paid.example\nAction: failed\nStatus: 5.1.1\n\nFinal-Recipient: rfc822; paul@paid.example\nAction: failed\nStatus: 5.2.2\n\nFinal-Recipient: rfc822; ana@paid.example\nAction: delivered\nStatus: 2.0.0";
    expect((await read(reportHead("failure"), report(fields), "")).robot?.failed.map((f) => [f.address, f.status, f.hard])).toEqual([
      ["lea@paid.example", "5.1.1", true],
      ["paul@paid.example", "5.2.2", false],
    ]);
  });
});

test.each([
  ["delay", reportHead("Delayed Mail (still being retried)"), report("Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; lea@paid.example\nAction: delayed\nStatus: 4.4.1")],
  [
    "delay",
    `${daemon}Warning: could not send message for past 4 hours`,
    "THIS IS A WARNING MESSAGE ONLY. YOU DO NOT NEED TO RESEND YOUR MESSAGE.\n<lea@paid.example>... Deferred: Connection timed out",
  ],
  ["receipt", reportHead("Successful Mail Delivery Report"), report("Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; lea@paid.example\nAction: delivered\nStatus: 2.0.0")],
  [
    "receipt",
    "From: Léa <lea@paid.example>\nSubject: Lu : [SM-1001] Impression\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b",
    report("Final-Recipient: rfc822; lea@paid.example\nDisposition: manual-action/MDN-sent-manually; displayed", "disposition-notification"),
  ],
  [
    "complaint",
    "From: fbl@provider.example\nSubject: FW: [SM-1001]\nContent-Type: multipart/report; report-type=feedback-report; boundary=b",
    report("Feedback-Type: abuse\nUser-Agent: x/1\nVersion: 1", "feedback-report"),
  ],
  ["away", "From: lea@paid.example\nSubject: Automatische Antwort: [SM-1001] Druck", "Ich bin bis 5. Mai nicht im Haus."],
  ["away", "From: lea@paid.example\nSubject: Re: Druck\nAuto-Submitted: auto-replied (vacation)", "Bin weg."],
  ["away", "From: lea@paid.example\nSubject: Odpowiedź automatyczna: druk", "Nie ma mnie."],
  ["away", "From: lea@paid.example\nPrecedence: junk\nSubject: [Automatyczna odpowiedź] druk", "Wracam w poniedziałek."],
  ["away", "From: lea@paid.example\nSubject: [Autosvar] utskrift", "Jag är tillbaka på måndag."],
  ["reply", "From: desk@other.example\nSubject: We got your mail\nAuto-Submitted: auto-generated", "Thank you."],
  [
    "calendar",
    "From: lea@paid.example\nSubject: Accepted: visit\nContent-Type: multipart/alternative; boundary=b",
    "--b\nContent-Type: text/plain\n\nAccepted\n--b\nContent-Type: text/calendar; method=REPLY; charset=utf-8\n\nBEGIN:VCALENDAR\nMETHOD:REPLY\nEND:VCALENDAR\n--b--",
  ],
  ["list", "From: a@x.example\nSubject: News\nList-Id: <news.x.example>", "News."],
])("a %s is known as one", async (kind, head, body) => {
  expect((await read(head, body)).robot?.kind).toBe(kind);
});

test.each([
  ["asks about bounces", "From: lea@paid.example\nSubject: Mail delivery failed when I write to the insurer", "Hello,\nwhen I send the estimate I get 550 5.1.1 user unknown back. What can I do?"],
  [
    "forwards one",
    "From: lea@paid.example\nSubject: Fwd: Undelivered Mail Returned to Sender",
    "This is what I get:\n\n---------- Forwarded message ---------\nFrom: MAILER-DAEMON@mx.example\n\nI'm sorry to have to inform you that your message could not be delivered. 550 5.1.1 unknown user",
  ],
  ["asks about hours", "From: lea@paid.example\nSubject: Out of office hours support?", "Do you answer at night?"],
  ["marks a subject in brackets", "From: lea@paid.example\nSubject: [Autosvar virker ikke] hvordan?", "Hvordan?"],
  ["asks about a reply", "From: lea@paid.example\nSubject: Automatic reply does not work", "How do I set it up?"],
  ["is a postmaster who answers", "From: postmaster@paid.example\nSubject: Re: [SM-1001] Print\nIn-Reply-To: <1@small.example>", "The printer works now, thank you."],
  ["says that nothing submitted it", "From: lea@paid.example\nSubject: Print\nAuto-Submitted: no", "Hello."],
  [
    "invites",
    "From: lea@paid.example\nSubject: Visit\nContent-Type: multipart/alternative; boundary=b",
    "--b\nContent-Type: text/plain\n\nCome on Monday.\n--b\nContent-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nMETHOD:REQUEST\nEND:VCALENDAR\n--b--",
  ],
])("a person who %s is a person", async (_what, head, body) => {
  expect((await read(head, body)).robot).toBeNull();
});

test("a mail of several parts whose border is not where its headers say is read all the same", async () => {
  const inner = 'Content-Type: multipart/alternative;\nboundary="i"\n\n--i\nContent-Type: text/plain\n\nThe printer is broken.\n--i--';
  expect((await read('From: a@x.example\nContent-Type: multipart/mixed;\nboundary="o"', `--o\n${inner}\n--o--`)).text).toBe("The printer is broken.");
  expect((await read("From: a@x.example\nContent-Type: multipart/mixed", "The printer is broken.")).text).toBe("The printer is broken.");
});
