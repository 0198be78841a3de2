// From the work to the statement: what is owed at the close, given back and corrected with four eyes, listed without gaps and to the cent. SPEC 17.8, 17.9
import { expect, test } from "vitest";
import type { TicketView } from "../../src/desk/views/ticket.ts";
import { ringTimers } from "../../src/doors/worker/ring-timers.ts";
import { KAREN, LAURA, paidDesk } from "./paid-desk.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
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
const close = (number: string, outcome: "solved" | "unresolved") => desk.call<TicketView>(chiara, "PUT", `/tickets/${number}/closure`, { outcome });
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

test("for any sequence of consent, work, credit and correction the statements equal the prices of the policy to the cent, and their numbers have no gap", async () => {
  let seed = 20_260_302;
  const dice = (sides: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) % sides;
  const vat = (net: number): number => Math.sign(net) * Math.floor((Math.abs(net) * 22 + 50) / 100); // the test's own arithmetic
  const before = await desk.rows<{ gross: number }>("dms", "select coalesce(sum(gross), 0)::bigint as gross from charges where state = 'booked'");
  let expected = before[0]?.gross ?? 0;
  for (let round = 0; round < 12; round += 1) {
    const [from, as] = dice(2) ? ([KAREN, karen] as const) : ([LAURA, laura] as const);
    const number = await asked(from, "How do I print an invoice again?");
    const agreed = dice(5) > 0;
    let [done, blocks, nets] = [0, 0, [] as number[]];
    if (agreed) {
      await agree(number, as);
      for (let contact = dice(4); contact > 0; contact -= 1) {
        const left = 20 + 30 * blocks - done;
        const wanted = 1 + dice(40);
        if (left > 0) await worked(number, wanted);
        done = Math.min(done + wanted, 20 + 30 * blocks);
        if (done >= 20 + 30 * blocks && dice(2)) {
          await desk.call(chiara, "POST", `/tickets/${number}/clock/more`, {});
          await agree(number, as);
          blocks += 1;
        }
      }
    }
    await close(number, dice(2) ? "solved" : "unresolved");
    const clock = (await ticket(number)).clock!;
    if (agreed)
      nets = [
        4500,
        ...Array.from({ length: blocks }, (_, i) => i)
          .filter((i) => clock.worked.connection > (20 + 30 * i) * MINUTE)
          .map(() => 3500),
      ];
    if (agreed && dice(2)) {
      const net = dice(2) ? -(1 + dice(nets.reduce((a, b) => a + b, 0))) : 1 + dice(999);
      const charge = (await desk.call<TicketView>(marco, "POST", `/tickets/${number}/adjustments`, { kind: "correction", net, reason: "Corrected" })).body.charges.at(-1)!;
      const approved = dice(3) > 0;
      await desk.call(giulia, "PUT", `/tickets/${number}/adjustments/${charge.id}`, { approved });
      if (approved) nets.push(net);
    }
    expected += nets.reduce((sum, net) => sum + net + vat(net), 0);
  }
  expect((await desk.call(giulia, "POST", "/statements", { month: new Date(desk.house.now()).toISOString().slice(0, 7) })).status).toBe(400);
  const month = new Date(desk.house.now()).toISOString().slice(0, 7);
  await minutes((40 * DAY) / MINUTE);
  const { status, body } = await desk.call<{ items: { number: number; gross: string; customer: string }[] }>(giulia, "POST", "/statements", { month });
  const again = await desk.call<{ items: unknown[] }>(giulia, "POST", "/statements", { month });
  expect([status, body.items.map((s) => s.number).sort(), again.body.items]).toEqual([201, body.items.map((_, i) => i + 1), []]);
  expect(body.items.reduce((sum, s) => sum + Math.round(Number(s.gross) * 100), 0)).toBe(expected);
  let listed = 0;
  for (const { number, customer } of body.items) {
    const csv = (await desk.call<string>(giulia, "GET", `/statements/${number}/csv`)).body.trim().split("\r\n");
    expect(csv[0]).toContain("net,tax,tax_rate,gross,currency");
    expect(csv.at(-1)).toContain(customer);
    const gross = (line: string): number => Math.round(Number(line.split(",").at(-2)) * 100);
    const lines = csv.slice(1, -1).reduce((sum, line) => sum + gross(line), 0);
    expect(lines).toBe(gross(csv.at(-1)!));
    listed += lines;
  }
  expect(listed).toBe(expected);
  expect((await desk.call(chiara, "GET", "/statements")).status).toBe(403);
  expect(desk.faults).toEqual([]);
}, 120_000);
