// The clock of paid work: it starts once the customer has agreed, stops where the agreed time ends, and goes on only after they agreed again. SPEC 17.6, 17.7
import { expect, test } from "vitest";
import type { TicketView } from "../../src/desk/views/ticket.ts";
import { ringTimers } from "../../src/doors/worker/ring-timers.ts";
import { agreedTime, owed } from "../../src/policy/index.ts";
import { KAREN, paidDesk } from "./paid-desk.ts";

const MINUTE = 60_000;
const desk = await paidDesk();
const karen = await desk.cookieOf("person", KAREN);
const chiara = await desk.cookieOf("staff", "chiara.donati@dms.example");
const owen = await desk.cookieOf("staff", "owen.pritchard@dms.example");
const ticket = async (number: string): Promise<TicketView> => (await desk.call<TicketView>(chiara, "GET", `/tickets/${number}`)).body;
const problem = async (as: string, method: string, path: string, body?: unknown): Promise<unknown> => {
  const { status, body: answer } = await desk.call<{ detail?: string }>(as, method, path, body);
  return [status, answer.detail];
};
/** Time passes, and the worker rings what has come due. */
async function minutes(n: number): Promise<void> {
  desk.pass(n * MINUTE);
  while (await ringTimers(desk.house, (error: unknown) => void desk.faults.push(error)));
}
let n = 0;
async function asked(words: string): Promise<string> {
  const subject = `${words} ${(n += 1)}`;
  await minutes(20);
  await desk.mail(KAREN, subject, words);
  return desk.ticketOf(subject);
}
const agree = async (number: string): Promise<void> => {
  const offer = (await ticket(number)).offers.findLast((o) => o.state === "open")!;
  expect((await desk.call(karen, "POST", `/tickets/${number}/offers/${offer.id}/consent`, { accepts: offer.documents.map((d) => d.id) })).status).toBe(200);
};

test("no work before consent; one clock on a ticket and one for each person; two contacts count as one intervention", async () => {
  const other = await asked("How do I find an appointment?");
  await agree(other);
  const number = await asked("How do I print an invoice?");
  const clock = `/tickets/${number}/clock`;
  expect((await ticket(number)).clock).toMatchObject({ agreed: false, cap: null });
  expect(await problem(chiara, "PUT", clock, { kind: "connection" })).toEqual([403, "The customer has not agreed to the price yet."]);
  await agree(number);
  expect((await desk.call(chiara, "PUT", clock, { kind: "connection" })).status).toBe(200);
  expect(await problem(owen, "PUT", clock, { kind: "connection" })).toEqual([409, "Chiara Donati has the clock of this ticket running."]);
  expect(await problem(chiara, "PUT", `/tickets/${other}/clock`, { kind: "phone" })).toEqual([409, `Your clock runs on ${number}; stop it there first.`]);
  await minutes(8);
  await desk.call(chiara, "DELETE", clock);
  expect(await problem(chiara, "DELETE", clock)).toEqual([409, "No clock runs on this ticket."]);
  await desk.call(owen, "PUT", clock, { kind: "connection" });
  await minutes(7);
  expect((await desk.call<TicketView>(owen, "DELETE", clock)).body.clock).toMatchObject({ cap: 20 * MINUTE, stretches: [{ staff: { name: "Chiara Donati" } }, { staff: { name: "Owen Pritchard" } }] });
  const { clock: after, offers } = await ticket(number);
  expect(Math.round((after?.worked.connection ?? 0) / MINUTE)).toBe(15);
  expect(offers).toHaveLength(1);
});

test("the clock stops by itself at the cap, and goes on only once the customer has agreed to the next block by mail", async () => {
  const number = await asked("How do I find a patient record?");
  const clock = `/tickets/${number}/clock`;
  await agree(number);
  await desk.call(chiara, "PUT", clock, { kind: "connection" });
  await minutes(45); // nobody looked
  const stopped = await ticket(number);
  expect(stopped.clock).toMatchObject({ worked: { connection: 20 * MINUTE }, stopsAt: null, stretches: [{ endedBy: "cap" }] });
  expect(await problem(chiara, "PUT", clock, { kind: "connection" })).toEqual([403, "The time that the customer agreed to is used up; ask them to go on."]);
  expect((await desk.call(chiara, "POST", `${clock}/more`, {})).status).toBe(200);
  expect(await problem(chiara, "POST", `${clock}/more`, {})).toEqual([409, "The customer has been asked already."]);
  const mail = await desk.lastMail(KAREN);
  for (const words of ["the work has stopped", "35.00", "7.70", "42.70", "I ACCEPT"]) expect(mail.text).toContain(words);
  expect(mail.text).not.toContain("What to know about interventions"); // accepted before
  await desk.mail(KAREN, `Re: ${mail.subject}`, "I accept", { answers: mail.id });
  expect((await ticket(number)).clock?.cap).toBe(50 * MINUTE);
  await desk.call(chiara, "PUT", clock, { kind: "connection" });
  await minutes(3);
  await desk.call(chiara, "POST", `${clock}/more`, {}); // asked while the clock runs
  await agree(number);
  await minutes(40);
  await desk.call(chiara, "DELETE", clock);
  const done = (await ticket(number)).clock!;
  expect([done.cap, Math.round(done.worked.connection / MINUTE)]).toEqual([80 * MINUTE, 63]);
});

test("free help has no cap and needs no consent; telephone time is counted and not capped; closing stops the clock", async () => {
  const number = await asked("My activation code is refused");
  await desk.call(chiara, "PUT", `/tickets/${number}/findings`, { facts: { topic: "activation" } });
  await desk.call(chiara, "PUT", `/tickets/${number}/clock`, { kind: "phone" });
  await minutes(90);
  expect((await ticket(number)).clock).toMatchObject({ agreed: true, cap: null, stopsAt: null });
  await desk.call(chiara, "PUT", `/tickets/${number}/closure`, { outcome: "unresolved" });
  const { clock, status } = await ticket(number);
  expect([status, clock?.stretches[0]?.endedBy, Math.round((clock?.worked.phone ?? 0) / MINUTE)]).toEqual(["closed", "closed", 90]);
  expect(desk.faults).toEqual([]);
});

test("what is owed: the price in full, and each block that was begun, whole or to the minute as the policy says", () => {
  const price = { id: "a", key: "quote", net: 4500, covers: 20 * MINUTE, exact: false };
  const block = (id: string, exact = false) => ({ id, key: "overrun", net: 3500, covers: 30 * MINUTE, exact });
  const sums = (minutesWorked: number, exact = false) => owed([price, block("b", exact), block("c", exact)], minutesWorked * MINUTE).map((o) => o.net);
  expect([sums(0), sums(20), sums(21), sums(50), sums(51), sums(999)]).toEqual([[4500], [4500], [4500, 3500], [4500, 3500], [4500, 3500, 3500], [4500, 3500, 3500]]);
  expect([sums(21, true), sums(51, true)]).toEqual([
    [4500, 117],
    [4500, 3500, 117],
  ]);
  expect([agreedTime([price, block("b")]), agreedTime([]), agreedTime([{ ...price, covers: null }])]).toEqual([50 * MINUTE, null, null]);
});
