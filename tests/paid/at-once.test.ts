// Sixteen connections at once at the last hours of an allowance or a pack: never drawn twice, never below nothing, nothing worked that nobody owes, no consent lost. SPEC 17.10, 17.11, 17.15
import { beforeEach, expect, test } from "vitest";
import type { TicketView } from "../../src/desk/views/ticket.ts";
import { HOUR, hoursDesk, MINUTE } from "./hours-desk.ts";
import { LAURA } from "./paid-desk.ts";

const desk = await hoursDesk();
const { as, call } = desk;
const SIXTEEN = Array.from({ length: 16 }, (_, i) => i);
const sum = (of: readonly number[]): number => of.reduce((all, each) => all + each, 0);
const statuses = (answers: readonly { readonly status: number }[]) => answers.map((each) => each.status).toSorted((a, b) => a - b);
const ONE_OF_SIXTEEN = [200, ...SIXTEEN.slice(1).map(() => 409)];
/** Requests that were all offered what was left, before anybody agreed. */
const offered = async (many: number): Promise<{ number: string; offer: string; covers: number }[]> => {
  const numbers: string[] = [];
  for (let i = 0; i < many; i += 1) {
    numbers.push(await desk.asked(`It does not print ${numbers.length}`));
    await desk.pass(4 * MINUTE);
  }
  return Promise.all(numbers.map(async (number) => ({ number, ...(await desk.openOffer(number).then((o) => ({ offer: o!.id, covers: o!.covers! }))) })));
};
beforeEach(async () => desk.passDays(40 * 24 * HOUR)); // another month: two hours again

test("sixteen requests were each offered the last two hours and are agreed to at once: one has them, the others are asked the price before they owe anything", async () => {
  const requests = await offered(16);
  expect(requests.map((r) => r.covers)).toEqual(SIXTEEN.map(() => 2 * HOUR));
  const answers = await Promise.all(requests.map(({ number, offer }) => desk.consent(number, offer)));
  expect(statuses(answers)).toEqual(ONE_OF_SIXTEEN);
  const views = await Promise.all(requests.map(({ number }) => desk.ticket(number)));
  const has = views.filter((view) => view.offers.some((o) => o.state === "accepted"));
  expect(has.map((view) => view.offers.map((o) => [o.state, o.covers]))).toEqual([[["accepted", 2 * HOUR]]]);
  // None is lost: whoever came too late reads what it costs now, and agrees to that, once.
  const others = views.filter((view) => view !== has[0]);
  for (const view of others)
    expect(view.offers.map((o) => [o.state, o.quote.gross.cents])).toEqual([
      ["replaced", 0],
      ["open", 5490],
    ]);
  const told = (await desk.mailsTo("pat@premium.example")).filter(({ text }) => text.includes("54.90")).map(({ subject }) => subject);
  for (const { number } of others) expect(told.some((subject) => subject.includes(number))).toBe(true);
  const late = answers.find((answer) => answer.status === 409)!;
  expect(late.body.detail).toContain("nothing is left");
  await desk.pass(2 * MINUTE);
  const agreed = await Promise.all(others.flatMap((view) => [1, 2].map(() => desk.consent(view.number, view.offers.at(-1)!.id))));
  expect(statuses(agreed)).toEqual([...others.map(() => 200), ...others.map(() => 409)]);
  expect((await desk.start(has[0]!.number)).status).toBe(200);
  await desk.pass(20 * MINUTE);
  await Promise.all(views.flatMap((view) => [desk.close(view.number), desk.close(view.number)]));
  const after = await Promise.all(requests.map(({ number }) => desk.ticket(number)));
  expect(after.map((view) => [view.drawn?.quantity ?? 0, sum(view.charges.map((c) => c.quote.gross.cents))]).toSorted((a, b) => b[0]! - a[0]!)).toEqual([
    [HOUR / 2, 0],
    ...others.map(() => [0, 5490]),
  ]);
  expect((await desk.account()).left).toBe(HOUR + HOUR / 2);
});

test("of a pack's last hours each agreement takes what is left then, at most what was offered, and all that is worked is drawn", async () => {
  await desk.sell({ minutes: 90 }); // three and a half with the month's
  const requests = await offered(6);
  const used = requests[0]!;
  await desk.consent(used.number, used.offer);
  await desk.worked(used.number, 20);
  await desk.close(used.number); // three hours are left, and five were offered more
  const answers = await Promise.all(requests.slice(1).flatMap(({ number, offer }) => [1, 2, 3].map(() => desk.consent(number, offer))));
  expect(statuses(answers).filter((status) => status === 200)).toEqual([200]);
  const [holder] = (await Promise.all(requests.slice(1).map(({ number }) => desk.ticket(number)))).filter((view) => view.offers.some((o) => o.state === "accepted"));
  expect(holder!.offers.at(-1)).toMatchObject({ state: "accepted", covers: 3 * HOUR, allowance: { left: 3 * HOUR } });
  const mails = (await desk.mailsTo("pat@premium.example")).filter(({ subject }) => subject.includes(holder!.number));
  expect(mails.at(-1)!.text).toContain("3 hours");
  expect(statuses(await Promise.all(SIXTEEN.map(() => desk.start(holder!.number))))).toEqual(ONE_OF_SIXTEEN);
  await desk.pass(5 * HOUR);
  expect((await desk.ticket(holder!.number)).clock).toMatchObject({ worked: { connection: 3 * HOUR } });
  await Promise.all(SIXTEEN.map(() => desk.close(holder!.number)));
  expect([(await desk.ticket(holder!.number)).drawn?.quantity, (await desk.account()).left]).toEqual([3 * HOUR, 0]);
});

test("a request that is opened again works no hour that another was promised meanwhile; what goes on is asked for", async () => {
  const [first, third] = await offered(2);
  await desk.consent(first!.number, first!.offer);
  await desk.worked(first!.number, 50);
  await desk.close(first!.number);
  const [second] = await offered(1);
  expect(second!.covers).toBe(HOUR);
  await desk.consent(second!.number, second!.offer);
  const page = await desk.form(as.pat, `${third!.number}/offers/consent`, { offer: third!.offer }, "hours");
  expect([page.status, page.text.includes("no longer holds"), page.text.includes("54.90")]).toEqual([422, true, true]);
  await call(as.pat, "DELETE", `/tickets/${first!.number}/closure`);
  await desk.start(first!.number); // ten minutes of what it has drawn are not worked yet
  await desk.pass(30 * MINUTE);
  expect((await desk.ticket(first!.number)).clock).toMatchObject({ worked: { connection: HOUR }, stretches: [{}, { endedBy: "cap" }] });
  const refused = await desk.start(first!.number);
  expect([refused.status, refused.body.detail]).toEqual([403, expect.stringContaining("used up")]);
  expect((await call(as.ana, "POST", `/tickets/${first!.number}/clock/more`, {})).status).toBe(200);
  const more = await desk.openOffer(first!.number);
  expect((await desk.consent(first!.number, more!.id)).status).toBe(200);
  expect(statuses(await Promise.all([desk.start(first!.number), desk.start(second!.number, as.bo)]))).toEqual([200, 200]);
  await desk.pass(2 * HOUR);
  await Promise.all([first!, second!].flatMap(({ number }) => SIXTEEN.slice(8).map(() => desk.close(number))));
  const [one, two] = await Promise.all([desk.ticket(first!.number), desk.ticket(second!.number)]);
  expect([one.drawn?.quantity, one.charges.map((c) => c.quote.gross.cents), two.drawn?.quantity, two.charges]).toEqual([HOUR, [4270], HOUR, []]);
  expect((await desk.account()).left).toBe(0);
});

test("a pack is made smaller or taken back while it is drawn from: it never holds less than was drawn", async () => {
  const packs = `/organisations/${desk.ids.practice}/packs`;
  for (let round = 0; round < 4; round += 1) {
    await desk.sell({ minutes: 60, reference: `Order ${round}` });
    const [request] = await offered(1);
    await desk.consent(request!.number, request!.offer);
    await desk.worked(request!.number, Math.round(request!.covers / MINUTE) - 5);
    const pack = (await desk.account()).packs.find((p) => p.reference === `Order ${round}`)!;
    const correct = (body: object) => call(as.ana, "PATCH", `${packs}/${pack.id}`, { reason: "Typed wrongly", ...body });
    await Promise.all([correct({ minutes: 15 }), desk.close(request!.number), correct({ minutes: 20 }), desk.close(request!.number), correct({ minutes: 10 })]);
    const rows = await desk.house.database.asOwner((tx) =>
      tx.query<{ quantity: number; drawn: number }>("select p.quantity, coalesce(sum(d.quantity), 0)::bigint as drawn from packs p left join draws d on d.pack = p.id group by p.id, p.quantity"),
    );
    for (const row of rows) expect(Number(row.drawn)).toBeLessThanOrEqual(Number(row.quantity));
  }
});

test("sixteen hands at the paid desk's connected time: one consent, one clock, one block, one charge of each", async () => {
  const subject = "Il programma si chiude";
  await desk.mail(LAURA, subject, "Il programma si chiude da solo quando apro l’agenda.");
  const number = await desk.ticketOf(subject);
  const [agent, laura] = await Promise.all([desk.cookieOf("staff", "chiara.donati@dms.example"), desk.cookieOf("person", LAURA)]);
  const at = (by: string, method: string, path: string, body?: unknown) => desk.callDms<TicketView>(by, method, `/tickets/${number}${path}`, body);
  const view = async () => (await at(agent, "GET", "")).body;
  const consents = async (): Promise<number[]> => {
    const offer = (await view()).offers.findLast((o) => o.state === "open")!;
    return statuses(await Promise.all(SIXTEEN.map(() => at(laura, "POST", `/offers/${offer.id}/consent`, { accepts: offer.documents.map((d) => d.id) }))));
  };
  expect(await consents()).toEqual(ONE_OF_SIXTEEN);
  expect(statuses(await Promise.all(SIXTEEN.map(() => at(agent, "PUT", "/clock", { kind: "connection" }))))).toEqual(ONE_OF_SIXTEEN);
  await desk.pass(30 * MINUTE);
  expect((await view()).clock).toMatchObject({ worked: { connection: 20 * MINUTE } });
  expect(statuses(await Promise.all(SIXTEEN.map(() => at(agent, "POST", "/clock/more", {}))))).toEqual(ONE_OF_SIXTEEN);
  expect(await consents()).toEqual(ONE_OF_SIXTEEN);
  expect(statuses(await Promise.all(SIXTEEN.map(() => at(agent, "PUT", "/clock", { kind: "connection" }))))).toEqual(ONE_OF_SIXTEEN);
  await desk.pass(10 * MINUTE);
  await Promise.all(SIXTEEN.map((i) => (i % 2 ? at(agent, "DELETE", "/clock") : at(agent, "PUT", "/closure", { outcome: "solved", text: "Ecco la soluzione." }))));
  expect(statuses(await Promise.all(SIXTEEN.map(() => at(laura, "PUT", "/closure/agreement", { agreed: true }))))).toEqual(ONE_OF_SIXTEEN);
  const done = await view();
  expect([done.status, done.charges.map((c) => c.quote.net.cents).toSorted((a, b) => a - b)]).toEqual(["closed", [3500, 4500]]);
  expect(desk.faults).toEqual([]);
});
