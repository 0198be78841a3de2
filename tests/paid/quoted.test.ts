// A price that the policy leaves to a person: quoted in their words, agreed to by mail, owed at the close. SPEC 17.3, D14
import { expect, test } from "vitest";
import type { TicketView } from "../../src/desk/views/ticket.ts";
import { KAREN, LAURA, paidDesk } from "./paid-desk.ts";

const desk = await paidDesk();
const laura = await desk.cookieOf("person", LAURA);
const chiara = await desk.cookieOf("staff", "chiara.donati@dms.example");
const ticket = async (number: string): Promise<TicketView> => (await desk.call<TicketView>(chiara, "GET", `/tickets/${number}`)).body;
const offers = (number: string): string => `/tickets/${number}/offers`;
let n = 0;
async function asked(from: string, words: string): Promise<string> {
  const subject = `${words} ${(n += 1)}`;
  desk.pass(20 * 60_000);
  await desk.mail(from, subject, words);
  return desk.ticketOf(subject);
}

test("a recovery is priced by a person: the mail says what for, with tax and conditions; a plain answer agrees, and the close makes it owed", async () => {
  const number = await asked(LAURA, "Recupero dati: il disco rotto, i file persi");
  await desk.call(chiara, "PUT", `/tickets/${number}/findings`, { facts: { topic: "file-recovery" } });
  const before = await ticket(number);
  expect([before.quotable, before.offers.filter((o) => o.state === "open"), before.clock?.agreed]).toEqual([["quote"], [], false]);
  expect((await desk.call(chiara, "POST", offers(number), { net: 0, words: "x" })).status).toBe(400);
  const made = await desk.call<TicketView>(chiara, "POST", offers(number), { net: 23050, minutes: 90, words: "Recupero delle tabelle VISITE e PAZIENTI dal disco guasto." });
  expect([made.status, made.body.offers.at(-1)]).toMatchObject([
    200,
    { state: "open", quote: { net: { cents: 23050 }, gross: { cents: 28121 } }, covers: 90 * 60_000, words: expect.stringContaining("VISITE") as string },
  ]);
  const mail = await desk.lastMail(LAURA);
  for (const words of ["Recupero delle tabelle VISITE", "230,50", "50,71", "281,21", "Precisazioni sugli interventi", "ACCETTO"]) expect(mail.text).toContain(words);
  expect(await desk.page(laura, number)).toContain("Recupero delle tabelle VISITE");
  // Quoted anew, the elder no longer holds.
  await desk.call(chiara, "POST", offers(number), { net: 20000, minutes: null, words: "Recupero della sola tabella VISITE." });
  expect((await ticket(number)).offers.map((o) => o.state)).toEqual(expect.arrayContaining(["replaced", "open"]));
  const second = await desk.lastMail(LAURA);
  await desk.mail(LAURA, `Re: ${second.subject}`, "Accetto", { answers: second.id });
  const agreed = await ticket(number);
  expect([agreed.offers.at(-1)?.state, agreed.quotable, agreed.clock]).toMatchObject(["accepted", [], { agreed: true, cap: null }]);
  await desk.closeCase(chiara, laura, number);
  expect((await ticket(number)).charges.map((c) => [c.state, c.quote.gross.cents])).toEqual([["booked", 24400]]);
  expect((await desk.lastMail(LAURA)).text).toContain("244,00");
  const page = await desk.page(laura, number);
  for (const words of ["Quanto è costato", "244,00"]) expect(page).toContain(words);
});

test("where the policy names its own price, none is quoted beside it; nor on a closed ticket, nor by a customer", async () => {
  const number = await asked(KAREN, "How do I print an invoice?");
  const beside = await desk.call<{ detail: string }>(chiara, "POST", offers(number), { net: 1000, words: "Cheaper" });
  expect([beside.status, beside.body.detail]).toEqual([403, expect.stringContaining("leaves no price to a person")]);
  expect((await ticket(number)).quotable).toEqual([]);
  await desk.call(chiara, "PUT", `/tickets/${number}/closure`, { outcome: "unresolved" });
  expect((await desk.call(chiara, "POST", offers(number), { net: 1000, words: "Late" })).status).toBe(409);
  expect((await desk.call(laura, "POST", offers(number), { net: 1000, words: "Mine" })).status).toBe(403);
  expect(desk.faults).toEqual([]);
});
