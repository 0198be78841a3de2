// D12: a case is solved only by a solution, the customer is asked before it closes, by mail and portal, and silence closes it after its notices. SPEC 23.6
import { expect, test } from "vitest";
import type { TicketView } from "../../src/desk/views/ticket.ts";
import { ringTimers } from "../../src/doors/worker/ring-timers.ts";
import { KAREN, LAURA, paidDesk } from "./paid-desk.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const desk = await paidDesk();
const cookies = { chiara: "", laura: "", karen: "" };
async function signIn(): Promise<void> {
  [cookies.chiara, cookies.laura, cookies.karen] = (await Promise.all([desk.cookieOf("staff", "chiara.donati@dms.example"), desk.cookieOf("person", LAURA), desk.cookieOf("person", KAREN)])) as [
    string,
    string,
    string,
  ];
}
await signIn();
const ticket = async (number: string, as = cookies.chiara): Promise<TicketView> => (await desk.call<TicketView>(as, "GET", `/tickets/${number}`)).body;
const closure = (number: string, body: object) => desk.call<TicketView & { code: string; detail: string }>(cookies.chiara, "PUT", `/tickets/${number}/closure`, body);
async function later(ms: number): Promise<void> {
  desk.pass(ms);
  while (await ringTimers(desk.house, (error: unknown) => void desk.faults.push(error)));
  await signIn(); // nobody's session lasts for a week
}
let n = 0;
const sent = async (): Promise<number> => (await desk.mailsTo(LAURA)).length;
/** A request, agreed to at its price, on which nobody has answered yet. */
async function asked(from = LAURA, words = "Il preventivo paziente non si stampa", yes = "ACCETTO"): Promise<string> {
  const subject = `${words} ${++n}`;
  await later(HOUR / 3);
  await sent(); // what waits leaves first
  await desk.mail(from, subject, `${words}.`);
  const number = await desk.ticketOf(subject);
  const { id, subject: about } = await desk.lastMail(from);
  await desk.mail(from, `Re: ${about}`, yes, { answers: id });
  return number;
}
const answered = (number: string, text = "Disinstalli il vecchio driver e riavvii.") => desk.call(cookies.chiara, "POST", `/tickets/${number}/answers`, { text });

test("as solved without a solution no door closes it: the API and what an expert finds say the clause and what to do; who closes their own takes it back and owes nothing", async () => {
  const number = await asked();
  const [closed, found] = [
    await closure(number, { outcome: "solved" }),
    await desk.call<{ code: string; detail: string }>(cookies.chiara, "PUT", `/tickets/${number}/findings`, { facts: { outcome: "solved" } }),
  ];
  for (const { status, body } of [closed, found]) {
    expect([status, body.code]).toEqual([409, "not-closable"]);
    expect(body.detail).toMatch(/close it as unresolved\. \d+\.\d+: Risolto è solo un caso per il quale il tecnico ha dato almeno una soluzione/);
  }
  expect((await ticket(number)).closes).toMatchObject({ solved: { id: "agreed-with-you" }, unresolved: null, needsSolution: { id: "solution-first" } });
  const own = (await desk.call<TicketView>(cookies.laura, "PUT", `/tickets/${number}/closure`, { outcome: "solved" })).body;
  expect([own.status, own.outcome, own.charges]).toEqual(["closed", null, []]);
});

test("the agent closes, the customer is asked: solution, price and what silence means in one mail; SÌ, CHIUDETE closes it, charges it, and her next line opens it again", async () => {
  const number = await asked();
  await answered(number);
  const { body } = await closure(number, { outcome: "solved" });
  expect([body.status, body.outcome, body.charges]).toEqual(["waiting", null, []]);
  const mail = await desk.lastMail(LAURA);
  for (const words of [
    "Per Lei è risolto?",
    "Chiara Donati ritiene risolta",
    "Disinstalli il vecchio driver",
    "54,90",
    "SÌ, CHIUDETE",
    "NO, NON ANCORA",
    "si chiude da sola",
    "A intervento concluso si paga",
    "Prima di chiudere un intervento",
  ])
    expect(mail.text).toContain(words);
  // What is less than plain, or somebody else's, closes nothing.
  await desk.mail("eve@elsewhere.example", `Re: ${mail.subject}`, "SÌ, CHIUDETE", { answers: mail.id });
  expect((await ticket(number)).status).not.toBe("closed");
  await desk.mail(LAURA, `Re: ${mail.subject}`, "SÌ, CHIUDETE\n\nLaura Moretti", { answers: mail.id });
  const closed = await ticket(number);
  expect([closed.status, closed.outcome, closed.charges.map((c) => c.quote.gross.cents)]).toEqual(["closed", "solved", [5490]]);
  expect(closed.messages.find((m) => m.id === closed.solution)?.text).toBe("Disinstalli il vecchio driver e riavvii.");
  expect(closed.timeline.map((e) => e.kind)).toEqual(expect.arrayContaining(["closing-asked", "agree-closing"]));
  const told = await desk.lastMail(LAURA);
  expect(told.text).toContain("come risolta");
  await desk.mail(LAURA, `Re: ${told.subject}`, "Purtroppo oggi di nuovo.", { answers: told.id });
  const again = await ticket(number);
  expect([again.status, again.solution, again.closings.at(-1)?.state]).toEqual(["open", null, "agreed"]);
  // Asked anew, agreed anew: what was charged is not charged twice.
  await closure(number, { outcome: "solved", text: "Il driver è ora quello giusto." });
  expect((await desk.lastMail(LAURA)).text).toContain("Non viene addebitato nulla.");
  await desk.call(cookies.laura, "PUT", `/tickets/${number}/closure/agreement`, { agreed: true });
  expect((await ticket(number)).charges).toHaveLength(1);
});

test("NO, NON ANCORA goes on with her words on the thread; an ambiguous answer is left to a person, and stops the clock that would close it", async () => {
  const number = await asked();
  await closure(number, { outcome: "solved", text: "Riavvii il servizio di stampa." });
  const mail = await desk.lastMail(LAURA);
  await desk.mail(LAURA, `Re: ${mail.subject}`, "NO, NON ANCORA\nSi stampa, ma metà pagina resta bianca. Può guardare?", { answers: mail.id, verdict: "none" });
  const open = await ticket(number);
  expect([open.status, open.closings.at(-1)?.state, open.messages.at(-1)?.text.includes("metà pagina")]).toEqual(["open", "refused", true]);
  await closure(number, { outcome: "solved", text: "Cambi il formato della pagina." });
  const second = await desk.lastMail(LAURA);
  await desk.mail(LAURA, `Re: ${second.subject}`, "Sì, chiudete, ma solo se domani funziona ancora.", { answers: second.id });
  expect(await ticket(number)).toMatchObject({ status: "open", closings: [{ state: "refused" }, { state: "open", closesAt: null }] });
  await later(9 * DAY);
  expect((await ticket(number)).status).toBe("open");
  // The desk takes the question back; then there is nothing to answer.
  expect((await desk.call(cookies.chiara, "DELETE", `/tickets/${number}/closure/agreement`)).status).toBe(200);
  expect((await desk.call<{ detail: string }>(cookies.laura, "PUT", `/tickets/${number}/closure/agreement`, { agreed: true })).body.detail).toContain("Nobody is asked");
});

test("a mail that nobody can tell about closes only with its code; a forged one tells staff, and the address on file", async () => {
  const number = await asked();
  await closure(number, { outcome: "solved", text: "Fatto." });
  const mail = await desk.lastMail(LAURA);
  const before = await sent();
  await desk.mail(LAURA, `Re: ${mail.subject}`, "È risolto", { answers: mail.id, verdict: "fail" });
  expect([(await ticket(number)).messages.at(-1)?.kind, await sent()]).toEqual(["note", before + 1]);
  expect((await desk.lastMail(LAURA)).text).toContain("Non è stato fatto nulla di una e-mail a Suo nome");
  await desk.mail(LAURA, `Re: ${mail.subject}`, "SÌ, CHIUDETE", { answers: mail.id, verdict: "none" });
  expect((await ticket(number)).status).toBe("open");
  const code = await desk.lastMail(LAURA);
  const digits = /\b\d{3} \d{3}\b/.exec(code.text)?.[0] ?? "";
  await desk.mail(LAURA, `Re: ${code.subject}`, digits, { answers: code.id, verdict: "none" });
  expect(await ticket(number)).toMatchObject({ status: "closed", outcome: "solved" });
});

test("silence: reminded after two days and after five, closed after a week with the reason; the portal asks with two buttons", async () => {
  const number = await asked();
  await closure(number, { outcome: "solved", text: "Aggiorni il modello di stampa." });
  const card = await desk.page(cookies.laura, number);
  for (const words of ['id="closing"', "Per Lei è risolto?", "Aggiorni il modello di stampa.", "54,90", "Sì, chiudere la richiesta", "No, non ancora"]) expect(card).toContain(words);
  await later(2 * DAY + 60_000);
  const reminder = await desk.lastMail(LAURA);
  for (const words of ["Promemoria: Per Lei è risolto?", "Aggiorni il modello di stampa.", "54,90", "SÌ, CHIUDETE"]) expect(reminder.text).toContain(words);
  await later(3 * DAY);
  expect((await desk.lastMail(LAURA)).text).toContain("Promemoria");
  expect((await ticket(number)).status).toBe("waiting");
  await later(2 * DAY);
  const closed = await ticket(number);
  expect([closed.status, closed.outcome, closed.closings.at(-1)?.state, closed.charges.length]).toEqual(["closed", "solved", "silent", 1]);
  for (const words of ["non abbiamo avuto risposta", "54,90"]) expect((await desk.lastMail(LAURA)).text).toContain(words);
  expect(closed.timeline.map((e) => e.kind)).toContain("closing-silent");
  const free = await asked();
  await closure(free, { outcome: "solved", text: "Fatto." });
  const page = await desk.page(cookies.laura, free);
  const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? "";
  const no = await desk.form(cookies.laura, `${free}/closure/refusal`, { token, text: "Ancora niente." });
  expect([no.status, (await ticket(free)).closings.at(-1)?.state, (await ticket(free)).messages.at(-1)?.text]).toEqual([303, "refused", "Ancora niente."]);
  const late = await desk.form(cookies.laura, `${free}/closure/agreement`, { token });
  expect([late.status, late.text.includes("Questo ha già avuto risposta")]).toEqual([422, true]);
});

test("an English practice is asked in English; unresolved is told plainly and at once, as the policy has it", async () => {
  const number = await asked(KAREN, "The recall letters do not print", "I ACCEPT");
  await closure(number, { outcome: "solved", text: "Pick the letter template again." });
  const mail = await desk.lastMail(KAREN);
  for (const words of ["Is this solved for you?", "YES, CLOSE IT", "NO, NOT YET", "54.90", "Pick the letter template again."]) expect(mail.text).toContain(words);
  await desk.mail(KAREN, `Re: ${mail.subject}`, "No, it is not solved.\nStill blank.", { answers: mail.id });
  await closure(number, { outcome: "unresolved", text: "The printer's maker has no driver for it." });
  expect(await ticket(number)).toMatchObject({ status: "closed", outcome: "unresolved", charges: [{ quote: { gross: { cents: 5490 } } }] });
  expect((await desk.lastMail(KAREN)).text).toContain("We did not find a solution");
  expect(desk.faults).toEqual([]);
});
