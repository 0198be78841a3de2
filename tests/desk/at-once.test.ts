// Requests that arrive at once share a transaction; nothing of that shows on any of their tickets.
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { change } from "../../src/desk/change.ts";
import type { Event } from "../../src/desk/event.ts";
import { keepMember } from "../../src/desk/organisations/writes.ts";
import { closeOn } from "../../src/desk/policies/closures.ts";
import { smallDesk } from "./small-desk.ts";

const { house, database, ids, news } = await smallDesk();
let n = 0;
const asks = (more: Partial<Extract<Event, { kind: "ask" }>> = {}): Event => ({
  kind: "ask",
  id: `at-once:${++n}`,
  by: { kind: "person", id: ids.contact, name: "Léa Payé" },
  asker: { id: ids.contact },
  subject: `Question ${n}`,
  said: { text: `Comment faire ${n} ?`, channel: "mail" },
  ...more,
});
const rows = <Row extends object>(sql: string, params: unknown[] = []): Promise<Row[]> => database.asDesk("small", (tx) => tx.query<Row>(sql, params));

test("forty at once have a number, a decision, a promise and a confirmation each, in few transactions", async () => {
  const people = await database.asDesk("small", (tx) =>
    Promise.all(Array.from({ length: 40 }, (_, i) => keepMember(tx, "small", ids.paid, { name: `Client ${i}`, email: `client${i}@paid.example`, sees: "own" }, house.now()))),
  );
  news.length = 0;
  const done = await Promise.all(people.map((id) => change(house, "small", asks({ asker: { id } }))));
  expect(new Set(done.map((d) => d.ticket.number)).size).toBe(40);
  expect(news.filter((kind) => kind === "ask")).toHaveLength(40);
  for (const { ticket, reasons } of done) {
    expect(reasons.length).toBeGreaterThan(0);
    const [whole] = await rows<Record<string, number>>(
      `select (select count(*)::int from messages where ticket = $1) as messages, (select count(*)::int from decisions where ticket = $1) as decisions,
        (select count(*)::int from promises where ticket = $1) as promises, (select count(*)::int from outbox where ticket = $1) as mails, (select count(*)::int from events where ticket = $1) as events`,
      [ticket.id],
    );
    expect(whole).toMatchObject({ messages: 1, decisions: 1, mails: 1, events: 1 });
    expect(whole!["promises"]).toBeGreaterThan(0);
  }
  const transactions = await rows<{ n: number }>("select count(distinct tx::text)::int as n from events where desk = troth_desk() and id like 'at-once:%'");
  expect(transactions[0]!.n).toBeLessThan(20);
});

test("what each says stands on its own ticket", async () => {
  const done = await Promise.all(Array.from({ length: 10 }, (_, i) => change(house, "small", asks({ subject: `Mine is ${i}`, said: { text: `Only ${i} wrote this`, channel: "mail" } }))));
  for (const [i, { ticket }] of done.entries())
    expect(await rows("select t.subject, m.text from tickets t join messages m on m.desk = t.desk and m.ticket = t.id where t.id = $1", [ticket.id])).toEqual([
      { subject: `Mine is ${i}`, text: `Only ${i} wrote this` },
    ]);
});

test("one that comes twice at the same moment is one ticket, and both hear its number", async () => {
  const twice = asks();
  const done = await Promise.all([change(house, "small", asks()), change(house, "small", twice), change(house, "small", asks()), change(house, "small", twice), change(house, "small", asks())]);
  expect(done[1]!.ticket.number).toBe(done[3]!.ticket.number);
  expect([done[1]!.repeated, done[3]!.repeated].filter(Boolean)).toHaveLength(1);
  expect(new Set(done.map((d) => d.ticket.number)).size).toBe(4);
  expect(await rows("select 1 from events where desk = troth_desk() and id = $1", [twice.id])).toHaveLength(1);
});

test("one that cannot be taken has its error; the others have their tickets", async () => {
  const results = await Promise.allSettled([
    change(house, "small", asks()),
    change(house, "small", asks({ asker: { id: "018f0000-0000-7000-8000-000000000000" } })),
    change(house, "small", asks()),
    change(house, "small", asks({ by: { kind: "nobody" as "person", id: null, name: "x" } })),
    change(house, "small", asks()),
  ]);
  expect(results.map((r) => r.status)).toEqual(["fulfilled", "rejected", "fulfilled", "rejected", "fulfilled"]);
});

test("somebody new who writes several times at once is one person", async () => {
  const from = (email: string): Promise<unknown> => change(house, "small", asks({ asker: { email, name: "Nouvelle" }, by: { kind: "person", id: null, name: "Nouvelle" } }));
  await Promise.all(["neu@new.example", "autre@new.example", "neu@new.example", "autre@new.example", "neu@new.example"].map(from));
  expect(await rows("select email from people where desk = troth_desk() and email like '%@new.example' order by email")).toEqual([{ email: "autre@new.example" }, { email: "neu@new.example" }]);
});

test("whoever takes only so many is never given more, however many come at once", async () => {
  await database.asOwner((tx) => tx.run("update tickets set status = 'closed', closed_at = at_ms($1), outcome = 'solved'", [house.now()]));
  await database.asOwner((tx) => tx.run("update staff set capacity = 3 where desk = 'small'"));
  const done = await Promise.all(Array.from({ length: 12 }, () => change(house, "small", asks())));
  expect(done.filter((d) => d.assignee?.id === ids.expert)).toHaveLength(3);
  await database.asOwner((tx) => tx.run("update staff set capacity = null where desk = 'small'"));
});

test("new hours wait for those who are being decided together, and they for new hours", async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  let closed = (): void => undefined;
  const begun = new Promise<void>((resolve) => (closed = resolve));
  const closing = database.asDesk("small", async (tx) => {
    await closeOn(tx, { calendar: "office", first: "2026-03-03", last: "2026-03-03", hours: [] }, { reason: "Flood", by: "Ana", announceBy: null }, house.now());
    closed();
    await held;
  });
  await begun;
  let decided = 0;
  const many = Promise.all(Array.from({ length: 6 }, () => change(house, "small", asks()).then((done) => ((decided += 1), done))));
  await wait(300);
  expect(decided).toBe(0);
  release();
  await closing;
  const [desk] = await rows<{ hours: number }>("select hours from desks where desk = troth_desk()");
  for (const { ticket } of await many) expect(await rows("select distinct hours from promises where ticket = $1", [ticket.id])).toEqual([{ hours: desk!.hours }]);
});
