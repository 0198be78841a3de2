// What a policy says to the expert and to the author reaches them: whoever has the ticket, whoever wrote the words; and where nobody fits, the decision says why. SPEC 9.3, 9.4, 9.5
import { beforeEach, expect, test } from "vitest";
import { change } from "../../src/desk/change.ts";
import type { Actor } from "../../src/desk/event.ts";
import { joinTickets } from "../../src/desk/acts/join.ts";
import { CONFIRMED_AT_ONCE } from "../../src/desk/mails/heard-enough.ts";
import { keepMember } from "../../src/desk/organisations/writes.ts";
import { keepVersion } from "../../src/desk/policies/activate.ts";
import { ticketView } from "../../src/desk/views/ticket.ts";
import { ringTimers } from "../../src/doors/worker/ring-timers.ts";
import { compile } from "../../src/policy/index.ts";
import { MONDAY } from "../desk/small-desk.ts";
import { SMALL_POLICY } from "../desk/small-policy.ts";
import { mailDesk } from "./mail-desk.ts";
import { type Letter, post } from "./post.ts";

const DAY = 86_400_000;
const HELP = "help@small.example";
const LEA = "lea@paid.example";
const CAM = "cam@paid.example";
const ANA: Actor = { kind: "staff", id: null, name: "Somebody else" };
const NOTICES = `notices:
  - clause: expert-hears
    at: [message]
    notice: new-words
    to: expert
    audience: agent
    words: { fr: L’expert apprend chaque ajout., en: The expert hears of every addition. }
  - clause: author-hears
    at: [message]
    notice: taken-in
    to: author
    words: { fr: Vos mots sont arrivés., en: Your words have arrived. }
  - clause: author-again
    at: [message]
    notice: not-forgotten
    to: author
    after: [2 days]
    words: { fr: Vos mots ne sont pas oubliés., en: Your words are not forgotten. }
  - clause: all-hear
    at: [answered]
    notice: all-told
    to: customer
    words: { fr: La réponse vaut pour tous., en: The answer is for all. }
closure:
`;

const desk = await mailDesk();
const { port } = desk.door;
const text = SMALL_POLICY.replace('version: "1"', 'version: "2"').replace(/^closure:\n/m, NOTICES);
const { policy, findings } = compile(text);
if (!policy) throw new Error(JSON.stringify(findings));
await desk.database.asOwner(async (tx) => {
  await keepVersion(tx, "small", 2, policy, text, "test");
  await keepMember(tx, "small", desk.ids.paid, { name: "Cam Colleague", email: CAM, sees: "office", language: "en" }, MONDAY);
});
let now = MONDAY;
beforeEach(() => desk.at((now += 3_600_000)));

async function writes(letter: Letter): Promise<void> {
  await post(port, { to: HELP, text: "Comment imprimer le devis ?", ...letter });
  await desk.quiet();
  desk.at((now += 5 * 60_000));
}
async function opened(letter: Letter) {
  await writes(letter);
  return (await desk.tickets()).find((t) => t.subject === letter.subject)!;
}
const saying = async (to: string, words: string) => (await desk.mailsTo(to)).filter((m) => m.text.includes(words));
const viewer = { kind: "staff" as const, id: desk.ids.expert, name: "Ana Petit", role: "agent" as const, language: "en", email: "ana@small.example", holds: [] };
const untold = async (number: string) => (await desk.database.asDesk("small", (tx) => ticketView({ tx, house: desk.house, desk: "small", viewer }, { number }))).decisions.at(-1)?.untold;

test("the expert who has it hears of a customer's mail in a mail of their own, and its author in theirs, each once", async () => {
  const ticket = await opened({ from: LEA, subject: "Le devis" });
  expect(await saying("ana@small.example", ticket.number)).toEqual([]);
  await writes({ from: LEA, subject: `Re: [${ticket.number}]`, text: "Encore une chose." });
  const told = await saying("ana@small.example", ticket.number);
  expect(told).toHaveLength(1);
  for (const said of ["Léa Payé", "dont vous avez la charge", "L’expert apprend chaque ajout.", `/small/console/tickets/${ticket.number}`]) expect(told[0]?.text).toContain(said);
  expect(told[0]?.text).not.toContain("Vos mots sont arrivés.");
  expect(await saying(LEA, "Vos mots sont arrivés.")).toHaveLength(1);
  expect(await saying(LEA, "L’expert apprend")).toEqual([]);
  expect(await untold(ticket.number)).toEqual([]);
});

test("where nobody has the request the decision says that nobody was told, and by which clause", async () => {
  const ticket = await opened({ from: LEA, subject: "Sans expert" });
  await change(desk.house, "small", { kind: "assign", id: "nobody", by: ANA, ticket: ticket.id, to: null });
  const before = (await desk.mailsTo("ana@small.example")).length;
  await writes({ from: LEA, subject: `Re: [${ticket.number}]`, text: "Personne ?" });
  expect(await desk.mailsTo("ana@small.example")).toHaveLength(before);
  expect(await untold(ticket.number)).toMatchObject([{ clause: "expert-hears", to: "expert", why: "nobody-has-it" }]);
});

test("somebody copied who writes is the author; a stranger who answers a mail of the ticket is told nothing, and the decision says so", async () => {
  const ticket = await opened({ from: LEA, cc: "Eva <eva@lab.example>", subject: "Avec le laboratoire", messageId: "<labo@paid.example>" });
  await writes({ from: "eva@lab.example", subject: `Re: [${ticket.number}]`, text: "Le laboratoire confirme." });
  const eva = await desk.mailsTo("eva@lab.example");
  expect(eva.map((m) => m.text.includes("Vos mots sont arrivés."))).toEqual([true]);
  expect(await saying(LEA, "Vos mots sont arrivés.")).toHaveLength(2); // of the tests before
  await writes({ from: "zoe@stranger.example", subject: "Re: Avec le laboratoire", inReplyTo: "<labo@paid.example>", text: "Moi aussi." });
  expect(await desk.mailsTo("zoe@stranger.example")).toEqual([]);
  expect(await untold(ticket.number)).toMatchObject([{ clause: "author-hears", to: "author", why: "stranger" }]);
  expect(await untold(ticket.number)).toHaveLength(1);
});

test("the author of a joined ticket is told in their language, then and when the clock comes to it; what is to the customer reaches both authors with the answer", async () => {
  const first = await opened({ from: LEA, subject: "Imprimer" });
  const second = await opened({ from: CAM, subject: "Printing", text: "Hello, our quotes have not been printing since this morning, please help us." });
  await joinTickets(desk.house, "small", { id: "join", by: ANA, ticket: second.id, with: first.id });
  await writes({ from: CAM, subject: `Re: [${second.number}]`, text: "It still happens." });
  expect(await saying(CAM, "Your words have arrived.")).toHaveLength(1);
  expect((await saying(LEA, "Vos mots sont arrivés.")).filter((m) => m.text.includes(first.number))).toEqual([]);
  desk.at((now += 2 * DAY + 60_000));
  const wrong: unknown[] = [];
  while (await ringTimers(desk.house, (error) => void wrong.push(error)));
  await desk.quiet();
  expect(wrong).toEqual([]);
  expect((await saying(CAM, "Your words are not forgotten.")).filter((m) => m.text.includes(first.number))).toHaveLength(1);
  expect((await saying(LEA, "Vos mots ne sont pas oubliés.")).filter((m) => m.text.includes(first.number))).toEqual([]);
  await change(desk.house, "small", { kind: "answer", id: "answer", by: ANA, ticket: first.id, said: { text: "Mettez à jour.", channel: "portal" } });
  await desk.quiet();
  expect((await saying(LEA, "La réponse vaut pour tous.")).map((m) => m.text.includes("Mettez à jour."))).toEqual([true]);
  expect((await saying(CAM, "The answer is for all.")).map((m) => m.text.includes("Mettez à jour."))).toEqual([true]);
  expect(desk.faults).toEqual([]);
});

test("ten mails of one author on one ticket that come in the same instant, each by its own connection, bring as many notices as ten that come one by one; the decisions of the others say so", async () => {
  const ticket = await opened({ from: LEA, subject: "Dix à la fois", messageId: "<dix@paid.example>" });
  desk.at((now += 20 * 60_000));
  // Somebody else is at work on the ticket while they come, so that all of them wait for it.
  await desk.database.asOwner(async (tx) => {
    await tx.query("select 1 from tickets where desk = 'small' and id = $1 for update", [ticket.id]);
    await Promise.all(
      Array.from({ length: 10 }, (_, n) => post(port, { from: LEA, to: HELP, subject: `Re: [${ticket.number}] ${n}`, inReplyTo: "<dix@paid.example>", text: `Encore une chose, la ${n}e.` })),
    );
    const waiting = async (): Promise<number> => (await tx.query<{ n: number }>("select count(*)::int as n from pg_locks where not granted"))[0]?.n ?? 0;
    const until = Date.now() + 15_000;
    while ((await waiting()) <= CONFIRMED_AT_ONCE && Date.now() < until) await new Promise((done) => setTimeout(done, 20));
    expect(await waiting()).toBeGreaterThan(CONFIRMED_AT_ONCE);
  });
  await desk.quiet();
  expect((await desk.messages(ticket.id)).filter((m) => m.text.startsWith("Encore"))).toHaveLength(10);
  expect((await saying(LEA, "Vos mots sont arrivés.")).filter((m) => m.subject.includes(ticket.number))).toHaveLength(CONFIRMED_AT_ONCE);
  const why = await desk.rows<{ untold: { why: string }[] }>("select untold from decisions where ticket = $1 and moment = 'message' and untold <> '[]'", ticket.id);
  expect(why.map((d) => d.untold.map((u) => u.why))).toEqual(Array.from({ length: 10 - CONFIRMED_AT_ONCE }, () => ["too-many"]));
  desk.at((now += 11 * 60_000));
  await writes({ from: LEA, subject: `Re: [${ticket.number}] plus tard`, text: "Et maintenant ?" });
  expect((await saying(LEA, "Vos mots sont arrivés.")).filter((m) => m.subject.includes(ticket.number))).toHaveLength(CONFIRMED_AT_ONCE + 1);
  expect(desk.faults).toEqual([]);
});
