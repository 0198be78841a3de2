// The whole of a paid intervention by mail alone, as the customer reads it: price, conditions, consent, the stop for consent, the close, the statement. D4, D6 to D10, D12
import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import type { TicketView } from "../../src/desk/views/ticket.ts";
import { ringTimers } from "../../src/doors/worker/ring-timers.ts";
import { LAURA, paidDesk } from "./paid-desk.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const desk = await paidDesk();
const SUBJECT = "Il preventivo paziente non si stampa";
let chiara = await desk.cookieOf("staff", "chiara.donati@dms.example");
const ticket = async (number: string): Promise<TicketView> => (await desk.call<TicketView>(chiara, "GET", `/tickets/${number}`)).body;
async function minutes(n: number): Promise<void> {
  desk.pass(n * MINUTE);
  while (await ringTimers(desk.house, (error: unknown) => void desk.faults.push(error)));
}
const has = (text: string, ...words: readonly string[]): void => {
  for (const word of words) expect(text).toContain(word);
};

test("mail, price, ACCETTO, work up to the cap, stop, ACCETTO again, two contacts and one charge, close, and the month's statement", async () => {
  await desk.mail(LAURA, SUBJECT, "Buongiorno, da ieri il preventivo paziente non si stampa più.\nLaura Moretti");
  const number = await desk.ticketOf(SUBJECT);
  const first = await desk.lastMail(LAURA);
  has(first.text, "45,00", "IVA", "9,90", "54,90", "20 minuti", "Precisazioni sugli interventi", "ACCETTO");
  expect(first.text.toLowerCase()).not.toContain("vi garantiamo"); // D11: no solution is promised
  // Somebody else cannot agree for her, and work does not begin meanwhile.
  await desk.mail("eve@elsewhere.example", `Re: ${first.subject}`, "ACCETTO", { answers: first.id });
  expect((await desk.call(chiara, "PUT", `/tickets/${number}/clock`, { kind: "connection" })).status).toBe(403);
  await desk.mail(LAURA, `Re: ${first.subject}`, "ACCETTO\n\nLaura Moretti", { answers: first.id });
  has((await desk.lastMail(LAURA)).text, "ha accettato", "54,90", "versione 1");

  // Two contacts; the second one reaches the cap, and nobody looked.
  await desk.call(chiara, "PUT", `/tickets/${number}/clock`, { kind: "connection" });
  await minutes(8);
  await desk.call(chiara, "DELETE", `/tickets/${number}/clock`);
  await minutes(30);
  await desk.call(chiara, "PUT", `/tickets/${number}/clock`, { kind: "connection" });
  await minutes(25);
  expect((await ticket(number)).clock).toMatchObject({ worked: { connection: 20 * MINUTE }, stopsAt: null });
  await desk.call(chiara, "POST", `/tickets/${number}/clock/more`, {});
  const more = await desk.lastMail(LAURA);
  has(more.text, "35,00", "7,70", "42,70", "ACCETTO");
  expect((await desk.call(chiara, "PUT", `/tickets/${number}/clock`, { kind: "connection" })).status).toBe(403);
  await desk.mail(LAURA, `Re: ${more.subject}`, "Sì, accetto", { answers: more.id });
  await desk.call(chiara, "PUT", `/tickets/${number}/clock`, { kind: "connection" });
  await minutes(12);
  await desk.call(chiara, "DELETE", `/tickets/${number}/clock`);
  // A second answer to the same offer is kept, and agrees to nothing more.
  await desk.mail(LAURA, `Re: ${more.subject}`, "ACCETTO", { answers: more.id });
  expect((await ticket(number)).offers.filter((o) => o.state === "accepted").map((o) => o.key)).toEqual(["quote", "overrun"]);

  await desk.call(chiara, "PUT", `/tickets/${number}/closure`, { outcome: "solved", text: "Il modello del preventivo è di nuovo al suo posto." });
  const asks = await desk.lastMail(LAURA);
  has(asks.text, "80,00", "17,60", "97,60", "Il modello del preventivo", "SÌ, CHIUDETE");
  await desk.mail(LAURA, `Re: ${asks.subject}`, "Sì, chiudete\n\nLaura Moretti", { answers: asks.id });
  has((await desk.lastMail(LAURA)).text, "80,00", "17,60", "97,60");
  // On the closed case nothing is agreed to, worked or quoted any more.
  const closed = await ticket(number);
  const late = await Promise.all([
    desk.call<{ detail: string }>(chiara, "PUT", `/tickets/${number}/clock`, { kind: "connection" }),
    desk.call<{ detail: string }>(chiara, "POST", `/tickets/${number}/clock/more`, {}),
    desk.call<{ detail: string }>(chiara, "POST", `/tickets/${number}/offers`, { net: 100, words: "late" }),
  ]);
  expect(late.map((each) => [each.status, /closed/.test(each.body.detail)])).toEqual([
    [409, true],
    [409, true],
    [409, true],
  ]);
  expect(closed.charges.map((c) => c.quote.gross.cents)).toEqual([5490, 4270]);

  const month = new Date(desk.house.now()).toISOString().slice(0, 7);
  await minutes((40 * DAY) / MINUTE);
  chiara = await desk.cookieOf("staff", "chiara.donati@dms.example");
  const [giulia, laura, paola] = (await Promise.all([
    desk.cookieOf("staff", "giulia.ferrante@dms.example"),
    desk.cookieOf("person", LAURA),
    desk.cookieOf("person", "paola@igiene-fontana.example"),
  ])) as [string, string, string];
  const made = await desk.call<{ items: { number: number; customer: string }[] }>(giulia, "POST", "/statements", { month });
  const own = made.body.items.find((s) => s.customer === "Studio Dentistico Moretti")!;
  const pdf = async (as: string): Promise<{ status: number; bytes: Buffer }> => {
    const response = await fetch(`${desk.base}/api/dms/statements/${own.number}/pdf`, { headers: { cookie: as } });
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  const [hers, again, strangers] = await Promise.all([pdf(laura), pdf(giulia), pdf(paola)]);
  expect([hers.status, strangers.status, hers.bytes.equals(again.bytes)]).toEqual([200, 404, true]);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(hers.bytes)), { mergePages: true });
  has(text.replaceAll(/\s+/g, " "), `Rendiconto ${own.number}`, "Studio Dentistico Moretti", SUBJECT, "97,60");
  const page = await (await fetch(`${desk.base}/dms/statements`, { headers: { cookie: laura } })).text();
  has(page, "Rendiconti", `/api/dms/statements/${own.number}/pdf`, "97,60");
  expect(await (await fetch(`${desk.base}/dms/statements`, { headers: { cookie: paola } })).text()).not.toContain(`statements/${own.number}/`);
  expect(desk.faults).toEqual([]);
}, 120_000);
