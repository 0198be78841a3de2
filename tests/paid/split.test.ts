// One intervention, one problem: a request with several is split, each priced by itself, and the customer told before anything is charged; all of it by mail. D10
import { expect, test } from "vitest";
import type { TicketView } from "../../src/desk/views/ticket.ts";
import { KAREN, LAURA, paidDesk } from "./paid-desk.ts";

const desk = await paidDesk();
const agent = await desk.cookieOf("staff", "chiara.donati@dms.example");
const ticket = async (number: string): Promise<TicketView> => (await desk.call<TicketView>(agent, "GET", `/tickets/${number}`)).body;
const PRINT = "Come stampo il preventivo paziente due volte?";
const INSTALL = "Non riesco a installare il programma sul computer nuovo.";
const WINDOWS = "Windows non parte più sul server.";
let n = 0;
async function split(from: string, passages: readonly (readonly [subject: string, topic: string, text: string])[], whole: string) {
  const subject = `Vari problemi ${(n += 1)}`;
  await desk.mail(from, subject, whole);
  desk.pass(20 * 60_000);
  const number = await desk.ticketOf(subject);
  const message = (await ticket(number)).messages[0]!.id;
  const body = { stays: { facts: { topic: "usage" } }, parts: passages.map(([called, topic, text]) => ({ subject: called, topic, pieces: [{ message, text }] })) };
  const preview = await desk.call<{ mails: { text: string }[] }>(agent, "POST", `/tickets/${number}/split/preview`, body);
  const done = await desk.call<TicketView>(agent, "POST", `/tickets/${number}/split`, body);
  desk.pass(60_000);
  return { number, parts: done.body.parts.map((p) => p.number), mail: await desk.lastMail(from), preview: preview.body.mails[0]!.text };
}

test("one mail says what became of the request: which numbers, what each costs to the cent, what is free and what we do not do, with the clause that says so", async () => {
  const { number, parts, mail, preview } = await split(
    LAURA,
    [
      ["Installazione", "installation", INSTALL],
      ["Windows", "operating-system", WINDOWS],
    ],
    `${PRINT}\n\n${INSTALL}\n\n${WINDOWS}`,
  );
  for (const words of [
    `La Sua richiesta ${number} contiene 3 problemi diversi`,
    "ognuno diventa un intervento distinto, con un proprio costo",
    `${parts[0]}: Installazione`,
    "non costa nulla",
    `${parts[1]}: Windows`,
    "Non interveniamo su altri programmi",
    "45,00",
    "9,90",
    "54,90",
    "nulla viene addebitato prima del Suo consenso",
    "Un intervento sulla base dati non garantisce",
  ])
    expect(mail.text).toContain(words);
  expect(mail.text.match(/54,90/g)).toHaveLength(1); // only the one that costs
  const [costs, clause, sum] = ["Quanto costa", "Con il contratto in regola", "54,90"].map((words) => mail.text.indexOf(words)) as [number, number, number];
  expect(costs < clause && clause < sum).toBe(true); // where a reader looks for it
  const bare = (text: string): string => text.replaceAll(/DM-\??\d+|\+dm-[^@]+|-{3,}/g, "");
  expect(bare(preview)).toBe(bare(mail.text));
  expect((await ticket(parts[1]!)).refused).toBe(true);
  expect((await ticket(parts[0]!)).offers).toEqual([]);
  expect((await desk.rows("dms", "select 1 from charges")).length).toBe(0);
});

test("an answer lands on the part whose address or number it names, and agrees to that price alone; otherwise it lands on the request", async () => {
  const { number, parts, mail } = await split(KAREN, [["Second copy", "usage", "And how do I print two copies?"]], "How do I find the recalls?\n\nAnd how do I print two copies?");
  const part = parts[0]!;
  expect((await ticket(part)).offers.map((o) => [o.state, o.quote.gross.cents])).toEqual([["open", 5490]]);
  expect(mail.text.match(/54\.90/g)).toHaveLength(2);
  await desk.mail(KAREN, `Re: ${mail.subject} (${part})`, "I accept", { answers: mail.id });
  expect((await ticket(part)).offers.map((o) => o.state)).toEqual(["accepted"]);
  expect((await ticket(number)).offers.at(-1)?.state).toBe("open");
  await desk.mail(KAREN, `Re: ${mail.subject}`, "The recalls are of last year.", { answers: mail.id });
  expect((await ticket(number)).messages.at(-1)?.text).toBe("The recalls are of last year.");
  const undo = await desk.call<{ detail: string }>(agent, "DELETE", `/tickets/${number}/split`);
  expect([undo.status, undo.body.detail]).toEqual([409, expect.stringContaining(`A price was agreed to on ${part}, and it is still open. Close it first`)]);
  // Closed it is charged for; given back in full, the split can be undone.
  await desk.call(agent, "PUT", `/tickets/${part}/clock`, { kind: "connection" });
  desk.pass(60_000);
  await desk.call(agent, "DELETE", `/tickets/${part}/clock`);
  await desk.closeCase(agent, await desk.cookieOf("person", KAREN), part);
  expect((await ticket(part)).charges.map((c) => c.quote.gross.cents)).toEqual([5490]);
  const charged = await desk.call<{ detail: string; faults: { at: string }[] }>(agent, "DELETE", `/tickets/${number}/split`);
  expect([charged.status, charged.body.detail, charged.body.faults[0]?.at]).toEqual([409, expect.stringContaining("Give all of it back first"), `parts.${part}.charged`]);
  const [lead, second] = await Promise.all([desk.cookieOf("staff", "marco.bellandi@dms.example"), desk.cookieOf("staff", "giulia.ferrante@dms.example")]);
  await desk.call(lead, "POST", `/tickets/${part}/adjustments`, { kind: "credit", net: 4500, reason: "Both are one problem" });
  expect((await desk.call(agent, "DELETE", `/tickets/${number}/split`)).status).toBe(409); // it is only proposed
  const proposed = (await ticket(part)).charges.find((c) => c.state === "proposed")!;
  await desk.call(second, "PUT", `/tickets/${part}/adjustments/${proposed.id}`, { approved: true });
  expect((await desk.call(agent, "DELETE", `/tickets/${number}/split`)).status).toBe(200);
  expect((await ticket(number)).messages.map((m) => m.text)).toEqual(expect.arrayContaining([expect.stringContaining("How do I find the recalls?"), "The recalls are of last year."]));
  expect(desk.faults).toEqual([]);
});
