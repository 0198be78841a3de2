// Several problems in one request: several tickets, each decided by itself and promised what the request was, told in one mail; and one again, exactly. SPEC 21.2
import { expect, test } from "vitest";
import { change } from "../../src/desk/change.ts";
import type { Actor } from "../../src/desk/event.ts";
import { joinTickets } from "../../src/desk/acts/join.ts";
import { splitTicket, unsplitTicket } from "../../src/desk/acts/splitting/split.ts";
import type { PromisesRow, TicketsRow, TimersRow } from "../../src/database/rows.gen.ts";
import { composeMail } from "../../src/words/mails/compose.ts";
import { apiDesk } from "../api/api-desk.ts";
import { MONDAY } from "./small-desk.ts";

const desk = await apiDesk();
const { house } = desk;
const HOUR = 3_600_000;
const ANA: Actor = { kind: "staff", id: desk.ids.expert, name: "Ana Petit" };
const TWO = "Le devis ne s'imprime pas.\n\nEt la visio reste noire chez nos patients.";
let now = MONDAY;
let n = 0;
const later = (by: number): void => desk.at((now += by));
const id = (): string => `e${++n}`;
const rows = <R extends object>(sql: string, ...params: unknown[]): Promise<R[]> => house.database.asDesk("small", (tx) => tx.query<R>(sql, params));

async function asked(text = TWO, files: { name: string; type: string; size: number; sha: string }[] = []) {
  later(60_000);
  const by: Actor = { kind: "person", id: desk.ids.contact, name: "Léa Payé" };
  return (
    await change(house, "small", { kind: "ask", id: id(), by, asker: { id: desk.ids.contact }, subject: "Deux soucis", topic: "how-to", said: { text, channel: "portal", language: "fr", files } })
  ).ticket;
}
const messageOf = async (ticket: string): Promise<string> => (await rows<{ id: string }>("select id from messages where ticket = $1 and kind = 'message' order by at, id limit 1", ticket))[0]!.id;
async function split(ticket: { id: string }, passages: readonly (readonly [subject: string, topic: string, text: string])[], preview = false) {
  const message = await messageOf(ticket.id);
  const parts = passages.map(([subject, topic, text]) => ({ subject, findings: { topic }, pieces: [{ message, text }] }));
  return splitTicket(house, "small", { id: id(), by: ANA, ticket: ticket.id, wanted: { stays: { findings: {} }, parts } }, { preview });
}
async function stateOf(ticket: string) {
  const [row] = await rows<TicketsRow>("select * from tickets where id = $1", ticket);
  const { revision: _r, changed_at: _c, results: _res, ...rest } = row!;
  const promises = await rows<PromisesRow>("select id, ticket, subject, kind, clause, state, starts, due, goal, ended_at, met_at, pauses from promises where ticket = $1 order by id", ticket);
  const timers = await rows<TimersRow>("select key, at, moment, about from timers where ticket = $1 order by key", ticket);
  const messages = await rows<{ text: string }>("select text, meant_for from messages where ticket = $1 order by at, id", ticket);
  return { ...rest, promises, timers, messages };
}
const VISIO = ["Visio noire", "video", "Et la visio reste noire chez nos patients."] as const;
const PRINT = ["Impression", "how-to", "Le devis ne s'imprime pas."] as const;

test("each part is decided by itself and promised what the request was promised, from its first asking", async () => {
  const whole = await asked();
  const [promise] = (await stateOf(whole.id)).promises;
  later(5 * HOUR);
  const done = await split(whole, [PRINT, VISIO]);
  const [print, visio] = [await stateOf(done.parts[0]!.id), await stateOf(done.parts[1]!.id)];
  expect(print.promises.map((p) => [p.kind, p.state, p.starts, p.due])).toEqual([["first-answer", "running", promise!.starts, promise!.due]]);
  expect(print.timers.some((t) => t.about === "ticket/first-answer" && t.at === promise!.due)).toBe(true);
  expect([print.opened_at, print.subject, print.split_from, print.refused]).toEqual([(await stateOf(whole.id)).opened_at, "Impression", whole.id, false]);
  expect([visio.refused, visio.promises.map((p) => p.state)]).toEqual([true, ["withdrawn"]]); // a matter for its maker, with the reason
  expect((await stateOf(whole.id)).promises).toEqual([promise]);
});

test("one mail, in the customer's language, says the numbers, the promises and why one is refused; the preview is that mail and changes nothing", async () => {
  const whole = await asked();
  const before = await stateOf(whole.id);
  const preview = await split(whole, [VISIO], true);
  expect(await stateOf(whole.id)).toEqual(before);
  expect(await rows("select 1 from tickets where split_from = $1", whole.id)).toEqual([]);
  later(HOUR);
  const done = await split(whole, [VISIO]);
  const mails = await rows<{ payload: { what: Parameters<typeof composeMail>[0]; to: { address: string } } }>("select payload from outbox where kind = 'mail' and made_at = at_ms($1)", now);
  expect(mails.map((m) => [m.payload.to.address, m.payload.what.mail])).toEqual([["lea@paid.example", "split"]]);
  const { text, subject } = composeMail(mails[0]!.payload.what);
  expect(subject).toContain(`[${whole.number}]`);
  for (const words of [`contient 2 problèmes différents`, `${done.parts[0]!.number}\u00a0: Visio noire`, "La visio relève de son éditeur", "Réponse en 2 jours ouvrés", "Première réponse"])
    expect(text).toContain(words);
  expect(composeMail(preview.mails[0]!.what).text.replaceAll("SM-?1", done.parts[0]!.number).length).toBeGreaterThan(text.length * 0.7);
});

test("the words stay where they were written, and each part holds its own with the whole text behind it and its files", async () => {
  const whole = await asked(TWO, [{ name: "visio.png", type: "image/png", size: 3, sha: "b".repeat(64) }]);
  const message = await messageOf(whole.id);
  const [file] = await rows<{ id: string }>("select id from files where ticket = $1", whole.id);
  const body = { parts: [{ subject: "Visio", topic: "video", pieces: [{ message, text: VISIO[2], files: [file!.id] }] }] };
  const { status, body: after } = await desk.call<{ parts: { number: string }[]; messages: { text: string }[] }>(desk.agent, "POST", `/tickets/${whole.number}/split`, body);
  expect([status, after.messages.map((m) => m.text)]).toEqual([201, [TWO]]);
  const number = after.parts[0]!.number;
  const part = await desk.call<{ splitFrom: { number: string }; messages: { id: string; text: string; hasWhole: boolean; pieceOf: object; files: { url: string; name: string }[] }[] }>(
    desk.lea,
    "GET",
    `/tickets/${number}`,
  );
  expect(part.body.splitFrom.number).toBe(whole.number);
  expect(part.body.messages.map((m) => [m.text, m.pieceOf, m.files.map((f) => f.name)])).toEqual([[VISIO[2], { number: whole.number, message }, ["visio.png"]]]);
  expect((await desk.call<{ text: string }>(desk.lea, "GET", `/tickets/${number}/messages/${part.body.messages[0]!.id}/whole`)).text).toContain("imprime pas");
});

test("a split is undone exactly, and what was written to a part since is read on the one ticket", async () => {
  const whole = await asked();
  const before = await stateOf(whole.id);
  const message = await messageOf(whole.id);
  const wanted = { stays: { subject: "Visio", findings: { topic: "video" } }, parts: [{ subject: "Impression", findings: { topic: "how-to" }, pieces: [{ message, text: PRINT[2] }] }] };
  const done = await splitTicket(house, "small", { id: id(), by: ANA, ticket: whole.id, wanted });
  expect((await stateOf(whole.id)).promises.map((p) => p.state)).toEqual(["withdrawn"]);
  await unsplitTicket(house, "small", { id: id(), by: ANA, ticket: done.parts[0]!.id });
  expect(await stateOf(whole.id)).toEqual(before);
  const again = await splitTicket(house, "small", { id: id(), by: ANA, ticket: whole.id, wanted });
  later(HOUR);
  await change(house, "small", {
    kind: "message",
    id: id(),
    by: { kind: "person", id: desk.ids.contact, name: "Léa Payé" },
    ticket: again.parts[0]!.id,
    said: { text: "Toujours rien.", channel: "portal" },
  });
  await unsplitTicket(house, "small", { id: id(), by: ANA, ticket: whole.id });
  const seen = await desk.call<{ messages: { text: string }[] }>(desk.lea, "GET", `/tickets/${whole.number}`);
  expect(seen.body.messages.map((m) => m.text)).toEqual([TWO, "Toujours rien."]);
  expect((await stateOf(whole.id)).promises).toEqual(before.promises);
  const [mail] = (await rows<{ payload: { what: Parameters<typeof composeMail>[0] } }>("select payload from outbox where kind = 'mail' order by made_at desc, id desc limit 1")).map((m) =>
    composeMail(m.payload.what),
  );
  expect(mail!.text).toContain("avait été partagée");
});

test("what was answered already is not promised in the past: a part split off later is promised from then", async () => {
  const fresh = await asked();
  await change(house, "small", { kind: "answer", id: id(), by: ANA, ticket: fresh.id, said: { text: "Mettez à jour.", channel: "portal" } });
  later(5 * 24 * HOUR);
  const done = await split(fresh, [PRINT]);
  const [promise] = (await stateOf(done.parts[0]!.id)).promises;
  expect([promise!.state, promise!.starts, promise!.due! > now]).toEqual(["running", now, true]);
});

test("what cannot be split says why: words that nobody wrote, a closed ticket, one that goes on elsewhere, and who may not", async () => {
  const whole = await asked();
  const message = await messageOf(whole.id);
  const post = (number: string, text: string, as = desk.agent) =>
    desk.call<{ detail: string; faults: { at: string; message: string }[] }>(as, "POST", `/tickets/${number}/split`, { parts: [{ subject: "x", pieces: [{ message, text }] }] });
  const invented = await post(whole.number, "Je veux un remboursement");
  expect([invented.status, JSON.stringify(invented.body)]).toEqual([400, expect.stringContaining("word for word")]);
  expect((await post(whole.number, PRINT[2], desk.lea)).status).toBe(403);
  const other = await asked();
  await joinTickets(house, "small", { id: id(), by: ANA, ticket: other.id, with: whole.id });
  expect((await post(other.number, PRINT[2])).body.detail).toContain("goes on in another ticket");
  await change(house, "small", { kind: "close", id: id(), by: ANA, ticket: whole.id, outcome: "solved" });
  expect((await post(whole.number, PRINT[2])).body.detail).toContain("is closed");
  expect((await desk.call(desk.agent, "DELETE", `/tickets/${whole.number}/split`)).status).toBe(404);
});

test("the same request again has no second effect, and a revision that is older is a conflict", async () => {
  const whole = await asked();
  const message = await messageOf(whole.id);
  const body = { parts: [{ subject: "Impression", pieces: [{ message, text: PRINT[2] }] }] };
  const key = { "idempotency-key": "split-once" };
  const one = await desk.call<{ parts: unknown[] }>(desk.agent, "POST", `/tickets/${whole.number}/split`, body, key);
  const two = await desk.call<{ parts: unknown[] }>(desk.agent, "POST", `/tickets/${whole.number}/split`, body, key);
  expect([two.status, two.body.parts.length, one.body.parts.length]).toEqual([201, 1, 1]);
  expect((await desk.call(desk.agent, "POST", `/tickets/${whole.number}/split`, body, { "if-match": '"1"' })).status).toBe(409);
  expect(desk.faults).toEqual([]);
});
