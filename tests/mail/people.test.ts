// Whose words a mail carries, who else is in it, and who gets the answer.
import { domainToASCII } from "node:url";
import { beforeEach, expect, test } from "vitest";
import { change } from "../../src/desk/change.ts";
import { participantsOf } from "../../src/desk/mails/participants.ts";
import { replyAddress } from "../../src/desk/mails/reply-address.ts";
import { MONDAY } from "../desk/small-desk.ts";
import { mailDesk } from "./mail-desk.ts";
import { type Letter, post, postRaw } from "./post.ts";

const desk = await mailDesk();
const { port } = desk.door;
const LEA = "Léa Payé <lea@paid.example>";
const HELP = "help@small.example";
let now = MONDAY;
beforeEach(() => desk.at((now += 2 * 3_600_000)));

async function opened(letter: Letter) {
  await post(port, { to: HELP, text: "Comment imprimer le devis ?", ...letter });
  await desk.quiet();
  const ticket = (await desk.tickets()).find((t) => t.subject === letter.subject);
  if (!ticket) throw new Error(`no ticket "${String(letter.subject)}"`);
  desk.at((now += 60_000));
  return ticket;
}
const requesterOf = async (id: string): Promise<string | undefined> =>
  (await desk.rows<{ email: string }>("select p.email from tickets t join people p on p.desk = t.desk and p.id = t.requester where t.id = $1", id))[0]?.email;
const participants = (ticket: string) => desk.database.asDesk("small", (tx) => participantsOf(tx, ticket));
const staff = { kind: "staff" as const, id: null, name: "Ana Petit" };
const set = (ticket: string, address: string, state: "present" | "copied" | "removed") =>
  change(desk.house, "small", { kind: "participant", id: `p:${ticket}:${address}:${state}`, by: staff, ticket, address, state });
const answer = (ticket: string, text: string) => change(desk.house, "small", { kind: "answer", id: `a:${ticket}:${text}`, by: staff, ticket, said: { text, channel: "mail" } });

test("people in To and Cc are noted on the ticket, without the desk, its plus addresses and the author; they may write on it", async () => {
  const ticket = await opened({ from: LEA, to: [HELP, "paul@dealer.example"], cc: ["Help <help+x@small.example>", "Eva Lab <EVA@lab.example>", LEA, "noreply@dealer.example"], subject: "Plusieurs" });
  expect((await participants(ticket.id)).map((p) => p.address)).toEqual(["eva@lab.example", "paul@dealer.example"]);
  await post(port, { from: "eva@lab.example", to: HELP, subject: `Re: [${ticket.number}] Plusieurs`, text: "Le laboratoire confirme." });
  await desk.quiet();
  expect((await desk.messages(ticket.id)).at(-1)).toMatchObject({ text: "Le laboratoire confirme.", author_name: "eva@lab.example" });
});

test("an answer goes to the requester alone; who is copied by a member of staff gets it too, and nobody after being removed", async () => {
  const ticket = await opened({ from: LEA, cc: "eva@lab2.example, tom@lab2.example", subject: "Copies" });
  await answer(ticket.id, "Première réponse.");
  await desk.quiet();
  expect(await desk.mailsTo("eva@lab2.example")).toHaveLength(0);
  await set(ticket.id, "eva@lab2.example", "copied");
  await answer(ticket.id, "Deuxième réponse.");
  await desk.quiet();
  expect((await desk.mailsTo("eva@lab2.example")).map((m) => m.text.includes("Deuxième réponse."))).toEqual([true]);
  expect(await desk.mailsTo("tom@lab2.example")).toHaveLength(0);
  await set(ticket.id, "eva@lab2.example", "removed");
  await answer(ticket.id, "Troisième réponse.");
  await desk.quiet();
  expect(await desk.mailsTo("eva@lab2.example")).toHaveLength(1);
});

test("who was removed does not come back by answering an old mail: it goes beside the ticket, and staff are told", async () => {
  const ticket = await opened({ from: LEA, cc: "eva@lab3.example", subject: "Retirée", messageId: "<retiree@paid.example>" });
  await set(ticket.id, "eva@lab3.example", "removed");
  await post(port, { from: "eva@lab3.example", to: HELP, subject: "Re: Retirée, encore", inReplyTo: "<retiree@paid.example>", text: "Et moi ?" });
  await desk.quiet();
  expect(await desk.messages(ticket.id)).toHaveLength(1);
  const own = (await desk.tickets()).find((t) => t.subject === "Re: Retirée, encore");
  expect((await desk.messages(own?.id ?? "")).find((m) => m.kind === "note")?.text).toContain(ticket.number);
});

test("a stranger who answers a mail of the ticket is marked as one, and whom they copy is not noted", async () => {
  const ticket = await opened({ from: LEA, subject: "Étrangère", messageId: "<etrangere@paid.example>" });
  await post(port, { from: "Zoé <zoe@stranger.example>", to: HELP, cc: "more@stranger.example", subject: "Re: Étrangère", inReplyTo: "<etrangere@paid.example>", text: "Je réponds." });
  await desk.quiet();
  expect((await desk.messages(ticket.id)).at(-1)).toMatchObject({ author_name: "Zoé <zoe@stranger.example>", heeds: ["stranger"] });
  expect(await participants(ticket.id)).toEqual([]);
});

test("a mail to thousands notes none of them", async () => {
  const to = [HELP, ...Array.from({ length: 5_000 }, (_, n) => `p${n}@many.example`)];
  await postRaw(port, "lea@paid.example", HELP, `From: ${LEA}\r\nTo: ${to.join(",\r\n ")}\r\nMessage-ID: <many@paid.example>\r\nSubject: Tous\r\n\r\nBonjour.\r\n`);
  await desk.quiet();
  const ticket = (await desk.tickets()).find((t) => t.subject === "Tous");
  expect(await participants(ticket?.id ?? "")).toEqual([]);
  expect((await desk.messages(ticket?.id ?? ""))[0]?.heeds).toEqual(["many-recipients"]);
});

test("answers go where Reply-To asks; the author stays who wrote", async () => {
  const ticket = await opened({ from: "Bo <bo@nowhere.example>", replyTo: "bo.private@elsewhere.example", subject: "Répondre ailleurs" });
  expect(await requesterOf(ticket.id)).toBe("bo@nowhere.example");
  expect(await desk.mailsTo("bo.private@elsewhere.example")).toHaveLength(1);
  expect(await desk.mailsTo("bo@nowhere.example")).toHaveLength(0);
  await post(port, { from: "bo.private@elsewhere.example", to: HELP, subject: `[${ticket.number}]`, text: "C'est encore moi." });
  await desk.quiet();
  expect(await desk.messages(ticket.id)).toHaveLength(2);
});

test("nobody is led to write to a stranger instead of a customer: an unproven mail of somebody known is answered where they always were", async () => {
  await opened({ from: LEA, replyTo: "thief@stranger.example", subject: "Détour" });
  expect(await desk.mailsTo("thief@stranger.example")).toHaveLength(0);
});

test("a form that writes for its visitor: the visitor is the author", async () => {
  const ticket = await opened({ from: "Shop <noreply@shop.example>", replyTo: "Max <max@visitor.example>", subject: "Formulaire du site" });
  expect(await requesterOf(ticket.id)).toBe("max@visitor.example");
  expect(await desk.mailsTo("max@visitor.example")).toHaveLength(1);
  const own = await opened({ from: HELP, replyTo: "max2@visitor.example", subject: "Notre formulaire" });
  expect(await requesterOf(own.id)).toBe("max2@visitor.example");
});

test("a mail without From is its Sender's, else its envelope's", async () => {
  await postRaw(port, "env@x.example", HELP, "Subject: Sans auteur\r\nMessage-ID: <noauthor@x.example>\r\n\r\nQui suis-je ?\r\n");
  await postRaw(port, "env@x.example", HELP, "Sender: sec@x.example\r\nFrom: \r\nSubject: Secrétaire\r\nMessage-ID: <sec@x.example>\r\n\r\nBonjour.\r\n");
  await desk.quiet();
  const find = async (subject: string) => requesterOf((await desk.tickets()).find((t) => t.subject === subject)?.id ?? "");
  expect([await find("Sans auteur"), await find("Secrétaire")]).toEqual(["env@x.example", "sec@x.example"]);
});

test.each([
  [
    "in the text",
    {
      text: "Peux-tu regarder ?\n\n---------- Forwarded message ---------\nDe : Mia Client <mia@client.example>\nDate: lun. 2 mars 2026 à 10:00\nSubject: Ma facture\nTo: <ana@small.example>\n\nBonjour, ma facture est fausse.",
    },
  ],
  [
    "by Outlook",
    { text: "Peux-tu regarder ?\n\nDe : Mia Client <mia@client.example>\nEnvoyé : lundi 2 mars 2026 10:00\nÀ : Ana Petit <ana@small.example>\nObjet : Ma facture\n\nBonjour, ma facture est fausse." },
  ],
  [
    "as an attachment",
    {
      text: "",
      attachments: [{ contentType: "message/rfc822", filename: "mail.eml", content: "From: Mia Client <mia@client.example>\r\nSubject: Ma facture\r\n\r\nBonjour, ma facture est fausse.\r\n" }],
    },
  ],
])("a customer's mail that a colleague forwards %s is the customer's, and who brought it is noted", async (how, letter) => {
  await post(port, { from: "Ana Petit <ana@small.example>", to: HELP, subject: "Fwd: Ma facture", messageId: `<fwd-${how.replaceAll(" ", "-")}@small.example>`, ...letter });
  await desk.quiet();
  const ticket = (await desk.tickets()).at(-1);
  expect(await requesterOf(ticket?.id ?? "")).toBe("mia@client.example");
  expect((await desk.messages(ticket?.id ?? ""))[0]).toMatchObject({ author_name: "Mia Client", text: "Bonjour, ma facture est fausse.", brought_by: "Ana Petit <ana@small.example>" });
});

test("a customer who forwards a mail is its author", async () => {
  const ticket = await opened({
    from: LEA,
    subject: "Fwd: De l'assurance",
    text: "Que faire ?\n\n---------- Forwarded message ---------\nFrom: Assurance <a@insurer.example>\nDate: Mon, 2 Mar 2026\nSubject: Refus\nTo: lea@paid.example\n\nNous refusons.",
  });
  expect(await requesterOf(ticket.id)).toBe("lea@paid.example");
  expect((await desk.messages(ticket.id))[0]?.text).toContain("Nous refusons.");
});

test("the ticket's own address leads to it whatever the subject says, and a forged one leads nowhere", async () => {
  const ticket = await opened({ from: LEA, subject: "Adresse signée" });
  const signed = replyAddress(desk.house.secret, "small", ticket.number, HELP);
  await post(port, { from: "lea.home@private.example", to: signed, subject: "de chez moi", text: "Encore une chose." });
  await post(port, { from: "eve@stranger.example", to: signed.replace(/.@/, (s) => (s === "a@" ? "b@" : "a@")), subject: "forgé", text: "Dites-moi tout." });
  await desk.quiet();
  expect((await desk.messages(ticket.id)).map((m) => m.text)).toEqual(["Comment imprimer le devis ?", "Encore une chose."]);
});

test("where plus addresses arrive, each mail asks to be answered to the ticket's own", async () => {
  Object.assign(desk.house, { subaddresses: true });
  const ticket = await opened({ from: LEA, subject: "Répondre ici" });
  Object.assign(desk.house, { subaddresses: false });
  const [mail] = (await desk.mailsTo("lea@paid.example")).slice(-1);
  expect((mail?.headers as Record<string, string> | undefined)?.["Reply-To"]).toBe(replyAddress(desk.house.secret, "small", ticket.number, HELP));
});

test("an equal Message-ID with other content is kept and flagged", async () => {
  await opened({ from: LEA, subject: "Même identité 1", messageId: "<same-id@paid.example>" });
  const ticket = await opened({ from: LEA, subject: "Même identité 2", messageId: "<same-id@paid.example>", text: "Autre chose." });
  expect((await desk.messages(ticket.id))[0]?.heeds).toEqual(["same-mail-id"]);
});

test("a domain is one whether it comes in letters or in their ASCII form", async () => {
  await opened({ from: "ion@poștă.example", subject: "În litere" });
  await postRaw(port, "ion@x.example", HELP, `From: ion@${domainToASCII("poștă.example")}\r\nMessage-ID: <puny@x.example>\r\nSubject: In ASCII\r\n\r\nBuna.\r\n`);
  await desk.quiet();
  expect(await desk.rows("select 1 from people where email like 'ion@%'")).toHaveLength(1);
});

test("addresses in other alphabets, in groups and with odd quoting are read", async () => {
  await postRaw(
    port,
    "lea@paid.example",
    HELP,
    Buffer.from(`From: "Păun, Ileana" <păun@poștă.example>\r\nTo: Équipe: ${HELP}, "A \\"B\\" C" <abc@lab.example>;\r\nMessage-ID: <intl@x.example>\r\nSubject: Międzynarodowy\r\n\r\nBună.\r\n`),
  );
  await desk.quiet();
  const ticket = (await desk.tickets()).find((t) => t.subject === "Międzynarodowy");
  expect(await requesterOf(ticket?.id ?? "")).toBe("păun@poștă.example");
  expect((await participants(ticket?.id ?? "")).map((p) => [p.address, p.name])).toEqual([["abc@lab.example", 'A "B" C']]);
});
