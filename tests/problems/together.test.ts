// Tickets of different customers hang on one problem and are answered together: each reads their own language on their own thread, and nobody learns of another.
import { beforeEach, expect, test } from "vitest";
import { answerTogether, type Together } from "../../src/desk/acts/problems/answer-together.ts";
import { change } from "../../src/desk/change.ts";
import type { Actor } from "../../src/desk/event.ts";
import { hangTicket, nameProblem, takeOff } from "../../src/desk/acts/problems/hang.ts";
import { joinTickets } from "../../src/desk/acts/join.ts";
import { keepMember, keepOrganisation } from "../../src/desk/organisations/writes.ts";
import { Problem } from "../../src/desk/problem.ts";
import { runTogether } from "../../src/desk/acts/problems/run-together.ts";
import { shield } from "../../src/desk/staff/shields.ts";
import type { Viewer } from "../../src/desk/viewer.ts";
import { problemView } from "../../src/desk/views/problem-shown.ts";
import { proposalsFor, relatedTo } from "../../src/desk/views/related.ts";
import type { Look } from "../../src/desk/views/reader-of.ts";
import { ticketView } from "../../src/desk/views/ticket.ts";
import { MONDAY } from "../desk/small-desk.ts";
import { mailDesk } from "../mail/mail-desk.ts";
import { type Letter, post } from "../mail/post.ts";

const desk = await mailDesk();
const HELP = "help@small.example";
const ANA: Actor = { kind: "staff", id: desk.ids.expert, name: "Ana Petit" };
const LEAD: Viewer = { kind: "staff", id: desk.ids.expert, name: "Ana Petit", email: "ana@small.example", role: "lead", holds: [], language: "en" };
let now = MONDAY;
beforeEach(() => desk.at((now += 60_000)));
const [olga, carla, radu] = await desk.database.asOwner(async (tx) => {
  const customer = async (office: string, name: string, email: string, language: string): Promise<string> => {
    const id = await keepOrganisation(tx, "small", { name: office, language, attributes: { subscription: "paid" } }, MONDAY, "test");
    return keepMember(tx, "small", id, { name, email, sees: "office", language }, MONDAY);
  };
  return [
    await customer("Harbour Dental", "Olga Harbour", "olga@harbour.example", "en"),
    await customer("Studio Carla", "Carla Riva", "carla@riva.example", "it"),
    await customer("Birou Radu", "Radu Pop", "radu@pop.example", "ro"),
  ];
});

async function asked(letter: Letter) {
  await post(desk.door.port, { to: HELP, ...letter });
  await desk.quiet();
  desk.at((now += 60_000));
  return (await desk.tickets()).find((t) => t.subject === letter.subject)!;
}
let n = 0;
const act = () => ({ id: `act:${++n}`, by: ANA });
const view = (id: string) => desk.database.asDesk("small", (tx) => problemView({ tx, house: desk.house, desk: "small", viewer: LEAD } as Look, id), { readOnly: true });
async function sent(): Promise<void> {
  while (await runTogether(desk.house, (error) => void desk.faults.push(error)));
  await desk.quiet();
}
const together = (problem: string, wanted: Partial<Together>) => answerTogether(desk.house, "small", { ...act(), problem }, { texts: {}, sendAs: {}, meant: [], solves: false, ...wanted });
const refusal = async (work: Promise<unknown>): Promise<Problem> =>
  work.then(
    () => expect.fail("nothing was refused"),
    (error: unknown) => error as Problem,
  );

const english = await asked({ from: "Olga <olga@harbour.example>", subject: "Printing", text: "Every quote that we print since this morning ends with error PRT-4410, please help us." });
const italian = await asked({ from: "Carla <carla@riva.example>", subject: "Stampa", text: "Buongiorno, da stamattina ogni preventivo che stampiamo finisce con l'errore PRT-4410, potete aiutarci?" });
const french = await asked({
  from: "Léa <lea@paid.example>",
  subject: "Devis",
  text: "Bonjour, depuis ce matin chaque devis que nous imprimons finit par l'erreur PRT-4410, pouvez-vous nous aider ?",
});
const other = await asked({ from: "Radu <radu@pop.example>", subject: "Program", text: "Bună ziua, la ce oră răspundeți la telefon sâmbăta dimineața? Vă mulțumesc foarte mult." });

const EN = "Hello {customer}, the printing of quotes works again since 10:40. Please print {subject} once more.";
const FR = "Bonjour {customer}, l’impression des devis fonctionne à nouveau depuis 10 h 40.";
const IT = "Buongiorno {customer}, la stampa dei preventivi funziona di nuovo dalle 10:40.";
const hung = { title: "Quotes do not print", known: "Error PRT-4410 after the update of the print server. Harbour Dental was first." };
const problem = await nameProblem(desk.house, "small", act(), { ...hung, tickets: [english.id] });

test("tickets of other customers are proposed by the code that all give, across languages, and a problem to a ticket; the one about something else is not", async () => {
  const look = async <T>(read: (look: Look) => Promise<T>): Promise<T> => desk.database.asDesk("small", (tx) => read({ tx, house: desk.house, desk: "small", viewer: LEAD }), { readOnly: true });
  const proposed = await look((l) => proposalsFor(l, problem));
  expect(proposed.map((p) => p.number).sort()).toEqual([italian.number, french.number].sort());
  expect(proposed[0]!.shared).toContain("code PRT-4410");
  expect((await look((l) => relatedTo(l, french.id))).problems).toMatchObject([{ id: problem, number: "P-1", title: "Quotes do not print" }]);
  expect((await look((l) => relatedTo(l, french.id))).tickets.map((t) => t.number)).toEqual([italian.number]);
  expect(await look((l) => relatedTo(l, other.id))).toEqual({ problems: [], tickets: [] });
  expect((await view(problem)).hanging.map((t) => t.number)).toEqual([english.number]); // nothing hangs by itself
});

test("hanging a ticket and taking it off leaves it as it was, tells the customer nothing, and is in the desk's timeline alone", async () => {
  const state = async () => {
    const [ticket] = await desk.rows<Record<string, unknown>>("select to_jsonb(t) - 'revision' - 'changed_at' as t from tickets t where id = $1", french.id);
    const promises = await desk.rows("select * from promises where ticket = $1 order by id", french.id);
    const timers = await desk.rows("select * from timers where ticket = $1 order by key", french.id);
    const [mails] = await desk.rows<{ n: number }>("select count(*)::int as n from outbox");
    const [decisions] = await desk.rows<{ n: number }>("select count(*)::int as n from decisions");
    return { ticket, promises, timers, mails, decisions };
  };
  const before = await state();
  await hangTicket(desk.house, "small", { ...act(), problem, ticket: french.id });
  await takeOff(desk.house, "small", { ...act(), problem, ticket: french.id });
  expect(await state()).toEqual(before);
  const seen = (viewer: Viewer) => desk.database.asDesk("small", (tx) => ticketView({ tx, house: desk.house, desk: "small", viewer }, { id: french.id }), { readOnly: true });
  expect((await seen(LEAD)).timeline.map((e) => e.kind)).toEqual(expect.arrayContaining(["hung", "unhung"]));
  const lea = { kind: "person", id: desk.ids.contact, name: "Léa Payé", email: "lea@paid.example", organisation: desk.ids.paid, sees: "office", language: "fr" } as const;
  await hangTicket(desk.house, "small", { ...act(), problem, ticket: french.id });
  expect((await seen(LEAD)).problem).toMatchObject({ id: problem, number: "P-1" });
  const hers = JSON.stringify(await seen(lea));
  expect((await seen(lea)).problem).toBeNull();
  for (const word of ["hung", "P-1", "Quotes do not print", "print server", "Harbour", problem]) expect(hers, word).not.toContain(word);
});

test("a ticket hangs on one problem, and neither a closed one nor a part of another is hung", async () => {
  const second = await nameProblem(desk.house, "small", act(), { title: "Another", known: "", tickets: [] });
  const refused = await refusal(hangTicket(desk.house, "small", { ...act(), problem: second, ticket: french.id }));
  expect([refused.code, refused.detail]).toEqual(["not-hangable", `${french.number} hangs on P-1; take it off there first.`]);
  await change(desk.house, "small", { kind: "close", id: "c1", by: ANA, ticket: other.id, outcome: "unresolved" });
  expect((await refusal(hangTicket(desk.house, "small", { ...act(), problem: second, ticket: other.id }))).detail).toBe(`${other.number} is closed; open it again first.`);
  await change(desk.house, "small", { kind: "reopen", id: "c2", by: ANA, ticket: other.id });
});

test("what is not ready is refused before anything is sent: a language without a text, an unknown placeholder, and whatever tells one customer of another", async () => {
  await hangTicket(desk.house, "small", { ...act(), problem, ticket: italian.id });
  expect((await view(problem)).needs).toEqual([
    { language: "en", tickets: 1 },
    { language: "fr", tickets: 1 },
    { language: "it", tickets: 1 },
  ]);
  const faults = async (wanted: Partial<Together>) => (await refusal(together(problem, wanted))).faults.map(({ at, message }) => ({ at, message }));
  expect(await faults({ texts: { en: EN, fr: FR } })).toEqual([{ at: "texts.it", message: expect.stringContaining("1 ticket is in “it”") }]);
  expect(await faults({ texts: { en: "Hello {customr}", fr: FR, it: IT } })).toEqual([{ at: "texts.en", message: expect.stringContaining("there is no {customr}") }]);
  const tells = async (en: string, meant: string[] = []) => (await faults({ texts: { en, fr: FR }, sendAs: { it: "en" }, meant })).map((f) => f.message);
  expect(await tells(`As we told Olga Harbour.`)).toEqual([expect.stringContaining(`“Olga Harbour” is the name of who asked ${english.number}`)]);
  expect(await tells(`See ${italian.number.toLowerCase()} and carla@riva.example, of Studio Carla.`)).toHaveLength(3);
  expect(await tells(`Harbour Dental reported it.`)).toHaveLength(1);
  expect(await desk.rows("select 1 from problem_answers")).toEqual([]);
});

test("answered once, each reads their own words in their own mail, the promise is kept, and a reply lands on the own ticket", async () => {
  await together(problem, { texts: { en: EN, fr: FR, it: IT } });
  await sent();
  const last = async (to: string) => (await desk.mailsTo(to)).at(-1)!;
  const [toOlga, toCarla, toLea] = [await last("olga@harbour.example"), await last("carla@riva.example"), await last("lea@paid.example")];
  expect(toOlga.text).toContain("Hello Olga Harbour, the printing of quotes works again since 10:40. Please print Printing once more.");
  expect(toCarla.text).toContain("Buongiorno Carla Riva, la stampa dei preventivi");
  expect(toLea.text).toContain("Bonjour Léa Payé, l’impression des devis");
  expect((await desk.mailsTo("radu@pop.example")).filter((m) => m.text.includes("10:40"))).toEqual([]);
  for (const ticket of [english, italian, french]) {
    expect(await desk.rows("select state from promises where ticket = $1 and kind = 'first-answer'", ticket.id)).toEqual([{ state: "kept" }]);
    expect((await desk.messages(ticket.id)).filter((m) => m.kind === "answer")).toHaveLength(1);
  }
  // Not a word of one is anywhere in what another is sent, headers included.
  const own = { "olga@harbour.example": [english.number, "Olga", "Harbour"], "carla@riva.example": [italian.number, "Carla", "Riva"], "lea@paid.example": [french.number, "Léa", "Payé"] };
  for (const [address, mine] of Object.entries(own)) {
    const mail = JSON.stringify(await last(address));
    for (const [whose, theirs] of Object.entries(own)) for (const word of whose === address ? [] : [whose, ...theirs]) expect(mail, `${word} of ${whose} to ${address}`).not.toContain(word);
    for (const word of ["P-1", "Quotes do not print", problem]) expect(mail).not.toContain(word);
    for (const word of mine) expect(mail).toContain(word);
  }
  const id = (toCarla.headers as Record<string, string>)["Message-ID"] ?? "";
  await post(desk.door.port, { from: "carla@riva.example", to: HELP, subject: "Re: Stampa", inReplyTo: id, text: "Grazie mille, adesso stampa di nuovo." });
  await desk.quiet();
  expect((await desk.messages(italian.id)).at(-1)!.text).toBe("Grazie mille, adesso stampa di nuovo.");
  expect(await desk.tickets()).toHaveLength(4);
  expect((await view(problem)).answers).toMatchObject([{ total: 3, sent: 3, waiting: 0, told: [] }]);
});

test("who was closed, joined, taken off or is not to be met meanwhile gets nothing, and the sender is told; the rest gets it", async () => {
  const first = await asked({ from: "Olga <olga@harbour.example>", subject: "Closed", text: "Another error PRT-4410 happened with the quotes of today." });
  const second = await asked({ from: "Olga <olga@harbour.example>", subject: "Joined", text: "And one more error PRT-4410 with the quotes of today." });
  const third = await asked({ from: "Carla <carla@riva.example>", subject: "Tolto", text: "Ancora un errore PRT-4410 con i preventivi di oggi, grazie." });
  for (const t of [first, second, third, other]) await hangTicket(desk.house, "small", { ...act(), problem, ticket: t.id });
  await together(problem, { texts: { en: "It works again, {customer}.", fr: FR, it: IT }, sendAs: { ro: "en" } });
  desk.at((now += 60_000));
  await change(desk.house, "small", { kind: "close", id: "c3", by: ANA, ticket: first.id, outcome: "unresolved" });
  await joinTickets(desk.house, "small", { id: "j1", by: ANA, ticket: second.id, with: english.id });
  await takeOff(desk.house, "small", { ...act(), problem, ticket: third.id });
  await desk.database.asDesk("small", (tx) => shield(tx, { person: desk.ids.contact, staff: desk.ids.expert, by: desk.ids.expert }, now));
  await sent();
  const [answer] = (await view(problem)).answers;
  expect(answer).toMatchObject({ total: 7, sent: 3, waiting: 0 });
  expect(answer!.told).toEqual([
    { ticket: french.number, state: "shielded", into: null, why: null },
    { ticket: first.number, state: "closed", into: null, why: null },
    { ticket: second.number, state: "joined", into: english.number, why: null },
    { ticket: third.number, state: "off", into: null, why: null },
  ]);
  expect((await desk.mailsTo("radu@pop.example")).at(-1)!.text).toContain("It works again, Radu Pop.");
  expect((await desk.messages(first.id)).filter((m) => m.kind === "answer")).toEqual([]);
  await desk.database.asDesk("small", (tx) => tx.run("delete from shields where desk = troth_desk()"));
});

test("solving by the answer that was given closes each with its own message as solution; who did not get it stays open, and the sender is told", async () => {
  const earlier = (await view(problem)).answers.at(-1)!.id; // the first, to three
  await together(problem, { solves: true, earlier });
  await sent();
  const seen = await view(problem);
  expect(seen).toMatchObject({ state: "solved", solvedBy: "Ana Petit" });
  expect(seen.answers[0]).toMatchObject({ solves: true, sent: 3, told: expect.arrayContaining([{ ticket: other.number, state: "unanswered", into: null, why: null }]) });
  for (const ticket of [english, italian, french]) {
    const [row] = await desk.rows<{ status: string; outcome: string; words: string }>(
      "select t.status, t.outcome, m.text as words from tickets t join messages m on m.id = t.solution and m.ticket = t.id where t.id = $1",
      ticket.id,
    );
    expect(row).toMatchObject({ status: "closed", outcome: "solved", words: expect.stringContaining("10") });
  }
  expect((await desk.tickets()).find((t) => t.id === other.id)!.status).not.toBe("closed");
  expect(
    (await refusal(hangTicket(desk.house, "small", { ...act(), problem, ticket: other.id }).then(() => hangTicket(desk.house, "small", { ...act(), problem, ticket: italian.id })))).detail,
  ).toContain("is solved; open it again first");
});

test("two workers at once send to each once; a ticket that cannot be written to is tried again, told as failed, and keeps nobody else from their answer", async () => {
  const mute = await asked({ from: "Radu <radu@pop.example>", subject: "Factura", text: "Bună ziua, factura arată eroarea INV-3003 de fiecare dată când o deschidem." });
  const heard = await asked({ from: "Carla <carla@riva.example>", subject: "Fattura", text: "Buongiorno, la fattura mostra l'errore INV-3003 ogni volta che la apriamo." });
  const invoices = await nameProblem(desk.house, "small", act(), { title: "Invoices", known: "", tickets: [mute.id, heard.id] });
  await desk.database.asOwner(async (tx) => {
    await tx.run(`create function no_more_words() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$`);
    await tx.run(`create trigger no_more_words before insert on messages for each row when (new.ticket = '${mute.id}') execute function no_more_words()`);
  });
  await together(invoices, { texts: { it: "Fatto, {customer}.", ro: "Gata, {customer}." } });
  const faults: unknown[] = [];
  for (let round = 0; round < 4; round++) await Promise.all([1, 2].map(() => runTogether(desk.house, (error) => void faults.push(error))));
  await desk.quiet();
  expect((await view(invoices)).answers).toMatchObject([{ sent: 1, waiting: 0, endedAt: expect.any(String), told: [{ ticket: mute.number, state: "failed" }] }]);
  expect((await desk.messages(heard.id)).filter((m) => m.kind === "answer").map((m) => m.text)).toEqual(["Fatto, Carla Riva."]);
  expect((await desk.mailsTo("carla@riva.example")).filter((m) => m.text.includes("Fatto,"))).toHaveLength(1);
  expect(faults.length).toBeGreaterThanOrEqual(3);
  expect(String(faults[0])).toContain("the disk is full");
  await desk.database.asOwner((tx) => tx.run("drop trigger no_more_words on messages"));
});

test("solving with words closes each with these words as its solution and in its mail, with the files that go along", async () => {
  const one = await asked({ from: "Olga <olga@harbour.example>", subject: "Scan", text: "The scanner shows error SCN-7001 whenever we start it." });
  const two = await asked({ from: "Carla <carla@riva.example>", subject: "Scansione", text: "Lo scanner mostra l'errore SCN-7001 ogni volta che lo accendiamo." });
  const scans = await nameProblem(desk.house, "small", act(), { title: "Scanner", known: "", tickets: [one.id, two.id] });
  const { sha256: sha, size } = await desk.house.blobs.keep(Buffer.from("install it"));
  const files = [{ name: "release-4.2.pdf", type: "application/pdf", size, sha }];
  await together(scans, { solves: true, texts: { en: "Install 4.2, {customer}.", it: "Installi la 4.2, {customer}." }, files, tickets: [one.number, two.number] });
  await sent();
  expect((await desk.mailsTo("carla@riva.example")).at(-1)!.text).toContain("Installi la 4.2, Carla Riva.");
  for (const [to, ticket] of [
    ["olga@harbour.example", one],
    ["carla@riva.example", two],
  ] as const)
    expect((await desk.mailsTo(to)).at(-1)!.text).toMatch(new RegExp(`release-4\\.2\\.pdf[^]*/tickets/${ticket.number}/files/${sha}`));
  const solutions = await desk.rows<{ text: string }>("select m.text from tickets t join messages m on m.id = t.solution where t.id = any ($1::uuid[]) order by m.text", [one.id, two.id]);
  expect(solutions.map((s) => s.text)).toEqual(["Install 4.2, Olga Harbour.", "Installi la 4.2, Carla Riva."]);
  expect(desk.faults).toEqual([]);
  expect([olga, carla, radu].every((id) => id.length > 0)).toBe(true);
});
