// Reading a mail: what is new in it, in the letters that its writer meant.
import { describe, expect, test } from "vitest";
import { readMail } from "../../src/doors/mail/reading/read-mail.ts";
import { visibleReply } from "../../src/doors/mail/reading/visible-reply.ts";

const read = (raw: string, encoding: BufferEncoding = "utf8") => readMail(Buffer.from(raw.replaceAll("\n", "\r\n"), encoding), "a@x.example");

describe("the visible reply leaves out the quote below it", () => {
  test.each([
    ["Gmail in English", "It works.\n\nOn Mon, 2 Mar 2026 at 10:00, Support <help@small.example> wrote:\n> Try again."],
    ["Gmail in English, wrapped", "It works.\n\nOn Mon, 2 Mar 2026 at 10:00, The Support of the Desk\n<help@small.example> wrote:\n\n> Try again."],
    ["French", "It works.\n\nLe lun. 2 mars 2026 à 10:00, Support <help@small.example> a écrit :\n\n> Essayez."],
    ["Italian", "It works.\n\nIl giorno lun 2 mar 2026 alle ore 10:00 Support <help@small.example> ha scritto:\n> Provi."],
    ["Romanian", "It works.\n\nÎn lun., 2 mar. 2026 la 10:00, Support <help@small.example> a scris:\n> Încercați."],
    ["German", "It works.\n\nAm 02.03.2026 um 10:00 schrieb Support <help@small.example>:\n> Versuchen Sie."],
    ["Spanish", "It works.\n\nEl lun, 2 mar 2026 a las 10:00, Support (<help@small.example>) escribió:\n> Pruebe."],
    ["Dutch", "It works.\n\nOp ma 2 mrt 2026 om 10:00 schreef Support <help@small.example>:\n> Probeer."],
    ["Portuguese", "It works.\n\nEm seg., 2 de mar. de 2026 às 10:00, Support <help@small.example> escreveu:\n> Tente."],
    ["Polish", "It works.\n\npon., 2 mar 2026 o 10:00 Support <help@small.example> napisał(a):\n> Proszę."],
    ["Outlook in English", "It works.\n\n________________________________\nFrom: Support <help@small.example>\nSent: Monday, 2 March 2026 10:00\nTo: Léa\nSubject: [SM-1001] Print\n\nTry again."],
    ["Outlook in French", "It works.\n\nDe : Support <help@small.example>\nEnvoyé : lundi 2 mars 2026 10:00\nÀ : Léa\nObjet : [SM-1001] Print\n\nEssayez."],
    ["Outlook in Italian", "It works.\n\nDa: Support <help@small.example>\nInviato: lunedì 2 marzo 2026 10:00\nA: Léa\nOggetto: Print\n\nProvi."],
    ["Outlook in Romanian", "It works.\n\nDe la: Support <help@small.example>\nTrimis: luni, 2 martie 2026 10:00\nCătre: Léa\nSubiect: Print\n\nÎncercați."],
    ["an old Outlook", "It works.\n\n-----Message d'origine-----\nDe : Support\n\nEssayez."],
    ["a telephone", "It works.\n\nSent from my iPhone\n\n> On 2 Mar 2026, at 10:00, Support <help@small.example> wrote:\n> \n> Try again."],
    ["an answer below the quote", "On 2 Mar 2026 at 10:00, Support <help@small.example> wrote:\n> Does it work?\n> Tell us.\n\nIt works."],
    ["an address without a colon", "It works.\n\n2026/3/2 Support <help@small.example>\n\n> Does it?"],
    ["dashes around who wrote", "It works.\n\n---- On Mon, 02 Mar 2026 10:00:00 +0100 help@small.example wrote ----\n\nDoes it?"],
    ["an excuse", "It works.\n\nSent from my TI-85. Please excuse typos."],
    ["a mail forwarded within the quote", "It works.\n\n-----Original Message-----\n\nFYI\n\n---------- Forwarded message ----------\nFrom: bob@x.example"],
    ["a signature", "It works.\n\n-- \nLéa Payé\nCabinet Payé"],
  ])("%s", (_program, text) => expect(visibleReply(text)).toBe("It works."));
});

describe("when in doubt it keeps more", () => {
  test.each([
    ["answers between the lines", "> Which printer?\nThe blue one.\n> Which paper?\nA4."],
    ["a forwarded mail", "See below.\n\n---------- Forwarded message ---------\nThe insurer says no."],
    ["a sentence that sounds like a quote", "On Monday my colleague wrote:\nthe printer is broken."],
    ["a greeting at the end", "It works.\n\nBest regards,\nLéa\n\nPS: the scanner too."],
    ["nothing but a quote", "> Try again."],
    ["a device in a sentence", "It works.\n\nSent from my desk, which is easier than a phone."],
    ["what somebody else wrote on a day", "I have a letter here.\n\nOn 3 March 2026 the insurer wrote:\n\nYour claim is refused."],
    ["a journey", "Please book this.\n\nFrom: Cluj\nTo: Lausanne\nDate: 3 March 2026\n\nThank you."],
    [
      "answers that stand among unmarked lines",
      "See my answers in red below.\n\nFrom: Support <help@small.example>\nSent: Monday, 2 March 2026 10:00\nTo: Léa\nSubject: Print\n\nWhich printer?\nThe blue one.",
    ],
    [
      "words below a forwarded mail",
      "See below.\n\n-------- Forwarded Message --------\nSubject: Refused\nDate: Mon, 2 Mar 2026 10:00:00 +0100\nFrom: Insurer <claims@insurer.example>\nTo: lea@paid.example\n\nWe refuse.\n\nOn 1 Mar 2026 at 10:00, Léa <lea@paid.example> wrote:\n> My claim",
    ],
    ["a list", "I need:\n\n-Ana Pop\n-Ion Ion"],
  ])("%s", (_what, text) => expect(visibleReply(text)).toBe(text));
});

test("words above and below one quote are shown without it", () => {
  expect(visibleReply("It fails.\n\nOn 2 Mar 2026 at 10:00, Support <help@small.example> wrote:\n> Try again.\n\nPS: the scanner too.")).toBe("It fails.\n\n\nPS: the scanner too.");
});

test("a mail that its subject says to be forwarded stays whole, and a quote in a first mail is its writer's own", () => {
  const forwarded = "Please see.\n\nFrom: Insurer <claims@insurer.example>\nSent: Monday, 2 March 2026 10:00\nTo: Léa\nSubject: Refused\n\nWe refuse.";
  expect(visibleReply(forwarded, { forwards: true })).toBe(forwarded);
  expect(visibleReply(forwarded)).toBe("Please see.");
  const pasted = "The log says:\n\n> E 1042: no licence";
  expect(visibleReply(pasted, { first: true })).toBe(pasted);
});

test("plain text that only points to the HTML is not taken for the words", async () => {
  const mail = await read(
    "From: a@x.example\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nYour mail program does not support HTML.\n--b\nContent-Type: text/html\n\n<p>The printer is broken.</p>\n--b--\n",
  );
  expect(mail.text).toBe("The printer is broken.");
});

test("a text made to be slow takes a moment", () => {
  const begun = performance.now();
  for (const line of ["Op \nschreef ", "On ", "> ", "wrote:\n", "-- \n", "\n", "De : ", "From: a\n", "On 2026 a@b "]) visibleReply(line.repeat(Math.floor(1_000_000 / line.length)));
  expect(performance.now() - begun).toBeLessThan(60_000); // on a machine that does other things too; what these took before was minutes
});

describe("letters are what their writer meant", () => {
  test("undeclared 8-bit", async () => {
    const mail = await read("From: L\xe9a <lea@x.example>\nSubject: \xe9tude\n\nD\xe9j\xe0 imprim\xe9 \x80 20", "latin1");
    expect([mail.from?.name, mail.subject, mail.text]).toEqual(["Léa", "étude", "Déjà imprimé € 20"]);
  });
  test("a charset that lies", async () => {
    const mail = await read("From: a@x.example\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n\xe9tude", "latin1");
    expect(mail.text).toBe("étude");
  });
  test.each([
    ["iso-2022-jp", "GyRCRnxLXBsoQg==", "日本"],
    ["gb18030", "1tDOxA==", "中文"],
    ["koi8-r", "8NLJ18XU", "Привет"],
    ["windows-1252", "gDIwIJNvdWmU", "€20 “oui”"],
    ["windows-1250", "vmx19g==", "ľluö"],
    ["x-no-such-charset", "YWJj", "abc"],
  ])("%s", async (charset, base64, text) => {
    const mail = await read(`From: a@x.example\nContent-Type: text/plain; charset=${charset}\nContent-Transfer-Encoding: base64\n\n${base64}\n`);
    expect(mail.text).toBe(text);
  });
});

test("what is no text is a file, a mail within the mail too, under names that lead nowhere", async () => {
  const mail = await read(
    [
      "From: a@x.example",
      "Subject: files",
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      "Voici.",
      "--b",
      "Content-Type: message/rfc822",
      "",
      "From: c@x.example",
      "Subject: inside",
      "",
      "inner words",
      "--b",
      'Content-Type: application/ms-tnef; name="winmail.dat"',
      'Content-Disposition: attachment; filename="..\\..\\winmail.dat"',
      "Content-Transfer-Encoding: base64",
      "",
      "AAEC",
      "--b",
      'Content-Type: application/pgp-signature; name="signature.asc"',
      "",
      "-----BEGIN PGP SIGNATURE-----",
      "--b--",
      "",
    ].join("\n"),
  );
  expect(mail.text).toBe("Voici.");
  expect(mail.files.map((f) => [f.name, f.type])).toEqual([
    ["1.eml", "message/rfc822"],
    ["winmail.dat", "application/ms-tnef"],
    ["signature.asc", "application/pgp-signature"],
  ]);
});

test("two deliveries of one mail are the same mail, whatever servers wrote above it; other words are another", async () => {
  const letter = (above: string, words: string): string => `${above}From: a@x.example\nMessage-ID: <1@x.example>\nSubject: s\n\n${words}`;
  const [one, again, other] = await Promise.all([read(letter("Received: here\n", "words")), read(letter("Received: there\nX-Spam: no\n", "words")), read(letter("", "other words"))]);
  expect(one.sha).toBe(again.sha);
  expect(one.sha).not.toBe(other.sha);
});
