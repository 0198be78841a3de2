// What was taken from an allowance is given back with four eyes: account, ticket, mail and portal agree, a second closing takes nothing again, and no sum of money changes. SPEC 17.14
import fc from "fast-check";
import { expect, test } from "vitest";
import { openDesk } from "../../src/desk/acts/versions/open-desk.ts";
import { keepMember, keepOrganisation } from "../../src/desk/organisations/writes.ts";
import { sessionCookie, startSession } from "../../src/desk/sessions/sessions.ts";
import { keepStaff } from "../../src/desk/staff/writes.ts";
import type { TicketView } from "../../src/desk/views/ticket.ts";
import { ringTimers } from "../../src/doors/worker/ring-timers.ts";
import { HOURS_POLICY } from "./hours-policy.ts";
import { paidDesk } from "./paid-desk.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const RUNS = Number(process.env["TROTH_RUNS"] ?? 5);
const desk = await paidDesk();
const { house } = desk;
desk.pass(new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() + 1, 5, 9)).getTime() - house.now()); // so that no month ends within a test
await openDesk(house.database, "hours", HOURS_POLICY, "test");
const ids = await house.database.asOwner(async (tx) => {
  const staff = (name: string) =>
    keepStaff(tx, "hours", { name, email: `${name.toLowerCase()}@hours.example`, role: "lead", language: "en", trained: [], present: true, demo: false }, "x", house.now());
  const practice = await keepOrganisation(tx, "hours", { name: "Premium Practice", language: "en", attributes: { plan: "premium" } }, house.now(), "test");
  const pat = await keepMember(tx, "hours", practice, { name: "Pat Premium", email: "pat@premium.example", sees: "office" }, house.now());
  return { ana: await staff("Ana"), bo: await staff("Bo"), practice, pat };
});
const cookie = async (who: "staff" | "person", id: string): Promise<string> => {
  const { token } = await house.database.asDesk("hours", (tx) => startSession(tx, "hours", who, id, house.now()));
  return `${sessionCookie(who, "hours")}=${token}`;
};
const [ana, bo, pat] = await Promise.all([cookie("staff", ids.ana), cookie("staff", ids.bo), cookie("person", ids.pat)]);
async function call<T = TicketView>(as: string, method: string, path: string, body?: unknown): Promise<{ status: number; body: T & { detail: string; faults?: { at: string; message: string }[] } }> {
  const response = await fetch(`${desk.base}/api/hours${path}`, {
    method,
    headers: { cookie: as, "x-troth": "1", ...(body !== undefined && { "content-type": "application/json" }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(60_000),
  });
  return { status: response.status, body: JSON.parse((await response.text()) || "null") as never };
}
interface Account {
  readonly items: readonly {
    readonly left: number;
    readonly of: number;
    readonly packs: readonly { readonly left: number }[];
    readonly plan: { readonly draws: readonly { readonly ticket: string; readonly quantity: number }[] };
  }[];
}
const account = async () => (await call<Account>(ana, "GET", `/organisations/${ids.practice}/allowances`)).body.items[0]!;
const ticket = async (number: string, as = ana) => (await call(as, "GET", `/tickets/${number}`)).body;
async function minutes(n: number): Promise<void> {
  desk.pass(n * MINUTE);
  while (await ringTimers(house, (error: unknown) => void desk.faults.push(error)));
}
/** A case on which so many minutes were worked, closed. */
async function done(worked: number): Promise<string> {
  const { number } = (await call(pat, "POST", "/tickets", { subject: "It does not print", text: "Nothing comes out of the printer." })).body;
  const offer = (await ticket(number)).offers.findLast((o) => o.state === "open")!;
  await call(pat, "POST", `/tickets/${number}/offers/${offer.id}/consent`, { accepts: [] });
  await work(number, worked);
  await call(ana, "PUT", `/tickets/${number}/closure`, { outcome: "solved" });
  return number;
}
async function work(number: string, n: number): Promise<void> {
  await call(ana, "PUT", `/tickets/${number}/clock`, { kind: "connection" });
  await minutes(n);
  await call(ana, "DELETE", `/tickets/${number}/clock`);
}
const give = (number: string, amount: object, as = ana) => call(as, "POST", `/tickets/${number}/adjustments`, { kind: "give-back", reason: "Our own mistake", ...amount });
const decide = (number: string, id: string, approved: boolean, as = bo) => call(as, "PUT", `/tickets/${number}/adjustments/${id}`, { approved });
const waiting = (view: TicketView): string => view.drawn!.givenBack.find((g) => g.state === "proposed")!.id;

test("half of what was taken comes back once a second person approves: the customer reads it, sees it, and can use it", async () => {
  const number = await done(40);
  expect([(await account()).left, (await ticket(number)).drawn]).toMatchObject([HOUR, { time: true, quantity: HOUR, stays: HOUR, givenBack: [] }]);
  const proposed = await give(number, { minutes: 30 });
  expect([proposed.status, proposed.body.drawn]).toMatchObject([200, { stays: HOUR, givenBack: [{ state: "proposed", quantity: HOUR / 2, proposedBy: { name: "Ana" } }] }]);
  expect([(await account()).left, (await ticket(number, pat)).drawn?.givenBack]).toEqual([HOUR, []]); // nothing changed yet, and the customer sees nothing
  const id = waiting(proposed.body);
  expect((await decide(number, id, true, ana)).status).toBe(403); // four eyes
  expect((await decide(number, id, true)).body.drawn).toMatchObject({ stays: HOUR / 2, givenBack: [{ state: "booked", decidedBy: { name: "Bo" } }] });
  expect((await decide(number, id, true)).status).toBe(409);
  expect(await account()).toMatchObject({ left: HOUR + HOUR / 2, plan: { draws: [{ ticket: number, quantity: HOUR / 2 }] } });
  const { text } = await desk.lastMail("pat@premium.example");
  for (const words of ["Given back to your allowance: 30 minutes.", "Our own mistake", "Left to you: 1 hour 30 minutes of 2 hours."]) expect(text).toContain(words);
  const page = await (await fetch(`${desk.base}/hours/tickets/${number}`, { headers: { cookie: pat } })).text();
  for (const words of ["Taken from your allowance: 1 hour.", "Given back to your allowance: 30 minutes.", "Our own mistake"]) expect(page).toContain(words);
  expect((await ticket(number, pat)).drawn?.givenBack).toMatchObject([{ proposedBy: null, decidedBy: null }]);
  // Opened and closed again it takes nothing anew, and no money is owed.
  await call(pat, "DELETE", `/tickets/${number}/closure`);
  await work(number, 10);
  await call(ana, "PUT", `/tickets/${number}/closure`, { outcome: "solved" });
  expect([(await account()).left, (await ticket(number)).charges]).toEqual([HOUR + HOUR / 2, []]);
});

test("more than was taken, of another kind, nothing at all, by an agent or a customer: refused with the reason", async () => {
  const number = await done(20);
  const faults = async (amount: object) => (await give(number, amount)).body.faults?.[0];
  expect(await faults({ minutes: 31 })).toEqual({ at: "minutes", message: "at most 30 minutes" });
  expect(await faults({ requests: 1 })).toEqual({ at: "requests", message: "this allowance counts time" });
  expect((await faults({}))?.at).toBe("minutes");
  expect((await give(number, { minutes: 10 }, pat)).status).toBe(403);
  const waits = await give(number, { minutes: 20 });
  expect(await faults({ minutes: 20 })).toEqual({ at: "minutes", message: "at most 10 minutes" }); // what waits counts
  const before = (await account()).left;
  expect((await decide(number, waiting(waits.body), false)).body.drawn?.givenBack).toMatchObject([{ state: "refused" }]);
  expect((await account()).left).toBe(before);
  const { number: open } = (await call(pat, "POST", "/tickets", { subject: "Another", text: "It is slow." })).body;
  expect((await give(open, { minutes: 5 })).body.detail).toBe("Nothing was taken from an allowance on this ticket.");
});

test("a part of a request that drew from it goes back into its request once it got all of it back", async () => {
  const { number } = (await call(pat, "POST", "/tickets", { subject: "Two things", text: "It does not print.\n\nThe list is slow." })).body;
  const { messages } = await ticket(number);
  const wanted = { stays: {}, parts: [{ subject: "The list", pieces: [{ message: messages[0]!.id, text: "The list is slow." }] }] };
  const part = (await call(ana, "POST", `/tickets/${number}/split`, wanted)).body.parts[0]!.number;
  const offer = (await ticket(part)).offers.findLast((o) => o.state === "open")!;
  await call(pat, "POST", `/tickets/${part}/offers/${offer.id}/consent`, { accepts: [] });
  await work(part, 5);
  await call(ana, "PUT", `/tickets/${part}/closure`, { outcome: "solved" });
  const undo = () => call(ana, "DELETE", `/tickets/${number}/split`);
  const refused = await undo();
  expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining(`${part} drew from an allowance. Give all of it back first`) as string]);
  const { body } = await give(part, { minutes: (await ticket(part)).drawn!.stays / MINUTE });
  expect((await undo()).status).toBe(409); // nobody has decided on it
  await decide(part, waiting(body), true);
  expect([(await undo()).status, (await ticket(part)).joinedInto?.number]).toEqual([200, number]);
});

test("for any sequence of cases and of what is given back, the account is what was included less what was taken and stays taken, on each ticket and in all", { timeout: 300_000 }, async () => {
  const { of, left } = await account();
  const base = of - left;
  await call(ana, "POST", `/organisations/${ids.practice}/packs`, { allowance: "remote-hours", minutes: 6000 });
  const made: string[] = [];
  const step = fc.oneof(
    fc.record({ do: fc.constant("case" as const), minutes: fc.integer({ min: 1, max: 75 }) }),
    fc.record({ do: fc.constant("give" as const), of: fc.nat(5), share: fc.integer({ min: 1, max: 130 }), approved: fc.boolean(), again: fc.boolean() }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
      for (const each of steps) {
        if (each.do === "case") made.push(await done(each.minutes));
        else if (made.length > 0) {
          const number = made[each.of % made.length]!;
          const stays = (await ticket(number)).drawn!.stays;
          const wanted = Math.max(1, Math.round((stays / MINUTE) * (each.share / 100)));
          const sent = await give(number, { minutes: wanted });
          expect(sent.status).toBe(wanted * MINUTE <= stays ? 200 : 400);
          if (sent.status === 200) await decide(number, waiting(sent.body), each.approved);
          if (each.again) {
            await call(pat, "DELETE", `/tickets/${number}/closure`);
            await call(ana, "PUT", `/tickets/${number}/closure`, { outcome: "solved" });
          }
        }
      }
      const drawn = await Promise.all(made.map(async (number) => (await ticket(number)).drawn!));
      for (const each of drawn) {
        const back = each.givenBack.filter((g) => g.state === "booked").reduce((sum, g) => sum + g.quantity, 0);
        expect([each.stays, each.stays >= 0]).toEqual([each.quantity - back, true]);
      }
      const now = await account();
      expect(now.of - now.left).toBe(base + drawn.reduce((sum, each) => sum + each.stays, 0));
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  for (const number of made) expect((await ticket(number)).charges).toEqual([]); // no sum of money is touched
  expect(desk.faults).toEqual([]);
});
