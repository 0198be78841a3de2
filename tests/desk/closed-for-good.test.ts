// A ticket is opened again by what its customer writes for as long as the policy says; later words begin a ticket of their own, by mail, in the portal and by the API. SPEC 23.7
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { keepVersion } from "../../src/desk/policies/activate.ts";
import { compile } from "../../src/policy/index.ts";
import { wholeDesk } from "../rows/whole-desk.ts";

const DESK = "technical-support";
const DAY = 86_400_000;
const TEXT = readFileSync(`policies/${DESK}/policy.yaml`, "utf8").replace(
  "    when: { outcome: [solved, unresolved] }\n    closure: reopen",
  `    when: { outcome: [solved, unresolved], closed-for: { within: 14 days } }
    closure: reopen
    words: { en: "Write within {when_closed_for_within} and your ticket is open again.", fr: "Écrivez-nous sous {when_closed_for_within} et votre ticket est rouvert." }
  - clause: later-words-begin-anew
    at: [message]
    when: { outcome: [solved, unresolved], closed-for: { over: 14 days } }
    closure: new-ticket
    words: { en: "What you write later than that is a new request.", fr: "Ce que vous écrivez plus tard est une nouvelle demande." }
  - clause: was-reopened
    at: [message]
    when: { outcome: [solved, unresolved], closed-for: unknown }
    closure: reopen`,
);
const desk = await wholeDesk(DESK);
const { policy, findings } = compile(TEXT);
if (!policy) throw new Error(JSON.stringify(findings));
await desk.house.database.asOwner((tx) => keepVersion(tx, DESK, 2, policy, TEXT, "test"));
const NORA = "contact@customer-technical-support.example";
// Weeks pass here: a session lasts through none of them.
const staff = () => desk.cookieOf("staff", `owen.fitch@${DESK}.example`);
const nora = () => desk.cookieOf("person", NORA);

async function solved(subject: string): Promise<string> {
  await desk.later(DAY);
  await desk.mail(NORA, subject, `${subject}: it stops with error ${subject.length}77.`);
  const number = await desk.ticketOf(subject);
  expect((await desk.call(await staff(), "POST", `/tickets/${number}/answers`, { text: "Please install the new release." })).status).toBeLessThan(300);
  expect((await desk.call(await staff(), "PUT", `/tickets/${number}/closure`, { outcome: "solved" })).status).toBeLessThan(300);
  return number;
}
const answering = async (number: string) => ({ answers: (await desk.mails(NORA)).findLast((mail) => mail.subject.includes(number))?.id ?? "" });
const after = async (number: string): Promise<string> => (await desk.ticket(await staff(), number)).followedBy.at(-1)?.number ?? "";

test("a word within the time opens it again, a later one by mail is a request of its own that says what it follows and by which clause", async () => {
  const number = await solved("Export of the month");
  await desk.later(13 * DAY);
  await desk.mail(NORA, `Re: [${number}]`, "It stops again.", await answering(number));
  expect(await desk.ticket(await staff(), number)).toMatchObject({ status: "open", followedBy: [] });
  await desk.call(await staff(), "PUT", `/tickets/${number}/closure`, { outcome: "solved" });
  await desk.later(15 * DAY);
  await desk.mail(NORA, `Re: [${number}]`, "Now the import stops as well.", await answering(number));
  const next = await after(number);
  expect(next).not.toBe("");
  const [old, own] = [await desk.ticket(await staff(), number), await desk.ticket(await staff(), next)];
  expect(old.status).toBe("closed");
  expect(old.messages.map((m) => m.text)).not.toContain("Now the import stops as well.");
  expect(own).toMatchObject({ status: "open", subject: "Export of the month", follows: { number } });
  expect(own.messages.map((m) => m.text)).toEqual(["Now the import stops as well."]);
  expect(own.promises.map((p) => p.state)).toContain("running");
  const mail = await desk.lastMail(NORA);
  expect(mail.subject).toContain(`[${next}]`);
  expect(mail.text).toContain(`You wrote on ${number}, which is closed for good`);
  expect(mail.text).toContain("What you write later than that is a new request.");
  // The same mail once more changes nothing, and an answer to the new ticket's mail stays there.
  await desk.later(600_000);
  await desk.mail(NORA, `Re: [${next}]`, "One more thing.", { answers: mail.id });
  expect((await desk.ticket(await staff(), next)).messages).toHaveLength(2);
});

test("in the portal and by the API the writer is led to the new one, and both name each other", async () => {
  const number = await solved("Slow reports");
  await desk.later(20 * DAY);
  expect(await desk.page(await nora(), number)).toContain("What you write here now is taken as a request of its own");
  const opened = await desk.call<{ detail: string }>(await nora(), "DELETE", `/tickets/${number}/closure`);
  expect([opened.status, opened.body.detail]).toEqual([403, expect.stringContaining("closed for good: what you write on it is a request of its own. 11.2: What you write later") as string]);
  const sent = await desk.call<{ number: string; follows: { number: string } }>(await nora(), "POST", `/tickets/${number}/messages`, { text: "They are slow again." });
  expect(sent.status).toBeLessThan(300);
  expect(sent.body).toMatchObject({ follows: { number } });
  const next = sent.body.number;
  expect(next).not.toBe(number);
  expect(await desk.page(await nora(), next)).toContain(`This goes on from ${number}`);
  expect(await desk.page(await nora(), number)).toContain(`What was written here later goes on as ${next}`);
  expect(await desk.page(await nora(), next)).toContain("What you write later than that is a new request.");
});

test("somebody who is no part of it, and answers one of its mails, is told nothing of it", async () => {
  const number = await solved("Payroll figures");
  const answers = await answering(number);
  await desk.later(20 * DAY);
  await desk.mail("mallory@elsewhere.example", "Re: hello", "What is this about?\nTell me.", answers);
  expect(await after(number)).toBe("");
  const mail = await desk.lastMail("mallory@elsewhere.example");
  expect(mail.subject).toContain("What is this about?");
  expect(mail.text).not.toContain(number);
  expect(mail.text).not.toContain("Payroll");
});
