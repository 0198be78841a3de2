// Included hours and prepaid packs: used first, shown before consent, worked out from what happened, never below nothing. SPEC 17.10, 17.11
import fc from "fast-check";
import { expect, test } from "vitest";
import { openDesk } from "../../src/desk/acts/versions/open-desk.ts";
import { keepMember, keepOrganisation } from "../../src/desk/organisations/writes.ts";
import { startSession, sessionCookie } from "../../src/desk/sessions/sessions.ts";
import { keepStaff } from "../../src/desk/staff/writes.ts";
import type { TicketView } from "../../src/desk/views/ticket.ts";
import { ringTimers } from "../../src/doors/worker/ring-timers.ts";
import { balanceOf, drawFrom, type Drawn, drawnFor, type Grant, includedGrant, leftOf } from "../../src/policy/index.ts";
import { check } from "../../src/policy/check/check.ts";
import { HOURS_POLICY } from "./hours-policy.ts";
import { paidDesk } from "./paid-desk.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const desk = await paidDesk();
const { house } = desk;
const nextMonth = new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() + 1, 5, 9)).getTime();
desk.pass(nextMonth - house.now()); // so that no month ends within a test
await openDesk(house.database, "hours", HOURS_POLICY, "test");
const ids = await house.database.asOwner(async (tx) => {
  const staff = await keepStaff(tx, "hours", { name: "Ana", email: "ana@hours.example", role: "admin", language: "en", trained: [], present: true, demo: false }, "x", house.now());
  const practice = await keepOrganisation(tx, "hours", { name: "Premium Practice", language: "en", attributes: { plan: "premium" } }, house.now(), "test");
  const plain = await keepOrganisation(tx, "hours", { name: "Plain Practice", language: "en", attributes: { plan: "plain" } }, house.now(), "test");
  const pat = await keepMember(tx, "hours", practice, { name: "Pat Premium", email: "pat@premium.example", sees: "office" }, house.now());
  const max = await keepMember(tx, "hours", plain, { name: "Max Plain", email: "max@plain.example", sees: "office" }, house.now());
  return { staff, practice, plain, pat, max };
});
const cookie = async (who: "staff" | "person", id: string): Promise<string> => {
  const { token } = await house.database.asDesk("hours", (tx) => startSession(tx, "hours", who, id, house.now()));
  return `${sessionCookie(who, "hours")}=${token}`;
};
async function call<T = Record<string, never>>(as: string, method: string, path: string, body?: unknown): Promise<{ status: number; body: T }> {
  const response = await fetch(`${desk.base}/api/hours${path}`, {
    method,
    headers: { cookie: as, "x-troth": "1", ...(body !== undefined && { "content-type": "application/json" }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(60_000),
  });
  return { status: response.status, body: JSON.parse((await response.text()) || "null") as T };
}
interface Account {
  readonly items: readonly {
    readonly id: string;
    readonly left: number;
    readonly of: number;
    readonly packs: readonly { readonly id: string; readonly left: number; readonly reference: string }[];
    readonly plan: object | null;
  }[];
}
let [ana, pat, max] = await Promise.all([cookie("staff", ids.staff), cookie("person", ids.pat), cookie("person", ids.max)]);
const account = async (organisation: string) => (await call<Account>(ana, "GET", `/organisations/${organisation}/allowances`)).body.items[0]!;
const ticket = async (number: string): Promise<TicketView> => (await call<TicketView>(ana, "GET", `/tickets/${number}`)).body;
async function minutes(n: number): Promise<void> {
  desk.pass(n * MINUTE);
  while (await ringTimers(house, (error: unknown) => void desk.faults.push(error)));
}
const asked = async (as: string): Promise<string> => (await call<TicketView>(as, "POST", "/tickets", { subject: "It does not print", text: "Nothing comes out of the printer." })).body.number;
async function agree(number: string, as: string): Promise<void> {
  const offer = (await ticket(number)).offers.findLast((o) => o.state === "open")!;
  expect((await call(as, "POST", `/tickets/${number}/offers/${offer.id}/consent`, { accepts: [] })).status).toBe(200);
}
async function worked(number: string, n: number): Promise<void> {
  expect((await call(ana, "PUT", `/tickets/${number}/clock`, { kind: "connection" })).status).toBe(200);
  await minutes(n);
  await call(ana, "DELETE", `/tickets/${number}/clock`);
}
const close = (number: string) => call(ana, "PUT", `/tickets/${number}/closure`, { outcome: "solved" });
const text = async (to: string): Promise<string> => (await desk.lastMail(to)).text;

test("the policy with allowances is proved; one that draws from what nobody names is not", () => {
  expect(check(HOURS_POLICY).findings.filter((f) => f.severity === "error")).toEqual([]);
  const wrong = check(HOURS_POLICY.replace("draws: remote-hours", "draws: remote-hour")).findings;
  expect(wrong.find((f) => f.code === "E-UNDEFINED")).toMatchObject({ message: expect.stringContaining('draws from "remote-hour"') as string, mend: "Did you mean remote-hours?" });
});

test("what remains is said before consent; a started half hour is taken whole; two open requests never count on the same hour", async () => {
  const before = await call<{ free: boolean; quote: object | null }>(pat, "POST", "/previews", { subject: "It does not print", text: "Nothing comes out of the printer." });
  expect(before.body).toMatchObject({ free: true, quote: null }); // said before it is sent
  const first = await asked(pat);
  const offer = (await ticket(first)).offers[0]!;
  expect(offer).toMatchObject({ state: "open", quote: { gross: { cents: 0 } }, allowance: { id: "remote-hours", left: 2 * HOUR, of: 2 * HOUR }, covers: 2 * HOUR });
  expect(await text("pat@premium.example")).toContain("Nothing to pay: it is taken from your allowance. Left to you: 2 hours of 2 hours.");
  expect((await call(ana, "PUT", `/tickets/${first}/clock`, { kind: "connection" })).status).toBe(403); // not before they agree
  await agree(first, pat);
  const second = await asked(pat);
  expect((await ticket(second)).offers[0]).toMatchObject({ allowance: null, quote: { gross: { cents: 5490 } } }); // all is spoken for
  await worked(first, 40);
  await close(first);
  expect(await text("pat@premium.example")).toContain("Taken from your allowance: 1 hour. Left to you: 1 hour of 2 hours.");
  expect([(await ticket(first)).charges, (await account(ids.practice)).left]).toEqual([[], HOUR]);
  await call(pat, "DELETE", `/tickets/${first}/closure`);
  await worked(first, 10); // 50 minutes in all: within the hour that was taken
  await close(first);
  expect((await account(ids.practice)).left).toBe(HOUR);
});

test("where the hours end the clock stops, and what goes on has its price", async () => {
  const number = await asked(pat);
  expect((await ticket(number)).offers[0]).toMatchObject({ allowance: { left: HOUR, of: 2 * HOUR }, covers: HOUR });
  await agree(number, pat);
  await worked(number, 90);
  const stopped = await ticket(number);
  expect(stopped.clock).toMatchObject({ worked: { connection: HOUR }, stretches: [{ endedBy: "cap" }] });
  expect((await call(ana, "POST", `/tickets/${number}/clock/more`, {})).status).toBe(200);
  await agree(number, pat);
  await worked(number, 5);
  await close(number);
  expect([(await ticket(number)).charges.map((c) => c.quote.gross.cents), (await account(ids.practice)).left]).toEqual([[4270], 0]);
});

test("a pack is sold to whom the plan includes nothing, used after what is included, ends, and can be taken back; nonsense is refused with the reason", async () => {
  const packs = `/organisations/${ids.plain}/packs`;
  const refused = async (body: object): Promise<unknown> => {
    const { status, body: said } = await call<{ faults?: { at: string; message: string }[] }>(ana, "POST", packs, body);
    return [status, said.faults?.[0]?.at];
  };
  const today = new Date(house.now()).toISOString().slice(0, 10);
  expect(await refused({ allowance: "remote-hour", minutes: 60 })).toEqual([400, "allowance"]);
  expect(await refused({ allowance: "remote-hours", requests: 3 })).toEqual([400, "minutes"]);
  expect(await refused({ allowance: "remote-hours", minutes: 60, starts: today, ends: "2020-01-01" })).toEqual([400, "ends"]);
  expect(await refused({ allowance: "remote-hours", minutes: 60, ends: "2027-02-31" })).toEqual([400, "ends"]);
  expect((await call(max, "POST", packs, { allowance: "remote-hours", minutes: 60 })).status).toBe(403);
  const until = new Date(house.now() + 10 * DAY).toISOString().slice(0, 10);
  const sold = await call<Account>(ana, "POST", packs, { allowance: "remote-hours", minutes: 300, ends: until, reference: "Order 17" });
  expect([sold.status, sold.body.items[0]]).toMatchObject([201, { left: 5 * HOUR, of: 5 * HOUR, packs: [{ reference: "Order 17" }] }]);
  const number = await asked(max);
  await agree(number, max);
  await worked(number, 130);
  await close(number);
  expect(await text("max@plain.example")).toContain("Taken from your allowance: 2 hours 30 minutes. Left to you: 2 hours 30 minutes of 5 hours.");
  await minutes((12 * DAY) / MINUTE);
  [ana, pat, max] = await Promise.all([cookie("staff", ids.staff), cookie("person", ids.pat), cookie("person", ids.max)]);
  expect((await account(ids.plain)).left).toBe(0); // it has ended
  expect((await ticket(await asked(max))).offers[0]?.quote.gross.cents).toBe(5490);
  // Bought on top of the plan: what ends first, the month, goes first.
  await call(ana, "POST", `/organisations/${ids.practice}/packs`, { allowance: "remote-hours", minutes: 60 });
  await minutes((20 * DAY) / MINUTE); // another month
  [ana, pat, max] = await Promise.all([cookie("staff", ids.staff), cookie("person", ids.pat), cookie("person", ids.max)]);
  expect(await account(ids.practice)).toMatchObject({ left: 3 * HOUR, of: 3 * HOUR, packs: [{ left: HOUR }] });
  const mixed = await asked(pat);
  await agree(mixed, pat);
  await worked(mixed, 140);
  await close(mixed);
  const after = await account(ids.practice);
  expect([after.left, after.packs[0]?.left]).toEqual([HOUR / 2, HOUR / 2]);
  const gone = await call<Account>(ana, "PATCH", `/organisations/${ids.practice}/packs/${after.packs[0]!.id}`, { withdrawn: true, reason: "Sold twice" });
  expect([gone.status, gone.body.items[0]?.left]).toEqual([200, 0]);
  const back = await call<Account>(ana, "PATCH", `/organisations/${ids.practice}/packs/${after.packs[0]!.id}`, { withdrawn: false, reason: "It was right after all" });
  expect(back.body.items[0]?.left).toBe(HOUR / 2);
  expect(desk.faults).toEqual([]);
});

test("a pack is corrected with a reason that is kept beside what stood before, and never to less than was drawn; each draw names its request", async () => {
  const packs = `/organisations/${ids.plain}/packs`;
  const sold = await call<Account>(ana, "POST", packs, { allowance: "remote-hours", minutes: 300, reference: "Order 18" });
  const pack = sold.body.items[0]!.packs.find((p) => p.reference === "Order 18")!;
  const number = await asked(max);
  await agree(number, max);
  await worked(number, 70);
  await close(number);
  const correct = (body: object) => call<Account & { faults?: { at: string; message: string }[] }>(ana, "PATCH", `${packs}/${pack.id}`, body);
  expect((await correct({ minutes: 240 })).status).toBe(400); // no reason
  expect((await correct({ minutes: 60, reason: "Typed wrongly" })).body.faults).toEqual([{ at: "minutes", message: "1 hour 30 minutes were drawn from it already; it cannot hold less" }]);
  expect((await correct({ requests: 2, reason: "Typed wrongly" })).status).toBe(400);
  expect((await call(max, "PATCH", `${packs}/${pack.id}`, { minutes: 600, reason: "More" })).status).toBe(403);
  const corrected = (await correct({ minutes: 120, reason: "Two hours were invoiced, not five" })).body.items[0]!.packs.find((p) => p.id === pack.id);
  expect(corrected).toMatchObject({
    quantity: 2 * HOUR,
    left: HOUR / 2,
    draws: [{ ticket: number, subject: "It does not print", quantity: 1.5 * HOUR }],
    changes: [{ by: "Ana", reason: "Two hours were invoiced, not five", was: { quantity: 5 * HOUR }, became: { quantity: 2 * HOUR, reference: "Order 18" } }],
  });
  expect((await account(ids.practice)).plan).toMatchObject({ clause: { words: "The premium plan includes 2 hours each month." }, from: expect.any(String) as string });
});

test("for any packs and draws nothing is drawn that is not there, what ends first goes first, and what is left is what was given less what was drawn", () => {
  const grant = fc.record({ quantity: fc.integer({ min: 0, max: 600 }), from: fc.integer({ min: 0, max: 50 }), length: fc.integer({ min: 1, max: 100 }), endless: fc.boolean() });
  fc.assert(
    fc.property(fc.array(grant, { maxLength: 5 }), fc.array(fc.record({ at: fc.integer({ min: 0, max: 120 }), quantity: fc.integer({ min: 0, max: 400 }) }), { maxLength: 12 }), (given, wishes) => {
      const grants = given.map((g, i): Grant => ({ id: i === 0 ? null : `p${i}`, quantity: g.quantity, from: g.from, until: g.endless ? Number.POSITIVE_INFINITY : g.from + g.length }));
      const drawn: Drawn[] = [];
      for (const { at, quantity } of wishes.toSorted((a, b) => a.at - b.at)) {
        const before = balanceOf(grants, drawn, at);
        const parts = drawFrom(grants, drawn, quantity, at);
        const sum = parts.reduce((all, part) => all + part.quantity, 0);
        expect(sum).toBe(Math.min(quantity, before.left));
        const ends = parts.map((part) => grants.find((g) => g.id === part.grant)!.until);
        expect(ends).toEqual(ends.toSorted((a, b) => a - b));
        drawn.push(...parts.map((part) => ({ ...part, at })));
        expect(balanceOf(grants, drawn, at).left).toBe(before.left - sum);
      }
      for (const each of grants) expect(leftOf(each, drawn)).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 1_000 },
  );
  expect([drawnFor(1, 10 * MINUTE, MINUTE), drawnFor(31 * MINUTE, 2 * HOUR, 30 * MINUTE), drawnFor(3 * HOUR, 2 * HOUR, 30 * MINUTE), drawnFor(0, HOUR, MINUTE)]).toEqual([MINUTE, HOUR, 2 * HOUR, 0]);
});

test("a period is the calendar's own, in the desk's zone, through a change of the clocks and of the year", () => {
  const at = (iso: string): number => Date.parse(iso);
  const of = (per: "month" | "quarter" | "year", iso: string) => {
    const { from, until } = includedGrant({ quantity: 1, per }, at(iso), "Europe/Rome");
    return [new Date(from).toISOString(), new Date(until).toISOString()];
  };
  expect(of("month", "2026-10-31T22:59:00Z")).toEqual(["2026-09-30T22:00:00.000Z", "2026-10-31T23:00:00.000Z"]);
  expect(of("quarter", "2026-11-23T10:00:00Z")).toEqual(["2026-09-30T22:00:00.000Z", "2026-12-31T23:00:00.000Z"]);
  expect(of("year", "2026-12-31T23:30:00Z")).toEqual(["2026-12-31T23:00:00.000Z", "2027-12-31T23:00:00.000Z"]);
});
