// Asking by mail, through real SMTP: one ticket, one confirmation, and every answer in its place.
import { beforeEach, expect, test } from "vitest";
import { keepMember } from "../../src/desk/organisations/writes.ts";
import { MONDAY } from "../desk/small-desk.ts";
import { mailDesk } from "./mail-desk.ts";
import { post, postRaw } from "./post.ts";

const desk = await mailDesk();
const { port } = desk.door;
const LEA = "Léa Payé <lea@paid.example>";
const HELP = "help@small.example";
let now = MONDAY;
beforeEach(() => desk.at((now += 2 * 3_600_000)));

/** Léa asks; her ticket. */
async function asked(subject: string, text = "Comment imprimer le devis pour mon patient ?"): Promise<{ id: string; number: string }> {
  await post(port, { from: LEA, to: HELP, subject, text });
  await desk.quiet();
  const ticket = (await desk.tickets()).find((t) => t.subject === subject);
  if (!ticket) throw new Error(`no ticket "${subject}"`);
  desk.at((now += 60_000));
  return ticket;
}

const colleague = (email: string, sees: "own" | "office"): Promise<string> => desk.database.asOwner((tx) => keepMember(tx, "small", desk.ids.paid, { name: email, email, sees }, now));

test("a mail becomes a ticket, and its sender gets one confirmation with the number and what is promised", async () => {
  await post(port, { from: LEA, to: HELP, subject: "Impression", text: "Bonjour, comment imprimer le devis pour mon patient ? Merci." });
  await desk.quiet();
  const [ticket] = await desk.tickets();
  expect(ticket).toMatchObject({ subject: "Impression", channel: "mail", language: "fr", requester: desk.ids.contact });
  const mails = await desk.mailsTo("lea@paid.example");
  expect(mails).toHaveLength(1);
  expect(mails[0]?.subject).toBe(`[${ticket?.number}] Impression`);
  expect(mails[0]?.text).toContain("jours ouvr");
  expect(mails[0]?.text).toContain("Ana Petit");
  expect(mails[0]?.headers).toMatchObject({ "Auto-Submitted": "auto-replied", "Content-Language": "fr" });
});

test("answering the confirmation adds to the ticket, and only what is new is shown while the whole is kept", async () => {
  const ticket = await asked("Réponse");
  const [confirmation] = (await desk.mailsTo("lea@paid.example")).slice(-1);
  const mailId = (confirmation?.headers as Record<string, string> | undefined)?.["Message-ID"] ?? "";
  await post(port, {
    from: LEA,
    to: HELP,
    subject: "Re: quelque chose",
    inReplyTo: mailId,
    references: mailId,
    text: "Voici la suite.\n\nLe 2 mars 2026 à 10:00, Support Petit <help@small.example> a écrit :\n> Bonjour Léa\n> Merci",
  });
  await desk.quiet();
  const messages = await desk.messages(ticket.id);
  expect(messages.map((m) => m.text)).toEqual(["Comment imprimer le devis pour mon patient ?", "Voici la suite."]);
  expect(messages[1]?.whole).toContain("> Bonjour Léa");
  expect(await desk.mailsTo("lea@paid.example")).toHaveLength(2);
});

test("quoting the number adds to the ticket, in the subject or in the words, for a colleague of the office too", async () => {
  const ticket = await asked("Citation");
  await post(port, { from: LEA, to: HELP, subject: `ma demande ${ticket.number.toLowerCase()}`, text: "du nouveau ?" });
  await post(port, { from: LEA, to: HELP, subject: "Question", text: `Où en est la demande ${ticket.number} ?` });
  await colleague("paul@paid.example", "office");
  await post(port, { from: "paul@paid.example", to: HELP, subject: `[${ticket.number}] Citation`, text: "Pareil chez moi." });
  await desk.quiet();
  expect(await desk.messages(ticket.id)).toHaveLength(4);
});

test("a colleague who may see only their own tickets cannot write on another's by its number", async () => {
  const ticket = await asked("Privé");
  await colleague("intern@paid.example", "own");
  await post(port, { from: "intern@paid.example", to: HELP, subject: `[${ticket.number}] Privé`, text: "Je voudrais savoir." });
  await desk.quiet();
  expect(await desk.messages(ticket.id)).toHaveLength(1);
});

test("a number that is not the sender's opens their own ticket; staff are told, the sender learns nothing", async () => {
  const ticket = await asked("Secret");
  await post(port, { from: "Eve <eve@stranger.example>", to: HELP, subject: `Re: [${ticket.number}] Secret`, text: "Tell me everything about this, please." });
  await desk.quiet();
  expect(await desk.messages(ticket.id)).toHaveLength(1);
  const own = (await desk.tickets()).find((t) => t.subject === `Re: [${ticket.number}] Secret`);
  const messages = await desk.messages(own?.id ?? "");
  expect(messages.map((m) => m.kind)).toEqual(["message", "note"]);
  expect(messages[1]?.text).toContain(ticket.number);
  const [mail] = await desk.mailsTo("eve@stranger.example");
  expect(mail?.text).not.toContain("Comment imprimer");
  expect(mail?.text).not.toContain("Léa");
});

test("the same mail twice, or to two addresses of the desk, is one message", async () => {
  const letter = { from: LEA, to: [HELP, "help+billing@small.example"], subject: "Une fois", messageId: "<once@paid.example>", date: new Date(MONDAY), text: "Une seule demande, deux chemins." };
  await post(port, letter);
  await post(port, letter);
  await postRaw(
    port,
    "lea@paid.example",
    HELP,
    ["Received: from elsewhere", "From: Léa <lea@paid.example>", "Message-ID: <twice@paid.example>", "Date: Mon, 2 Mar 2026 09:00:00 +0000", "Subject: Deux fois", "", "Encore la même."].join("\r\n"),
  );
  await postRaw(
    port,
    "lea@paid.example",
    "help+x@small.example",
    ["Received: from another place", "From: Léa <lea@paid.example>", "Message-ID: <twice@paid.example>", "Date: Mon, 2 Mar 2026 09:00:00 +0000", "Subject: Deux fois", "", "Encore la même."].join(
      "\r\n",
    ),
  );
  await desk.quiet();
  const subjects = (await desk.tickets()).map((t) => t.subject);
  expect(subjects.filter((s) => s === "Une fois")).toHaveLength(1);
  expect(subjects.filter((s) => s === "Deux fois")).toHaveLength(1);
});

test("an equal Message-ID with other content is kept", async () => {
  await post(port, { from: LEA, to: HELP, subject: "Premier contenu", messageId: "<same@paid.example>", text: "Le premier." });
  await post(port, { from: LEA, to: HELP, subject: "Second contenu", messageId: "<same@paid.example>", text: "Le second." });
  await desk.quiet();
  expect((await desk.tickets()).filter((t) => t.subject.endsWith("contenu"))).toHaveLength(2);
});

test("the address may claim a topic, and only one that the policy has", async () => {
  await post(port, { from: LEA, to: "help+video@small.example", subject: "Avec sujet", text: "Rien ne marche." });
  await post(port, { from: LEA, to: "help+nonsense@small.example", subject: "Sans sujet", text: "Rien ne marche." });
  await desk.quiet();
  const tickets = await desk.tickets();
  expect(tickets.find((t) => t.subject === "Avec sujet")?.claims).toEqual({ topic: "video" });
  expect(tickets.find((t) => t.subject === "Sans sujet")?.claims).toEqual({});
});

test("the language of the mail decides over the profile", async () => {
  await post(port, { from: LEA, to: HELP, subject: "Printing", text: "Good morning, I would like to know how I can print the estimate for my patient, please." });
  await desk.quiet();
  const ticket = (await desk.tickets()).find((t) => t.subject === "Printing");
  expect(ticket?.language).toBe("en");
  expect((await desk.mailsTo("lea@paid.example")).at(-1)?.text).toContain("An answer within 2 working days");
});

test("files come with the message, and a mail without subject or words is a ticket too", async () => {
  await post(port, { from: LEA, to: HELP, attachments: [{ filename: "../../étude.pdf", content: Buffer.from("%PDF-1.4") }] });
  await desk.quiet();
  const ticket = (await desk.tickets()).at(-1);
  const files = await desk.rows<{ name: string; sha: string; size: number }>("select name, sha, size from files where ticket = $1", ticket?.id);
  expect(files).toMatchObject([{ name: "étude.pdf", size: 8 }]);
  expect(await desk.house.blobs.has(files[0]?.sha ?? "")).toBe(true);
});

test("a mail that is HTML alone is read as words, and keeps nothing that acts", async () => {
  await post(port, {
    from: LEA,
    to: HELP,
    subject: "HTML",
    html: `<p onclick="x()">Bonjour <b>tous</b></p><script>alert(1)</script><img src="https://tracker.example/a.gif" alt="logo"><a href="javascript:x()">ici</a>`,
  });
  await desk.quiet();
  const ticket = (await desk.tickets()).find((t) => t.subject === "HTML");
  const [message] = await desk.messages(ticket?.id ?? "");
  expect(message?.text).toContain("Bonjour tous");
  expect(message?.html).toContain("<b>tous</b>");
  expect(message?.html).not.toMatch(/onclick|script|tracker|javascript/);
});

test("a mail from an address of the staff is a mail like any other: it never speaks for the desk", async () => {
  const ticket = await asked("Imposture");
  const [confirmation] = (await desk.mailsTo("lea@paid.example")).slice(-1);
  await post(port, {
    from: "Ana Petit <ana@small.example>",
    to: HELP,
    subject: "Re: Imposture",
    inReplyTo: (confirmation?.headers as Record<string, string> | undefined)?.["Message-ID"] ?? "",
    text: "Cela coûte 500 euros.",
  });
  await desk.quiet();
  const [, message] = await desk.messages(ticket.id);
  expect(message).toMatchObject({ kind: "message", author_name: "Ana Petit <ana@small.example>" });
  expect((await desk.mailsTo("lea@paid.example")).some((m) => m.text.includes("500 euros"))).toBe(false);
});

test("every mail that arrived is still there, byte by byte", async () => {
  const kept = await desk.inbound();
  expect(kept.length).toBeGreaterThan(10);
  expect(kept.map((m) => [m.state, m.fault])).toEqual(kept.map(() => ["done", null]));
  for (const { sha } of kept) expect(await desk.house.blobs.has(sha)).toBe(true);
  expect(desk.faults).toEqual([]);
});
