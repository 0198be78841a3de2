// For any sequence of consent, work, closing, opening again, credit and correction the statements equal the policy's prices to the cent. SPEC 17.1 to 17.9
import fc from "fast-check";
import { expect, test } from "vitest";
import type { TicketView } from "../../src/desk/views/ticket.ts";
import { ringTimers } from "../../src/doors/worker/ring-timers.ts";
import { owed, taxed } from "../../src/policy/index.ts";
import { KAREN, LAURA, paidDesk } from "./paid-desk.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const RUNS = Number(process.env["TROTH_RUNS"] ?? 6);

/** What the text of the policy says, for three customers: the price and its minutes, the price of a started half hour beyond. */
const PRICES = {
  laura: { email: LAURA, price: 45_00, minutes: 20, block: 35_00 }, // a current contract
  karen: { email: KAREN, price: 45_00, minutes: 20, block: 35_00 },
  stefano: { email: "stefano@ambulatorio-rinaldi.example", price: 160_00, minutes: 30, block: 35_00 }, // an earlier release, with a contract
  elena: { email: "elena@bianchi-serra.example", price: 160_00, minutes: 30, block: 160_00 }, // and without one
} as const;
type Who = keyof typeof PRICES;
type Step =
  | { readonly do: "work"; readonly minutes: number }
  | { readonly do: "more"; readonly agrees: boolean }
  | { readonly do: "write" }
  | { readonly do: "close"; readonly as: "solved" | "unresolved" }
  | { readonly do: "reopen" };
interface Adjustment {
  readonly kind: "credit" | "correction";
  readonly share: number; // of what is booked, in hundredths
  readonly approved: boolean;
}
interface Plan {
  readonly who: Who;
  readonly agrees: boolean;
  readonly free: boolean; // found to be what is always helped
  readonly steps: readonly Step[];
  readonly ends: "solved" | "unresolved";
  readonly adjustments: readonly Adjustment[];
}

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("work" as const), minutes: fc.integer({ min: 1, max: 70 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("more" as const), agrees: fc.boolean() }) },
  fc.constant({ do: "write" as const }),
  fc.record({ do: fc.constant("close" as const), as: fc.constantFrom("solved" as const, "unresolved" as const) }),
  fc.constant({ do: "reopen" as const }),
);
const plan: fc.Arbitrary<Plan> = fc.record({
  who: fc.constantFrom<Who>("laura", "karen", "stefano", "elena"),
  agrees: fc.boolean().map((no) => !no),
  free: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  steps: fc.array(step, { maxLength: 6 }),
  ends: fc.constantFrom("solved" as const, "unresolved" as const),
  adjustments: fc.array(fc.record({ kind: fc.constantFrom("credit" as const, "correction" as const), share: fc.integer({ min: -130, max: 60 }).filter((n) => n !== 0), approved: fc.boolean() }), {
    maxLength: 3,
  }),
});

/** The test's own arithmetic: 22 per cent, a half cent up, the same below zero. */
const gross = (net: number): number => net + Math.sign(net) * Math.floor((Math.abs(net) * 22 + 50) / 100);

const desk = await paidDesk();
let [chiara, marco, giulia] = ["", "", ""];
let cookies = {} as Record<Who, string>;
/** Anew before each request: days pass here, and no session lasts for ever. */
const signIn = async (): Promise<void> => {
  [chiara, marco, giulia] = (await Promise.all(["chiara.donati", "marco.bellandi", "giulia.ferrante"].map((who) => desk.cookieOf("staff", `${who}@dms.example`)))) as [string, string, string];
  cookies = Object.fromEntries(await Promise.all(Object.entries(PRICES).map(async ([who, { email }]) => [who, await desk.cookieOf("person", email)] as const))) as Record<Who, string>;
};
await signIn();
const ticket = async (number: string): Promise<TicketView> => {
  const { status, body } = await desk.call<TicketView>(chiara, "GET", `/tickets/${number}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};
async function minutes(n: number): Promise<void> {
  desk.pass(n * MINUTE);
  while (await ringTimers(desk.house, (error: unknown) => void desk.faults.push(error)));
}
async function answer(number: string, who: Who, agrees: boolean): Promise<boolean> {
  const offer = (await ticket(number)).offers.find((o) => o.state === "open");
  if (!offer) return false;
  const { status } = await desk.call(cookies[who], "POST", `/tickets/${number}/offers/${offer.id}/${agrees ? "consent" : "refusal"}`, agrees ? { accepts: offer.documents.map((d) => d.id) } : {});
  return status === 200;
}
let n = 0;

/** Plays it on the real road; what its customer owes then, by the prices above, each row's net in cents. */
async function played({ who, agrees, free, steps, ends, adjustments }: Plan): Promise<number[]> {
  const { email, price, minutes: covered, block } = PRICES[who];
  await signIn();
  const subject = `How do I print an invoice ${(n += 1)}`;
  await minutes(20);
  await desk.mail(email, subject, "Come stampo una fattura?");
  const number = await desk.ticketOf(subject);
  let blocks = 0;
  let closed = false;
  const agreed = await answer(number, who, agrees).then((done) => done && agrees);
  if (free) await desk.call(chiara, "PUT", `/tickets/${number}/findings`, { facts: { topic: "installation" } });
  const rows: number[] = [];
  /** What the closing makes owed beyond what was booked before: each part once. */
  const settle = async (): Promise<void> => {
    const { connection } = (await ticket(number)).clock!.worked;
    if (!agreed || free) return;
    const parts = [price, ...Array.from({ length: blocks }, (_, i) => i).flatMap((i) => (connection > (covered + 30 * i) * MINUTE ? [block] : []))];
    for (const part of parts.slice(rows.length)) rows.push(part);
  };
  for (const each of [...steps, { do: "close", as: ends } as const]) {
    if (each.do === "work") {
      await desk.call(chiara, "PUT", `/tickets/${number}/clock`, { kind: "connection" });
      await minutes(each.minutes);
      await desk.call(chiara, "DELETE", `/tickets/${number}/clock`);
    } else if (each.do === "more") {
      await desk.call(chiara, "POST", `/tickets/${number}/clock/more`, {});
      if ((await answer(number, who, each.agrees)) && each.agrees) blocks += 1;
    } else if (each.do === "write") await desk.call(cookies[who], "POST", `/tickets/${number}/messages`, { text: "Another thing about the same." });
    else if (each.do === "reopen") await desk.call(cookies[who], "DELETE", `/tickets/${number}/closure`);
    else await desk.closeCase(chiara, cookies[who], number, each.as);
    const now = (await ticket(number)).status === "closed";
    if (now && !closed) await settle();
    closed = now;
  }
  const booked = rows.reduce((a, b) => a + b, 0);
  let left = booked;
  for (const { kind, share, approved } of adjustments) {
    const net = kind === "credit" ? -Math.abs(Math.round((booked * share) / 100)) : Math.round((booked * share) / 100);
    const made = await desk.call<TicketView>(marco, "POST", `/tickets/${number}/adjustments`, { kind, net: kind === "credit" ? -net : net, reason: "As agreed by telephone" });
    expect(made.status === 200, `${booked} ${left} ${net}`).toBe(net !== 0 && booked > 0 && left + net >= 0);
    if (made.status !== 200) continue;
    await desk.call(giulia, "PUT", `/tickets/${number}/adjustments/${made.body.charges.find((c) => c.state === "proposed")!.id}`, { approved });
    if (approved) {
      rows.push(net);
      left += net;
    }
  }
  const shown = (await ticket(number)).charges.filter((c) => c.state === "booked").map((c) => [c.quote.net.cents, c.quote.gross.cents]);
  expect(shown).toEqual(rows.map((net) => [net, gross(net)]));
  return rows;
}

test("whatever happens on the tickets of a month, each charge is the policy's, and the statements are their sum to the cent", { timeout: 600_000 }, async () => {
  const before = await desk.rows<{ gross: number }>("dms", "select coalesce(sum(gross), 0)::bigint as gross from charges where state = 'booked'");
  let expected = before[0]?.gross ?? 0;
  await fc.assert(
    fc.asyncProperty(fc.array(plan, { minLength: 1, maxLength: 4 }), async (plans) => {
      for (const each of plans) for (const net of await played(each)) expected += gross(net);
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  const month = new Date(desk.house.now()).toISOString().slice(0, 7);
  expect((await desk.call(giulia, "POST", "/statements", { month })).status).toBe(400); // it is not over
  await minutes((40 * DAY) / MINUTE);
  const { status, body } = await desk.call<{ items: { number: number; gross: string; customer: string }[] }>(giulia, "POST", "/statements", { month });
  const again = await desk.call<{ items: unknown[] }>(giulia, "POST", "/statements", { month });
  expect([status, body.items.map((s) => s.number).sort((a, b) => a - b), again.body.items]).toEqual([201, body.items.map((_, i) => i + 1), []]);
  expect(body.items.reduce((sum, s) => sum + Math.round(Number(s.gross) * 100), 0)).toBe(expected);
  let listed = 0;
  for (const { number, customer } of body.items) {
    const csv = (await desk.call<string>(giulia, "GET", `/statements/${number}/csv`)).body.trim().split("\r\n");
    expect([csv[0], csv.at(-1)]).toEqual([expect.stringContaining("net,tax,tax_rate,gross,currency"), expect.stringContaining(customer)]);
    const grossOf = (line: string): number => Math.round(Number(line.split(",").at(-2)) * 100);
    const lines = csv.slice(1, -1).reduce((sum, line) => sum + grossOf(line), 0);
    expect(lines).toBe(grossOf(csv.at(-1)!));
    listed += lines;
  }
  expect(listed).toBe(expected);
  expect((await desk.call(chiara, "GET", "/statements")).status).toBe(403);
  expect(desk.faults).toEqual([]);
});

test("the pure core: what is owed is the price and each begun block, however the time was cut into contacts, and never less for more work", () => {
  const money = fc.integer({ min: 1, max: 5_000_000 });
  const length = fc.integer({ min: 1, max: 240 });
  fc.assert(
    fc.property(
      money,
      length,
      fc.array(fc.record({ net: money, covers: length, exact: fc.boolean() }), { maxLength: 6 }),
      fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 12 }),
      (price, covers, blocks, contacts) => {
        const agreed = [
          { id: "q", key: "quote", net: price, covers: covers * MINUTE, exact: false },
          ...blocks.map((b, i) => ({ id: `b${i}`, key: "overrun", net: b.net, covers: b.covers * MINUTE, exact: b.exact })),
        ];
        const sum = (worked: number): number => owed(agreed, worked * MINUTE).reduce((all, line) => all + line.net, 0);
        const worked = contacts.reduce((a, b) => a + b, 0);
        let [expected, from] = [price, covers];
        for (const block of blocks) {
          const used = Math.min(Math.max(worked - from, 0), block.covers);
          if (used > 0) expected += block.exact ? Math.floor((2 * block.net * used + block.covers) / (2 * block.covers)) : block.net;
          from += block.covers;
        }
        expect(sum(worked)).toBe(expected);
        expect(sum(worked + 1)).toBeGreaterThanOrEqual(sum(worked));
      },
    ),
    { numRuns: 2_000 },
  );
});

test("tax is exact for every rate and sum, each rate by itself, and giving back what was charged leaves nothing over", () => {
  const rate = fc.integer({ min: 0, max: 300_000 }).map((n) => n / 10_000);
  fc.assert(
    fc.property(fc.integer({ min: -5_000_000, max: 5_000_000 }), fc.array(rate, { minLength: 1, maxLength: 3 }), (net, rates) => {
      const rules = rates.map((r, i) => ({ rate: r, country: "IT", name: { en: `T${i}` } }));
      const due = (cents: number) => taxed({ cents, currency: "EUR" }, rules, { country: "IT", kind: null });
      const {
        taxes,
        gross: { cents: pay },
      } = due(net);
      for (const [i, tax] of taxes.entries()) {
        const exact = (BigInt(Math.abs(net)) * BigInt(Math.round(rates[i]! * 10_000)) * 2n + 1_000_000n) / 2_000_000n;
        expect(tax.amount.cents === Math.sign(net) * Number(exact) || exact === 0n).toBe(true);
      }
      expect(pay).toBe(taxes.reduce((all, tax) => all + tax.amount.cents, net));
      expect(due(net).gross.cents + due(-net).gross.cents === 0).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
