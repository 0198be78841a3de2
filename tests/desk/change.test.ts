// The one road, on real PostgreSQL: what is decided, kept and sent.
import { expect, test } from "vitest";
import type { OutboxRow, PromisesRow, TicketsRow } from "../../src/database/rows.gen.ts";
import { change } from "../../src/desk/change.ts";
import type { Actor, Event } from "../../src/desk/event.ts";
import type { OutboxMail } from "../../src/desk/outbox-mail.ts";
import { composeMail } from "../../src/words/mails/compose.ts";
import { MONDAY, smallDesk } from "./small-desk.ts";

const { house, database, ids, at } = await smallDesk();
const person: Actor = { kind: "person", id: ids.contact, name: "Léa Payé" };
const staff: Actor = { kind: "staff", id: ids.expert, name: "Ana Petit" };
let n = 0;
const ask = (more: Partial<Extract<Event, { kind: "ask" }>> = {}): Event => ({
  kind: "ask",
  id: `test:${++n}`,
  by: person,
  asker: { id: ids.contact },
  subject: "Une question",
  said: { text: "Comment faire ?", channel: "mail" },
  ...more,
});
const rows = <R extends object>(sql: string, ...params: unknown[]): Promise<R[]> => database.asDesk("small", (tx) => tx.query<R>(sql, params));
const mails = async (ticket: string): Promise<OutboxMail[]> => (await rows<OutboxRow>("select * from outbox where ticket = $1 order by made_at, id", ticket)).map((r) => r.payload as OutboxMail);

test("a request in good standing gets a number, a named expert, a promise with its due time, and one confirmation that says so", async () => {
  at(MONDAY);
  const done = await change(house, "small", ask());
  expect(done.ticket.number).toMatch(/^SM-\d{4}$/);
  const [ticket] = await rows<TicketsRow>("select * from tickets where id = $1", done.ticket.id);
  expect(ticket).toMatchObject({ status: "open", refused: false, assignee: ids.expert, language: "fr" });
  const [promise] = await rows<PromisesRow>("select * from promises where ticket = $1", done.ticket.id);
  expect(new Date(promise!.due!).toISOString()).toBe("2026-03-04T17:00:00.000Z"); // Wednesday 18:00 in Paris
  const sent = await mails(done.ticket.id);
  expect(sent).toHaveLength(1);
  const mail = composeMail(sent[0]!.what);
  expect(mail.subject).toContain(done.ticket.number);
  expect(mail.text).toContain("Ana Petit");
  expect(mail.text).toContain("2 jours ouvr");
  expect(mail.text).toContain("4 mars 2026");
  expect(mail.text).not.toContain("réservé aux abonnés");
});

test("an expired subscription is refused with the reason, and promised nothing", async () => {
  const done = await change(house, "small", ask({ asker: { id: ids.late } }));
  expect(await rows("select * from promises where ticket = $1", done.ticket.id)).toHaveLength(0);
  const [sent] = await mails(done.ticket.id);
  expect(sent?.what.mail).toBe("refusal");
  expect(composeMail(sent!.what).text).toContain("réservé aux abonnés");
});

test("a question about renewing is answered even so", async () => {
  const done = await change(house, "small", ask({ asker: { id: ids.late }, topic: "renewal" }));
  expect((await mails(done.ticket.id))[0]?.what.mail).toBe("confirmation");
});

test("a refusal reversed by a finding counts the promise from the opening", async () => {
  at(MONDAY);
  const refused = await change(house, "small", ask({ topic: "video" }));
  at(MONDAY + 3 * 3_600_000);
  await change(house, "small", { kind: "finding", id: "test:cause", by: staff, ticket: refused.ticket.id, findings: { cause: "ours" } });
  const [promise] = await rows<PromisesRow>("select * from promises where ticket = $1", refused.ticket.id);
  expect(promise?.starts).toBe(MONDAY);
  const [ticket] = await rows<TicketsRow>("select * from tickets where id = $1", refused.ticket.id);
  expect(ticket?.refused).toBe(false);
  expect((await mails(refused.ticket.id)).map((m) => m.what.mail)).toEqual(["refusal", "confirmation"]);
});

test("an event that arrives twice has one effect", async () => {
  const event = ask();
  const [first, second] = await Promise.all([change(house, "small", event), change(house, "small", event)]);
  expect(first.ticket.id).toBe(second.ticket.id);
  expect([first.repeated, second.repeated].sort()).toEqual([false, true]);
  expect(await mails(first.ticket.id)).toHaveLength(1);
});

test("two events on one ticket at once are both kept", async () => {
  const { ticket } = await change(house, "small", ask());
  const write = (text: string): Promise<unknown> => change(house, "small", { kind: "message", id: `test:m${text}`, by: person, ticket: ticket.id, said: { text, channel: "portal" } });
  await Promise.all([write("un"), write("deux"), write("trois")]);
  const said = await rows<{ text: string }>("select text from messages where ticket = $1", ticket.id);
  expect(said.map((m) => m.text).sort()).toEqual(["Comment faire ?", "deux", "trois", "un"]);
});

test("whoever saw an older ticket is told that it changed, and nothing is overwritten", async () => {
  const { ticket } = await change(house, "small", ask());
  await change(house, "small", { kind: "note", id: "test:n1", by: staff, ticket: ticket.id, said: { text: "vu", channel: "console" }, expect: ticket.revision });
  await expect(change(house, "small", { kind: "note", id: "test:n2", by: staff, ticket: ticket.id, said: { text: "aussi", channel: "console" }, expect: ticket.revision })).rejects.toThrow(/revision/);
  expect(await rows("select id from messages where ticket = $1 and kind = 'note'", ticket.id)).toHaveLength(1);
});

test("an answer keeps the promise and reaches the customer under the expert's name", async () => {
  at(MONDAY);
  const { ticket } = await change(house, "small", ask());
  at(MONDAY + 3_600_000);
  await change(house, "small", { kind: "answer", id: "test:a1", by: staff, ticket: ticket.id, said: { text: "Cliquez ici.", channel: "console" } });
  const [promise] = await rows<PromisesRow>("select * from promises where ticket = $1", ticket.id);
  expect(promise?.state).toBe("kept");
  const sent = await mails(ticket.id);
  expect(composeMail(sent[1]!.what).text).toMatch(/Cliquez ici\.[\s\S]*Ana Petit/);
});

test("a promise that comes due unmet is broken once, and the customer gets the apology that the policy owes", async () => {
  at(MONDAY);
  const { ticket } = await change(house, "small", ask());
  const due = Date.parse("2026-03-04T17:00:00Z");
  at(due);
  const timer: Event = {
    kind: "timer",
    id: `timer:${ticket.id}:1`,
    by: { kind: "clock", id: null, name: "" },
    ticket: ticket.id,
    key: "promise:ticket/first-answer",
    moment: "promise-ended",
    about: "ticket/first-answer",
  };
  await change(house, "small", timer);
  await change(house, "small", { ...timer, id: `timer:${ticket.id}:2` });
  const [promise] = await rows<PromisesRow>("select * from promises where ticket = $1", ticket.id);
  expect(promise?.state).toBe("broken");
  const sent = await mails(ticket.id);
  expect(sent.map((m) => m.what.mail)).toEqual(["confirmation", "apology"]);
});

test("a silent ticket wakes by its own timer and is closed by the policy", async () => {
  at(MONDAY);
  const { ticket } = await change(house, "small", ask());
  await change(house, "small", { kind: "answer", id: "test:a9", by: staff, ticket: ticket.id, said: { text: "Alors ?", channel: "console" } });
  const [timer] = await rows<{ at: number }>("select at from timers where ticket = $1 and key = 'clock'", ticket.id);
  expect(timer?.at).toBe(MONDAY + 14 * 86_400_000);
  at(timer!.at);
  await change(house, "small", { kind: "timer", id: `timer:${ticket.id}:clock`, by: { kind: "clock", id: null, name: "" }, ticket: ticket.id, key: "clock", moment: "timer", about: "clock" });
  const [closed] = await rows<TicketsRow>("select * from tickets where id = $1", ticket.id);
  expect(closed).toMatchObject({ status: "closed", outcome: "unresolved" });
  expect(await rows("select 1 from timers where ticket = $1", ticket.id)).toHaveLength(0);
});

test("a preview says what would be promised and leaves nothing behind", async () => {
  at(MONDAY);
  const before = await rows<{ n: number }>("select count(*)::int as n from tickets");
  const seen = await change(house, "small", ask({ topic: "video" }), { preview: true });
  expect(seen.reasons.map((r) => r.id)).toContain("video-out");
  expect(await rows<{ n: number }>("select count(*)::int as n from tickets")).toEqual(before);
});

test("a stranger who writes becomes known and is told that support is for subscribers", async () => {
  const done = await change(house, "small", ask({ asker: { email: "New@Stranger.example", name: "N. Ouveau" } }));
  const [sent] = await mails(done.ticket.id);
  expect(sent?.to).toEqual({ name: "N. Ouveau", address: "New@Stranger.example" });
  expect(sent?.what.mail).toBe("refusal");
});

test("a solved ticket that is opened again stays open", async () => {
  at(MONDAY);
  const { ticket } = await change(house, "small", ask());
  await change(house, "small", { kind: "close", id: "test:c1", by: staff, ticket: ticket.id, outcome: "solved" });
  await change(house, "small", { kind: "reopen", id: "test:r1", by: staff, ticket: ticket.id });
  const [row] = await rows<TicketsRow>("select * from tickets where id = $1", ticket.id);
  expect(row).toMatchObject({ status: "open", outcome: null, closed_at: null });
});
