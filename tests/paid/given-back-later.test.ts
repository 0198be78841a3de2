// What is given back after its month is over, or its pack has ended, can be used: into the period that runs now, or as a pack with a last day; staff choose, two people decide, the customer reads it. SPEC 17.14
import { expect, test } from "vitest";
import type { TicketView } from "../../src/desk/views/ticket.ts";
import { HOUR, hoursDesk, MINUTE, type Said } from "./hours-desk.ts";

const DAY = 24 * HOUR;
const desk = await hoursDesk();
const { as, call } = desk;
const day = (inDays: number): string => new Date(desk.house.now() + inDays * DAY).toISOString().slice(0, 10);
const done = async (worked: number): Promise<string> => {
  const number = await desk.asked();
  await desk.consent(number, (await desk.openOffer(number))!.id);
  await desk.worked(number, worked);
  await desk.close(number);
  await desk.pass(5 * MINUTE);
  return number;
};
const give = (number: string, body: object) => call(as.ana, "POST", `/tickets/${number}/adjustments`, { kind: "give-back", reason: "The fault was ours", ...body });
const waiting = (view: TicketView): string => view.drawn!.givenBack.find((g) => g.state === "proposed")!.id;
const decide = (number: string, view: TicketView, by = as.bo) => call(by, "PUT", `/tickets/${number}/adjustments/${waiting(view)}`, { approved: true });
const faultOf = ({ status, body }: { status: number; body: Said<TicketView> }) => [status, body.faults?.[0]];
const mail = async (): Promise<string> => (await desk.lastMail("pat@premium.example")).text;

test("hours of a month that is over go into the month that runs, and are worked there; its account and the customer's mail and page say so", async () => {
  const number = await done(50);
  expect((await desk.ticket(number)).drawn).toMatchObject({ quantity: HOUR, runs: true });
  await desk.passDays(35 * DAY);
  expect((await desk.ticket(number)).drawn?.runs).toBe(false);
  expect(faultOf(await give(number, { minutes: 60 }))).toEqual([400, { at: "to", message: expect.stringContaining("is over; give it into the period that runs now") as string }]);
  const proposed = await give(number, { minutes: 45, to: "now" });
  expect([proposed.status, (await desk.account()).left]).toEqual([200, 2 * HOUR]); // nothing changes before a second person has decided
  expect((await decide(number, proposed.body, as.ana)).status).toBe(403);
  expect((await decide(number, proposed.body)).body.drawn).toMatchObject({ stays: 15 * MINUTE, givenBack: [{ state: "booked", to: "now", until: expect.any(String) as string }] });
  expect(await desk.account()).toMatchObject({ left: 2.75 * HOUR, of: 2.75 * HOUR, plan: { left: 2.75 * HOUR, givenBack: 0.75 * HOUR } });
  const text = await mail();
  const end = new Date(desk.house.now());
  const last = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0));
  const words = `Last day to use it: ${last.getUTCDate()} ${last.toLocaleString("en-GB", { month: "long", timeZone: "UTC" })} ${last.getUTCFullYear()}.`;
  for (const each of ["Given back to your allowance: 45 minutes.", words, "The fault was ours", "Left to you: 2 hours 45 minutes of 2 hours 45 minutes."]) expect(text).toContain(each);
  const page = await (await fetch(`${desk.base}/hours/tickets/${number}`, { headers: { cookie: as.pat } })).text();
  for (const each of ["Given back to your allowance: 45 minutes.", words, "The fault was ours"]) expect(page).toContain(each);
  // It is worked like any other, and what the first request drew stays where it was.
  const other = await done(160);
  expect([(await desk.ticket(other)).drawn?.quantity, (await desk.account()).left]).toEqual([2.75 * HOUR, 0]);
  expect(faultOf(await give(number, { minutes: 16, to: "now" }))).toEqual([400, { at: "minutes", message: "at most 15 minutes" }]); // no more than it took, wherever it goes
  await desk.passDays(31 * DAY);
  expect(await desk.account()).toMatchObject({ left: 2 * HOUR, of: 2 * HOUR, plan: { givenBack: 0 } }); // with the month ends what was given into it
});

test("hours of a pack that has ended come as a pack with a last day of its own, used like one that was bought, and end with it", async () => {
  await done(110); // the month is used up
  await desk.sell({ minutes: 120, ends: day(3), reference: "Order 21" });
  const number = await done(80);
  expect((await desk.account()).left).toBe(HOUR / 2);
  await desk.passDays(6 * DAY);
  expect((await desk.account()).left).toBe(0);
  expect((await desk.ticket(number)).drawn).toMatchObject({ quantity: 1.5 * HOUR, runs: false });
  expect(faultOf(await give(number, { minutes: 60, to: "pack" }))).toEqual([400, { at: "ends", message: "a pack of its own needs a last day" }]);
  expect(faultOf(await give(number, { minutes: 60, to: "pack", ends: day(-1) }))).toEqual([400, { at: "ends", message: "it has ended already" }]);
  expect(faultOf(await give(number, { minutes: 60, to: "pack", ends: "2027-02-30" }))).toEqual([400, { at: "ends", message: "the calendar has no such day" }]);
  const proposed = await give(number, { minutes: 60, to: "pack", ends: day(4) });
  expect((await decide(number, proposed.body)).body.drawn).toMatchObject({ stays: HOUR / 2, givenBack: [{ to: "pack", until: expect.any(String) as string }] });
  expect((await decide(number, proposed.body)).status).toBe(409);
  expect(await desk.account()).toMatchObject({ left: HOUR, packs: expect.arrayContaining([expect.objectContaining({ reference: number, quantity: HOUR, left: HOUR, madeBy: "Bo" })]) as unknown });
  expect(await mail()).toContain("Last day to use it: ");
  const offered = await desk.asked();
  expect(await desk.openOffer(offered)).toMatchObject({ covers: HOUR, allowance: { left: HOUR } });
  await desk.passDays(6 * DAY);
  expect((await desk.account()).left).toBe(0);
});

test("a month that ends while a proposal waits: who decides is told what to do, and nothing is given twice; hours can be given as a pack while their month still runs", async () => {
  await desk.passDays(31 * DAY);
  const number = await done(50);
  const waits = await give(number, { minutes: 30 });
  await desk.passDays(31 * DAY);
  const late = await decide(number, waits.body);
  expect([late.status, late.body.detail]).toEqual([403, expect.stringContaining("Refuse it, and propose it anew.")]);
  await call(as.bo, "PUT", `/tickets/${number}/adjustments/${waiting(waits.body)}`, { approved: false });
  const fresh = await done(20);
  const early = await give(fresh, { minutes: 30, to: "pack", ends: day(60) });
  await decide(fresh, early.body);
  expect(await desk.account()).toMatchObject({ left: 2 * HOUR, plan: { left: 1.5 * HOUR } }); // not also in its month
  expect(faultOf(await give(fresh, { minutes: 1 }))[0]).toBe(400);
  await desk.passDays(31 * DAY);
  expect((await desk.account()).left).toBe(2.5 * HOUR);
  expect(desk.faults).toEqual([]);
});
