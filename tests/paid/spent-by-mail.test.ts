// By mail, with the hours gone meanwhile: who agrees to hours that another request has reads what it costs now and owes nothing. SPEC 17.15
import { beforeEach, expect, test } from "vitest";
import { HOUR, hoursDesk, MINUTE } from "./hours-desk.ts";

const desk = await hoursDesk();
const PAT = "pat@premium.example";
beforeEach(async () => desk.passDays(40 * 24 * HOUR)); // another month: two hours again
interface Offered {
  readonly number: string;
  readonly mail: { readonly subject: string; readonly text: string; readonly id: string };
}
/** A request that was asked for by mail and offered what is left. */
async function offered(subject: string): Promise<Offered> {
  await desk.pass(15 * MINUTE);
  await desk.mail(PAT, subject, "Nothing comes out of the printer.", { to: "help@hours.example" });
  const mail = await desk.lastMail(PAT);
  return { number: /HR-\d+/.exec(mail.subject)?.[0] ?? "", mail };
}
/** What Pat gets for this answer. */
async function answer({ mail }: Pick<Offered, "mail">, text: string, verdict: "pass" | "none" | "fail" = "pass") {
  await desk.pass(5 * MINUTE);
  const before = (await desk.mails(PAT)).length;
  await desk.mail(PAT, `Re: ${mail.subject}`, text, { answers: mail.id, verdict, to: "help@hours.example" });
  return (await desk.mails(PAT)).slice(before);
}
const offers = async (number: string) => (await desk.ticket(number)).offers.map((o) => [o.state, o.quote.gross.cents]);

const READS_WHY = ["Nothing of it is left: other requests took it meanwhile", "agreed to nothing", "nothing is charged", "nobody has agreed to that yet", "54.90", "I ACCEPT"];

test("an I ACCEPT to hours that another request has taken meanwhile: one mail says so, that it agreed to nothing, and the price now; agreed to by an answer to that, it is owed", async () => {
  const [first, second] = [await offered("The first"), await offered("The second")];
  for (const { mail } of [first, second]) expect(mail.text).toContain("Left to you: 2 hours of 2 hours.");
  expect((await answer(first, "I accept")).map((m) => m.text.includes("You have agreed"))).toEqual([true]);
  const [told, ...others] = await answer(second, "I accept\n\nPat Premium");
  expect(others).toEqual([]);
  expect(told?.subject).toContain(`[${second.number}]`);
  for (const words of READS_WHY) expect(told?.text).toContain(words);
  for (const words of ["You have agreed", "it is taken from your allowance"]) expect(told?.text).not.toContain(words);
  expect([await offers(second.number), (await desk.start(second.number)).status]).toEqual([
    [
      ["replaced", 0],
      ["open", 5490],
    ],
    403,
  ]);
  expect((await desk.ticket(second.number)).messages.at(-1)?.text).toContain("I accept"); // what was written is kept
  // The old mail answered once more agrees to no price that it does not say.
  await answer(second, "I accept");
  expect((await offers(second.number)).at(-1)).toEqual(["open", 5490]);
  const [agreed] = await answer({ mail: told! }, "I accept");
  for (const words of ["You have agreed", "54.90"]) expect(agreed?.text).toContain(words);
  expect([await offers(second.number), (await desk.start(second.number)).status]).toEqual([
    [
      ["replaced", 0],
      ["accepted", 5490],
    ],
    200,
  ]);
  await desk.pass(10 * MINUTE);
  await desk.close(second.number);
  expect([(await desk.ticket(second.number)).charges.map((c) => c.quote.gross.cents), (await desk.ticket(second.number)).drawn ?? null]).toEqual([[5490], null]);
  await desk.close(first.number);
});

test("with a part left, I ACCEPT agrees to that part, and the mail says how much it is", async () => {
  const [first, second] = [await offered("A short one"), await offered("A long one")];
  await answer(first, "I accept");
  await desk.worked(first.number, 80);
  await desk.close(first.number);
  const [told] = await answer(second, "I accept");
  for (const words of ["You have agreed", "30 minutes"]) expect(told?.text).toContain(words);
  expect((await desk.ticket(second.number)).offers.at(-1)).toMatchObject({ state: "accepted", covers: HOUR / 2 });
});

test("a mail that nobody can tell about agrees to the spent hours by its code, and its sender reads the same; a denied one changes nothing", async () => {
  const [first, second] = [await offered("One"), await offered("Two")];
  const [code] = await answer(second, "I accept", "none");
  await answer(first, "I accept");
  await answer(second, "I accept", "fail");
  expect(await offers(second.number)).toEqual([["open", 0]]);
  const told = await answer({ mail: code! }, /\d{3} \d{3}/.exec(code!.text)?.[0] ?? "", "none");
  expect(told.filter(({ text }) => READS_WHY.every((words) => text.includes(words)))).toHaveLength(1);
  expect((await offers(second.number)).at(-1)).toEqual(["open", 5490]);
  expect(desk.faults).toEqual([]);
});
