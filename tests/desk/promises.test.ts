// Promises on a real desk: their pauses, their order after an outage, and what does not count as keeping them.
import { expect, test } from "vitest";
import type { PromisesRow, TimersRow } from "../../src/database/rows.gen.ts";
import { change } from "../../src/desk/change.ts";
import type { Actor, Event } from "../../src/desk/event.ts";
import { keepShown, newlyShown } from "../../src/desk/promises/shown.ts";
import { driftedPromises } from "../../src/desk/promises/reads.ts";
import { setStanding } from "../../src/desk/acts/records/set-standing.ts";
import { keepStaff } from "../../src/desk/staff/writes.ts";
import { ticketView } from "../../src/desk/views/ticket.ts";
import { ringTimers } from "../../src/doors/worker/ring-timers.ts";
import { compile } from "../../src/policy/index.ts";
import { keepVersion } from "../../src/desk/policies/activate.ts";
import { composeMail } from "../../src/words/mails/compose.ts";
import type { OutboxMail } from "../../src/desk/outbox-mail.ts";
import { MONDAY, smallDesk } from "./small-desk.ts";
import { SMALL_POLICY } from "./small-policy.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const { house, database, ids, at } = await smallDesk();
const PROMISES = `  - clause: solution-of-old
    when: { age: { from: 20 days } }
    promise: solution
    must: 40 working hours
    calendar: office
    pauses: [waiting-on-customer]
    words: { fr: "Après {when_age_from}, une solution en {must}.", en: "After {when_age_from} a solution within {must}." }
  - clause: solution
    promise: solution
    must: 10 working hours
    calendar: office
    pauses: [waiting-on-customer]
    words: { fr: "Une solution en {must}.", en: "A solution within {must}." }
  - clause: called-back
    promise: call-back
    must: 4 hours
    starts: message
    warn: [2 hours, 30 minutes]
    words: { fr: "Nous vous rappelons en {must}.", en: "We call you back within {must}." }
  - clause: looked-into
    promise: review
    must: 1 day
    starts: contested
    even-if-refused: true
    words: { fr: "Nous réexaminons ce que vous contestez en {must}.", en: "We look into what you contest within {must}." }
`;
const ASKS = `asks:
  - clause: steps
    when: { cause: theirs }
    ask: steps
    items: [log]
    pause: true
    remind: [2 days, 5 days]
    words: { fr: "Envoyez-nous {items} ; nous vous le rappelons après {remind}.", en: "Send us {items}; we remind you after {remind}." }
`;
const NOTICES = `notices:
  - clause: how-was-it
    at: [closed]
    notice: survey
    to: requester
    after: [3 days]
    words: { fr: "Dites-nous si tout va bien, {when_x}.", en: "Tell us." }
`.replace(", {when_x}", "");
const THINGS = `things:
  log: { name: { fr: le journal, en: the log } }
`;
const text = `${SMALL_POLICY.replace(/^remedies:\n/m, `${PROMISES}remedies:\n`).trimEnd()}\n${ASKS}${NOTICES}${THINGS}`;
const { policy, findings } = compile(text);
if (!policy) throw new Error(findings.map((f) => f.message).join("\n"));
await database.asOwner((tx) => keepVersion(tx, "small", 2, policy, text, "test"));

const person: Actor = { kind: "person", id: ids.contact, name: "Léa Payé" };
const staff: Actor = { kind: "staff", id: ids.expert, name: "Ana Petit" };
let n = 0;
const id = (): string => `promises:${++n}`;
const ask = async (): Promise<string> =>
  (await change(house, "small", { kind: "ask", id: id(), by: person, asker: { id: ids.contact }, subject: "Une question", said: { text: "Comment faire ?", channel: "mail" } })).ticket.id;
const answer = (ticket: string, more: Partial<Extract<Event, { kind: "answer" }>> = {}): Promise<unknown> =>
  change(house, "small", { kind: "answer", id: id(), by: staff, ticket, said: { text: "Quelle version avez-vous ?", channel: "console" }, ...more });
const reply = (ticket: string): Promise<unknown> => change(house, "small", { kind: "message", id: id(), by: person, ticket, said: { text: "La 7.", channel: "portal" } });
const rows = <R extends object>(sql: string, ...params: unknown[]): Promise<R[]> => database.asDesk("small", (tx) => tx.query<R>(sql, params));
const promise = async (ticket: string, kind: string): Promise<PromisesRow> =>
  (await rows<PromisesRow>("select * from promises where ticket = $1 and kind = $2 order by made_at desc", ticket, kind))[0] ?? expect.fail(`no promise of ${kind}`);
const iso = (ms: number | null): string => (ms === null ? "" : new Date(ms).toISOString());
const mails = async (ticket: string): Promise<OutboxMail[]> => (await rows<{ payload: OutboxMail }>("select payload from outbox where ticket = $1 order by made_at, id", ticket)).map((r) => r.payload);
const ringAll = async (): Promise<void> => {
  const faults: unknown[] = [];
  while (await ringTimers(house, (error) => faults.push(error)));
  expect(faults).toEqual([]);
};
const view = (ticket: string, as: "staff" | "person"): ReturnType<typeof ticketView> =>
  database.asDesk("small", (tx) =>
    ticketView(
      {
        tx,
        desk: "small",
        house,
        lang: "fr",
        viewer: as === "staff" ? { kind: "staff", id: ids.expert, name: "Ana Petit", role: "agent" } : { kind: "person", id: ids.contact, name: "Léa Payé", organisation: ids.paid, sees: "office" },
      } as never,
      { id: ticket },
    ),
  );

test("a question to the customer stops the clock with its reason, their answer starts it again with what was left, and both are told", async () => {
  at(MONDAY); // Monday 10:00; ten working hours end on Tuesday at 11:00
  const ticket = await ask();
  expect(iso((await promise(ticket, "solution")).due)).toBe("2026-03-03T10:00:00.000Z");
  at(MONDAY + 2 * HOUR);
  await answer(ticket, { asks: true });
  expect(await promise(ticket, "solution")).toMatchObject({ state: "paused", pauses: [{ from: MONDAY + 2 * HOUR, to: null, reason: "question" }] });
  expect(await rows<TimersRow>("select * from timers where ticket = $1 and about = 'ticket/solution'", ticket)).toEqual([]);
  expect(composeMail((await mails(ticket)).at(-1)!.what).text).toContain("Nous avons besoin de votre réponse pour continuer. D’ici là, le délai est suspendu\u00a0: Solution.");
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
  const [{ revision }] = (await rows<{ revision: number }>("select revision from tickets where id = $1", ticket)) as [{ revision: number }];
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

test("what they say is wrong in their record is looked into once a person has put it right; another finding is not that", async () => {
  at(MONDAY);
  const ticket = await ask();
  await change(house, "small", { kind: "claim", id: id(), by: person, ticket, claims: {}, contests: ["subscription"] });
  expect((await promise(ticket, "review")).state).toBe("running");
  await change(house, "small", { kind: "finding", id: id(), by: staff, ticket, findings: { topic: "how-to" } });
  expect((await promise(ticket, "review")).state).toBe("running");
  const by = { kind: "staff", id: ids.expert, name: "Ana Petit", door: "console" } as const;
  await setStanding(house, "small", ids.paid, { subscription: { value: "none" } }, by);
  await ringAll();
  expect((await promise(ticket, "review")).state).toBe("kept");
  await setStanding(house, "small", ids.paid, { subscription: { value: "paid" } }, by);
  await ringAll();
});

const warnings = async (ticket: string): Promise<OutboxMail[]> => {
  const [{ number }] = (await rows<{ number: string }>("select number from tickets where id = $1", ticket)) as [{ number: string }];
  return (await rows<{ payload: OutboxMail }>("select payload from outbox where ticket is null order by made_at, id"))
    .map((r) => r.payload)
    .filter((m) => m.what.mail === "warning" && m.what.input.ticket.number === number);
};

test("whoever has the ticket is warned before a promise is broken, each time once, and no longer once it is met", async () => {
  at(MONDAY);
  const ticket = await ask();
  await reply(ticket);
  const { due } = await promise(ticket, "call-back");
  at(MONDAY + 2 * HOUR);
  await ringAll();
  await ringAll();
  const [warning, ...more] = await warnings(ticket);
  expect(more).toEqual([]);
  expect(warning?.to.address).toBe("ana@small.example");
  const mail = composeMail(warning!.what);
  expect(mail.text).toContain("Léa Payé");
  expect(mail.text).toContain("2 mars 2026, 14:00");
  expect(due).toBe(MONDAY + 4 * HOUR);
  await answer(ticket, { called: true });
  at(MONDAY + 4 * HOUR);
  await ringAll();
  expect(await warnings(ticket)).toHaveLength(1);
  expect((await promise(ticket, "call-back")).state).toBe("kept");
});

test("where the one who has it is away, all who are there are warned", async () => {
  at(MONDAY);
  const ticket = await ask();
  await reply(ticket);
  await rows("update staff set present = false where id = $1 returning id", ids.expert);
  const other = await database.asOwner((tx) =>
    keepStaff(tx, "small", { name: "Noé Présent", email: "noe@small.example", role: "agent", language: "en", trained: [], present: true, demo: false }, "x", MONDAY),
  );
  at(MONDAY + 2 * HOUR);
  await ringAll();
  const warned = await warnings(ticket);
  await rows("update staff set present = (id = $1) where id in ($1, $2) returning id", ids.expert, other);
  expect(warned.map((m) => m.to.address)).toEqual(["noe@small.example"]);
  expect(composeMail(warned[0]!.what).text).toContain("Nobody who is present has it");
});

test("a list that the customer is asked for stops the clock, reminds them while they are silent, and not once they have written", async () => {
  at(MONDAY);
  const ticket = await ask();
  await change(house, "small", { kind: "finding", id: id(), by: staff, ticket, findings: { cause: "theirs" } });
  expect(await promise(ticket, "solution")).toMatchObject({ state: "paused", pauses: [{ from: MONDAY, to: null, reason: "checklist" }] });
  at(MONDAY + 2 * DAY);
  await ringAll();
  const reminders = async (): Promise<OutboxMail[]> =>
    (await mails(ticket)).filter((m) => m.what.mail === "notice" && composeMail(m.what).text.includes("le journal") && m.what.input.title !== undefined);
  expect(await reminders()).toHaveLength(1);
  await reply(ticket);
  expect((await promise(ticket, "solution")).state).toBe("running");
  at(MONDAY + 6 * DAY);
  await ringAll();
  expect(await reminders()).toHaveLength(1);
});

test("after a long outage one reminder is sent and not all that were missed; that the others were left out is kept", async () => {
  at(MONDAY);
  const ticket = await ask();
  await change(house, "small", { kind: "finding", id: id(), by: staff, ticket, findings: { cause: "theirs" } });
  at(MONDAY + 6 * DAY);
  await ringAll();
  const effects = (await rows<{ effects: { do: string; what?: string }[] }>("select effects from decisions where ticket = $1 order by at, id", ticket)).flatMap((d) => d.effects);
  expect(effects.filter((e) => e.do === "remind")).toHaveLength(1);
  expect(effects.filter((e) => e.do === "drop")).toMatchObject([{ what: "remind" }]);
});

test("a notice for later is sent when its time comes", async () => {
  at(MONDAY);
  const ticket = await ask();
  await change(house, "small", { kind: "close", id: id(), by: staff, ticket, outcome: "solved" });
  expect((await rows<TimersRow>("select * from timers where ticket = $1", ticket)).map((t) => [t.about, t.at])).toEqual([["notice/how-was-it", MONDAY + 3 * DAY]]);
  at(MONDAY + 3 * DAY);
  await ringAll();
  expect(composeMail((await mails(ticket)).at(-1)!.what).text).toContain("Dites-nous si tout va bien");
});

test("timers of one ticket ring once and in their order, however many processes ring them (SPEC 15.1)", async () => {
  at(MONDAY);
  const tickets = await Promise.all(Array.from({ length: 8 }, ask));
  await Promise.all(tickets.map(reply));
  at(MONDAY + 10 * DAY);
  const faults: unknown[] = [];
  await Promise.all(
    [1, 2, 3, 4].map(async () => {
      while (await ringTimers(house, (error) => faults.push(error)));
    }),
  );
  await ringAll();
  expect(faults).toEqual([]);
  for (const ticket of tickets) {
    const rung = (await rows<{ detail: { due?: number } }>("select detail from events where ticket = $1 and kind = 'timer' order by seq", ticket)).map((e) => e.detail.due ?? 0);
    expect(rung.length).toBeGreaterThan(3);
    expect(rung).toEqual(rung.toSorted((a, b) => a - b));
  }
});

test("(SPEC 15.6) what a mail told of a time is kept beside the promise; a change that is told is none to worry about, one that is not is an alarm", async () => {
  at(MONDAY);
  const ticket = await ask();
  const { due, told } = await promise(ticket, "solution");
  expect(told).toMatchObject([{ at: MONDAY, due }]);
  await answer(ticket, { asks: true });
  at(MONDAY + DAY);
  await reply(ticket);
  const resumed = await promise(ticket, "solution");
  expect(resumed).toMatchObject({ drift: null, told: [{ due }, { at: MONDAY + DAY, due: resumed.due }] });
  await answer(ticket, { asks: true });
  at(MONDAY + 21 * DAY);
  await answer(ticket, { asks: true }); // meanwhile another clause holds, and a letter says no times
  const [drifted] = (await database.asDesk("small", (tx) => driftedPromises(tx, 10))).filter((p) => p.ticket === ticket);
  expect(drifted).toMatchObject({ clause: "solution-of-old", drift: { at: MONDAY + 21 * DAY, told: resumed.due } });
  expect((await view(ticket, "staff")).timeline.map((e) => e.kind)).toContain("promise-drifted");
  expect((await view(ticket, "person")).timeline.map((e) => e.kind)).not.toContain("promise-drifted");
  await reply(ticket); // it runs again, and the mail says until when
  expect(await promise(ticket, "solution")).toMatchObject({ drift: null });
});

test("a time that changed without a word is told because a person says so: once, in the requester's language, and the alarm is over", async () => {
  at(MONDAY);
  const ticket = await ask();
  const { id, due } = await promise(ticket, "solution");
  const tell = () => change(house, "small", { kind: "tell-time", id: `tell:${Math.random()}`, by: { kind: "staff", id: null, name: "Lin" }, ticket, promise: id });
  await expect(tell()).rejects.toMatchObject({ code: "already-taken" }); // there is nothing to put right
  const drift = { at: MONDAY, told: (due ?? 0) - 3 * HOUR, due };
  await database.asDesk("small", (tx) => tx.run("update promises set drift = $2::jsonb where id = $1", [id, JSON.stringify(drift)]));
  at(MONDAY + HOUR);
  await tell();
  expect(await promise(ticket, "solution")).toMatchObject({ drift: null, told: [{ due }, { at: MONDAY + HOUR, due, by: expect.any(String) as string }] });
  const [mail] = (await rows<{ payload: OutboxMail }>("select payload from outbox where ticket = $1 order by made_at desc, id desc limit 1", ticket)).map(({ payload }) => composeMail(payload.what));
  expect(mail?.text).toContain("Un délai que nous vous avions indiqué a changé");
  expect(mail?.text).toContain("Voici ce qui vaut maintenant");
  expect((await view(ticket, "person")).timeline.map((e) => e.kind)).toContain("tell-time");
  await expect(tell()).rejects.toMatchObject({ code: "already-taken" });
});

test("(SPEC 15.6) what a page of the portal showed is told as well: a silent change of it is an alarm, and the page that shows the new time ends it", async () => {
  at(MONDAY);
  const { ticket } = await change(house, "small", {
    kind: "ask",
    id: id(),
    by: person,
    asker: { id: ids.contact },
    subject: "Vu sur la page",
    said: { text: "Quand ?", channel: "portal" },
    quiet: true,
  });
  const shown = await promise(ticket.id, "solution");
  expect(shown.told).toEqual([{ at: MONDAY, due: shown.due, by: "page" }]); // no mail left, the page said it
  const byMail = await change(house, "small", { kind: "ask", id: id(), by: person, asker: { id: ids.contact }, subject: "Par mail", said: { text: "Quand ?", channel: "mail" }, quiet: true });
  expect((await promise(byMail.ticket.id, "solution")).told).toEqual([]);
  expect(await database.asDesk("small", (tx) => newlyShown(tx, [{ id: shown.id, due: shown.due ?? 0 }]))).toEqual([]); // the same time again is no news
  await answer(ticket.id, { asks: true });
  at(MONDAY + 21 * DAY);
  await answer(ticket.id, { asks: true }); // another clause holds meanwhile
  expect(await promise(ticket.id, "solution")).toMatchObject({ drift: { at: MONDAY + 21 * DAY, told: shown.due } });
  await reply(ticket.id);
  const moved = await promise(ticket.id, "solution");
  const silent = [JSON.stringify(shown.told), JSON.stringify({ at: MONDAY + 21 * DAY, told: shown.due, due: moved.due })];
  await database.asDesk("small", (tx) => tx.run("update promises set told = $2::jsonb, drift = $3::jsonb where id = $1", [moved.id, ...silent])); // had no mail said it
  const now = [{ id: moved.id, due: moved.due ?? 0 }];
  expect(await database.asDesk("small", (tx) => newlyShown(tx, now))).toEqual(now);
  await database.asDesk("small", (tx) => keepShown(tx, now, MONDAY + 22 * DAY));
  expect(await promise(ticket.id, "solution")).toMatchObject({ drift: null, told: [{ by: "page" }, { at: MONDAY + 22 * DAY, due: moved.due, by: "page" }] });
  // A page that was read just before the clock moved told the old time: that is a drift at once.
  await database.asDesk("small", (tx) => keepShown(tx, [{ id: moved.id, due: (moved.due ?? 0) - HOUR }], MONDAY + 23 * DAY));
  expect(await promise(ticket.id, "solution")).toMatchObject({ drift: { told: (moved.due ?? 0) - HOUR, due: moved.due } });
});

test("a ticket that is closed while a clock stands still ends the pause with it", async () => {
  at(MONDAY);
  const ticket = await ask();
  await answer(ticket, { asks: true });
  at(MONDAY + DAY);
  await change(house, "small", { kind: "close", id: id(), by: staff, ticket, outcome: "unresolved" });
  expect(await promise(ticket, "solution")).toMatchObject({ state: "withdrawn", pauses: [{ from: MONDAY, to: MONDAY + DAY, reason: "question" }] });
});
