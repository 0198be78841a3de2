// A contest on a ticket that is closed for good: what was refused is decided anew on its own ticket, whenever that is; any other is a request of its own that carries the contest along. SPEC 23.8
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { keepVersion } from "../../src/desk/policies/activate.ts";
import { compile } from "../../src/policy/index.ts";
import { wholeDesk } from "../rows/whole-desk.ts";

const DESK = "orthocab";
const DAY = 86_400_000;
const TEXT = readFileSync(`policies/${DESK}/policy.yaml`, "utf8").replace(
  "closure:\n  - clause: closed-when-solved",
  `closure:
  - clause: later-words-begin-anew
    at: [message]
    when: { closed-for: { over: 14 days } }
    closure: new-ticket
    words: { en: "What you write more than {when_closed_for_over} after the end is a new request.", fr: "Ce que vous écrivez plus de {when_closed_for_over} après la fin est une nouvelle demande." }
  - clause: closed-when-solved`,
);
const desk = await wholeDesk(DESK);
const { policy, findings } = compile(TEXT);
if (!policy) throw new Error(JSON.stringify(findings));
await desk.house.database.asOwner((tx) => keepVersion(tx, DESK, 2, policy, TEXT, "test"));
const [lapsed] = await desk.rows<{ email: string; organisation: string }>(
  DESK,
  "select p.email, p.organisation from people p join organisations o on o.desk = p.desk and o.id = p.organisation where o.attributes->>'subscription' = 'lapsed' or o.terms->'subscription' is not null order by p.email limit 1",
);
const [agent] = await desk.rows<{ email: string }>(DESK, "select email from staff where role = 'agent' order by email limit 1");
const REFUSED = lapsed!.email;
const HELPED = `contact@customer-${DESK}.example`;
const staff = () => desk.cookieOf("staff", agent!.email);
const of = (email: string) => desk.cookieOf("person", email);
const ASKED = [
  "Comment régler le calendrier des rendez-vous ?",
  "Les photographies des patients restent noires.",
  "L’export des devis se bloque à mi-chemin.",
  "La facture du mois affiche un total nul.",
  "Le lecteur de carte ne répond plus.",
  "Impossible d’imprimer une ordonnance.",
  "Le rappel par SMS part deux fois.",
];
async function ended(from: string): Promise<{ number: string; mail: { subject: string; id: string; text: string } }> {
  const subject = ASKED.shift() ?? "";
  await desk.later(DAY);
  await desk.mail(from, subject, `Bonjour, une question : ${subject}`);
  const number = await desk.ticketOf(subject);
  const mail = (await desk.mails(from)).findLast((each) => each.subject.includes(number))!;
  expect((await desk.call(await staff(), "PUT", `/tickets/${number}/closure`, { outcome: "unresolved" })).status).toBe(200);
  await desk.later(20 * DAY);
  return { number, mail };
}
const read = async (number: string) => desk.ticket(await staff(), number);
const next = async (number: string) => (await read(number)).followedBy.at(-1)?.number ?? null;
const opened = async (number: string) => Date.parse((await read(number)).openedAt);

test("in the portal and by the API as well, and words that may contest it stay on it for a person to read", async () => {
  const first = await ended(REFUSED);
  const form = await desk.form(await of(REFUSED), `${first.number}/claims`, { reason: "Notre abonnement était payé." });
  expect(form.status).toBe(303);
  expect([(await read(first.number)).status, await next(first.number)]).toEqual(["open", null]);
  const second = await ended(REFUSED);
  const sent = await desk.call<{ number: string }>(await of(REFUSED), "PUT", `/tickets/${second.number}/claims`, { facts: {}, text: "Notre abonnement était payé." });
  expect([sent.status, sent.body.number, (await read(second.number)).status]).toEqual([200, second.number, "open"]);
  const third = await ended(REFUSED);
  await desk.mail(REFUSED, `Re: ${third.mail.subject}`, "Vraiment ? Il me semble que notre abonnement est faux chez vous, pouvez-vous regarder ?", { answers: third.mail.id });
  expect([(await read(third.number)).status, await next(third.number)]).toEqual(["open", null]);
});

test("by mail: the contest of a refusal opens the refused ticket; put right, its promises count from its opening", async () => {
  const { number, mail } = await ended(REFUSED);
  expect((await read(number)).refused).toBe(true);
  const line = /^(\d)\. Abonnement/m.exec(mail.text)?.[1] ?? "";
  await desk.mail(REFUSED, `Re: ${mail.subject}`, `${line} est faux : nous avions renouvelé avant.`, { answers: mail.id });
  const contested = await read(number);
  expect([contested.status, await next(number), contested.messages.at(-1)?.text]).toEqual(["open", null, `${line} est faux : nous avions renouvelé avant.`]);
  const lead = await desk.cookieOf("staff", "mehdi.ouazzani@orthocab.example");
  expect((await desk.call(lead, "PUT", `/organisations/${lapsed!.organisation}/standing/subscription`, { value: "active", ends: "2099-12-31" })).status).toBe(200);
  await desk.later(60_000);
  const helped = await read(number);
  expect([helped.refused, helped.promises.map((p) => [p.kind, p.starts])]).toEqual([false, [["first-answer", helped.openedAt]]]);
});

test("of a ticket that was not refused it is a request of its own, which names the old one, holds what was said to be wrong, and is looked into within its promise", async () => {
  for (const door of ["portal", "api"] as const) {
    const { number } = await ended(HELPED);
    expect((await read(number)).refused).toBe(false);
    const words = `L’édition était fausse (${door}).`;
    if (door === "portal") expect((await desk.form(await of(HELPED), `${number}/claims`, { reason: words })).status).toBe(303);
    else expect((await desk.call<{ follows: { number: string } }>(await of(HELPED), "PUT", `/tickets/${number}/claims`, { facts: {}, text: words })).body.follows.number).toBe(number);
    const on = await next(number);
    expect(on).not.toBe(null);
    const [old, own] = [await read(number), await read(on!)];
    expect([old.status, own.status, own.follows?.number, own.messages.map((m) => m.text)]).toEqual(["closed", "open", number, [words]]);
    expect(own.timeline.map((e) => e.kind)).toEqual(expect.arrayContaining(["ask", "claim"]));
    expect((await desk.mails(HELPED)).some((mail) => mail.subject.includes(`[${on}]`) && mail.text.includes("est une nouvelle demande"))).toBe(true);
    expect(await opened(on!)).toBeGreaterThan(await opened(number));
    await desk.later(DAY);
  }
  expect(desk.faults).toEqual([]);
});
