// What the policy says to a role reaches those who hold it, each in their language; while nobody holds it, the leads, who are told that they stand in.
import { expect, test } from "vitest";
import { change } from "../../src/desk/change.ts";
import { ringTimers } from "../../src/doors/worker/ring-timers.ts";
import { MONDAY } from "../desk/small-desk.ts";
import { rolesDesk } from "./roles-desk.ts";

const desk = await rolesDesk();
const { call, staff, holds, mailsTo } = desk;
const { ida, ben, ron, lou } = staff;
const ITALIAN = "ida@small.example";
const ENGLISH = "ben@small.example";
const ROMANIAN = "ron@small.example";
const LEADS = ["lea@small.example", "lou@small.example"] as const; // English, French

let now = MONDAY;
async function asks(subject: string, topic: string): Promise<string> {
  desk.at((now += 5 * 60_000));
  return (await call<{ number: string }>(desk.cam, "POST", "/tickets", { subject, text: "Bonjour.", topic })).body.number;
}
const lastTo = async (address: string) => (await mailsTo(address)).at(-1);
const many = async (): Promise<number[]> => Promise.all([ITALIAN, ENGLISH, ROMANIAN, ...LEADS, "ada@small.example"].map(async (a) => (await mailsTo(a)).length));

test("a notice to a role that nobody holds reaches the leads, in their languages, and says that they stand in; administrators and agents hear nothing", async () => {
  const number = await asks("Renouveler", "renewal");
  expect(await many()).toEqual([0, 0, 0, 1, 1, 0]);
  const [english, french] = [await lastTo(LEADS[0]), await lastTo(LEADS[1])];
  for (const said of ["Cam Colleague", "told to: the contracts office", "those who lead it stand in", `/small/console/tickets/${number}`]) expect(english?.text).toContain(said);
  expect(english?.text).toContain("You receive this mail because you work at Small support.");
  expect(english?.text).not.toMatch(/add to your ticket|because you wrote/);
  for (const said of ["signalée à\u00a0: le bureau des contrats", "les responsables le remplissent", "Le bureau des contrats est prévenu des renouvellements."]) expect(french?.text).toContain(said);
});

test("once somebody holds it, it reaches them alone, in their language", async () => {
  await holds(ida.id, ["office"]);
  await holds(ron.id, ["office"]);
  const before = await many();
  await asks("Encore", "renewal");
  expect((await many()).map((n, i) => n - before[i]!)).toEqual([1, 0, 1, 0, 0, 0]);
  expect((await lastTo(ITALIAN))?.text).toContain("Questo ruolo è Suo.");
  expect((await lastTo(ROMANIAN))?.text).toContain("este adusă la cunoștință: le bureau des contrats");
  await asks("Autre chose", "how-to");
  expect((await mailsTo(ITALIAN)).length).toBe(1);
});

test("what is escalated to a role is told to its holders and to the role that the clause tells, not to whoever passed it on", async () => {
  const number = await asks("Trop dur", "how-to");
  await holds(ben.id, ["specialists"]);
  const before = await many();
  const passed = await call(desk.agent, "PUT", `/tickets/${number}/findings`, { facts: { "beyond-us": true } });
  expect(passed.status, passed.text).toBe(200);
  expect((await many()).map((n, i) => n - before[i]!)).toEqual([1, 1, 1, 0, 0, 0]);
  const mail = await lastTo(ENGLISH);
  expect(mail?.subject).toContain(number);
  for (const said of ["A request comes to you", "passed on to: the specialists", "You hold this role.", "What is beyond us goes to"]) expect(mail?.text).toContain(said);
  expect((await lastTo(ITALIAN))?.text).toContain("Una richiesta segnalata al Suo ruolo");
});

test("a case and its appeal are told to those who decide, with the link and nothing of what it holds; of two who hold the appeal's role not to who decided", async () => {
  await holds(ida.id, ["judge", "board"]);
  await holds(ron.id, ["board"]);
  const number = await asks("Colère", "how-to");
  const report = await call<{ id: string }>(desk.agent, "POST", `/tickets/${number}/conduct`, { facts: { "conduct-report": "abuse" }, statement: "Shouted." });
  const path = `/conduct/${report.body.id}`;
  const told = await lastTo(ITALIAN);
  for (const said of ["decide: la médiatrice", "Questo ruolo è Suo", "La persona può rispondere fino a", `/small/console${path}`]) expect(told?.text).toContain(said);
  for (const secret of ["Shouted", "Cam", number]) expect(told?.text).not.toContain(secret);
  expect((await mailsTo(ROMANIAN)).filter((m) => m.text.includes(path))).toEqual([]);
  await call(desk.cam, "POST", `${path}/words`, { text: "Pardon." });
  await call(ida, "PUT", `${path}/decision`, { clause: "abuse", reason: "As heard." });
  const before = await many();
  await call(desk.cam, "POST", `${path}/words`, { text: "Je conteste." });
  expect((await many()).map((n, i) => n - before[i]!)).toEqual([0, 0, 1, 0, 0, 0]);
  const heard = await lastTo(ROMANIAN);
  for (const said of ["O contestație de examinat", "hotărăște: la direction", "Aveți acest rol."]) expect(heard?.text).toContain(said);
});

test("a case that a lead opens is told to the other leads while nobody holds its role", async () => {
  await holds(ida.id, []);
  const number = await asks("Encore fâché", "how-to");
  const before = await many();
  const opened = await call<{ id: string }>(lou, "POST", `/tickets/${number}/conduct`, { facts: { "conduct-report": "abuse" }, person: desk.ids.limited, statement: "Shouted." });
  expect([opened.status, opened.body]).toMatchObject([400, { code: "invalid-input" }]); // Lin wrote nothing there
  const about = await change(desk.house, "small", {
    kind: "ask",
    id: "roles:lin",
    by: { kind: "person", id: desk.ids.limited, name: "Lin Limited" },
    asker: { id: desk.ids.limited },
    subject: "Bonjour",
    said: { text: "Bonjour.", channel: "portal" },
    topic: "how-to",
  });
  expect((await call(lou, "POST", `/tickets/${about.ticket.number}/conduct`, { facts: { "conduct-report": "abuse" }, statement: "Shouted." })).status).toBe(201);
  expect((await many()).map((n, i) => n - before[i]!)).toEqual([0, 0, 0, 1, 0, 0]);
  expect((await lastTo(LEADS[0]))?.text).toContain("Nobody else holds this role at the desk");
});

test("what becomes of a customer's record is told to the holders alike", async () => {
  await holds(ida.id, ["office"]);
  await holds(ron.id, ["office"]);
  const before = await many();
  const changed = await call(desk.lead, "PUT", `/organisations/${desk.ids.paid}/standing/subscription`, { value: "expired" });
  expect(changed.status, changed.text).toBe(200);
  expect((await many()).map((n, i) => n - before[i]!)).toEqual([1, 0, 1, 0, 0, 0]);
  const mail = await lastTo(ITALIAN);
  for (const said of ["Cabinet Payé", "Le bureau des contrats apprend qu’un abonnement a pris fin.", "Questo è segnalato a: le bureau des contrats. Questo ruolo è Suo."])
    expect(mail?.text).toContain(said);
  expect(mail?.text).not.toContain("fa parte di un cliente");
});

test("a decision that a clause leaves to a role is told to its holders once, when it is asked for; a broken promise to those whom the policy has told of it", async () => {
  await holds(ron.id, ["board"]);
  const before = await many();
  desk.at((now += 5 * 60_000));
  const { number } = (await call<{ number: string }>(desk.luc, "POST", "/tickets", { subject: "Une exception", text: "Bonjour.", topic: "how-to" })).body;
  expect((await many()).map((n, i) => n - before[i]!)).toEqual([0, 0, 1, 0, 0, 0]);
  for (const said of ["O solicitare așteaptă hotărârea dumneavoastră", "Luc Expiré așteaptă o hotărâre: la direction", "La direction peut faire une exception.", number])
    expect((await lastTo(ROMANIAN))?.text).toContain(said);
  expect((await call(desk.agent, "PUT", `/tickets/${number}/findings`, { facts: { cause: "theirs" } })).status).toBe(200);
  expect((await many()).map((n, i) => n - before[i]!)).toEqual([0, 0, 1, 0, 0, 0]); // asked already
  const ruled = await call(ron, "PUT", `/tickets/${number}/rulings/an-exception`, { state: "granted", option: "help-once", reason: "Once." });
  expect(ruled.status, ruled.text).toBe(200);
  desk.at((now += 4 * 86_400_000));
  const wrong: unknown[] = [];
  while (await ringTimers(desk.house, (error) => void wrong.push(error)));
  expect(wrong).toEqual([]);
  const mine = (await mailsTo(ROMANIAN)).filter((m) => m.text.includes(number));
  expect(mine.map((m) => m.text.includes("La direction apprend chaque promesse manquée."))).toEqual([false, true]);
});
