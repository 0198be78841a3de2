// Misconduct and the terms at the accountants' desk, in Romanian and in English, from the customer's mail to the console: rows X8 and X16.
import { expect, test } from "vitest";
import type { TicketView } from "../../src/desk/views/ticket.ts";
import { wholeDesk } from "./whole-desk.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const MIHAI = "contact@customer-taxdome.example"; // Romanian
const SORINA = "sorina@cabinet-ionescu.example"; // Romanian
const VLAD = "vlad@fiscal-expert.example"; // Romanian
const CRISAN = "ioana@fiscal-expert.example"; // of the same firm as Vlad
const GRACE = "grace@hartley-moss.example"; // English
const NEW = "hello@larch-books.example"; // of a firm that is new here
const desk = await wholeDesk("taxdome");
const staff = (name: string): Promise<string> => desk.cookieOf("staff", `${name}@taxdome.example`);

let n = 0;
async function asks(from: string, text: string): Promise<{ number: string; text: string; console: TicketView }> {
  desk.pass(4 * MINUTE); // who writes faster than a person does is a machine, and gets no mail back
  const subject = `Mail ${(n += 1)}`;
  await desk.mail(from, subject, text);
  const number = await desk.ticketOf(subject);
  return { number, text: (await desk.lastMail(from)).text, console: await desk.ticket(await staff("elena.dobre"), number) };
}
const has = (text: string, ...words: readonly string[]): void => {
  for (const word of words) expect(text).toContain(word);
};
interface Case {
  readonly id: string;
  readonly phase: string;
  readonly measure: { readonly kind: string; readonly ends: string | null; readonly holds: boolean; readonly endedHow: string | null } | null;
}
interface Refusals {
  readonly tickets: readonly { readonly number: string; readonly clause: string; readonly standing: boolean }[];
}
const mailOn = async (to: string, subject: string): Promise<{ subject: string; text: string; id: string }> => (await desk.mails(to)).findLast((m) => m.subject.includes(subject))!;

/** An agent reports what was written in a mail, the person answers by mail, the lead decides by a clause. */
async function decided(from: string, insult: string, incident: string, clause: string, option: string, answer: string) {
  const { number, console } = await asks(from, insult);
  const elena = await staff("elena.dobre");
  const report = await desk.call(elena, "POST", `/tickets/${number}/conduct`, { facts: { incident }, messages: [console.messages[0]!.id] });
  expect(report.status, JSON.stringify(report.body)).toBe(201);
  const radu = await staff("radu.stan");
  const { items } = (await desk.call<{ items: readonly Case[] }>(radu, "GET", "/conduct")).body;
  const { id } = items.find((c) => c.phase === "hearing")!;
  const heard = await desk.lastMail(from);
  expect((await desk.ticket(elena, number)).refused).toBe(false); // examined, and nothing happens meanwhile
  const path = `/conduct/${id}/decision`;
  expect((await desk.call(radu, "PUT", path, { clause, option, reason: "x" })).status).toBe(409); // not heard yet
  await desk.mail(from, `Re: ${heard.subject}`, answer, { answers: heard.id });
  const done = await desk.call<Case>(radu, "PUT", path, { clause, option, reason: "Au fost două asemenea mesaje." });
  expect(done.status, JSON.stringify(done.body)).toBe(200);
  await desk.later(MINUTE);
  return { id, number, insult, heard: heard.text, case: done.body };
}

test("X8: a warning takes nothing away: heard and decided by a named person, told with the clause and the reason", async () => {
  const { id, number, heard } = await decided(SORINA, "Sunteți niște incapabili, rezolvați odată importul!", "rudeness", "conduct-warning", "warn", "Îmi pare rău, a fost o zi grea.");
  has(heard, "Sunteți niște incapabili", "poate da un avertisment", "nu se schimbă nimic", `/taxdome/conduct/${id}`);
  has((await mailOn(SORINA, "Ce s-a hotărât")).text, "poate da un avertisment", "Radu Stan", "Au fost două asemenea mesaje.", "contesta");
  expect((await desk.ticket(await staff("elena.dobre"), number)).refused).toBe(false);
  expect((await asks(SORINA, "Bună ziua, cum import clienții dintr-un fișier CSV?")).console.refused).toBe(false);
});

test("X8: a restriction for a time refuses the firm on every channel by its clause, lets an appeal through, and ends by itself with a mail", async () => {
  const { id, case: of } = await decided(VLAD, "Sunteți niște idioți, nu merge fluxul de lucru!", "offensive-language", "conduct-restriction", "restrict", "Nu am vrut să jignesc.");
  expect(of.measure).toMatchObject({ kind: "restriction", holds: true });
  has((await mailOn(VLAD, "Ce s-a hotărât")).text, "poate restricționa accesul la asistență pentru 3 luni", "Restricția se încheie de la sine", "Puteți contesta până la", "Radu Stan");
  const refused = await asks(CRISAN, "Bună ziua, nu merge automatizarea din fluxul de lucru.");
  expect(refused.console).toMatchObject({ refused: true, promises: [] });
  has(refused.text, refused.number, "nu primesc asistență", `/tickets/${refused.number}#contest`);
  expect((await desk.call<Refusals>(await staff("radu.stan"), "GET", "/refusals")).body.tickets.find((t) => t.number === refused.number)).toMatchObject({
    clause: "standing-restricted",
    standing: true,
  });
  const portal = await desk.call<{ refused: { id: string } | null }>(await desk.cookieOf("person", CRISAN), "POST", "/tickets", { subject: "Din portal", text: "Cum semnăm un document?" });
  expect(portal.body.refused).toMatchObject({ id: "standing-restricted" });
  has(await desk.page(await desk.cookieOf("person", CRISAN), refused.number), "nu primesc asistență");
  // What was decided about Vlad stands in his case alone: his colleague reads his request, and no word of it.
  const [reported] = await desk.rows<{ number: string }>("taxdome", "select t.number from tickets t join conduct_cases c on c.desk = t.desk and c.ticket = t.id where c.id = $1", id);
  const ofVlad = await desk.page(await desk.cookieOf("person", CRISAN), reported!.number);
  has(ofVlad, reported!.number);
  expect(ofVlad).not.toMatch(/ce măsură s-a luat|Conduct|Articol|restricționa accesul la asistență pentru/);
  const seen = JSON.stringify((await desk.ticket(await staff("tom.hughes"), reported!.number)).decisions);
  expect([...seen.matchAll(/.{40}conduct[.-].{40}/g)].map(([found]) => found)).toEqual([]);
  const appeal = await asks(CRISAN, "Bună ziua, contestăm decizia de restricționare.");
  expect(appeal.console).toMatchObject({ refused: false, topic: { id: "appeal" } });
  await desk.later(93 * DAY);
  has((await mailOn(VLAD, "Restricția s-a încheiat")).text, "a ajuns la capăt");
  expect((await desk.call<Case>(await staff("radu.stan"), "GET", `/conduct/${id}`)).body.measure).toMatchObject({ holds: false, endedHow: "time" });
  expect((await asks(CRISAN, "Bună ziua, cum adăugăm o etapă în pipeline?")).console.refused).toBe(false);
});

test("X8: a restriction for good can be appealed by mail; somebody else decides, and what was refused is helped again", async () => {
  const { id } = await decided(MIHAI, "Ești un prost și un mincinos, nu merge portalul clientului!", "personal-attack", "conduct-permanent-restriction", "restrict-for-good", "Așa e cum am scris.");
  const told = await mailOn(MIHAI, "Ce s-a hotărât");
  has(told.text, "poate restricționa definitiv accesul");
  const refused = await asks(MIHAI, "Bună ziua, clientul nu poate intra în aplicația mobilă.");
  expect(refused.console.refused).toBe(true);
  await desk.mail(MIHAI, `Re: ${told.subject}`, "Contest: mesajul l-a scris un coleg.", { answers: told.id });
  has((await mailOn(MIHAI, "Am primit contestația")).text, "Altcineva decât cel care a hotărât");
  const path = `/conduct/${id}/appeal`;
  expect((await desk.call(await staff("radu.stan"), "PUT", path, { lifts: true, reason: "x" })).status).toBe(403); // not by who decided
  expect((await desk.call(await staff("ioana.marin"), "PUT", path, { lifts: true, reason: "Contul a fost folosit de altcineva." })).status).toBe(200);
  await desk.later(MINUTE);
  has((await mailOn(MIHAI, "Contestația dumneavoastră a fost soluționată")).text, "Ioana Marin", "Contul a fost folosit de altcineva.");
  expect((await desk.ticket(await staff("elena.dobre"), refused.number)).refused).toBe(false);
});

test("X8: an ended subscription is told in the firm's own language, with the clause that says what becomes of its money, and only its person reads the case", async () => {
  const { id, heard } = await decided(GRACE, "You are all idiots and I will find out where you live.", "harassment", "conduct-ending", "end-subscription", "It was a joke.");
  has(heard, "where you live", "may end the subscription");
  has((await mailOn(GRACE, "What was decided")).text, "without refund or compensation", "Radu Stan", "appeal");
  const refused = await asks(GRACE, "Hello, the QuickBooks integration does not sync.");
  has(refused.text, "no longer helped", `/tickets/${refused.number}#contest`);
  const file = async (as: string): Promise<number> => (await fetch(`${desk.base}/taxdome/conduct/${id}`, { headers: { cookie: as } })).status;
  expect([await file(await desk.cookieOf("person", GRACE)), await file(await desk.cookieOf("person", "owen@hartley-moss.example"))]).toEqual([200, 404]);
});

test("X16: who asks by mail has accepted the terms: version, date and channel are kept once; mail, page and console say which", async () => {
  const ioana = await staff("ioana.marin");
  const firm = await desk.call<{ id: string }>(ioana, "POST", "/organisations", { name: "Larch Books", attributes: { plan: "pro", users: 3 } });
  expect(firm.status, JSON.stringify(firm.body)).toBe(201);
  expect((await desk.call(ioana, "POST", `/organisations/${firm.body.id}/people`, { name: "Ellen Larch", email: NEW, language: "en" })).status).toBe(201);
  const first = await asks(NEW, "Hello, which subscription plan gives us live chat?");
  has(first.text, "By using support you accept the terms of support", "§ 10.1");
  const second = await asks(NEW, "Hello, how do I set up a pipeline for tax returns?");
  expect(second.text).not.toContain("By using support you accept"); // accepted once
  const list = await desk.call<{ items: readonly { document: string; version: string; at: string; channel: string }[] }>(
    await staff("elena.dobre"),
    "GET",
    `/organisations/${firm.body.id}/acceptances`,
  );
  expect(list.body.items).toMatchObject([{ document: "terms", version: "2024-03-01", byUse: true, channel: "mail" }]);
  for (const [lang, words] of [
    ["ro", "1 martie 2024"],
    ["en", "1 March 2024"],
  ] as const)
    has(await (await fetch(`${desk.base}/taxdome/policy?lang=${lang}`)).text(), words);
  expect(desk.faults).toEqual([]);
});
