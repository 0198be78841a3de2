// What was taken from an allowance is given back with four eyes: account, ticket, mail and portal agree, a second closing takes nothing again, and no sum of money changes. SPEC 17.14
import fc from "fast-check";
import { expect, test } from "vitest";
import type { TicketView } from "../../src/desk/views/ticket.ts";
import { HOUR, hoursDesk, MINUTE } from "./hours-desk.ts";

const RUNS = Number(process.env["TROTH_RUNS"] ?? 5);
const desk = await hoursDesk();
const { account, as, asked, call, close, consent, ids, openOffer, ticket, worked: work } = desk;
const { ana, bo, pat } = as;
/** A case on which so many minutes were worked, closed. */
async function done(worked: number): Promise<string> {
  const number = await asked();
  await consent(number, (await openOffer(number))!.id);
  await work(number, worked);
  await close(number);
  return number;
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
  await close(number);
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
  await consent(part, (await openOffer(part))!.id);
  await work(part, 5);
  await close(part);
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
            await close(number);
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
