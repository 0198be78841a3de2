// Two tickets about the same problem become one and, where that was wrong, two again: no word, no promise and no place is lost.
import { expect, test } from "vitest";
import { change } from "../../src/desk/change.ts";
import type { Actor } from "../../src/desk/event.ts";
import { joinTickets, unjoinTicket } from "../../src/desk/acts/join.ts";
import type { PromisesRow, TicketsRow, TimersRow } from "../../src/database/rows.gen.ts";
import { MONDAY } from "./small-desk.ts";
import { apiDesk } from "../api/api-desk.ts";

const desk = await apiDesk();
const { house } = desk;
const HOUR = 3_600_000;
const ANA: Actor = { kind: "staff", id: desk.ids.expert, name: "Ana Petit" };
let now = MONDAY;
let n = 0;
const later = (by: number): void => desk.at((now += by));
const id = (): string => `e${++n}`;

async function asked(person: string, subject: string) {
  later(60_000);
  const done = await change(house, "small", {
    kind: "ask",
    id: id(),
    by: { kind: "person", id: person, name: "x" },
    asker: { id: person },
    subject,
    said: { text: `${subject} ?`, channel: "portal", language: "fr" },
  });
  return done.ticket;
}
const writes = (ticket: string, text: string, person: string = desk.ids.contact) =>
  change(house, "small", { kind: "message", id: id(), by: { kind: "person", id: person, name: "Léa Payé" }, ticket, said: { text, channel: "portal" } });
const answers = (ticket: string, text: string, asks = false) => change(house, "small", { kind: "answer", id: id(), by: ANA, ticket, said: { text, channel: "portal" }, asks });
const joined = (a: string, b: string) => joinTickets(house, "small", { id: id(), by: ANA, ticket: a, with: b });
const parted = (a: string) => unjoinTicket(house, "small", { id: id(), by: ANA, ticket: a });
const rows = <R extends object>(sql: string, ...params: unknown[]): Promise<R[]> => house.database.asDesk("small", (tx) => tx.query<R>(sql, params));
const mailsSince = async (at: number) =>
  await rows<{ to: string; what: string; text: string }>(
    "select payload->'to'->>'address' as \"to\", payload->'what'->>'mail' as what, payload->'what'->'input'->>'as' as text from outbox where kind = 'mail' and made_at >= at_ms($1) order by 1",
    at,
  );

/** All that a ticket is: what an undone join must give back. */
async function stateOf(ticket: string) {
  const [row] = await rows<TicketsRow>("select * from tickets where id = $1", ticket);
  const { revision: _r, changed_at: _c, results: _res, ...rest } = row!;
  const promises = await rows<PromisesRow>("select id, ticket, subject, kind, clause, state, starts, due, goal, ended_at, met_at, pauses from promises where ticket = $1 order by id", ticket);
  const timers = await rows<TimersRow>("select key, at, moment, about from timers where ticket = $1 order by key", ticket);
  const messages = await rows<{ text: string }>("select text, meant_for from messages where ticket = $1 order by at, id", ticket);
  return { ...rest, promises, timers, messages };
}

test("the earlier ticket stands with its place and promises, whichever the agent had open; the later one's words are read there", async () => {
  const first = await asked(desk.ids.contact, "Le devis ne s'imprime pas");
  const before = await stateOf(first.id);
  const second = await asked(desk.ids.contact, "Toujours pas d'impression");
  const done = await joined(first.id, second.id);
  expect([done.earlier.number, done.later.number]).toEqual([first.number, second.number]);
  expect(await stateOf(first.id)).toEqual(before);
  const { body } = await desk.call<{ messages: { text: string; writtenTo: string | null }[]; joined: { number: string }[]; status: string }>(desk.lea, "GET", `/tickets/${first.number}`);
  expect(body.messages.map((m) => [m.text, m.writtenTo])).toEqual([
    ["Le devis ne s'imprime pas ?", null],
    ["Toujours pas d'impression ?", second.number],
  ]);
  expect(body.joined.map((j) => j.number)).toEqual([second.number]);
  expect((await desk.call<{ joinedInto: { number: string } }>(desk.lea, "GET", `/tickets/${second.number}`)).body.joinedInto.number).toBe(first.number);
});

test("both authors of an office are told, both get every answer, and what either writes arrives on the one that stands", async () => {
  const first = await asked(desk.ids.contact, "Le tampon manque");
  const second = await asked(desk.ids.colleague, "Tampon absent");
  later(1000);
  await joined(second.id, first.id);
  expect(await mailsSince(now)).toEqual([
    { to: "cam@paid.example", what: "joined", text: "later" },
    { to: "lea@paid.example", what: "joined", text: "earlier" },
  ]);
  later(1000);
  await answers(first.id, "Voici le tampon.");
  expect((await mailsSince(now)).map((m) => [m.to, m.what])).toEqual([
    ["cam@paid.example", "answer"],
    ["lea@paid.example", "answer"],
  ]);
  const done = await writes(second.id, "Merci, cela marche.", desk.ids.colleague);
  expect(done.ticket.number).toBe(first.number);
  expect((await rows<TicketsRow>("select status from tickets where id = $1", first.id))[0]?.status).toBe("open");
});

test("an undone join leaves both as they were, and what came for the later one meanwhile is its own", async () => {
  const first = await asked(desk.ids.contact, "Export vide");
  const second = await asked(desk.ids.colleague, "Rien dans l'export");
  const before = [await stateOf(first.id), await stateOf(second.id)];
  await joined(first.id, second.id);
  await parted(second.id);
  expect([await stateOf(first.id), await stateOf(second.id)]).toEqual(before);
  await joined(first.id, second.id);
  later(HOUR);
  await writes(second.id, "Encore un détail.", desk.ids.colleague);
  await answers(first.id, "Essayez la version 4.");
  await parted(second.id);
  expect((await stateOf(second.id)).messages).toEqual([
    { text: "Rien dans l'export ?", meant_for: null },
    { text: "Encore un détail.", meant_for: null },
  ]);
  expect((await stateOf(second.id)).promises).toEqual(before[1]!.promises);
  expect((await stateOf(first.id)).messages.map((m) => m.text)).toEqual(["Export vide ?", "Essayez la version 4."]);
});

test("a promise that the earlier ticket no longer has runs on there, and an answer keeps it", async () => {
  const first = await asked(desk.ids.contact, "Déjà répondu");
  await answers(first.id, "Une question en retour ?");
  const second = await asked(desk.ids.contact, "Pas encore répondu");
  const [promise] = (await stateOf(second.id)).promises;
  await joined(first.id, second.id);
  const carried = (await stateOf(first.id)).promises.find((p) => p.id === promise!.id);
  expect(carried).toMatchObject({ state: "running", due: promise!.due });
  expect((await stateOf(first.id)).timers.some((t) => t.about === "ticket/first-answer" || t.about.endsWith("/first-answer"))).toBe(true);
  expect((await stateOf(first.id)).status).toBe("open"); // it waited for its customer, who has written
  later(HOUR);
  await answers(first.id, "La réponse aux deux.");
  expect((await stateOf(first.id)).promises.find((p) => p.id === promise!.id)?.state).toBe("kept");
  await parted(second.id);
  expect((await stateOf(second.id)).promises).toEqual([promise]);
});

test("a ticket that waited for its customer waits again where only the wrong join had opened it", async () => {
  const first = await asked(desk.ids.contact, "En attente");
  await answers(first.id, "Quelle version ?", true);
  const before = await stateOf(first.id);
  const second = await asked(desk.ids.contact, "Autre chose");
  await joined(first.id, second.id);
  expect((await stateOf(first.id)).status).toBe("open");
  await parted(second.id);
  expect(await stateOf(first.id)).toEqual(before);
});

test("joins of joins are undone each on its own", async () => {
  const [a, b, c] = [await asked(desk.ids.contact, "A"), await asked(desk.ids.contact, "B"), await asked(desk.ids.contact, "C")];
  await joined(c.id, b.id);
  await joined(b.id, a.id);
  await writes(c.id, "pour C");
  const { body } = await desk.call<{ messages: { text: string; writtenTo: string | null }[] }>(desk.agent, "GET", `/tickets/${a.number}`);
  expect(body.messages.map((m) => m.text)).toEqual(["A ?", "B ?", "C ?", "pour C"]);
  await parted(b.id);
  expect((await stateOf(b.id)).messages).toEqual([
    { text: "B ?", meant_for: null },
    { text: "pour C", meant_for: c.id },
  ]);
  await parted(c.id);
  expect((await stateOf(c.id)).messages.map((m) => m.text)).toEqual(["C ?", "pour C"]);
});

test("what would show one customer's words to another is refused with the reason, and so is a closed ticket and one that is joined already", async () => {
  const lea = await asked(desk.ids.contact, "De Léa");
  const luc = await asked(desk.ids.late, "De Luc");
  const lin = await asked(desk.ids.limited, "De Lin");
  const gone = await asked(desk.ids.contact, "Fermée");
  await change(house, "small", { kind: "close", id: id(), by: ANA, ticket: gone.id, outcome: "solved" });
  const put = (a: string, b: string) => desk.call<{ detail: string; code: string }>(desk.agent, "PUT", `/tickets/${a}/join`, { with: b });
  for (const [other, why] of [
    [luc.number, "different customers"],
    [lin.number, "Lin Limited may read their own tickets alone"],
    [gone.number, "closed"],
    [lea.number, "itself"],
  ] as const) {
    const { status, body } = await put(lea.number, other);
    expect([status, body.detail]).toEqual([409, expect.stringContaining(why)]);
  }
  expect((await desk.call(desk.lea, "PUT", `/tickets/${lea.number}/join`, { with: gone.number })).status).toBe(403);
  expect((await put(lea.number, "SM-99999")).status).toBe(404);
});

test("the dialog shows the very mails that are sent, and showing them changes nothing", async () => {
  const first = await asked(desk.ids.contact, "À lire avant");
  const second = await asked(desk.ids.colleague, "À lire aussi");
  const before = [await stateOf(first.id), await stateOf(second.id)];
  const seen = await desk.call<{ stands: string; joined: string; mails: { to: { address: string }; text: string }[] }>(desk.agent, "GET", `/tickets/${second.number}/join?with=${first.number}`);
  expect(seen.body).toMatchObject({ stands: first.number, joined: second.number });
  expect(seen.body.mails.map((m) => m.to.address)).toEqual(["cam@paid.example", "lea@paid.example"]);
  expect(seen.body.mails[0]?.text).toContain(`Léa Payé avait déjà signalé le même problème dans la demande ${first.number}`);
  expect([await stateOf(first.id), await stateOf(second.id)]).toEqual(before);
  const done = await desk.call<{ number: string }>(desk.agent, "PUT", `/tickets/${second.number}/join`, { with: first.number });
  expect(done.body.number).toBe(first.number);
  const back = await desk.call<{ mails: { text: string }[] }>(desk.agent, "GET", `/tickets/${second.number}/join`);
  expect(back.body.mails[0]?.text).toContain("avaient été réunies");
  expect((await desk.call<{ joinedInto: null; status: string }>(desk.agent, "DELETE", `/tickets/${second.number}/join`)).body).toMatchObject({ joinedInto: null, status: "open" });
});

test("a promise that came due while the ticket was joined is broken at its own time once that is undone", async () => {
  const first = await asked(desk.ids.contact, "Premier souci");
  const second = await asked(desk.ids.contact, "Second souci");
  const [promise] = (await stateOf(second.id)).promises;
  await joined(first.id, second.id);
  await answers(first.id, "Réponse au premier.");
  later(10 * 24 * HOUR);
  await parted(second.id);
  await answers(second.id, "Réponse au second.");
  expect((await stateOf(second.id)).promises[0]).toMatchObject({ id: promise!.id, state: "broken", ended_at: promise!.due, met_at: now });
});
