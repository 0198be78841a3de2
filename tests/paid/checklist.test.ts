// Steps that the customer is asked to take: by the policy's clause, with its reminders, ticked by mail and in the portal without scripts. D13
import { beforeEach, expect, test } from "vitest";
import type { TicketView } from "../../src/desk/views/ticket.ts";
import { ringTimers } from "../../src/doors/worker/ring-timers.ts";
import { KAREN, LAURA, paidDesk } from "./paid-desk.ts";

const desk = await paidDesk();
let agent = "";
beforeEach(async () => void (agent = await desk.cookieOf("staff", "chiara.donati@dms.example"))); // a session does not outlive the days that pass here
const ticket = async (number: string): Promise<TicketView> => (await desk.call<TicketView>(agent, "GET", `/tickets/${number}`)).body;
const DAY = 86_400_000;
let n = 0;
async function asked(from: string, words: string): Promise<string> {
  const subject = `${words} ${(n += 1)}`;
  await desk.mail(from, subject, words);
  desk.pass(20 * 60_000);
  const number = await desk.ticketOf(subject);
  expect(number, JSON.stringify(desk.faults)).not.toBe("");
  return number;
}
const ring = async (): Promise<void> => {
  while (await ringTimers(desk.house, (error) => void desk.faults.push(error)));
};
const states = async (number: string) => (await ticket(number)).checklists.flatMap((list) => list.items.map((item) => item.state));

test("one mail names the steps in the customer's language with the clause; reminders come as the policy says, with what is left; an answer by numbers ticks", async () => {
  const number = await asked(LAURA, "Il programma si chiude da solo");
  const ask = (await ticket(number)).checklistAsks.find((each) => each.ask === "steps")!;
  expect([ask.pauses, ask.things.map((thing) => thing.id)]).toEqual([true, expect.arrayContaining(["error-messages", "changed-setting", "installed-version"])]);
  const body = { ask: "steps", things: ["error-messages", "installed-version"], items: ["Riavviare il computer"], text: "Mi serve il Suo aiuto." };
  expect((await desk.call(agent, "POST", `/tickets/${number}/checklists`, body)).status).toBe(201);
  const mail = await desk.lastMail(LAURA);
  for (const words of ["1. i messaggi di errore", "2. l’installazione di un componente", "3. Riavviare il computer", "Mi serve il Suo aiuto.", "finché aspettiamo, il tempo è fermo", "«1 fatto»"])
    expect(mail.text).toContain(words);
  expect((await ticket(number)).status).toBe("waiting");
  await desk.mail(LAURA, `Re: ${mail.subject}`, "Buongiorno,\n1 fatto\nLaura", { answers: mail.id });
  expect(await states(number)).toEqual(["done", "open", "open"]);
  desk.pass(2 * DAY + 60_000);
  await ring();
  const reminder = await desk.lastMail(LAURA);
  for (const words of ["2. l’installazione", "3. Riavviare il computer"]) expect(reminder.text).toContain(words);
  expect(reminder.text).not.toContain("1. i messaggi");
  await desk.mail(LAURA, `Re: ${mail.subject}`, "Il punto 2 come si fa?", { answers: mail.id });
  expect(await states(number)).toEqual(["done", "open", "open"]); // a question ticks nothing
  await desk.mail(LAURA, `Re: ${mail.subject}`, "Tutto fatto", { answers: mail.id });
  const after = await ticket(number);
  expect([await states(number), after.status, after.findings["steps-needed"]]).toEqual([["done", "done", "done"], "open", false]);
  const before = (await desk.mailsTo(LAURA)).length;
  desk.pass(8 * DAY);
  await ring();
  expect((await desk.mailsTo(LAURA)).length).toBe(before); // nothing is asked any more
});

test("the portal ticks without scripts, once, takes files with an item, and never shows one customer's list to another", async () => {
  const number = await asked(KAREN, "The chart does not open");
  await desk.call(agent, "POST", `/tickets/${number}/checklists`, { items: ["Send the log", "Restart"] });
  const [first, second] = (await ticket(number)).checklists[0]!.items;
  const karen = await desk.cookieOf("person", KAREN);
  const page = await desk.page(karen, number);
  for (const words of ["What we need you to do", "0 of 2 done", "Send the log"]) expect(page).toContain(words);
  const data = new FormData();
  for (const [name, value] of Object.entries({ token: "0199d1b2-0000-7000-8000-00000000abcd", item: first!.id, state: "done" })) data.set(name, value);
  data.set("files", new File(["boom at line 7"], "log.txt", { type: "text/plain" }));
  const sent = await fetch(`${desk.base}/dms/tickets/${number}/checklist`, { method: "POST", redirect: "manual", headers: { cookie: karen, origin: desk.base }, body: data });
  expect(sent.status).toBe(303);
  const after = await ticket(number);
  expect(after.messages.at(-1)).toMatchObject({ text: "1. Send the log", files: [{ name: "log.txt" }] });
  expect(await states(number)).toEqual(["done", "open"]);
  const laura = await desk.cookieOf("person", LAURA);
  expect((await desk.form(laura, `${number}/checklist`, { item: second!.id, state: "done" })).status).toBe(404);
  expect((await desk.form(karen, `${number}/checklist`, { item: second!.id, state: "done" })).status).toBe(303);
  expect(await desk.page(karen, number)).toContain("Everything is done");
  const again = await desk.form(karen, `${number}/checklist`, { item: second!.id, state: "done" });
  expect([again.status, again.text.includes("ticked already")]).toEqual([422, true]);
});

test("staff tick what the customer said in other words, and let go of what is not needed; a closed ticket is asked nothing", async () => {
  const number = await asked(KAREN, "Labels come out empty");
  await desk.call(agent, "POST", `/tickets/${number}/checklists`, { items: ["Restart", "Print a test page"] });
  const [first, second] = (await ticket(number)).checklists[0]!.items;
  const put = (item: string, state: string, as: string = agent) => desk.call(as, "PUT", `/tickets/${number}/checklist-items/${item}`, { state });
  expect((await put(second!.id, "dropped", await desk.cookieOf("person", KAREN))).status).toBe(403);
  expect([(await put(first!.id, "done")).status, (await put(second!.id, "dropped")).status]).toEqual([200, 200]);
  expect((await ticket(number)).checklists[0]!.endedAt).not.toBeNull();
  await desk.call(agent, "PUT", `/tickets/${number}/closure`, { outcome: "unresolved" });
  expect((await desk.call(agent, "POST", `/tickets/${number}/checklists`, { items: ["Restart"] })).status).toBe(403);
  expect(desk.faults).toEqual([]);
});
