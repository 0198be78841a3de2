// Who comes first at the dental app's desk, what it does not do and what it does instead, from the customer's mail to the console: rows T5, T6, T9, T10 and T11.
import { expect, test } from "vitest";
import type { TicketView } from "../../src/desk/views/ticket.ts";
import { wholeDesk } from "./whole-desk.ts";

const GRACE = "contact@customer-teladentistry.example"; // writes English
const HELENE = "helene.caron@vieux-port.example"; // writes French
const MINUTE = 60_000;
const desk = await wholeDesk("teladentistry");
const dana = await desk.cookieOf("staff", "dana.whitfield@teladentistry.example");
const sam = await desk.cookieOf("staff", "sam.rivera@teladentistry.example");
const [grace, helene] = [await desk.cookieOf("person", GRACE), await desk.cookieOf("person", HELENE)];

interface Refusals {
  readonly tickets: readonly { readonly number: string; readonly clause: string; readonly standing: boolean; readonly reversedBy: string | null }[];
}
const refused = async (number: string) => (await desk.call<Refusals>(dana, "GET", "/refusals")).body.tickets.find((t) => t.number === number);

/** Sends a mail; the ticket that it became, its confirmation, its page in the portal and its state in the console. */
async function asks(from: string, as: string, subject: string, text: string) {
  desk.pass(4 * MINUTE); // who writes faster than a person does is a machine, and gets no mail back
  await desk.mail(from, subject, text);
  const number = await desk.ticketOf(subject);
  return { number, mail: await desk.lastMail(from), page: await desk.page(as, number), console: await desk.ticket(sam, number) };
}
const clauses = (ticket: TicketView): string[] => ticket.decisions.flatMap((d) => d.reasons.map((r) => r.id));

test.each([
  [GRACE, grace, "Nothing loads", "Hello, the internet is down in our office and the app shows nothing. Can you help?", "We do not support internet connections", "your internet provider"],
  [
    HELENE,
    helene,
    "Rien ne s’affiche",
    "Bonjour, panne d’internet au cabinet depuis ce matin, que faire ?",
    "Nous n’assurons pas l’assistance des connexions à Internet",
    "votre fournisseur d’accès à Internet",
  ],
])("T9: %s, whose internet is down, is referred to their provider with the reason, and can say that the cause is ours", async (from, as, subject, text, reason, isp) => {
  const { number, mail, page, console } = await asks(from, as, subject, text);
  for (const words of [number, reason, isp, "§ 3.2", "policy?lang=", `/tickets/${number}#contest`]) expect(mail.text).toContain(words);
  expect(mail.text).not.toMatch(/promise|promettons/); // nothing is promised for what is not taken on
  const [open = ""] = /<details open[\s\S]*?<\/details>/.exec(page) ?? [];
  expect(page).toContain('<a href="#decisions">');
  for (const words of [reason, isp]) expect(open).toContain(words); // the reason is there without looking for it
  expect(console).toMatchObject({ refused: true, promises: [] });
  expect(clauses(console)).toContain("connection-is-your-providers");
  expect(await refused(number)).toMatchObject({ clause: "connection-is-your-providers", standing: true });
});

test("T9: what turns out to be our own fault is taken on after all, and the promise is that of the first asking", async () => {
  const number = await desk.ticketOf("Nothing loads");
  const asked = await desk.ticket(sam, number);
  await desk.later(3_600_000);
  expect((await desk.call(sam, "PUT", `/tickets/${number}/findings`, { facts: { cause: "ours" } })).status).toBe(200);
  expect((await desk.lastMail(GRACE)).text).toContain("once we find that Teladentistry causes it, we treat it as ours");
  const now = await desk.ticket(sam, number);
  expect(now).toMatchObject({ refused: false });
  expect(now.promises[0]).toMatchObject({ kind: "acknowledgement", starts: asked.openedAt });
  expect(await refused(number)).toMatchObject({ standing: false, reversedBy: "Sam Rivera" });
});

test.each([
  ["hardware", GRACE, grace, "Blank pages", "Hello, our printer prints nothing but blank pages, from every program.", "We do not support computers, printers", "your IT professional"],
  ["other-software", HELENE, helene, "Outlook se ferme", "Bonjour, Outlook se ferme dès qu’on l’ouvre, que faire ?", "logiciels et appareils d’autres éditeurs", "votre informaticien"],
  ["server-network", GRACE, grace, "Shared drive", "Hello, our file server is gone and nobody reaches the shared drive.", "servers, networks", "your IT professional"],
])("T11: %s is referred to the customer's IT professional", async (topic, from, as, subject, text, reason, professional) => {
  const { number, mail, page, console } = await asks(from, as, subject, text);
  expect(console).toMatchObject({ refused: true, topic: { id: topic } });
  for (const words of [reason, professional, "§ 3.3", `/tickets/${number}#contest`]) expect(mail.text).toContain(words);
  for (const words of [reason, professional]) expect(page).toContain(words);
  expect(await refused(number)).toMatchObject({ clause: "ask-your-it-professional", standing: true });
});

test.each([
  [GRACE, grace, "Rejected again", "Hello, the insurance company rejected the claim of a patient though every code is on it.", "the insurance company", "The code is the insurer’s own."],
  [HELENE, helene, "Remboursement", "Bonjour, ma patiente a un remboursement refusé par la mutuelle, que puis-je faire ?", "la compagnie d’assurance", "Le code manque chez l’assureur."],
])(
  "T11: a rejected claim of %s is worked on until a person refers it to the insurer, saying why; then the customer reads who decided and the reason",
  async (from, as, subject, text, insurer, why) => {
    const { number, mail, console } = await asks(from, as, subject, text);
    expect(console).toMatchObject({ refused: false, topic: { id: "claims" } });
    expect(mail.text).not.toContain(insurer); // nothing happens to the customer before a person has decided
    expect(console.rulings).toMatchObject([{ state: "undecided", role: "lead", options: ["refer"] }]);
    const path = `/tickets/${number}/rulings/claim-to-the-insurer`;
    expect((await desk.call(sam, "PUT", path, { state: "granted", option: "refer", reason: why })).status).toBe(403); // not an agent's to decide
    expect((await desk.call(dana, "PUT", path, { state: "granted", option: "refer", reason: why })).status).toBe(200);
    const told = await desk.lastMail(from);
    for (const words of [insurer, "§ 3.4", why, "Dana Whitfield", `/tickets/${number}#contest`]) expect(told.text).toContain(words);
    const shown = await desk.page(as, number);
    for (const words of [insurer, why, "Dana Whitfield"]) expect(shown).toContain(words);
    expect(await refused(number)).toMatchObject({ clause: "claim-to-the-insurer", standing: true });
    expect((await desk.call(dana, "PUT", path, { state: "declined", reason: "x" })).status).toBe(409); // decided once
  },
);

test("T11: a claim that the lead keeps here stays with us, and nobody is referred", async () => {
  const { number } = await asks(GRACE, grace, "Denied claim", "Hello, our patient's claim was denied by the insurer; the export lost the code.");
  const before = (await desk.mails(GRACE)).length;
  expect((await desk.call(dana, "PUT", `/tickets/${number}/rulings/claim-to-the-insurer`, { state: "declined", reason: "The code was lost in our export." })).status).toBe(200);
  expect(await desk.ticket(sam, number)).toMatchObject({ refused: false, rulings: [{ state: "declined" }] });
  expect((await desk.mails(GRACE)).length).toBe(before);
});

test.each([
  [
    GRACE,
    grace,
    "Training",
    "Hello, could we have training for our staff in spring?",
    "a needs assessment",
    "you get a quote before anything is agreed",
    "I ACCEPT",
    "Two hours online for six people",
  ],
  [
    HELENE,
    helene,
    "Une formation",
    "Bonjour, nous voudrions former notre équipe au printemps.",
    "une analyse de vos besoins",
    "vous recevez un devis avant tout accord",
    "J’ACCEPTE",
    "Deux heures en ligne pour six personnes",
  ],
])("T10: a wish of %s goes to a needs assessment, then a person quotes a price, and a plain mail agrees to it", async (from, as, subject, text, assessment, quote, accept, words) => {
  const { number, mail, page, console } = await asks(from, as, subject, text);
  for (const said of [assessment, quote]) expect(mail.text).toContain(said);
  expect(page).toContain(assessment);
  expect(console).toMatchObject({ refused: false, quotable: ["quote"], charges: [] });
  expect((await desk.call(sam, "POST", `/tickets/${number}/offers`, { net: 48_000, words })).status).toBe(200);
  const offer = await desk.lastMail(from);
  expect(offer.text).toContain(words);
  expect(offer.text).toMatch(/480[.,]00/);
  expect(offer.text).toContain(accept);
  await desk.mail(from, `Re: ${offer.subject}`, accept, { answers: offer.id });
  expect((await desk.ticket(sam, number)).offers).toMatchObject([{ state: "accepted", channel: "mail" }]);
  expect(desk.faults).toEqual([]);
});

test("T5, T6: who cannot log in overtakes, is told so by a named expert within minutes; a claim of urgency alone does not, and the policy's questions decide", async () => {
  const ordinary = await asks(HELENE, helene, "Réglages", "Bonjour, où trouver les réglages des rappels ?");
  const urgent = await asks(GRACE, grace, "Locked out", "Hello, I am locked out: the app throws me out after the password.");
  const expert = urgent.console.assignee!.name;
  for (const words of ["Emergencies go ahead of everything else", expert, "§ 6.1"]) expect(urgent.mail.text).toContain(words);
  expect(urgent.console.promises).toMatchObject([{ kind: "acknowledgement", state: "kept" }]);
  const claimed = await desk.call<{ number: string }>(helene, "POST", "/tickets", {
    subject: "Urgent !",
    text: "C’est très urgent.",
    topic: "usage",
    facts: { severity: "emergency", "can-log-in": true, "can-reach-dentist": true },
  });
  const { items } = (await desk.call<{ items: readonly { readonly number: string; readonly rank: number; readonly why: { readonly id: string } }[] }>(sam, "GET", "/queue?limit=50")).body;
  const [first, second, third] = [urgent.number, ordinary.number, claimed.body.number].map((number) => items.find((t) => t.number === number)!);
  expect([first?.rank, second?.rank, third?.rank]).toEqual([1, 2, 2]);
  expect(first?.why.id).toBe("emergencies-overtake");
  expect(items.indexOf(first!)).toBeLessThan(items.indexOf(second!));
  expect(items.indexOf(second!)).toBeLessThan(items.indexOf(third!));
});
