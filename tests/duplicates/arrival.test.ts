// A second request about the same, by mail or portal: joined as it arrives where the policy says so and nobody could doubt it, proposed to a person otherwise, undone with its own promise. O8, SPEC 21.1
import { afterAll, expect, test } from "vitest";
import { startSession, sessionCookie } from "../../src/desk/sessions/sessions.ts";
import type { TicketView } from "../../src/desk/views/ticket.ts";
import { openSmtpDoor } from "../../src/doors/mail/smtp-door.ts";
import { post } from "../mail/post.ts";
import { portalHouse } from "../portal/portal-house.ts";

const HELP = "help@orthocab.example";
const house = await portalHouse("orthocab");
const door = await openSmtpDoor(house.house, { host: "127.0.0.1", port: 0, fault: (error) => void house.faults.push(error) });
afterAll(() => door.close());
const [staff] = await house.rows<{ id: string }>("orthocab", "select id from staff where role = 'agent' and disabled_at is null order by email limit 1");
const { token } = await house.house.database.asDesk("orthocab", (tx) => startSession(tx, "orthocab", "staff", staff!.id, house.house.now()));
const agent = `${sessionCookie("staff", "orthocab")}=${token}`;
const people = await house.rows<{ id: string; email: string; name: string; office: string }>(
  "orthocab",
  `select p.id, p.email, p.name, p.organisation as office from people p join organisations o on o.desk = p.desk and o.id = p.organisation
   where p.sees = 'office' and o.attributes->>'subscription' is not null and not exists (select 1 from tickets t where t.desk = p.desk and t.organisation = p.organisation and t.status <> 'closed') order by p.email limit 1`,
);
const CODE = "L’erreur PRT-4410 s’affiche dès que nous imprimons un devis patient.";

async function call<T>(method: string, path: string, body?: unknown, cookie = agent): Promise<{ status: number; body: T }> {
  const response = await fetch(`${house.base}/api/orthocab${path}`, {
    method,
    headers: { cookie, "x-troth": "1", ...(body !== undefined && { "content-type": "application/json" }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as T };
}
async function mail(from: string, subject: string, text: string): Promise<string> {
  await post(door.port, { from, to: HELP, subject, text });
  await door.settled();
  house.pass(20 * 60_000);
  const [row] = await house.rows<{ number: string }>("orthocab", "select number from tickets where subject = $1 order by opened_at desc limit 1", subject);
  return row?.number ?? "";
}
const ticket = async (number: string): Promise<TicketView> => (await call<TicketView>("GET", `/tickets/${number}`)).body;
const lastMail = async (to: string) => (await house.mailsTo(to)).at(-1)!;

test("the same person writes again: the second is joined to the first, whose place stands, and its author reads why with the clause, in one mail", async () => {
  const { email } = people[0]!;
  const first = await mail(email, "Impression du devis", CODE);
  const before = (await ticket(first)).promises.map((p) => [p.id, p.due, p.state]);
  const count = (await house.mailsTo(email)).length;
  const second = await mail(email, "Toujours le devis", `${CODE} Rien n’a changé.`);
  const after = await ticket(second);
  expect([after.joinedInto?.number, after.promises]).toEqual([first, []]);
  expect((await ticket(first)).promises.map((p) => [p.id, p.due, p.state])).toEqual(before);
  expect((await ticket(first)).messages.map((m) => [m.text, m.writtenTo])).toEqual([
    [CODE, null],
    [`${CODE} Rien n’a changé.`, second],
  ]);
  expect(await house.mailsTo(email)).toHaveLength(count + 1);
  const told = (await lastMail(email)).text;
  for (const words of [second, first, "garde sa place", "Première réponse", "dites-le"]) expect(told).toContain(words);

  const apart = await call<TicketView>("DELETE", `/tickets/${second}/join`);
  expect([apart.status, apart.body.joinedInto, apart.body.promises.map((p) => [p.kind, p.state])]).toEqual([200, null, [["first-answer", "running"]]]);
  expect(Date.parse(apart.body.promises[0]!.starts)).toBe(Date.parse(apart.body.openedAt)); // from its own asking
});

test("by the portal too; another problem, and another language, go their own way and are left to a person", async () => {
  const { email, id } = people[0]!;
  const session = await house.session("orthocab", email);
  const cookie = `${session.name}=${session.value}`;
  const other = await mail(email, "Ordonnances", "Comment ajouter un médicament à la liste des ordonnances ?");
  expect((await ticket(other)).joinedInto).toBeNull();
  const asked = await call<{ number: string }>("POST", "/tickets", { subject: "Ordonnances", text: "Comment ajouter un médicament à la liste des ordonnances ?" }, cookie);
  expect((await ticket(asked.body.number)).joinedInto?.number).toBe(other);
  const english = await call<{ number: string }>("POST", "/tickets", { subject: "Printing", text: "We get PRT-4410 whenever we print a quote for a patient.", requester: { id } });
  const whole = await ticket(english.body.number);
  expect([whole.joinedInto, whole.promises.map((p) => p.state)]).toEqual([null, ["running"]]);
  expect(JSON.stringify(whole.decisions[0]!.reasons)).toContain("same-practice");
  const near = await call<{ items: { shared: string[] }[] }>("GET", `/tickets/${english.body.number}/similar`);
  expect(near.body.items[0]?.shared).toContain("code PRT-4410");
});

test("what was asked is never held against another customer's tickets", async () => {
  const [stranger] = await house.rows<{ email: string }>("orthocab", "select email from people where organisation <> $1 and organisation is not null order by email limit 1", people[0]!.office);
  const theirs = await mail(stranger!.email, "Impression chez nous", CODE);
  expect((await ticket(theirs)).joinedInto).toBeNull();
  expect(JSON.stringify((await ticket(theirs)).decisions[0]!.reasons)).not.toContain("same-practice");
  expect(house.faults).toEqual([]);
});
