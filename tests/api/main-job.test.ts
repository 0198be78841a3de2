// The main job over HTTP: ask, see what the policy says, follow, answer, contest, close.
import { expect, test } from "vitest";
import { z } from "zod";
import { Opened, PreviewAnswer } from "../../src/doors/api/shapes/answer.ts";
import { DeskInfo, PolicyPage } from "../../src/doors/api/shapes/desk.ts";
import { OrganisationPage, OrganisationWhole, PersonPage, StaffList } from "../../src/doors/api/shapes/people.ts";
import { Me } from "../../src/doors/api/shapes/session.ts";
import { QueuePage, Ticket, TicketPage } from "../../src/doors/api/shapes/ticket.ts";
import { apiDesk } from "./api-desk.ts";

const { call, lea, luc, agent, lead, admin, key, ids } = await apiDesk();
/** The body, held against the shape that the document promises: nothing missing, nothing beyond it. */
const as = <S extends z.ZodType>(shape: S, body: unknown): z.output<S> => shape.parse(body);
const ask = async (who = lea, more: object = {}): Promise<z.output<typeof Opened>> => {
  const { status, body, text } = await call(who, "POST", "/tickets", { subject: "Une question", text: "Comment faire pour imprimer la facture du mois dernier ?", ...more });
  expect(status, text).toBe(201);
  return as(Opened, body);
};
const ticket = async (who: Parameters<typeof call>[0], number: string): Promise<z.output<typeof Ticket>> => as(Ticket, (await call(who, "GET", `/tickets/${number}`)).body);

test("asking answers with the number, the promise with its clause and its due time in words, and who looks after it", async () => {
  const opened = await ask();
  expect(opened.number).toMatch(/^SM-\d+$/);
  expect(opened.refused).toBeNull();
  expect(opened.promises[0]).toMatchObject({ kind: "first-answer", clause: { id: "answer" }, due: "2026-03-04T17:00:00.000Z" });
  expect(opened.promises[0]?.dueText).toMatch(/4 mars 2026/);
  expect(opened.assignee).toEqual({ id: ids.expert, name: "Ana Petit" });
});

test("a refusal says which clause refuses, and keeps the request as a ticket", async () => {
  const opened = await ask(luc);
  expect(opened.refused).toMatchObject({ id: "not-subscribed", words: "Le support est réservé aux abonnés." });
  expect(opened.promises).toEqual([]);
  expect((await ticket(luc, opened.number)).refused).toBe(true);
});

test("a preview says the same as asking would, leaves nothing behind and costs no number", async () => {
  const before = (await ask()).number;
  const { status, body } = await call(lea, "POST", "/previews", { topic: "video", text: "La visio ne démarre pas" });
  expect(status).toBe(200);
  const preview = as(PreviewAnswer, body);
  expect(preview.refused).toMatchObject({ id: "video-out", shown: { topic: { label: "Sujet", text: "Visio" } } });
  expect(preview.refer).toEqual({ name: "son éditeur" });
  const next = (await ask()).number;
  expect(Number(next.slice(3))).toBe(Number(before.slice(3)) + 1);
});

test("a customer sees the thread, the promises and the reasons; not the notes, the house rules, or what staff know", async () => {
  const { number } = await ask();
  await call(agent, "POST", `/tickets/${number}/notes`, { text: "il rappelle souvent" });
  await call(agent, "POST", `/tickets/${number}/answers`, { text: "Cliquez sur Factures." });
  const theirs = await ticket(lea, number.toLowerCase());
  expect(theirs.messages.map((m) => m.kind)).toEqual(["message", "answer"]);
  expect(JSON.stringify(theirs)).not.toMatch(/rappelle/);
  expect(theirs.decisions.flatMap((d) => d.reasons).every((r) => r.audience !== "agent")).toBe(true);
  expect(theirs).toMatchObject({ facts: [], standing: [], rulings: [], customer: null, status: "waiting" });
  const ours = await ticket(agent, number);
  expect(ours.messages.map((m) => m.kind)).toEqual(["message", "note", "answer"]);
  expect(ours.standing).toEqual([{ fact: "subscription", label: "Abonnement", value: "paid", text: "Paid" }]);
  expect(ours.promises[0]).toMatchObject({ state: "kept" });
  expect(ours.timeline.map((e) => [e.kind, e.by.name])).toEqual([
    ["ask", "Léa Payé"],
    ["note", "Ana Petit"],
    ["answer", "Ana Petit"],
  ]);
});

test("a finding that reverses a refusal makes the promise; the customer may contest the topic themselves", async () => {
  const refused = await ask(lea, { topic: "video" });
  expect(refused.refused?.id).toBe("video-out");
  const found = await call(agent, "PUT", `/tickets/${refused.number}/findings`, { facts: { cause: "ours" } });
  expect(as(Ticket, found.body)).toMatchObject({ refused: false, findings: { cause: "ours" }, promises: [{ kind: "first-answer", state: "running" }] });
  const other = await ask(lea, { topic: "video" });
  const contested = await call(lea, "PUT", `/tickets/${other.number}/claims`, { facts: { topic: "how-to" }, text: "Ce n'est pas la visio." });
  expect(as(Ticket, contested.body)).toMatchObject({ refused: false, topic: { id: "how-to" } });
  expect((await ticket(lea, other.number)).messages.at(-1)?.text).toBe("Ce n'est pas la visio.");
});

test("closing, writing again and reopening change the state that everybody sees", async () => {
  const { number } = await ask();
  expect(as(Ticket, (await call(agent, "PUT", `/tickets/${number}/closure`, { outcome: "solved" })).body)).toMatchObject({ status: "closed", outcome: "solved" });
  expect(as(Ticket, (await call(lea, "DELETE", `/tickets/${number}/closure`)).body)).toMatchObject({ status: "open", outcome: null });
  expect(as(Ticket, (await call(lea, "PUT", `/tickets/${number}/closure`, { outcome: "unresolved" })).body).status).toBe("closed");
  expect(as(Ticket, (await call(lea, "POST", `/tickets/${number}/messages`, { text: "Encore moi" })).body).status).toBe("open");
});

test("staff ask for a customer by telephone, and the words are the customer's", async () => {
  const { body, status } = await call(agent, "POST", "/tickets", { subject: "Appel", text: "Elle ne trouve pas le bouton.", requester: { id: ids.contact } });
  expect(status).toBe(201);
  const seen = await ticket(lea, as(Opened, body).number);
  expect(seen).toMatchObject({ channel: "phone", requester: { name: "Léa Payé" } });
  expect(seen.messages[0]?.author).toEqual({ id: ids.contact, name: "Léa Payé" });
});

test("a program with a key asks for an address that nobody knows yet", async () => {
  const program = await key("tickets:write", "tickets:read");
  const { body, status } = await call(program, "POST", "/tickets", { subject: "Hello", text: "Please help", requester: { email: "New@person.example", name: "New Person" } });
  expect(status).toBe(201);
  expect(await ticket(program, as(Opened, body).number)).toMatchObject({ channel: "api", requester: { email: "new@person.example" } });
});

test("every screen's reading has the shape that the document promises", async () => {
  expect(as(DeskInfo, (await call(null, "GET", "?lang=en")).body)).toMatchObject({
    name: "Small support",
    topics: [
      { id: "how-to", label: "How to" },
      { id: "video", label: "Video" },
      { id: "renewal", label: "Renewal" },
    ],
  });
  as(PolicyPage, (await call(null, "GET", "/policy?lang=fr")).body);
  expect(as(Me, (await call(agent, "GET", "/session")).body)).toMatchObject({ kind: "staff", name: "Ana Petit", role: "agent", desk: { name: "Support Petit" } });
  expect(as(Me, (await call(lea, "GET", "/session")).body)).toMatchObject({ kind: "person", organisation: { name: "Cabinet Payé" } });
  expect(as(QueuePage, (await call(agent, "GET", "/queue")).body).open).toBeGreaterThan(0);
  as(TicketPage, (await call(agent, "GET", "/tickets?assignee=me")).body);
  as(StaffList, (await call(agent, "GET", "/staff")).body);
  const organisations = as(OrganisationPage, (await call(agent, "GET", "/organisations?q=pay")).body);
  expect(organisations.items.map((o) => o.name)).toEqual(["Cabinet Payé"]);
  const whole = as(OrganisationWhole, (await call(agent, "GET", `/organisations/${organisations.items[0]!.id}`)).body);
  expect(whole.people.map((p) => p.email)).toContain("lea@paid.example");
  expect(as(PersonPage, (await call(agent, "GET", "/people?q=expir")).body).items.map((p) => p.name)).toEqual(["Luc Expiré"]);
  for (const path of ["/keys", "/inbound-mails"]) expect((await call(admin, "GET", path)).status).toBe(200);
  for (const path of ["/policies", "/policy/text"]) expect((await call(lead, "GET", path)).status).toBe(200);
});

test("a search finds by a word in any of the languages, by number, by requester; a customer never by a note or another's ticket", async () => {
  const { number } = await ask(lea, { subject: "Facturation", text: "Les imprimantes n'impriment plus les ordonnances." });
  await call(agent, "POST", `/tickets/${number}/notes`, { text: "zizanie interne" });
  const numbers = async (who: Parameters<typeof call>[0], q: string): Promise<string[]> =>
    as(TicketPage, (await call(who, "GET", `/search?q=${encodeURIComponent(q)}`)).body).items.map((t) => t.number);
  expect(await numbers(agent, "ordonnance")).toContain(number);
  expect(await numbers(agent, "facturation")).toContain(number);
  expect((await numbers(agent, number.toLowerCase()))[0]).toBe(number);
  expect(await numbers(agent, "léa payé")).toContain(number);
  expect(await numbers(agent, "zizanie")).toEqual([number]);
  expect(await numbers(lea, "zizanie")).toEqual([]);
  expect(await numbers(lea, "ordonnance")).toContain(number);
  expect(await numbers(luc, "ordonnance")).toEqual([]);
  expect(await numbers(luc, number)).toEqual([]);
});
