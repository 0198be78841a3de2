// From the work to the statement: what is owed at the close, given back and corrected with four eyes. SPEC 17.8, 17.9
import { expect, test } from "vitest";
import type { TicketView } from "../../src/desk/views/ticket.ts";
import { ringTimers } from "../../src/doors/worker/ring-timers.ts";
import { KAREN, LAURA, paidDesk } from "./paid-desk.ts";

const MINUTE = 60_000;
const desk = await paidDesk();
const [laura, chiara, owen, marco, giulia] = (await Promise.all([
  desk.cookieOf("person", LAURA),
  ...["chiara.donati", "owen.pritchard", "marco.bellandi", "giulia.ferrante"].map((who) => desk.cookieOf("staff", `${who}@dms.example`)),
])) as [string, string, string, string, string];
const karen = await desk.cookieOf("person", KAREN);
const ticket = async (number: string, as = chiara): Promise<TicketView> => (await desk.call<TicketView>(as, "GET", `/tickets/${number}`)).body;
async function minutes(n: number): Promise<void> {
  desk.pass(n * MINUTE);
  while (await ringTimers(desk.house, (error: unknown) => void desk.faults.push(error)));
}
let n = 0;
async function asked(from: string, words: string): Promise<string> {
  const subject = `${words} ${(n += 1)}`;
  await minutes(20);
  await desk.mail(from, subject, words);
  return desk.ticketOf(subject);
}
async function agree(number: string, as: string): Promise<void> {
  const offer = (await ticket(number)).offers.findLast((o) => o.state === "open")!;
  await desk.call(as, "POST", `/tickets/${number}/offers/${offer.id}/consent`, { accepts: offer.documents.map((d) => d.id) });
}
async function worked(number: string, n: number): Promise<void> {
  await desk.call(chiara, "PUT", `/tickets/${number}/clock`, { kind: "connection" });
  await minutes(n);
  await desk.call(chiara, "DELETE", `/tickets/${number}/clock`);
}
const close = async (number: string, outcome: "solved" | "unresolved"): Promise<void> => {
  const { email } = (await ticket(number)).requester;
  await desk.closeCase(chiara, await desk.cookieOf("person", email ?? ""), number, outcome);
};
const booked = (t: TicketView): number => t.charges.filter((c) => c.state === "booked").reduce((sum, c) => sum + c.quote.gross.cents, 0);

test("what was agreed is owed at the close, once, and the mail says it; opened again for the same problem, it is not charged twice", async () => {
  const number = await asked(LAURA, "Come stampo una fattura?");
  await agree(number, laura);
  await worked(number, 25);
  await desk.call(chiara, "POST", `/tickets/${number}/clock/more`, {});
  await agree(number, laura);
  await worked(number, 5);
  await close(number, "solved");
  const it = (await desk.lastMail(LAURA)).text;
  for (const words of ["80,00", "17,60", "97,60"]) expect(it).toContain(words); // 45 and a half hour of 35, with 22 %
  await desk.call(laura, "DELETE", `/tickets/${number}/closure`);
  await worked(number, 10);
  await close(number, "solved");
  const after = await ticket(number);
  expect([booked(after), after.charges.length]).toEqual([9760, 2]);
});

test("an unresolved case is owed as the policy says; free help, a refused offer and a case that nobody agreed to are not", async () => {
  const unresolved = await asked(KAREN, "How do I print an invoice?");
  await agree(unresolved, karen);
  await close(unresolved, "unresolved");
  const en = (await desk.lastMail(KAREN)).text;
  for (const words of ["The price is for the effort", "54.90"]) expect(en).toContain(words);
  const refused = await asked(KAREN, "How do I find the recalls?");
  await desk.call(karen, "POST", `/tickets/${refused}/offers/${(await ticket(refused)).offers[0]!.id}/refusal`, {});
  await close(refused, "unresolved");
  expect((await desk.lastMail(KAREN)).text).not.toContain("The price is for the effort");
  const found = await asked(KAREN, "How do I find a treatment plan?");
  await agree(found, karen);
  await desk.call(chiara, "PUT", `/tickets/${found}/findings`, { facts: { topic: "installation" } });
  await close(found, "solved");
  expect([booked(await ticket(unresolved)), booked(await ticket(refused)), booked(await ticket(found))]).toEqual([5490, 0, 0]);
});

test("a credit takes two people, never gives back more than was charged, and the customer sees it only once it is booked", async () => {
  const number = await asked(KAREN, "How do I set up the appointment book?");
  expect((await desk.call(chiara, "POST", `/tickets/${number}/adjustments`, { kind: "credit", net: 100, reason: "x" })).status).toBe(403);
  await agree(number, karen);
  await close(number, "solved");
  expect((await desk.call(marco, "POST", `/tickets/${number}/adjustments`, { kind: "credit", net: 4501, reason: "Too much" })).status).toBe(400);
  const proposed = (await desk.call<TicketView>(marco, "POST", `/tickets/${number}/adjustments`, { kind: "credit", net: 1051, reason: "We were late" })).body.charges.at(-1)!;
  expect([proposed.state, proposed.quote.gross.cents, (await ticket(number, karen)).charges.length]).toEqual(["proposed", -1282, 1]);
  const path = `/tickets/${number}/adjustments/${proposed.id}`;
  expect([
    (await desk.call(marco, "PUT", path, { approved: true })).status,
    (await desk.call(owen, "PUT", path, { approved: true })).status,
    (await desk.call(giulia, "PUT", path, { approved: true })).status,
    (await desk.call(giulia, "PUT", path, { approved: true })).status,
  ]).toEqual([403, 403, 200, 409]);
  expect([booked(await ticket(number)), (await ticket(number, karen)).charges.length]).toEqual([5490 - 1282, 2]);
});

test("nothing went wrong behind the answers", () => {
  expect(desk.faults).toEqual([]);
});
