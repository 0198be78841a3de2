// How a case can end, and what follows: no measure, a warning, a measure that ends by itself, one taken back on appeal by somebody else, a case that nobody decides.
import { expect, test } from "vitest";
import type { ConductCasesRow, MeasuresRow, PromisesRow, TicketsRow } from "../../src/database/rows.gen.ts";
import { standingOf } from "../../src/desk/conduct/standing.ts";
import { takesWords } from "../../src/desk/conduct/takes-words.ts";
import { conductHouse, DAY } from "./conduct-house.ts";

const house = await conductHouse("taxdome");
const elena = await house.staff("Elena Dobre");
const radu = await house.staff("Radu Stan");
const ioana = await house.staff("Ioana Marin");
const rows = <R extends object>(sql: string, ...params: unknown[]) => house.rows<R>("taxdome", sql, ...params);
const caseOf = async (person: string) => (await rows<ConductCasesRow>("select * from conduct_cases where person = $1 order by opened_at desc limit 1", person))[0]!;
const refused = async (id: string) => (await rows<TicketsRow>("select * from tickets where id = $1", id))[0]!.refused;
const mail = async (address: string, subject: string) => (await house.mailsTo(address)).findLast((m) => m.subject.includes(subject));

async function reported(email: string, incident = "rudeness") {
  const person = await house.person(email);
  const { ticket } = await house.asks(person, "Ajutor", "Sunteți incapabili.", "problem");
  await house.does<"finding">({ kind: "finding", by: elena, ticket: ticket.id, findings: { incident }, report: { messages: [], statement: "Shouted on the phone." } });
  return { person, ticket, opened: await caseOf(person.id) };
}
const decide = (c: ConductCasesRow, clause: string | null, by = radu) => house.does<"conduct-decided">({ kind: "conduct-decided", by, ticket: c.ticket, of: c.id, clause, reason: "As heard." });

test("that no measure is taken can be decided at once, and the person is told so (SPEC 20.2, 20.3)", async () => {
  const { person, ticket, opened } = await reported("sorina@cabinet-ionescu.example");
  await decide(opened, null);
  await house.ring();
  expect((await mail(person.email, "Nu s-a luat nicio măsură"))!.text).toContain("Radu Stan a analizat faptele și nu a luat nicio măsură");
  expect(await refused(ticket.id)).toBe(false);
  expect(await rows("select 1 from measures")).toEqual([]);
  // what is found on the same ticket afterwards is asked anew
  await house.does<"finding">({ kind: "finding", by: elena, ticket: ticket.id, findings: { incident: "harassment" }, report: { messages: [], statement: "And again." } });
  const anew = await caseOf(person.id);
  expect(anew).toMatchObject({ state: "open", facts: { incident: "harassment" } });
  expect(anew.id).not.toBe(opened.id);
  // a second report while it is open belongs to it (SPEC 20.1)
  await house.does<"finding">({ kind: "finding", by: radu, ticket: ticket.id, findings: { incident: "harassment" }, report: { messages: [], statement: "A third time." } });
  expect(await caseOf(person.id)).toMatchObject({ id: anew.id, statement: "And again.\n\nA third time." });
});

test("undecided until its time, a case lapses: nothing comes of it, and the person is told (SPEC 20.3)", async () => {
  const person = await house.person("sorina@cabinet-ionescu.example");
  const open = await caseOf(person.id);
  expect(open.lapses_at! - open.opened_at).toBe(14 * DAY);
  house.pass(15 * DAY);
  await house.ring();
  expect(await caseOf(person.id)).toMatchObject({ state: "lapsed", decided_by: null });
  expect((await mail(person.email, "Cazul este închis"))!.text).toContain("Nimeni nu a hotărât în timpul prevăzut");
  await expect(decide(open, "conduct-warning")).rejects.toMatchObject({ code: "case-closed" });
});

test("a warning takes nothing away", async () => {
  const { ticket, opened } = await reported("contact@customer-taxdome.example");
  house.pass(5 * DAY);
  await decide(opened, "conduct-warning");
  await house.ring();
  expect(await refused(ticket.id)).toBe(false);
  const next = await house.asks(await house.person("contact@customer-taxdome.example"), "Alta", "Cum facem?", "documents");
  expect(next.facts["standing"]).toBe("warned");
  expect(next.decision!.results["entitlement"]).toBe("granted");
});

test("a restriction ends by itself at its instant, though nobody has noticed; the person is told what was kept meanwhile (SPEC 20.4)", async () => {
  const { person, opened } = await reported("vlad@fiscal-expert.example", "harassment");
  house.pass(5 * DAY);
  await decide(opened, "conduct-restriction");
  await house.ring();
  const [measure] = await rows<MeasuresRow>("select * from measures where of_case = $1", opened.id);
  expect(measure).toMatchObject({ kind: "restriction", person: person.id, ended_at: null });
  const during = await house.asks(person, "Alta", "Cum facem?", "documents");
  expect(during.decision!.results["entitlement"]).toBe("refused");
  house.pass(measure!.ends! - house.house.now());
  const after = await house.asks(person, "Iar", "Cum facem acum?", "documents");
  expect(after.decision!.results["entitlement"]).toBe("granted");
  await house.ring();
  expect((await rows<MeasuresRow>("select * from measures where id = $1", measure!.id))[0]).toMatchObject({ ended_how: "time" });
  const over = await mail(person.email, "Restricția s-a încheiat");
  expect(over!.text).toContain(during.ticket.number);
  expect(await refused(during.ticket.id)).toBe(true);
  expect(await rows("select text from messages where ticket = $1", during.ticket.id)).toEqual([{ text: "Cum facem?" }]);
});

test("an appeal by mail is a promise with a clock, is never decided by who decided the case, and granted puts everything back (SPEC 20.5, 20.6)", async () => {
  const grace = await house.person("grace@hartley-moss.example");
  const before = await house.asks(grace, "Import", "How do I import?", "import");
  const due = (await rows<PromisesRow>("select * from promises where ticket = $1", before.ticket.id))[0]!.due;
  const { opened } = await reported(grace.email, "personal-attack");
  house.pass(5 * DAY);
  await decide(opened, "conduct-permanent-restriction");
  await house.ring();
  expect(await refused(before.ticket.id)).toBe(true);
  const decided = (await mail(grace.email, "What was decided"))!;
  expect(decided.text).toContain("no longer taken on");
  await house.answers(decided, grace.email, "It was a colleague who used my account.");
  const appealed = await caseOf(grace.id);
  expect(Math.abs(appealed.appeal_due! - appealed.appealed_at! - 7 * DAY)).toBeLessThanOrEqual(3_600_000); // the same time on the wall, also across a change of summer time
  expect((await mail(grace.email, "received your appeal"))!.text).toMatch(/decide about it by .*\d/);
  const review = async () => (await rows<PromisesRow>("select * from promises where ticket = $1 and subject = 'conduct'", opened.ticket))[0];
  expect(await review()).toMatchObject({ kind: "decision", state: "running", due: appealed.appeal_due });
  const on = { ticket: opened.ticket, of: opened.id };
  await expect(house.does<"conduct-appeal">({ kind: "conduct-appeal", by: radu, ...on, lifts: true, reason: "x" })).rejects.toMatchObject({ code: "not-allowed" });
  await expect(house.does<"conduct-named">({ kind: "conduct-named", by: ioana, ...on, to: radu.id, decides: "appeal" })).rejects.toMatchObject({ code: "not-allowed" });
  await expect(house.house.database.asDesk("taxdome", (tx) => tx.run("update conduct_cases set appeal_by = decided_by where id = $1", [opened.id]))).rejects.toThrow(/check/);
  await house.does<"conduct-appeal">({ kind: "conduct-appeal", by: ioana, ...on, lifts: true, reason: "The account was shared." });
  await house.ring();
  expect(await review()).toMatchObject({ state: "kept" });
  expect(await refused(before.ticket.id)).toBe(false);
  expect((await rows<PromisesRow>("select * from promises where ticket = $1 and kind = 'first-answer'", before.ticket.id))[0]).toMatchObject({
    due,
    state: due! < house.house.now() ? "broken" : "running",
  });
  expect((await mail(grace.email, "Your appeal was decided"))!.text).toContain("Ioana Marin has looked at it again and found you right");
  await expect(house.does<"conduct-appeal">({ kind: "conduct-appeal", by: ioana, ...on, lifts: false, reason: "x" })).rejects.toMatchObject({ code: "case-closed" });
});

test("a measure ends and is told though the ticket of its case was closed long before", async () => {
  const { person, ticket, opened } = await reported("ioana@fiscal-expert.example", "harassment");
  house.pass(5 * DAY);
  await decide(opened, "conduct-restriction");
  await house.ring();
  await house.does<"close">({ kind: "close", by: radu, ticket: ticket.id, outcome: "unresolved" });
  const [measure] = await rows<MeasuresRow>("select * from measures where of_case = $1", opened.id);
  house.pass(measure!.ends! - house.house.now());
  await house.ring();
  expect((await mail(person.email, "Restricția s-a încheiat"))!.text).toContain("a ajuns la capăt");
  expect((await rows<TicketsRow>("select * from tickets where id = $1", ticket.id))[0]).toMatchObject({ status: "closed" });
  expect((await house.asks(person, "Iar", "Cum facem?", "documents")).facts["standing"]).toBe("good");
});

test("an answer to the hearing that somebody else sends is theirs and not the person's: it goes where any mail goes", async () => {
  const { person, opened } = await reported("sorina@cabinet-ionescu.example", "harassment");
  const heard = (await mail(person.email, "părerea"))!;
  await house.answers(heard, "stranger@elsewhere.example", "Sunt eu, Sorina.");
  expect(await rows("select 1 from conduct_words where of_case = $1", opened.id)).toEqual([]);
  expect(await rows("select 1 from messages where text = 'Sunt eu, Sorina.'")).toHaveLength(1);
});

test("an appeal that is turned down leaves the measure as it is; undecided in its time, the promise is broken", async () => {
  const { person, opened } = await reported("dana@brightwater.example", "harassment");
  house.pass(5 * DAY);
  await decide(opened, "conduct-ending");
  await house.does<"conduct-words">({ kind: "conduct-words", by: person, ticket: opened.ticket, of: opened.id, words: { text: "I did not.", channel: "portal" } });
  house.pass(8 * DAY);
  await house.ring();
  expect((await rows<PromisesRow>("select * from promises where ticket = $1 and subject = 'conduct'", opened.ticket))[0]).toMatchObject({ state: "broken" });
  await house.does<"conduct-appeal">({ kind: "conduct-appeal", by: ioana, ticket: opened.ticket, of: opened.id, lifts: false, reason: "It is on record." });
  expect((await rows<PromisesRow>("select * from promises where ticket = $1 and subject = 'conduct'", opened.ticket))[0]!.met_at).not.toBeNull();
  expect((await rows<MeasuresRow>("select * from measures where of_case = $1", opened.id))[0]).toMatchObject({ kind: "ending", refund: "none", ended_at: null });
  expect((await house.asks(person, "Help", "Please help", "problem")).facts["standing"]).toBe("ended");
  expect((await mail(person.email, "Your appeal was decided"))!.text).toContain("the decision stands");
});

test("the gravest measure that holds is the standing, to its end and not at it, on its channels alone (SPEC 20.4)", () => {
  const m = (kind: string, over: object = {}) => ({ kind, channels: [], starts: 10, ends: 20, ended_at: null, ...over });
  expect(standingOf([m("warning"), m("restriction")], 10, "mail", "good")).toBe("restricted");
  expect(standingOf([m("restriction")], 20, "mail", null)).toBe("good");
  expect(standingOf([m("restriction", { ended_at: 15 })], 15, "mail", "warned")).toBe("warned");
  expect(standingOf([m("restriction", { channels: ["phone"] })], 12, "mail", null)).toBe("good");
  expect(standingOf([m("ending", { ends: null })], 999, "api", "restricted")).toBe("ended");
});

test("an appeal is taken to the last instant of its time", () => {
  const c = { state: "decided", clause: "x", contestable: true, contest_by: 20, appealed_at: null, appeal_at: null, lifted_at: null };
  expect([takesWords(c, 20), takesWords(c, 21), takesWords({ ...c, appealed_at: 5 }, 99), takesWords({ ...c, appeal_at: 9 }, 10), takesWords({ ...c, clause: null }, 1)]).toEqual([
    "appeal",
    null,
    "appeal",
    null,
    null,
  ]);
});
