// Two desks of one server that write to each other, through real SMTP: they fall silent at once, whoever began.
import { afterAll, expect, test } from "vitest";
import { change } from "../../src/desk/change.ts";
import { keepDesk, keepVersion } from "../../src/desk/policies/activate.ts";
import { smtpTransport } from "../../src/doors/mail/out/smtp-transport.ts";
import { sendWaiting } from "../../src/doors/worker/send-waiting.ts";
import { compile } from "../../src/policy/index.ts";
import { SMALL_POLICY } from "../desk/small-policy.ts";
import { mailDesk } from "./mail-desk.ts";
import { post } from "./post.ts";

const desk = await mailDesk();
const { port } = desk.door;
const text = SMALL_POLICY.replace("help@small", "help@other").replace("prefix: SM", "prefix: OT");
const { policy } = compile(text);
if (!policy) throw new Error("the other policy does not compile");
await desk.database.asOwner(async (tx) => {
  await keepDesk(tx, "other", policy);
  await keepVersion(tx, "other", 1, policy, text, "test");
});
const out = smtpTransport(`smtp://127.0.0.1:${port}?ignoreTLS=true`);
afterAll(() => out.close());

/** Sends and reads until nothing moves any more; how many mails left. */
async function untilSilent(): Promise<number> {
  const sent = async (): Promise<number> => (await desk.database.asOwner((tx) => tx.query<{ n: number }>("select count(*)::int as n from outbox where done_at is not null")))[0]?.n ?? 0;
  const before = await sent();
  for (let round = 0, last = -1; round < 30 && last !== (await sent()); round += 1) {
    last = await sent();
    await desk.door.settled();
    await sendWaiting(desk.house, out.send, (error) => desk.faults.push(error));
    await desk.door.settled();
  }
  return (await sent()) - before;
}
const ticketsOf = (which: string) =>
  desk.database.asDesk(which, (tx) => tx.query<{ id: string; subject: string; status: string }>("select id, subject, status from tickets where desk = troth_desk() order by opened_at"));

test("one desk asks the other by mail: one ticket, one confirmation, and silence", async () => {
  await post(port, { from: "help@other.example", to: "help@small.example", subject: "A question from a desk", text: "How do we print this?" });
  await desk.door.settled();
  expect(await untilSilent()).toBeLessThanOrEqual(3);
  expect(await ticketsOf("small")).toHaveLength(1);
  expect(await ticketsOf("other")).toHaveLength(0);
});

test("a customer of each is the other: their answers are messages, and no answer is given to an automatic mail", async () => {
  const [ticket] = await ticketsOf("small");
  await change(desk.house, "small", {
    kind: "answer",
    id: "answer-1",
    by: { kind: "staff", id: desk.ids.expert, name: "Ana Petit" },
    ticket: ticket?.id ?? "",
    said: { text: "Press the button.", channel: "mail" },
  });
  expect(await untilSilent()).toBeLessThanOrEqual(3); // the answer, the other desk's confirmation of it, at most one more
  expect((await ticketsOf("other")).length).toBeLessThanOrEqual(1);
  expect(desk.faults).toEqual([]);
});

test("an old desk that strips what marks a mail as automatic is soon alone too", async () => {
  for (let round = 0; round < 6; round += 1) {
    await post(port, { from: "help@other.example", to: "help@small.example", subject: `Your request ${round} has arrived`, text: `We received request number ${round} and will answer soon.` });
    await untilSilent();
  }
  const confirmed = await desk.database.asDesk("small", (tx) => tx.query("select 1 from outbox where desk = troth_desk() and payload->'what'->>'mail' = 'confirmation'"));
  expect(confirmed.length).toBeLessThanOrEqual(3);
});
