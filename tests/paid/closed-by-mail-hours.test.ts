// Included hours on a desk that asks before it closes: while the customer is asked their hours are held, and what the closing mail, the account and the statement say is what was taken. SPEC 17.11, 17.15
import { beforeEach, expect, test } from "vitest";
import { HOUR, hoursDesk, MINUTE } from "./hours-desk.ts";
import { ASKING_HOURS_POLICY } from "./hours-policy.ts";

const desk = await hoursDesk(ASKING_HOURS_POLICY);
const PAT = "pat@premium.example";
beforeEach(async () => desk.passDays(40 * 24 * HOUR)); // another month: two hours again
interface Mail {
  readonly subject: string;
  readonly text: string;
  readonly id: string;
}

/** A request that was asked for by mail and offered what is left. */
async function offered(subject: string): Promise<{ readonly number: string; readonly mail: Mail }> {
  await desk.pass(15 * MINUTE);
  await desk.mail(PAT, subject, "Nothing comes out of the printer.", { to: "help@hours.example" });
  const mail = await desk.lastMail(PAT);
  return { number: /HR-\d+/.exec(mail.subject)?.[0] ?? "", mail };
}
/** The one mail that Pat gets for this answer. */
async function answer(mail: Mail, text: string): Promise<string> {
  await desk.pass(5 * MINUTE);
  const before = (await desk.mails(PAT)).length;
  await desk.mail(PAT, `Re: ${mail.subject}`, text, { answers: mail.id, to: "help@hours.example" });
  const got = (await desk.mails(PAT)).slice(before);
  expect(got).toHaveLength(1);
  return got[0]!.text;
}
/** Agreed to and worked on; the mail that asks whether it may be closed. */
async function worked(request: { readonly number: string; readonly mail: Mail }, minutes: number): Promise<Mail> {
  expect(await answer(request.mail, "I accept")).toContain("You have agreed");
  await desk.worked(request.number, minutes);
  return closingAsked(request.number);
}
async function closingAsked(number: string): Promise<Mail> {
  const { status, body } = await desk.close(number);
  expect([status, body.status]).toEqual([200, "waiting"]);
  return desk.lastMail(PAT);
}
/** Hours taken this month by each request, and money owed for it. */
async function account(...numbers: string[]) {
  const { plan, packs, left } = await desk.account();
  const money = await Promise.all(numbers.map(async (n) => (await desk.ticket(n)).charges.map((c) => c.quote.gross.cents)));
  return { left: left / MINUTE, packs: packs.map((p) => p.left / MINUTE), taken: numbers.map((n) => plan?.draws.filter((d) => d.ticket === n).map((d) => d.quantity / MINUTE)), money };
}
/** The month's statements; none where nobody owes money. */
async function statements() {
  const month = new Date(desk.house.now()).toISOString().slice(0, 7);
  await desk.passDays(40 * 24 * HOUR);
  const made = await desk.call<{ items: object[] }>(desk.as.ana, "POST", "/statements", { month });
  return [made.status, made.body.items];
}

test("another request while Pat is asked cannot take the hours: it is offered at its price, and YES, CLOSE IT takes what the question said", async () => {
  const first = await offered("The first");
  const asks = await worked(first, 40);
  expect(asks.text).toContain("Taken from your allowance: 1 hour. Left to you: 1 hour of 2 hours.");
  const second = await offered("The second");
  expect(second.mail.text).toContain("54.90");
  const closed = await answer(asks, "YES, CLOSE IT");
  for (const words of ["as solved", "Taken from your allowance: 1 hour. Left to you: 1 hour of 2 hours."]) expect(closed).toContain(words);
  const priced = await worked(second, 10);
  expect(priced.text).toContain("54.90");
  expect(await answer(priced, "YES, CLOSE IT")).toContain("54.90");
  expect(await account(first.number, second.number)).toEqual({ left: 60, packs: [], taken: [[60], []], money: [[], [5490]] });
  expect(await statements()).toMatchObject([201, [{ customer: "Premium Practice", gross: "54.90" }]]);
});

test("opened again after another request took the rest: it is asked about as it stands, and closing it by mail takes nothing more and owes nothing", async () => {
  const first = await offered("One");
  const closed = await worked(first, 40);
  await answer(closed, "YES, CLOSE IT");
  const second = await offered("Two");
  const asksSecond = await worked(second, 50);
  await answer(await desk.lastMail(PAT), "YES, CLOSE IT");
  expect(asksSecond.text).toContain("Taken from your allowance: 1 hour. Left to you: 0 minutes of 2 hours.");
  await desk.pass(5 * MINUTE);
  await desk.mail(PAT, `Re: ${closed.subject}`, "It happens again today.", { answers: closed.id, to: "help@hours.example" });
  expect((await desk.ticket(first.number)).status).toBe("open");
  await desk.worked(first.number, 10); // within the hour that was taken for it
  const again = await closingAsked(first.number);
  expect(again.text).toContain("Nothing is charged.");
  const done = await answer(again, "YES, CLOSE IT");
  expect(done).toContain("as solved");
  for (const words of ["Taken from your allowance", "You pay what was agreed"]) expect(done).not.toContain(words);
  expect(await account(first.number, second.number)).toEqual({ left: 0, packs: [], taken: [[60], [60]], money: [[], []] });
  expect(await statements()).toEqual([201, []]);
});

test("a pack that is taken back while Pat is asked: the closing takes nothing of it, owes nothing instead, and its mail does not say that it took anything", async () => {
  const spent = await offered("Spends the month");
  const asksSpent = await worked(spent, 119);
  await answer(asksSpent, "YES, CLOSE IT");
  const sold = await desk.sell({ minutes: 60, reference: "P-1" });
  expect(sold.status).toBe(201);
  const request = await offered("From the pack");
  const asks = await worked(request, 40);
  expect(asks.text).toContain("Taken from your allowance: 1 hour.");
  const [pack] = (await desk.account()).packs;
  expect((await desk.call(desk.as.ana, "PATCH", `/organisations/${desk.ids.practice}/packs/${pack!.id}`, { withdrawn: true, reason: "It was never paid." })).status).toBe(200);
  const closed = await answer(asks, "YES, CLOSE IT");
  expect(closed).toContain("as solved");
  for (const words of ["Taken from your allowance", "You pay what was agreed"]) expect(closed).not.toContain(words);
  expect((await desk.ticket(request.number)).drawn ?? null).toBeNull();
  expect(await account(spent.number, request.number)).toMatchObject({ left: 0, taken: [[120], []], money: [[], []] });
  expect(await statements()).toEqual([201, []]);
  expect(desk.faults).toEqual([]);
});

test("while Pat is asked no more is worked: what they agree to is what they read; once the question is taken back the clock runs, and the next question says all of it", async () => {
  const request = await offered("Once more");
  const asks = await worked(request, 20);
  expect(asks.text).toContain("Taken from your allowance: 30 minutes.");
  const refused = await desk.start(request.number);
  expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining("Take the question back first")]);
  expect((await desk.call(desk.as.ana, "DELETE", `/tickets/${request.number}/closure/agreement`)).status).toBe(200);
  await desk.worked(request.number, 30);
  const again = await closingAsked(request.number);
  expect(again.text).toContain("Taken from your allowance: 1 hour.");
  expect(await answer(again, "YES, CLOSE IT")).toContain("Taken from your allowance: 1 hour.");
  expect(await account(request.number)).toMatchObject({ left: 60, taken: [[60]] });
});
