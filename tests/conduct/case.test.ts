// A case of conduct from the report to its end, with TaxDome's policy: nothing happens to the customer before a person has heard them and decided.
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { ConductCasesRow, ConductEvidenceRow, MeasuresRow, PromisesRow, TicketsRow } from "../../src/database/rows.gen.ts";
import { conductHouse, DAY } from "./conduct-house.ts";

const house = await conductHouse("taxdome");
const elena = await house.staff("Elena Dobre");
const radu = await house.staff("Radu Stan");
const ioana = await house.staff("Ioana Marin");
const vlad = await house.person("vlad@fiscal-expert.example");
const INSULT = "Sunteți niște idioți. Rezolvați odată!";

const cases = () => house.rows<ConductCasesRow>("taxdome", "select * from conduct_cases order by opened_at desc");
const ticketOf = async (id: string) => (await house.rows<TicketsRow>("taxdome", "select * from tickets where id = $1", id))[0]!;
const promisesOf = (id: string) => house.rows<PromisesRow>("taxdome", "select * from promises where ticket = $1 order by kind, made_at", id);
const living = async (id: string) => (await promisesOf(id)).filter((p) => p.state === "running").map((p) => ({ kind: p.kind, due: p.due, clause: p.clause }));
const latest = async (email: string) => (await house.mailsTo(email)).at(-1)!;

async function report(ticket: string, incident: string) {
  const messages = (await house.rows<{ id: string }>("taxdome", "select id from messages where ticket = $1 and kind = 'message'", ticket)).map((m) => m.id);
  await house.does<"finding">({ kind: "finding", by: elena, ticket, findings: { incident }, report: { messages, statement: "He insulted Tom on the telephone as well." } });
  return (await cases())[0]!;
}

test("a report opens a case; the person reads in a mail what is held against them, by which clauses, and until when they can answer, and nothing else changes", async () => {
  const { ticket } = await house.asks(vlad, "Nu merge importul", INSULT, "import");
  const before = await living(ticket.id);
  const opened = await report(ticket.id, "offensive-language");
  expect(opened).toMatchObject({ state: "open", person: vlad.id, opened_by: elena.id, facts: { incident: "offensive-language" }, heard_at: null });
  expect(opened.answer_by! - opened.opened_at).toBe(5 * DAY);
  const mail = await latest(vlad.email);
  expect(mail.subject).toContain("Vă rugăm să ne spuneți părerea");
  for (const said of [INSULT, "He insulted Tom on the telephone as well.", "poate da un avertisment", "poate restricționa accesul", "nu se schimbă nimic", `/taxdome/conduct/${opened.id}`])
    expect(mail.text).toContain(said);
  expect(mail.text).not.toContain("Elena");
  expect(await living(ticket.id)).toEqual(before);
  expect((await ticketOf(ticket.id)).refused).toBe(false);
});

test("what is held against them stays as it was, whatever becomes of the message", async () => {
  const [opened] = await cases();
  const rows = () => house.rows<ConductEvidenceRow>("taxdome", "select * from conduct_evidence where of_case = $1", opened!.id);
  const [kept] = await rows();
  await house.house.database.asDesk("taxdome", (tx) => tx.run("update messages set text = 'bună ziua', whole = null where id = $1", [kept!.message]));
  expect(await rows()).toEqual([kept]);
  expect(kept).toMatchObject({ text: INSULT, sha: createHash("sha256").update(INSULT).digest("hex") });
  await expect(house.house.database.asDesk("taxdome", (tx) => tx.run("update conduct_evidence set text = 'x'"))).rejects.toThrow(/permission denied/);
});

test("nobody decides against them before they answered or their time is over; their answer by mail lands in the case and on no ticket", async () => {
  const [opened] = await cases();
  const decide = { kind: "conduct-decided", by: radu, ticket: opened!.ticket, of: opened!.id, clause: "conduct-restriction", reason: "Insults, twice." } as const;
  await expect(house.does<"conduct-decided">(decide)).rejects.toMatchObject({ code: "not-heard" });
  const heard = (await house.mailsTo(vlad.email)).filter((m) => m.subject.includes("părerea")).at(-1)!;
  const messages = await house.rows("taxdome", "select 1 from messages");
  await house.answers(heard, vlad.email, "Am greșit, îmi cer scuze.");
  expect(await house.rows("taxdome", "select kind, text, channel from conduct_words where of_case = $1", opened!.id)).toEqual([{ kind: "answer", text: "Am greșit, îmi cer scuze.", channel: "mail" }]);
  expect(await house.rows("taxdome", "select 1 from messages")).toHaveLength(messages.length);
  expect((await cases())[0]!.heard_at).not.toBeNull();
});

test("a restriction for a time refuses on every channel by the policy's words, keeps what is written, and lets an appeal through", async () => {
  const [opened] = await cases();
  const other = await house.person("ioana@fiscal-expert.example");
  const waiting = await house.asks(other, "Altceva", "Cum semnăm un document?", "documents");
  const was = await living(waiting.ticket.id);
  expect(was.length).toBeGreaterThan(0);
  await house.does<"conduct-decided">({ kind: "conduct-decided", by: radu, ticket: opened!.ticket, of: opened!.id, clause: "conduct-restriction", reason: "Insults, twice." });
  await house.ring();
  const mail = (await house.mailsTo(vlad.email)).find((m) => m.subject.includes("Ce s-a hotărât"))!;
  for (const said of ["nu sunt preluate", "Insults, twice.", "Radu Stan", "poate restricționa accesul", "Puteți contesta până la"]) expect(mail.text).toContain(said);
  // the whole firm, as this policy says of whom standing is a fact
  expect((await ticketOf(waiting.ticket.id)).refused).toBe(true);
  expect(await living(waiting.ticket.id)).toEqual([]);
  await house.sends("vlad@fiscal-expert.example", "help@taxdome.example", "Alt import", "Nu merge nici alt import.");
  const byMail = (await house.rows<TicketsRow>("taxdome", "select * from tickets where subject = 'Alt import'"))[0]!;
  expect(byMail.refused).toBe(true);
  expect(await house.rows("taxdome", "select text from messages where ticket = $1", byMail.id)).toEqual([{ text: "Nu merge nici alt import." }]);
  expect((await latest(vlad.email)).text).toContain("nu primesc asistență");
  const appeal = await house.asks(vlad, "Contestație", "Vreau să contest.", "appeal");
  expect((await ticketOf(appeal.ticket.id)).refused).toBe(false);
  expect(await living(appeal.ticket.id)).toMatchObject([{ kind: "first-answer" }]);
  // a lifted measure restores exactly
  house.pass(6 * 3_600_000);
  await house.does<"conduct-lifted">({ kind: "conduct-lifted", by: ioana, ticket: opened!.ticket, of: opened!.id, reason: "Taken too fast." });
  await house.ring();
  expect((await ticketOf(waiting.ticket.id)).refused).toBe(false);
  expect(await living(waiting.ticket.id)).toEqual(was);
  expect((await ticketOf(byMail.id)).refused).toBe(false);
  expect(await living(byMail.id)).toMatchObject([{ kind: "first-answer", due: byMail.opened_at + DAY }]);
  expect((await house.rows<MeasuresRow>("taxdome", "select * from measures"))[0]).toMatchObject({ ended_how: "lifted", ended_by: ioana.id });
  const told = (await house.mailsTo(vlad.email)).find((m) => m.subject.includes("Măsura a fost retrasă"))!;
  expect(told.text).toContain("Taken too fast.");
});

test("a decided case takes neither another decision, nor words, nor a second lifting: each is refused with the reason", async () => {
  const [opened] = await cases();
  const on = { ticket: opened!.ticket, of: opened!.id };
  for (const event of [
    { kind: "conduct-decided", by: radu, ...on, clause: null, reason: "x" },
    { kind: "conduct-lifted", by: radu, ...on, reason: "x" },
    { kind: "conduct-words", by: vlad, ...on, words: { text: "x", channel: "portal" } },
    { kind: "conduct-appeal", by: ioana, ...on, lifts: true, reason: "x" },
  ] as const)
    await expect(house.does(event as never), event.kind).rejects.toMatchObject({ code: "case-closed" });
});
