// Who is helped by the speech therapists' desk, in which order, with what, and whom it may turn away, from the customer's mail to the console: rows O1, O3, O5, O6, O7 and O9.
import { expect, test } from "vitest";
import { runImport } from "../../src/desk/acts/records/run-imports.ts";
import type { TicketView } from "../../src/desk/views/ticket.ts";
import { wholeDesk } from "./whole-desk.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SOPHIE = "contact@customer-orthocab.example"; // the paid pack, French
const NADIA = "nadia@vieux-port.example"; // the paid pack, French
const HELENE = "helene@cabinet-tilleuls.example"; // the free pack, French
const FIONA = "fiona@harbour-speech.example"; // the free pack, English
const MARIE = "ma.hoarau@galets-ortho.example"; // the paid pack, French
const LEA = "lea.privee@messagerie.example"; // nobody whom the desk knows
const desk = await wholeDesk("orthocab");
const staff = (name: string): Promise<string> => desk.cookieOf("staff", `${name}@orthocab.example`);
let [mehdi, tom] = [await staff("mehdi.ouazzani"), await staff("tom.ashdown")];
/** Sessions end where much time has passed. */
const later = async (ms: number): Promise<void> => {
  await desk.later(ms);
  [mehdi, tom] = [await staff("mehdi.ouazzani"), await staff("tom.ashdown")];
};

async function asks(from: string, subject: string, text: string): Promise<{ number: string; text: string; console: TicketView }> {
  desk.pass(4 * MINUTE); // who writes faster than a person does is a machine, and gets no mail back
  await desk.mail(from, subject, text);
  const number = await desk.ticketOf(subject);
  return { number, text: (await desk.lastMail(from)).text, console: await desk.ticket(tom, number) };
}
const has = (text: string, ...words: readonly string[]): void => {
  for (const word of words) expect(text).toContain(word);
};
interface Queue {
  readonly items: readonly { readonly number: string; readonly rank: number; readonly why: { readonly id: string } | null }[];
}
interface Refusals {
  readonly tickets: readonly { readonly number: string; readonly clause: string; readonly standing: boolean }[];
}
interface Case {
  readonly id: string;
  readonly phase: string;
}

test("O1: the free and the paying are both helped, and of those who wait the paying ones come first, though they asked later", async () => {
  const free = await asks(HELENE, "Classement", "Bonjour, comment faire pour classer les dossiers par âge ?");
  const paying = await asks(SOPHIE, "Séance absente", "Bonjour, comment puis-je retrouver la séance d’hier ?");
  const english = await asks(FIONA, "Inviting a parent", "Hello, how do I invite a parent to a session?");
  for (const each of [free, paying, english]) expect(each.console).toMatchObject({ refused: false, promises: [{ kind: "first-answer", state: "running" }] });
  has(paying.text, "Les abonnés actifs du Pack Télésoin passent en premier");
  expect(free.text).not.toContain("passent en premier");
  const { items } = (await desk.call<Queue>(tom, "GET", "/queue?limit=50")).body;
  const place = (number: string): number => items.findIndex((t) => t.number === number);
  expect(place(paying.number)).toBeLessThan(place(free.number));
  expect(place(free.number)).toBeLessThan(place(english.number)); // among equals, as they came
  expect(items[place(paying.number)]).toMatchObject({ rank: 1, why: { id: "paying-first" } });
  has(await desk.page(await desk.cookieOf("person", SOPHIE), paying.number), "passent en premier");
});

test.each([
  ["how-to", MARIE, "Exercice partagé", "Bonjour, comment faire pour partager un exercice ?", "Nous répondons aux questions sur l’utilisation"],
  ["features", FIONA, "Whiteboard colours", "Hello, is it possible to change the colours of the whiteboard?", "features built into Orthocab"],
  ["bug", MARIE, "Page blanche encore", "Bonjour, j’ai un message d’erreur et une page blanche.", "Nous aidons pour les erreurs et les bogues"],
  [
    "update",
    FIONA,
    "Since the new version",
    "Hello, since the latest version the app is no longer as described: the update took the report away.",
    "Updates that keep the platform working as described",
  ],
  ["settings", MARIE, "Fuseau", "Bonjour, quel paramètre règle le fuseau horaire des notifications ?", "régler Orthocab et votre compte"],
])("O5: %s is part of support, is promised an answer, and the mail says by which clause", async (topic, from, subject, text, clause) => {
  const { number, text: mail, console } = await asks(from, subject, text);
  expect(console).toMatchObject({ refused: false, topic: { id: topic } });
  has(mail, clause, "§ 7.2", number);
  has(await desk.page(await desk.cookieOf("person", from), number), clause);
});

test("O6: before a request is sent the FAQ is offered, in the portal and to programs; then one asks from the account or by mail", async () => {
  const cookie = await desk.cookieOf("person", SOPHIE);
  const look = await fetch(`${desk.base}/orthocab/ask?lang=fr`, {
    method: "POST",
    headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ subject: "Agenda", text: "Comment imprimer mon agenda ?", topic: "how-to", do: "look" }),
  });
  has(await look.text(), "La plupart des réponses se trouvent dans la FAQ");
  const preview = await desk.call<{ reasons: { id: string }[] }>(cookie, "POST", "/previews", { subject: "Agenda", text: "Comment imprimer mon agenda ?", topic: "how-to" });
  expect(preview.body.reasons.map((r) => r.id)).toContain("faq-first");
  expect(await desk.ticketOf("Agenda")).toBe("");
  expect((await desk.call(cookie, "POST", "/tickets", { subject: "Agenda", text: "Comment imprimer mon agenda ?", topic: "how-to" })).status).toBe(201);
});

test("O7: who is known is not asked who they are; who is not is asked once, with what would help, and is helped from the first asking on when it is known whose they are", async () => {
  const known = await asks(NADIA, "Bilan vide", "Bonjour, un bilan s’affiche vide, que faire ?");
  expect(known.text).not.toContain("Indiquez-nous");
  const stranger = await asks(LEA, "Accès au bilan", "Bonjour, comment ajouter un patient à mon compte ?");
  has(stranger.text, "nous ne trouvons pas de compte", "Indiquez-nous\u00a0: nom, prénom et e-mail de connexion", "Bonjour,");
  expect(stranger.text).not.toContain(`Bonjour ${LEA}`);
  expect(stranger.console).toMatchObject({ refused: true, promises: [] });
  const answered = await desk.lastMail(LEA);
  await desk.mail(LEA, `Re: ${answered.subject}`, "Léa Privée, mon e-mail de connexion est lea@cabinet-tilleuls.example.", { answers: answered.id });
  const [office] = await desk.rows<{ id: string }>("orthocab", "select id from organisations where name = 'Cabinet des Tilleuls'");
  await later(DAY / 12);
  expect((await desk.call(mehdi, "POST", `/organisations/${office!.id}/people`, { name: "Léa Privée", email: LEA, language: "fr" })).status).toBe(201);
  await later(MINUTE);
  const now = await desk.ticket(tom, stranger.number);
  expect(now).toMatchObject({ refused: false, requester: { name: "Léa Privée", organisation: { name: "Cabinet des Tilleuls" } } });
  expect(now.promises).toMatchObject([{ kind: "first-answer", state: "running", starts: stranger.console.openedAt }]);
  has((await desk.lastMail(LEA)).text, "Bonjour Léa Privée", "Nous vous répondons au plus tard sous 2 jours ouvrables", stranger.number);
  has(await desk.page(await desk.cookieOf("person", LEA), stranger.number), "Nous vous répondons au plus tard");
});

test("O7: the same where a table of customers says whose they are", async () => {
  const NOE = "noe.seul@messagerie.example";
  const stranger = await asks(NOE, "Première question", "Bonjour, comment inviter un patient à une séance ?");
  expect(stranger.console).toMatchObject({ refused: true, requester: { organisation: null } });
  const form = new FormData();
  form.append("file", new Blob([`organisation,name,email\nCabinet des Tilleuls,Noé Seul,${NOE}\n`]), "customers.csv");
  const sent = await fetch(`${desk.base}/api/orthocab/imports`, { method: "POST", headers: { cookie: mehdi, "x-troth": "1" }, body: form });
  const { id } = (await sent.json()) as { id: string };
  while (await runImport(desk.house)); // looked at first, …
  expect((await desk.ticket(tom, stranger.number)).refused).toBe(true);
  expect((await desk.call(mehdi, "PUT", `/imports/${id}/run`)).status).toBe(200);
  while (await runImport(desk.house)); // … then brought in
  await later(MINUTE);
  expect(await desk.ticket(tom, stranger.number)).toMatchObject({ refused: false, promises: [{ kind: "first-answer", starts: stranger.console.openedAt }] });
  has((await desk.lastMail(NOE)).text, "Bonjour Noé Seul", "Nous vous répondons au plus tard");
});

/** Reported by an agent, heard, decided by the lead: what the person reads at each step. */
async function turnedAway(person: string, number: string, found: string, clause: string, answer: string, reason: string) {
  const opened = await desk.call<Case>(tom, "POST", `/tickets/${number}/conduct`, { facts: { "conduct-report": found }, statement: "Voir le message." });
  expect(opened.status, JSON.stringify(opened.body)).toBe(201);
  const { id } = (await desk.call<{ items: readonly Case[] }>(mehdi, "GET", "/conduct")).body.items.find((c) => c.phase === "hearing")!;
  const heard = await desk.lastMail(person);
  expect(await desk.ticket(tom, number)).toMatchObject({ refused: false }); // nothing happens before a person has decided
  const path = `/conduct/${id}/decision`;
  expect((await desk.call(mehdi, "PUT", path, { clause, reason })).status).toBe(409); // they were not heard yet
  await desk.mail(person, `Re: ${heard.subject}`, answer, { answers: heard.id });
  expect((await desk.call(tom, "PUT", path, { clause, reason })).status).toBe(403); // nor may who reported it decide
  expect((await desk.call(mehdi, "PUT", path, { clause, reason })).status).toBe(200);
  await later(MINUTE);
  const decided = (await desk.mails(person)).filter((m) => !m.subject.includes("OC-")).at(-1)!;
  return { id, heard: heard.text, decided: decided.text };
}

test.each([
  [
    "withholding",
    "identity-withheld",
    MARIE,
    "Autre compte",
    "Bonjour, comment faire pour ouvrir l’autre compte ?",
    "ne pas dire quel compte",
    "À qui refuse de dire quel compte est le sien",
    "Encore le compte",
    "Bonjour, comment ouvrir ce compte ?",
  ],
  [
    "disrespect",
    "disrespect",
    FIONA,
    "Once more",
    "You people never read what one writes. How do I export?",
    "I was tired.",
    "Treating our agents with disrespect",
    "And again",
    "How do I export all of it?",
  ],
  [
    "offence",
    "offensive-language",
    NADIA,
    "Toujours rien",
    "Vous êtes des idiots, comment faire ?",
    "Je m’excuse.",
    "Des propos injurieux peuvent conduire",
    "Une suite",
    "Comment faire maintenant ?",
  ],
])(
  "O9: for %s support is refused only after a person heard them and decided, by its clause and with the reason, and told them how to appeal",
  async (found, clause, person, subject, text, answer, words, again, more) => {
    const { number } = await asks(person, subject, text);
    const { id, heard, decided } = await turnedAway(person, number, found, clause, answer, "Deux fois prévenu, par téléphone.");
    has(heard, words, `/orthocab/conduct/${id}`);
    has(decided, words, "Mehdi Ouazzani", "Deux fois prévenu, par téléphone.");
    expect(decided).toMatch(/appeal|recours/);
    // What they write meanwhile is kept, refused by the clause, and never without a word.
    const next = await asks(person, again, more);
    expect(next.console).toMatchObject({ refused: true, promises: [] });
    has(next.text, next.number, "§ 3.2", `/tickets/${next.number}#contest`);
    expect((await desk.call<Refusals>(mehdi, "GET", "/refusals")).body.tickets.find((t) => t.number === next.number)).toMatchObject({ clause: "refused-for-conduct", standing: true });
    const cookie = await desk.cookieOf("person", person);
    has(await desk.page(cookie, next.number), "§ 3.2");
    const file = await fetch(`${desk.base}/orthocab/conduct/${id}`, { headers: { cookie } });
    has(await file.text(), "Deux fois prévenu, par téléphone.");
  },
);

test("O9: who floods the desk by mail is slowed down and told so, then a person looks, hears them and decides; a question about renewing gets through", async () => {
  const about = ["Agenda partagé", "Bilan illisible", "Signature perdue", "Couleur du tableau", "Son coupé", "Facture de mars", "Mot égaré", "Imprimante neuve", "Export tableur", "Rappel absent"];
  const told: string[] = [];
  for (const subject of about) {
    desk.pass(7 * MINUTE);
    told.push((await asks(HELENE, subject, `Bonjour, ${subject.toLowerCase()} : comment faire ?`)).text);
  }
  expect(told.every((text) => text.includes("Nous vous répondons au plus tard"))).toBe(true); // none of them is refused for it
  expect(told.filter((text) => text.includes("son tour vient après 30 minutes")).length).toBeGreaterThanOrEqual(5);
  const heard = (await desk.mails(HELENE)).find((m) => m.subject.includes("Donnez-nous votre version"))!;
  has(heard.text, "10 demandes ou plus", "peut être traité comme un abus", "bilan illisible");
  const { items } = (await desk.call<{ items: readonly Case[] }>(mehdi, "GET", "/conduct")).body;
  const { id } = items.find((c) => c.phase === "hearing")!;
  await desk.mail(HELENE, `Re: ${heard.subject}`, "C’était la rentrée.", { answers: heard.id });
  expect((await desk.call(mehdi, "PUT", `/conduct/${id}/decision`, { clause: "flooding", reason: "Dix demandes en une heure." })).status).toBe(200);
  await later(MINUTE);
  has((await desk.mails(HELENE)).findLast((m) => m.subject.includes("Ce qui a été décidé"))!.text, "Dix demandes en une heure.", "10 demandes ou plus");
  expect((await asks(HELENE, "Une de plus", "Bonjour, comment faire une copie ?")).console).toMatchObject({ refused: true });
  const renewal = await asks(HELENE, "Renouvellement", "Bonjour, comment renouveler notre abonnement ?");
  expect(renewal.console).toMatchObject({ refused: false, topic: { id: "renewal" } });
  expect(desk.faults).toEqual([]);
});
