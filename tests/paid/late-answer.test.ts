// An answer to an offer that cannot be answered any more, or not by its writer: nothing changes, and the writer reads why and what stands, once, as far as they may know it. SPEC 17.12
import { expect, test } from "vitest";
import { keepMember } from "../../src/desk/organisations/writes.ts";
import type { TicketView } from "../../src/desk/views/ticket.ts";
import { KAREN, LAURA, paidDesk } from "./paid-desk.ts";

const desk = await paidDesk();
const STEFANO = "stefano@ambulatorio-rinaldi.example";
const MINUTE = 60_000;
const chiara = () => desk.cookieOf("staff", "chiara.donati@dms.example");
const ticket = async (number: string): Promise<TicketView> => (await desk.call<TicketView>(await chiara(), "GET", `/tickets/${number}`)).body;
const states = async (number: string) => (await ticket(number)).offers.map((o) => o.state);
const sums = async (number: string) => (await ticket(number)).charges.map((c) => c.quote.gross.cents);
const lates = async (to: string) => (await desk.mails(to)).filter((mail) => /Nothing has changed|Non è cambiato nulla|agrees to nothing|non accetta nulla/.test(mail.text));
let n = 0;
async function asked(from: string, words: string, more: { cc?: string } = {}) {
  const subject = `${words} ${(n += 1)}`;
  desk.pass(70 * MINUTE);
  await desk.mail(from, subject, words, more);
  return { number: await desk.ticketOf(subject), mail: await desk.lastMail(from) };
}
const answer = async (from: string, to: { subject: string; id: string }, text: string, how: { verdict?: "pass" | "none" | "fail"; headers?: Record<string, string> } = {}) => {
  desk.pass(5 * MINUTE);
  await desk.mail(from, `Re: ${to.subject}`, text, { answers: to.id, ...how });
};

test("ACCETTO a second time: one mail says who agreed when, to how much, by which clause, and that nothing more is charged; a third time says nothing new", async () => {
  const { number, mail } = await asked(LAURA, "Come stampo il preventivo?");
  await answer(LAURA, mail, "ACCETTO");
  const before = (await lates(LAURA)).length;
  await answer(LAURA, mail, "Buongiorno,\n\naccetto.\n\nLaura Moretti");
  const [told, ...others] = (await lates(LAURA)).slice(before);
  expect(others).toEqual([]);
  expect(told?.subject).toContain(`[${number}]`);
  for (const words of ["Laura Moretti ha accettato questa offerta: ", "ora di Roma", "54,90", "9,90", "non viene addebitato altro", "§", "un intervento costa"]) expect(told?.text).toContain(words);
  expect(await states(number)).toEqual(["accepted"]);
  expect((await ticket(number)).timeline.filter((e) => e.kind === "consent")).toHaveLength(1);
  expect((await ticket(number)).messages.at(-1)).toMatchObject({ kind: "note", text: expect.stringContaining("Non c’è") as string });
  await answer(LAURA, mail, "ACCETTO");
  await answer(LAURA, told!, "Accetto");
  expect((await lates(LAURA)).length).toBe(before + 1);
});

test("who refused and agrees after all reads that nothing was agreed, and that a person reads it; so does who agreed and refuses after all", async () => {
  const { number, mail } = await asked(KAREN, "How do I print an invoice?");
  await answer(KAREN, mail, "No, thank you");
  await answer(KAREN, mail, "I accept");
  const [first] = await lates(KAREN);
  for (const words of ["You wrote that you agree", "Karen Whitfield refused this offer, ", "nothing is charged", "a person reads it"]) expect(first?.text).toContain(words);
  expect(await states(number)).toEqual(["declined"]);
  const other = await asked(KAREN, "How do I find the recalls?");
  await answer(KAREN, other.mail, "I accept");
  await answer(KAREN, other.mail, "No, thank you");
  const second = (await lates(KAREN)).at(-1);
  for (const words of ["You wrote that you refuse", "Karen Whitfield agreed to this offer, ", "54.90 were agreed; nothing more is charged"])
    expect(second?.text.replaceAll(/[€ ]/g, "")).toContain(words.replaceAll(/[€ ]/g, ""));
  expect(await states(other.number)).toEqual(["accepted"]);
});

test("after the charge was made the closed case rests where nothing else is said, and is open again where something is", async () => {
  const { number, mail } = await asked(STEFANO, "Come faccio a stampare due copie?");
  await answer(STEFANO, mail, "Accetto");
  await desk.closeCase(await chiara(), await desk.cookieOf("person", STEFANO), number);
  expect(await sums(number)).toEqual([19_520]);
  await answer(STEFANO, mail, "Buongiorno,\nACCETTO\nStefano Rinaldi");
  const [rests] = await lates(STEFANO);
  for (const words of ["Stefano Rinaldi ha accettato", "195,20", "per la richiesta vengono addebitati in tutto", "Non deve fare nulla"]) expect(rests?.text).toContain(words);
  expect([(await ticket(number)).status, await sums(number)]).toEqual(["closed", [19_520]]);
  desk.pass(25 * 60 * MINUTE);
  await answer(STEFANO, mail, "Accetto\nLa stampante stampa di nuovo una copia sola, mi richiami domani.");
  expect((await lates(STEFANO)).at(-1)?.text).toContain("ha riaperto la richiesta");
  expect([(await ticket(number)).status, await sums(number), await states(number)]).toEqual(["open", [19_520], ["accepted"]]);
});

test("on a case that was closed before the offer was answered nothing is agreed; it is open again, and the offer with it", async () => {
  const { number, mail } = await asked(KAREN, "How do I find the appointment book?");
  await desk.call(await chiara(), "PUT", `/tickets/${number}/closure`, { outcome: "unresolved" });
  await answer(KAREN, mail, "I accept");
  const late = (await lates(KAREN)).at(-1)!;
  for (const words of ["The ticket was closed before this offer was answered: ", "nothing is charged for it", "opened the ticket again", "This offer stands again", "I ACCEPT"])
    expect(late.text).toContain(words);
  expect([await states(number), await sums(number)]).toEqual([["open"], []]);
  await answer(KAREN, late, "I accept");
  expect(await states(number)).toEqual(["accepted"]);
});

test("who answers the mail of an offer that another took the place of has not agreed to the new price: they read it, and how to answer", async () => {
  const { number } = await asked(LAURA, "Recupero dati: il disco rotto, i file persi");
  await desk.call(await chiara(), "PUT", `/tickets/${number}/findings`, { facts: { topic: "file-recovery" } });
  await desk.call(await chiara(), "POST", `/tickets/${number}/offers`, { net: 10_000, words: "Recupero della tabella VISITE." });
  const first = await desk.lastMail(LAURA);
  desk.pass(MINUTE);
  await desk.call(await chiara(), "POST", `/tickets/${number}/offers`, { net: 30_000, words: "Recupero di tutte le tabelle." });
  await answer(LAURA, first, "ACCETTO");
  expect((await states(number)).toSorted()).toEqual(["open", "replaced"]);
  const late = (await lates(LAURA)).at(-1)!;
  for (const words of ["un’altra l’ha sostituita", "300,00", "366,00", "ACCETTO"]) expect(late.text).toContain(words);
  expect(late.text).not.toContain("100,00");
  await answer(LAURA, late, "ACCETTO");
  expect((await ticket(number)).offers.find((o) => o.state === "accepted")?.quote.net.cents).toBe(30_000);
});

test("a stranger is told nothing; somebody copied reads that it agrees to nothing, without number, subject or price", async () => {
  const { number, mail } = await asked(KAREN, "Where are the x-rays of Mr Quill?", { cc: "nurse@lab.example" });
  const untouched = (await desk.mails("eve@elsewhere.example")).length;
  await answer("eve@elsewhere.example", mail, "I accept");
  expect((await desk.mails("eve@elsewhere.example")).length).toBe(untouched);
  await answer("nurse@lab.example", mail, "I accept");
  const [own, ...others] = await desk.mails("nurse@lab.example");
  expect(others).toEqual([]);
  expect(own?.text).toContain("not taken as a yes or a no to an offer");
  for (const secret of [number, "x-rays", "Quill", "54.90", "45.00", "Karen", "/tickets/"]) expect(`${own?.subject}\n${own?.text}`).not.toContain(secret);
  await answer("nurse@lab.example", own!, "I accept");
  expect((await desk.mails("nurse@lab.example")).length).toBe(1);
  expect(await states(number)).toEqual(["open"]);
  expect((await ticket(number)).messages.at(-1)).toMatchObject({ kind: "note", text: expect.stringContaining("not the customer") as string });
});

test("a colleague who may answer for the office, and answers what was answered, reads in their own language who did; the other one gets no mail", async () => {
  const [karen] = await desk.rows<{ organisation: string }>("dms", "select organisation from people where email = $1", KAREN);
  await desk.house.database.asOwner((tx) =>
    keepMember(tx, "dms", karen!.organisation, { name: "Luca Bruni", email: "luca@lakeside-dental.example", sees: "office", language: "it" }, desk.house.now()),
  );
  const { number, mail } = await asked(KAREN, "How do I move the recalls to May?");
  await answer(KAREN, mail, "I accept");
  const before = (await desk.mails(KAREN)).length;
  await answer("luca@lakeside-dental.example", mail, "Accetto");
  const [own, ...others] = await desk.mails("luca@lakeside-dental.example");
  expect([others, (await desk.mails(KAREN)).length]).toEqual([[], before]);
  for (const words of ["Buongiorno Luca Bruni", "Karen Whitfield ha accettato questa offerta: ", "54,90", "non viene addebitato altro", number]) expect(own?.text).toContain(words);
  await answer("luca@lakeside-dental.example", own!, "Grazie, allora aspetto la chiamata.");
  expect((await ticket(number)).messages.at(-1)?.text).toBe("Grazie, allora aspetto la chiamata.");
});

test("a robot, and a mail that its domain denies, get none; “I agree” to a person's own words is a message like any other", async () => {
  const { number, mail } = await asked(KAREN, "How do I find a treatment plan?");
  await answer(KAREN, mail, "I accept");
  const before = (await lates(KAREN)).length;
  await answer(KAREN, mail, "I accept", { headers: { "Auto-Submitted": "auto-replied" } });
  await answer(KAREN, mail, "I accept", { verdict: "fail" });
  await desk.call(await chiara(), "POST", `/tickets/${number}/answers`, { text: "May we connect tomorrow at ten?" });
  await answer(KAREN, await desk.lastMail(KAREN), "I agree");
  expect((await lates(KAREN)).length).toBe(before);
  const after = await ticket(number);
  expect([after.status, after.messages.at(-1)?.text]).toEqual(["open", "I agree"]);
  expect(after.timeline.filter((e) => e.kind === "consent")).toHaveLength(1);
});

test("a yes to the closing that comes a second time leaves the case closed", async () => {
  const { number } = await asked(KAREN, "How do I find a deleted appointment?");
  await desk.call(await chiara(), "PUT", `/tickets/${number}/closure`, { outcome: "solved", text: "It is in the bin of the calendar." });
  const asks = await desk.lastMail(KAREN);
  await answer(KAREN, asks, "Yes, close it");
  expect((await ticket(number)).status).toBe("closed");
  await answer(KAREN, asks, "Yes, close it.\nKaren Whitfield");
  expect([(await ticket(number)).status, (await ticket(number)).messages.at(-1)?.text]).toEqual(["closed", expect.stringContaining("agrees to the closing once more") as string]);
  await answer(KAREN, asks, "Yes, close it.\nOne appointment is missing, though: Tuesday at nine.");
  expect((await ticket(number)).status).toBe("open");
});

test("a code that comes after the offer was answered otherwise agrees to nothing, and its sender reads what stands", async () => {
  const { number, mail } = await asked(KAREN, "How to print two copies?");
  await answer(KAREN, mail, "I accept", { verdict: "none" });
  const code = await desk.lastMail(KAREN);
  const karen = await desk.cookieOf("person", KAREN);
  const offer = (await ticket(number)).offers.at(-1)!;
  expect((await desk.call(karen, "POST", `/tickets/${number}/offers/${offer.id}/refusal`, {})).status).toBe(200);
  await answer(KAREN, code, /\d{3} \d{3}/.exec(code.text)?.[0] ?? "", { verdict: "none" });
  expect(await states(number)).toEqual(["declined"]);
  for (const words of ["You wrote that you agree", "Karen Whitfield refused this offer"]) expect((await desk.lastMail(KAREN)).text).toContain(words);
  expect((await ticket(number)).messages.at(-1)).toMatchObject({ kind: "note" });
  expect(desk.faults).toEqual([]);
});
