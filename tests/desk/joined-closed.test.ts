// Tickets that were joined, split or hung on a problem, once they are closed for good: who writes on them goes on in one request of their own, and nothing that is over begins again by itself. SPEC 23.7
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runTogether } from "../../src/desk/acts/problems/run-together.ts";
import { keepMember } from "../../src/desk/organisations/writes.ts";
import { keepVersion } from "../../src/desk/policies/activate.ts";
import { compile } from "../../src/policy/index.ts";
import { wholeDesk } from "../rows/whole-desk.ts";

const DESK = "technical-support";
const DAY = 86_400_000;
const TEXT = readFileSync(`policies/${DESK}/policy.yaml`, "utf8").replace(
  "    when: { outcome: [solved, unresolved] }\n    closure: reopen",
  `    when: { closed-for: { within: 14 days } }
    closure: reopen
    words: { en: "Write within {when_closed_for_within} and your ticket is open again.", fr: "Écrivez-nous sous {when_closed_for_within} et votre ticket est rouvert." }
  - clause: later-words-begin-anew
    at: [message]
    when: { closed-for: { over: 14 days } }
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
const NORA = `contact@customer-${DESK}.example`;
const COLLEAGUE = "second@customer-technical-support.example";
const [office] = await desk.rows<{ organisation: string }>(DESK, "select organisation from people where email = $1", NORA);
await desk.house.database.asOwner(async (tx) => {
  await tx.run("update people set sees = 'office' where desk = $1 and email = $2", [DESK, NORA]);
  await keepMember(tx, DESK, office!.organisation, { name: "Ines Duarte", email: COLLEAGUE, sees: "office", language: "en" }, desk.house.now());
});
const staff = () => desk.cookieOf("staff", `owen.fitch@${DESK}.example`);
const read = async (number: string) => desk.ticket(await staff(), number);
const after = async (number: string) => (await read(number)).followedBy.map((each) => each.number);
let n = 0;
async function asked(from: string, subject: string): Promise<string> {
  await desk.later(3_600_000);
  await desk.mail(from, subject, `${subject}: error E${4711 + (n += 7)}.`);
  return desk.ticketOf(subject);
}
const put = async (number: string, path: string, body: unknown, method = "PUT") => desk.call<{ detail: string }>(await staff(), method, `/tickets/${number}/${path}`, body);
const solve = async (number: string) => {
  expect((await put(number, "answers", { text: "Please install the new release." }, "POST")).status).toBeLessThan(300);
  expect((await put(number, "closure", { outcome: "solved" })).status).toBeLessThan(300);
};
const mailAbout = async (to: string, number: string) => (await desk.mails(to)).findLast((mail) => mail.subject.includes(number))!;

test("the author of a joined ticket answers once the one that stands is closed for good: one request of their own, which their next words join", async () => {
  const [first, second] = [await asked(NORA, "The export stops"), await asked(COLLEAGUE, "Export of March ends early")];
  expect((await put(second, "join", { with: first }, "PUT")).status).toBeLessThan(300);
  await solve(first);
  await desk.later(20 * DAY);
  const mail = await mailAbout(COLLEAGUE, first);
  await desk.mail(COLLEAGUE, `Re: ${mail.subject}`, "It ends early again.", { answers: mail.id });
  const [own, ...more] = await after(first);
  expect([own !== undefined, more, (await read(first)).status]).toEqual([true, [], "closed"]);
  expect(await read(own!)).toMatchObject({ status: "open", requester: { name: "Ines Duarte" }, follows: { number: first } });
  expect((await mailAbout(COLLEAGUE, own!)).text).toContain(`You wrote on ${first}, which is closed for good`);
  expect(await mailAbout(NORA, own!)).toBeUndefined();
  await desk.later(3_600_000);
  await desk.mail(COLLEAGUE, `Re: ${mail.subject}`, "And the import as well.", { answers: mail.id });
  expect([await after(first), (await read(own!)).messages.map((m) => m.text)]).toEqual([[own], ["It ends early again.", "And the import as well."]]);
  // Nora's own words begin her own.
  const hers = await mailAbout(NORA, first);
  await desk.mail(NORA, `Re: ${hers.subject}`, "Here it works, thank you. One question though.", { answers: hers.id });
  expect((await after(first)).length).toBe(2);
  // Once theirs is closed for good as well, the next one follows; what is open is found through it.
  await solve(own!);
  await desk.later(20 * DAY);
  const last = await mailAbout(COLLEAGUE, own!);
  await desk.mail(COLLEAGUE, `Re: ${last.subject}`, "Third time.", { answers: last.id });
  const [third] = await after(own!);
  await desk.later(3_600_000);
  await desk.mail(COLLEAGUE, `Re: ${mail.subject}`, "Still.", { answers: mail.id });
  expect((await read(third!)).messages.map((m) => m.text)).toEqual(["Third time.", "Still."]);
});

test("a join is undone after that: the later ticket is what it would be without it, the other stays closed, and no word is lost", async () => {
  const [first, second] = [await asked(NORA, "Slow reports in spring"), await asked(COLLEAGUE, "Reports slow since the update")];
  await put(second, "join", { with: first });
  await solve(first);
  await desk.later(20 * DAY);
  expect((await put(second, "join", undefined, "DELETE")).status).toBeLessThan(300);
  const [left, stays] = [await read(second), await read(first)];
  expect([left.status, left.joinedInto, stays.status]).toEqual(["open", null, "closed"]);
  expect(left.messages.map((m) => m.text)[0]).toContain("Reports slow since the update");
  await desk.later(600_000);
  const mail = await mailAbout(COLLEAGUE, second);
  await desk.mail(COLLEAGUE, `Re: ${mail.subject}`, "Is somebody there?", { answers: mail.id });
  expect((await read(second)).messages.at(-1)?.text).toBe("Is somebody there?");
  expect(await after(first)).toEqual([]);
  // What is closed is joined to nothing, and nothing to it.
  const third = await asked(NORA, "Reports without a title");
  const refused = await put(third, "join", { with: first });
  expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining(`${first} is closed; open it again first`)]);
});

test("one that is closed for good is not split; its parts are answered each on its own, and a problem's shared answer leaves it alone and says so", async () => {
  const number = await asked(NORA, "Two things at once");
  const [message] = (await read(number)).messages;
  const parts = { stays: {}, parts: [{ subject: "The second thing", pieces: [{ message: message!.id, text: "Two things at once" }] }] };
  const split = await put(number, "split", parts, "POST");
  expect([split.status, split.body]).toMatchObject([expect.any(Number), {}]);
  const part = (await read(number)).parts[0]?.number;
  expect(part).toBeDefined();
  const problem = await desk.call<{ id: string }>(await staff(), "POST", "/problems", { title: "Things at once", tickets: [number] });
  expect(problem.status).toBe(201);
  await solve(part!);
  await solve(number);
  await desk.later(20 * DAY);
  expect([(await put(number, "split", parts, "POST")).status, (await put(number, "split", undefined, "DELETE")).status]).toEqual([409, 409]);
  const mail = await mailAbout(NORA, part!);
  await desk.mail(NORA, `Re: ${mail.subject}`, "The second thing is back.", { answers: mail.id });
  expect([(await after(part!)).length, await after(number)]).toEqual([1, []]);
  // The shared answer of a problem: what is closed gets nothing, and the sender reads why.
  const before = (await desk.mails(NORA)).length;
  const sent = await desk.call<{ detail: string }>(await staff(), "POST", `/problems/${problem.body.id}/answers`, { texts: { en: "It is mended." }, tickets: [number] });
  while (await runTogether(desk.house, (error) => void desk.faults.push(error)));
  expect([sent.status, sent.body.detail]).toEqual([400, expect.stringContaining("there is nobody to answer")]);
  expect([(await desk.mails(NORA)).length, (await read(number)).status]).toEqual([before, "closed"]);
});

test("somebody copied who writes later has a request of their own; the customer's page names no request that is not theirs", async () => {
  await desk.later(3_600_000);
  await desk.mail(NORA, "Invoices of the lab", "They lack a number.", { cc: "lab@elsewhere.example" });
  const number = await desk.ticketOf("Invoices of the lab");
  await solve(number);
  await desk.later(20 * DAY);
  await desk.mail("lab@elsewhere.example", `Re: [${number}]`, "Ours lack it as well.", { answers: (await mailAbout(NORA, number)).id });
  const [own] = await after(number);
  expect(own).toBeDefined();
  expect((await mailAbout("lab@elsewhere.example", own!)).text).toContain("closed for good");
  const page = await desk.page(await desk.cookieOf("person", NORA), number);
  expect([page.includes(number), page.includes(own!)]).toEqual([true, false]);
  expect(await desk.page(await desk.cookieOf("person", "lab@elsewhere.example"), own!)).not.toContain("Invoices of the lab”");
  expect(desk.faults).toEqual([]);
});
