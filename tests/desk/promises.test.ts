// Promises on a real desk: their pauses, their order after an outage, and what does not count as keeping them.
import { expect, test } from "vitest";
import type { PromisesRow, TimersRow } from "../../src/database/rows.gen.ts";
import { change } from "../../src/desk/change.ts";
import type { Actor, Event } from "../../src/desk/event.ts";
import { ticketView } from "../../src/desk/views/ticket.ts";
import { ringTimers } from "../../src/doors/worker/ring-timers.ts";
import { compile } from "../../src/policy/index.ts";
import { keepVersion } from "../../src/desk/policies/activate.ts";
import { composeMail } from "../../src/words/mails/compose.ts";
import type { OutboxMail } from "../../src/desk/outgoing.ts";
import { MONDAY, smallDesk } from "./small-desk.ts";
import { SMALL_POLICY } from "./small-policy.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const { house, database, ids, at } = await smallDesk();
const PROMISES = `  - clause: solution
    promise: solution
    must: 10 working hours
    calendar: office
    pauses: [waiting-on-customer]
    words: { fr: "Une solution en {must}.", en: "A solution within {must}." }
  - clause: looked-into
    promise: review
    must: 1 day
    starts: contested
    even-if-refused: true
    words: { fr: "Nous réexaminons ce que vous contestez en {must}.", en: "We look into what you contest within {must}." }
`;
const text = SMALL_POLICY.replace(/^remedies:\n/m, `${PROMISES}remedies:\n`);
const { policy, findings } = compile(text);
if (!policy) throw new Error(findings.map((f) => f.message).join("\n"));
await database.asOwner((tx) => keepVersion(tx, "small", 2, policy, text, "test"));

const person: Actor = { kind: "person", id: ids.contact, name: "Léa Payé" };
const staff: Actor = { kind: "staff", id: ids.expert, name: "Ana Petit" };
let n = 0;
const id = (): string => `promises:${++n}`;
const ask = async (): Promise<string> => (await change(house, "small", { kind: "ask", id: id(), by: person, asker: { id: ids.contact }, subject: "Une question", said: { text: "Comment faire ?", channel: "mail" } })).ticket.id;
const answer = (ticket: string, more: Partial<Extract<Event, { kind: "answer" }>> = {}): Promise<unknown> => change(house, "small", { kind: "answer", id: id(), by: staff, ticket, said: { text: "Quelle version avez-vous ?", channel: "console" }, ...more });
const reply = (ticket: string): Promise<unknown> => change(house, "small", { kind: "message", id: id(), by: person, ticket, said: { text: "La 7.", channel: "portal" } });
const rows = <R extends object>(sql: string, ...params: unknown[]): Promise<R[]> => database.asDesk("small", (tx) => tx.query<R>(sql, params));
const promise = async (ticket: string, kind: string): Promise<PromisesRow> => (await rows<PromisesRow>("select * from promises where ticket = $1 and kind = $2 order by made_at desc", ticket, kind))[0] ?? expect.fail(`no promise of ${kind}`);
const iso = (ms: number | null): string => (ms === null ? "" : new Date(ms).toISOString());
const mails = async (ticket: string): Promise<OutboxMail[]> => (await rows<{ payload: OutboxMail }>("select payload from outbox where ticket = $1 order by made_at, id", ticket)).map((r) => r.payload);
const ringAll = async (): Promise<void> => {
  const faults: unknown[] = [];
  while (await ringTimers(house, (error) => faults.push(error)));
  expect(faults).toEqual([]);
};
const view = (ticket: string, as: "staff" | "person"): ReturnType<typeof ticketView> => database.asDesk("small", (tx) => ticketView({
  tx, desk: "small", house, lang: "fr",
  viewer: as === "staff" ? { kind: "staff", id: ids.expert, name: "Ana Petit", role: "agent" } : { kind: "person", id: ids.contact, name: "Léa Payé", organisation: ids.paid, sees: "office" },
} as never, { id: ticket }));

test("a question to the customer stops the clock with its reason, their answer starts it again with what was left, and both are told", async () => {
  at(MONDAY); // Monday 10:00; ten working hours end on Tuesday at 11:00
  const ticket = await ask();
  expect(iso((await promise(ticket, "solution")).due)).toBe("2026-03-03T10:00:00.000Z");
  at(MONDAY + 2 * HOUR);
  await answer(ticket, { asks: true });
  expect(await promise(ticket, "solution")).toMatchObject({ state: "paused", pauses: [{ from: MONDAY + 2 * HOUR, to: null, reason: "question" }] });
  expect(await rows<TimersRow>("select * from timers where ticket = $1 and about = 'ticket/solution'", ticket)).toEqual([]);
  expect(composeMail((await mails(ticket)).at(-1)!.what).text).toContain("Nous avons besoin de votre réponse pour continuer. D’ici là, le délai est suspendu : Solution.");
  const seen = (await view(ticket, "person")).promises.find((p) => p.kind === "solution");
  expect(seen?.pauses).toEqual([{ from: iso(MONDAY + 2 * HOUR), to: null, reason: "question" }]);
  at(MONDAY + 9 * DAY); // the clock would have run out long ago
  await ringAll();
  expect((await promise(ticket, "solution")).state).toBe("paused");
  await reply(ticket); // Wednesday 11 March, 10:00: eight hours are left
  const resumed = await promise(ticket, "solution");
  expect([resumed.state, iso(resumed.due)]).toEqual(["running", "2026-03-11T17:00:00.000Z"]);
  expect(composeMail((await mails(ticket)).at(-1)!.what).text).toContain("11 mars 2026, 18:00");
  const happened = (await view(ticket, "staff")).timeline.map((e) => e.kind);
  expect(happened).toEqual(expect.arrayContaining(["promise-paused", "promise-resumed"]));
});

test("no other hand stops it: not a status, not an answer that asks nothing, not a question on the telephone", async () => {
  at(MONDAY);
  const ticket = await ask();
  await change(house, "small", { kind: "status", id: id(), by: staff, ticket, status: "waiting" });
  await answer(ticket, { said: { text: "Nous regardons.", channel: "console" } });
  await answer(ticket, { asks: true, called: true });
  expect(await promise(ticket, "solution")).toMatchObject({ state: "running", pauses: [] });
});

test("an empty answer keeps no promise, a file alone does", async () => {
  at(MONDAY);
  const ticket = await ask();
  await answer(ticket, { said: { text: "  \n ", channel: "mail" } });
  expect((await promise(ticket, "first-answer")).state).toBe("running");
  await change(house, "small", { kind: "automatic", id: id(), by: staff, ticket, said: { text: "Absente jusqu’à lundi", channel: "mail" } });
  expect((await promise(ticket, "first-answer")).state).toBe("running");
  await answer(ticket, { said: { text: "", channel: "console", files: [{ name: "a.pdf", type: "application/pdf", size: 3, sha: "0".repeat(64) }] } });
  expect((await promise(ticket, "first-answer")).state).toBe("kept");
});

test("after an outage the clock's event comes before the answer that came too late, and the customer gets both the apology and the answer", async () => {
  at(MONDAY);
  const ticket = await ask();
  const { due } = await promise(ticket, "first-answer");
  at(MONDAY + 5 * DAY); // nobody rang a timer meanwhile
  const [{ revision }] = await rows<{ revision: number }>("select revision from tickets where id = $1", ticket) as [{ revision: number }];
  await answer(ticket, { expect: revision });
  const broken = await promise(ticket, "first-answer");
  expect(broken).toMatchObject({ state: "broken", ended_at: due, met_at: MONDAY + 5 * DAY });
  const sent = ["confirmation", "apology", "apology", "answer"]; // an apology for each of the two promises
  expect((await mails(ticket)).map((m) => m.what.mail)).toEqual(sent);
  expect((await rows<{ kind: string }>("select kind from events where ticket = $1 order by seq", ticket)).map((e) => e.kind)).toEqual(["ask", "timer", "timer", "answer"]);
  await ringAll();
  expect((await mails(ticket)).map((m) => m.what.mail)).toEqual(sent);
});

test("what a customer contests is promised a review, which only a finding about it meets", async () => {
  at(MONDAY);
  const ticket = await ask();
  await change(house, "small", { kind: "claim", id: id(), by: person, ticket, claims: { topic: "video" } });
  expect((await promise(ticket, "review")).state).toBe("running");
  await change(house, "small", { kind: "finding", id: id(), by: staff, ticket, findings: { outcome: "unresolved" } });
  expect((await promise(ticket, "review")).state).toBe("running");
  await change(house, "small", { kind: "finding", id: id(), by: staff, ticket, findings: { topic: "how-to" } });
  expect((await promise(ticket, "review")).state).toBe("kept");
});

test("a ticket that is closed while a clock stands still ends the pause with it", async () => {
  at(MONDAY);
  const ticket = await ask();
  await answer(ticket, { asks: true });
  at(MONDAY + DAY);
  await change(house, "small", { kind: "close", id: id(), by: staff, ticket, outcome: "unresolved" });
  expect(await promise(ticket, "solution")).toMatchObject({ state: "withdrawn", pauses: [{ from: MONDAY, to: MONDAY + DAY, reason: "question" }] });
});
