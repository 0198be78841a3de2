// Every act that a mail can perform, by real SMTP, as far as the mail is proven: at once, by a code from the address on file, or not at all. T7
import { expect, test } from "vitest";
import type { TicketView } from "../../src/desk/views/ticket.ts";
import { keepMember } from "../../src/desk/organisations/writes.ts";
import { MOST_ON_TICKET } from "../../src/desk/held/limits.ts";
import { MOST_WRONG } from "../../src/desk/held/writes.ts";
import { wholeDesk } from "../rows/whole-desk.ts";
import { KAREN, LAURA, paidDesk } from "./paid-desk.ts";

const MINUTE = 60_000;
const desk = await paidDesk();
const agent = await desk.cookieOf("staff", "chiara.donati@dms.example");
const ticket = async (number: string): Promise<TicketView> => (await desk.call<TicketView>(agent, "GET", `/tickets/${number}`)).body;
const state = async (number: string): Promise<string | undefined> => (await ticket(number)).offers.at(-1)?.state;
const codeIn = (text: string): string => /\d{3} \d{3}/.exec(text)?.[0] ?? "";
let n = 0;
async function asked(from = KAREN, more: { cc?: string; headers?: Record<string, string>; verdict?: "pass" | "none" | "fail" } = {}) {
  const subject = `How do I print page ${(n += 1)}?`;
  desk.pass(20 * MINUTE);
  await desk.mail(from, subject, subject, more);
  return { number: await desk.ticketOf(subject), mail: await desk.lastMail(from) };
}
const notes = async (number: string): Promise<string[]> => (await ticket(number)).messages.filter((m) => m.kind === "note").map((m) => m.text);

test("a denied answer does nothing, and the address on file reads what was asked and where it can be done, once a day", async () => {
  const { number, mail } = await asked();
  const before = (await desk.mails(KAREN)).length;
  for (const words of ["I accept", "I do not accept"]) {
    desk.pass(4 * MINUTE);
    await desk.mail(KAREN, `Re: ${mail.subject}`, words, { answers: mail.id, verdict: "fail" });
  }
  expect(await state(number)).toBe("open");
  expect(await notes(number)).toHaveLength(2);
  const told = (await desk.mails(KAREN)).slice(before).filter((each) => each.text.includes("Nothing was done on a mail in your name"));
  expect(told).toHaveLength(1);
  for (const words of ["Agree to the offer", "did not send this mail", `/dms/tickets/${number}`, "there is nothing to do"]) expect(told[0]?.text).toContain(words);
  expect(codeIn(told[0]?.text ?? "")).toBe("");
});

test("a refusal of the price is held for its code as an agreement is", async () => {
  const { number, mail } = await asked();
  await desk.mail(KAREN, `Re: ${mail.subject}`, "I do not accept", { answers: mail.id, verdict: "none" });
  expect(await state(number)).toBe("open");
  const code = await desk.lastMail(KAREN);
  desk.pass(4 * MINUTE);
  await desk.mail(KAREN, `Re: ${code.subject}`, codeIn(code.text), { answers: code.id, verdict: "none" });
  expect(await state(number)).toBe("declined");
});

test("a code that comes back in a mail that its domain denies does nothing; in another it does, once", async () => {
  const { number, mail } = await asked();
  await desk.mail(KAREN, `Re: ${mail.subject}`, "I accept", { answers: mail.id, verdict: "none" });
  const code = await desk.lastMail(KAREN);
  desk.pass(4 * MINUTE);
  await desk.mail(KAREN, `Re: ${code.subject}`, codeIn(code.text), { answers: code.id, verdict: "fail" });
  expect(await state(number)).toBe("open");
  for (let times = 0; times < 2; times += 1) {
    desk.pass(4 * MINUTE);
    await desk.mail(KAREN, `Re: ${code.subject}`, `Here: ${codeIn(code.text)} ${times}`, { answers: code.id, verdict: "none" });
  }
  expect((await ticket(number)).timeline.filter((e) => e.kind === "consent")).toHaveLength(1);
});

test("many codes in one mail are as many tries: after five wrong ones the right one comes too late", async () => {
  const { number, mail } = await asked();
  await desk.mail(KAREN, `Re: ${mail.subject}`, "I accept", { answers: mail.id, verdict: "none" });
  const code = await desk.lastMail(KAREN);
  const right = codeIn(code.text).replace(" ", "");
  const wrong = Array.from({ length: MOST_WRONG }, (_, at) => String((Number(right) + 1 + at) % 1_000_000).padStart(6, "0"));
  desk.pass(4 * MINUTE);
  await desk.mail(KAREN, `Re: ${code.subject}`, wrong.join(" "), { answers: code.id, verdict: "none" });
  desk.pass(4 * MINUTE);
  await desk.mail(KAREN, `Re: ${code.subject}`, codeIn(code.text), { answers: code.id, verdict: "none" });
  expect(await state(number)).toBe("open");
});

test("who sends one mail after the other in somebody's name fills nobody's mailbox with codes; staff read that enough went out", async () => {
  const { number, mail } = await asked();
  const before = (await desk.mails(KAREN)).length;
  for (let times = 0; times < MOST_ON_TICKET + 3; times += 1) {
    desk.pass(4 * MINUTE);
    await desk.mail(KAREN, `Re: ${mail.subject}`, times % 2 ? "I accept" : "Yes, I accept", { answers: mail.id, verdict: "none" });
  }
  const since = (await desk.mails(KAREN)).slice(before);
  expect(since.filter((each) => codeIn(each.text))).toHaveLength(MOST_ON_TICKET);
  expect(since.filter((each) => each.text.includes("enough codes to prove it went to you today"))).toHaveLength(1);
  expect((await notes(number)).filter((text) => text.includes("enough codes went to the address on file today"))).toHaveLength(3);
  expect(await state(number)).toBe("open");
});

test("a colleague who sees the office's tickets gets the code that their own mail asks for, a stranger gets none", async () => {
  const colleague = { email: "secondo@customer-dms.example", name: "Secondo Bassi" };
  const [laura] = await desk.rows<{ organisation: string }>("dms", "select organisation from people where email = $1", LAURA);
  await desk.house.database.asDesk("dms", (tx) => keepMember(tx, "dms", laura!.organisation, { ...colleague, sees: "office" }, desk.house.now()));
  const { number, mail } = await asked(LAURA);
  await desk.mail("eve@elsewhere.example", `Re: ${mail.subject}`, "accetto", { answers: mail.id, verdict: "none" });
  desk.pass(4 * MINUTE);
  const [hers, theirs] = [(await desk.mails(LAURA)).length, (await desk.mails(colleague.email)).length];
  await desk.mail(colleague.email, `Re: ${mail.subject}`, "accetto", { answers: mail.id, verdict: "none" });
  const codes = (await desk.mails(colleague.email)).slice(theirs).filter((each) => codeIn(each.text));
  expect(codes).toHaveLength(1);
  expect((await desk.mails(LAURA)).slice(hers).filter((each) => codeIn(each.text))).toEqual([]);
  expect((await desk.mails("eve@elsewhere.example")).filter((each) => codeIn(each.text))).toEqual([]);
  desk.pass(4 * MINUTE);
  await desk.mail(colleague.email, `Re: ${codes[0]?.subject}`, codeIn(codes[0]?.text ?? ""), { answers: codes[0]?.id ?? "", verdict: "none" });
  expect(await state(number)).toBe("accepted");
});

test("an address that a request asked answers to go to proves nothing for its requester: the code goes to the address on file", async () => {
  const reception = "reception@lakeside-dental.example";
  const subject = `How do I print page ${(n += 1)}?`;
  desk.pass(20 * MINUTE);
  await desk.mail(KAREN, subject, subject, { headers: { "Reply-To": reception }, verdict: "none" });
  const number = await desk.ticketOf(subject);
  const mail = await desk.lastMail(reception);
  desk.pass(4 * MINUTE);
  await desk.mail(reception, `Re: ${mail.subject}`, "I accept", { answers: mail.id, verdict: "pass" });
  expect(await state(number)).toBe("open");
  expect(codeIn((await desk.lastMail(reception)).text)).toBe("");
  const code = await desk.lastMail(KAREN);
  expect(code.text).toContain("Is this from you?");
  expect(codeIn(code.text)).not.toBe("");
  desk.pass(4 * MINUTE);
  await desk.mail(KAREN, `Re: ${code.subject}`, codeIn(code.text), { answers: code.id, verdict: "none" });
  expect(await state(number)).toBe("accepted");
});

test("a denied mail ticks nothing and brings nobody along; its words stand on the ticket with what is known of them", async () => {
  const { number } = await asked();
  await desk.call(agent, "POST", `/tickets/${number}/checklists`, { items: ["Send the log", "Restart"] });
  const list = await desk.lastMail(KAREN);
  desk.pass(4 * MINUTE);
  await desk.mail(KAREN, `Re: ${list.subject}`, "All done", { answers: list.id, verdict: "fail", cc: "mallory@evil.example" });
  const after = await ticket(number);
  expect(after.checklists[0]?.items.map((item) => item.state)).toEqual(["open", "open"]);
  expect(after.messages.at(-1)).toMatchObject({ kind: "message", text: "All done" });
  expect(await desk.rows("dms", "select 1 from participants where address = 'mallory@evil.example'")).toEqual([]);
  desk.pass(4 * MINUTE);
  await desk.mail(KAREN, `Re: ${list.subject}`, "1 done", { answers: list.id, verdict: "none" });
  expect((await ticket(number)).checklists[0]?.items.map((item) => item.state)).toEqual(["done", "open"]);
});

test("that a case may be closed is agreed to by a proven mail, or by a code; a denied one does nothing", async () => {
  const { number, mail } = await asked();
  await desk.mail(KAREN, `Re: ${mail.subject}`, "I accept", { answers: mail.id });
  await desk.call(agent, "PUT", `/tickets/${number}/closure`, { outcome: "solved", text: "Choose two copies." });
  const closing = await desk.lastMail(KAREN);
  for (const verdict of ["fail", "none"] as const) {
    desk.pass(4 * MINUTE);
    await desk.mail(KAREN, `Re: ${closing.subject}`, "Yes, you may close it", { answers: closing.id, verdict });
    expect((await ticket(number)).status, verdict).not.toBe("closed");
  }
  const code = await desk.lastMail(KAREN);
  desk.pass(4 * MINUTE);
  await desk.mail(KAREN, `Re: ${code.subject}`, codeIn(code.text), { answers: code.id, verdict: "none" });
  expect((await ticket(number)).status).toBe("closed");
  expect(desk.faults).toEqual([]);
});

test("asking by a mail accepts the terms as far as the mail is proven: else the next mail tells them again", { timeout: 120_000 }, async () => {
  const tax = await wholeDesk("taxdome");
  const [firm] = await tax.rows<{ email: string; id: string }>("taxdome", "select email, id from people where organisation is not null order by email limit 1");
  await tax.house.database.asDesk("taxdome", (tx) => tx.run("delete from acceptances where desk = troth_desk()"));
  const accepted = async (): Promise<number> => (await tax.rows("taxdome", "select 1 from acceptances where person = $1", firm!.id)).length;
  for (const [verdict, rows] of [
    ["fail", 0],
    ["none", 0],
    ["pass", 1],
    ["pass", 1],
  ] as const) {
    tax.pass(20 * MINUTE);
    await tax.mail(firm!.email, `Pipelines ${(n += 1)}`, "How do I set up a pipeline?", { verdict });
    expect(await accepted(), verdict).toBe(rows);
  }
  expect(tax.faults).toEqual([]);
});
