// Price, conditions and consent by every door, before any work: shown to the cent, agreed to once, by who may, and kept word for word. SPEC 17.3, 17.4
import { expect, test } from "vitest";
import type { TicketView } from "../../src/desk/views/ticket.ts";
import { KAREN, LAURA, paidDesk } from "./paid-desk.ts";

const desk = await paidDesk();
const laura = await desk.cookieOf("person", LAURA);
const karen = await desk.cookieOf("person", KAREN);
const agent = await desk.cookieOf("staff", "chiara.donati@dms.example");
const ticket = async (number: string, as = agent): Promise<TicketView> => (await desk.call<TicketView>(as, "GET", `/tickets/${number}`)).body;
let n = 0;
async function asked(from: string, words: string) {
  const subject = `${words} ${(n += 1)}`;
  await desk.mail(from, subject, words);
  desk.pass(20 * 60_000);
  return { number: await desk.ticketOf(subject), mail: await desk.lastMail(from) };
}

test("the mail that confirms shows net, VAT and gross, the conditions in full and how to agree, in the customer's language", async () => {
  const it = (await asked(LAURA, "Come stampo il preventivo paziente?")).mail.text;
  for (const words of ["45,00", "9,90", "54,90", "IVA", "Un intervento sulla base dati non garantisce", "versione 1", "ACCETTO", "NON ACCETTO"]) expect(it).toContain(words);
  const en = (await asked(KAREN, "How do I print an invoice?")).mail.text;
  for (const words of ["45.00", "9.90", "54.90", "VAT", "Work on the database does not guarantee", "version 1", "I ACCEPT"]) expect(en).toContain(words);
});

test("a plain answer from a proven mail agrees; the mail that confirms it says what was agreed, and the texts are kept with the policy's version", async () => {
  const { number, mail } = await asked(LAURA, "Come faccio un richiamo?");
  await desk.mail(LAURA, `Re: ${mail.subject}`, "Buongiorno,\n\naccetto.\n\nLaura Moretti", { answers: mail.id });
  const after = await ticket(number);
  expect(after.offers.map((o) => [o.state, o.quote.gross.cents, o.answeredBy, o.channel, o.policyVersion])).toEqual([["accepted", 5490, "Laura Moretti", "mail", 1]]);
  expect(after.messages.filter((m) => m.kind === "message").at(-1)?.text).toContain("accetto");
  expect(after.timeline.map((e) => e.kind)).toContain("consent");
  const kept = await desk.rows<{ words: string; version: string; language: string }>(
    "dms",
    "select a.words, a.version, a.language from acceptances a join offers o on o.id = a.offer join tickets t on t.id = o.ticket where t.number = $1",
    number,
  );
  expect(kept).toEqual([{ version: "1", language: "it", words: expect.stringContaining("I backup, l’integrità e la sicurezza") as string }]);
  const said = await desk.lastMail(LAURA);
  for (const words of ["Laura Moretti ha accettato questa offerta", "54,90", "versione 1", "Un intervento sulla base dati"]) expect(said.text).toContain(words);
  expect((await ticket(number)).facts.find((f) => f.name === "accepted.intervention-terms")?.value ?? true).toBe(true);
});

test("the same answer again, or one that comes from somebody else, changes nothing, and staff read why", async () => {
  const { number, mail } = await asked(KAREN, "How do I find the recalls?");
  await desk.mail("eve@elsewhere.example", `Re: ${mail.subject}`, "I accept", { answers: mail.id });
  expect((await ticket(number)).offers[0]?.state).toBe("open");
  expect((await ticket(number)).messages.at(-1)).toMatchObject({ kind: "note", text: expect.stringContaining("not the customer") as string });
  await desk.mail(KAREN, `Re: ${mail.subject}`, "I accept", { answers: mail.id });
  await desk.mail(KAREN, `Re: ${mail.subject}`, "Yes, I accept.", { answers: mail.id });
  const after = await ticket(number);
  expect(after.offers.map((o) => o.state)).toEqual(["accepted"]);
  expect(after.messages.at(-1)).toMatchObject({ kind: "note", text: expect.stringContaining("no offer open") as string });
  expect(after.timeline.filter((e) => e.kind === "consent")).toHaveLength(1);
  expect((await desk.mails(KAREN)).filter((each) => each.text.includes("Nothing has changed by it"))).toHaveLength(1);
  expect(await desk.mails("eve@elsewhere.example")).toEqual([]);
});

test("where nobody can tell who wrote, a code goes to the address on file, and its answer agrees; a mail that its domain denies does nothing", async () => {
  const denied = await asked(KAREN, "How to print two copies?");
  await desk.mail(KAREN, `Re: ${denied.mail.subject}`, "I accept", { answers: denied.mail.id, verdict: "fail" });
  expect((await ticket(denied.number)).offers[0]?.state).not.toBe("accepted");
  await desk.mail(KAREN, `Re: ${denied.mail.subject}`, "I accept", { answers: denied.mail.id, verdict: "none" });
  expect((await ticket(denied.number)).offers[0]?.state).toBe("open");
  const code = await desk.lastMail(KAREN);
  expect(code.text).toContain("Agree to the offer and accept its conditions.");
  await desk.mail(KAREN, `Re: ${code.subject}`, /\d{3} \d{3}/.exec(code.text)?.[0] ?? "", { answers: code.id, verdict: "none" });
  expect((await ticket(denied.number)).offers[0]).toMatchObject({ state: "accepted", answeredBy: "Karen Whitfield", channel: "mail" });
});

test("an answer that is less than plain is a message for a person", async () => {
  const { number, mail } = await asked(LAURA, "Dove trovo la cartella clinica?");
  await desk.mail(LAURA, `Re: ${mail.subject}`, "Accetto\nma solo se costa meno di così", { answers: mail.id });
  expect((await ticket(number)).offers[0]?.state).toBe("open");
});

test("the portal agrees without scripts: every condition is ticked, once, and an offer that was answered says so", async () => {
  const elena = "stefano@ambulatorio-rinaldi.example";
  const { number } = await asked(elena, "Come faccio a stampare due copie?");
  const cookie = await desk.cookieOf("person", elena);
  const before = await desk.page(cookie, number);
  for (const words of ["160,00", "35,20", "195,20", "Ho letto e accetto: Precisazioni sugli interventi", "Un intervento sulla base dati"]) expect(before).toContain(words);
  const offer = /name="offer" value="([^"]+)"/.exec(before)?.[1] ?? "";
  const missing = await desk.form(cookie, `${number}/offers/consent`, { offer });
  expect([missing.status, missing.text.includes("spunti ogni casella")]).toEqual([422, true]);
  expect((await desk.form(cookie, `${number}/offers/consent`, { offer, "accept.intervention-terms": "yes" })).status).toBe(303);
  expect(await desk.page(cookie, number)).toContain("Stefano Rinaldi ha accettato");
  const again = await desk.form(cookie, `${number}/offers/consent`, { offer, "accept.intervention-terms": "yes" });
  expect([again.status, again.text.includes("ha già avuto risposta")]).toEqual([422, true]);
});

test("by API: strangers find nothing, staff may not answer for the customer, conditions come with the price, and a refusal is an answer", async () => {
  const { number } = await asked(KAREN, "How do I find the appointment book?");
  const offer = (await ticket(number)).offers.at(-1)!;
  expect(offer.documents).toEqual([]); // accepted with an earlier intervention, in this version
  const consent = `/tickets/${number}/offers/${offer.id}/consent`;
  expect([(await desk.call(laura, "POST", consent, { accepts: [] })).status, (await desk.call(agent, "POST", consent, { accepts: [] })).status]).toEqual([404, 403]);
  expect((await desk.call(karen, "POST", `/tickets/${number}/offers/${offer.id}/refusal`, {})).status).toBe(200);
  const second = await desk.call<{ detail: string }>(karen, "POST", consent, { accepts: [] });
  expect([second.status, second.body.detail]).toEqual([409, "This offer was declined already."]);
  expect((await desk.lastMail(KAREN)).text).toContain("refused this offer");
  expect((await ticket(number)).status).toBe("open");
});

test("on a closed ticket nothing is agreed to any more", async () => {
  const { number } = await asked(KAREN, "How do I find a treatment plan?");
  const offer = (await ticket(number)).offers.at(-1)!;
  await desk.call(agent, "PUT", `/tickets/${number}/closure`, { outcome: "unresolved" });
  const late = await desk.call<{ detail: string }>(karen, "POST", `/tickets/${number}/offers/${offer.id}/consent`, { accepts: [] });
  expect([late.status, late.body.detail]).toEqual([409, "The ticket is closed: nothing is charged on it any more."]);
  expect(desk.faults).toEqual([]);
});
