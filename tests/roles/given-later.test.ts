// Who is given a role when something waits for its holder already reads so in one mail; and a holder hands a case to another, who is told.
import { afterAll, expect, test } from "vitest";
import type { MailboxRow } from "../../src/database/rows.gen.ts";
import { openSmtpDoor } from "../../src/doors/mail/smtp-door.ts";
import { mailboxTransport } from "../../src/doors/mail/out/mailbox-transport.ts";
import { sendWaiting } from "../../src/doors/worker/send-waiting.ts";
import { MONDAY } from "../desk/small-desk.ts";
import { folderWith, troth } from "../cli/run-troth.ts";
import { post } from "../mail/post.ts";
import { rolesDesk } from "./roles-desk.ts";
import { ROLES_POLICY } from "./roles-policy.ts";

interface Case {
  readonly id: string;
  readonly detail?: string;
  readonly file: {
    readonly decider: { readonly name: string } | null;
    readonly may: { readonly name: boolean; readonly nameForAppeal: boolean; readonly handTo: { readonly name: string }[] | null };
  } | null;
}

const desk = await rolesDesk();
const { call, staff, holds } = desk;
const { ida, ben, ron } = staff;
const faults: unknown[] = [];
const fault = (error: unknown): void => void faults.push(error);
const door = await openSmtpDoor(desk.house, { host: "127.0.0.1", port: 0, fault });
afterAll(() => door.close());
const send = mailboxTransport(desk.house);

/** The mails that this person has in their mailbox, the oldest first. */
async function mailsTo(address: string): Promise<MailboxRow[]> {
  await door.settled();
  while (await sendWaiting(desk.house, send, fault));
  return desk.database.asDesk("small", (tx) => tx.query<MailboxRow>("select * from mailbox where $1 = any (recipients) order by seq", [address]));
}
let now = MONDAY;
async function writes(from: string, subject: string): Promise<string> {
  desk.at((now += 5 * 60_000));
  await post(door.port, { from, to: "help@small.example", subject, text: "Bonjour, aidez-moi." });
  await door.settled();
  const [row] = await desk.database.asDesk("small", (tx) => tx.query<{ number: string }>("select number from tickets where subject = $1", [subject]));
  return row!.number;
}
const report = async (number: string): Promise<string> =>
  (await call<{ id: string }>(desk.agent, "POST", `/tickets/${number}/conduct`, { facts: { "conduct-report": "abuse" }, statement: "Shouted." })).body.id;
const name = (as: Parameters<typeof call>[0], id: string, to: string, decides = "case") => call<Case>(as, "PUT", `/conduct/${id}/decider`, { to, decides });
const file = async (as: Parameters<typeof call>[0], id: string) => (await call<Case>(as, "GET", `/conduct/${id}`)).body.file;

let waiting = "";
let first = "";

test("a role given later: one mail in the reader's language lists the case, the appeal and the requests that wait, with nothing of what the cases hold", async () => {
  first = await report(await writes("lea@paid.example", "Fâchée"));
  const appealed = await report(await writes("cam@paid.example", "Colère"));
  await call(desk.cam, "POST", `/conduct/${appealed}/words`, { text: "Pardon." });
  expect((await call(desk.lead, "PUT", `/conduct/${appealed}/decision`, { clause: "abuse", reason: "As heard." })).status).toBe(200);
  await call(desk.cam, "POST", `/conduct/${appealed}/words`, { text: "Je conteste." });
  waiting = await writes("luc@expired.example", "Une exception");
  const before = (await mailsTo("ida@small.example")).length;
  expect((await holds(ida.id, ["judge", "board", "office"])).status).toBe(200);
  const mails = (await mailsTo("ida@small.example")).slice(before);
  expect(mails).toHaveLength(1);
  for (const said of [
    "Che cosa La attende",
    "la médiatrice",
    "la direction",
    `/small/console/conduct/${first}`,
    "Un ricorso da",
    `/small/console/conduct/${appealed}`,
    `${waiting} di Luc Expiré: Une exception`,
    `/small/console/tickets/${waiting}`,
  ])
    expect(mails[0]?.text).toContain(said);
  for (const secret of ["Shouted", "Léa", "Cam", "Fâchée", "Colère"]) expect(mails[0]?.text).not.toContain(secret);
});

test("the same roles again, and a role for which nothing waits, bring no mail", async () => {
  const [before, others] = [(await mailsTo("ida@small.example")).length, (await mailsTo("ron@small.example")).length];
  await holds(ida.id, ["judge", "board"]);
  await holds(ron.id, ["specialists"]);
  expect([(await mailsTo("ida@small.example")).length, (await mailsTo("ron@small.example")).length]).toEqual([before, others]);
});

test("a holder hands the case on to another holder, who reads so by mail and can decide; nobody else is taken, and nobody else may", async () => {
  expect((await file(ida, first))?.may).toMatchObject({ name: false, handTo: [] });
  await holds(ben.id, ["judge"]);
  expect((await file(ida, first))?.may).toMatchObject({ name: true, handTo: [{ name: "Ben" }] });
  expect((await file(desk.lead, first))?.may.handTo).toBeNull();
  const refused = await name(ida, first, ron.id);
  expect([refused.status, refused.body.detail]).toEqual([
    403,
    "Only who holds the role and has the case may hand it on, and only to somebody else who holds the role. Ask a lead to name anybody else.",
  ]);
  expect((await name(ron, first, ben.id)).status).toBe(404);
  expect((await name(desk.agent, first, ben.id)).status).toBe(403); // who reported it knows of it, and has no say
  const before = (await mailsTo("ben@small.example")).length;
  expect((await name(ida, first, ben.id)).body.file).toMatchObject({ decider: { name: "Ben" }, may: { name: false } });
  const told = (await mailsTo("ben@small.example")).slice(before);
  expect(told).toHaveLength(1);
  for (const said of ["Ida has named you to decide a case", `/small/console/conduct/${first}`]) expect(told[0]?.text).toContain(said);
  expect((await name(ida, first, ben.id)).status).toBe(403); // it stands with Ben now
  expect((await name(ben, first, ida.id)).body.file?.decider).toEqual({ id: ida.id, name: "Ida" });
  expect((await name(desk.lead, first, ben.id)).body.file?.decider).toEqual({ id: ben.id, name: "Ben" });
  await call(desk.lea, "POST", `/conduct/${first}/words`, { text: "Pardon." });
  expect((await call(ben, "PUT", `/conduct/${first}/decision`, { clause: "abuse", reason: "As heard." })).status).toBe(200);
});

test("an appeal alike, and never to who decided the case", async () => {
  await holds(ron.id, ["board"]);
  await holds(ben.id, ["judge", "board"]);
  await call(desk.lea, "POST", `/conduct/${first}/words`, { text: "Je conteste." });
  expect((await file(ida, first))?.may).toMatchObject({ nameForAppeal: true, handTo: [{ name: "Ron" }] });
  expect((await name(ida, first, ben.id, "appeal")).status).toBe(403);
  const before = (await mailsTo("ron@small.example")).length;
  expect((await name(ida, first, ron.id, "appeal")).status).toBe(200);
  const told = (await mailsTo("ron@small.example")).slice(before);
  expect(told.map((m) => m.text.includes(`/small/console/conduct/${first}`))).toEqual([true]);
  expect(faults).toEqual([]);
});

test("an administrator who is given roles on the command line reads what waits for them already, in one mail; with roles for which nothing waits they read nothing", async () => {
  const file = await folderWith({ "policy.yaml": ROLES_POLICY });
  const at = { DATABASE_URL: desk.url, TROTH_SECRET: desk.secret, PUBLIC_URL: "https://help.example" };
  const made = (email: string, roles: string) => troth(["activate", file, "--desk", "small", "--admin", email, "--admin-holds", roles], at);
  expect(await made("ada.first@small.example", "board,office")).toMatchObject({ code: 0, err: "" });
  desk.at(Date.now() + 60_000);
  const [mail, ...others] = await mailsTo("ada.first@small.example");
  expect(others).toEqual([]);
  for (const said of ["Luc Expiré", `https://help.example/small/console/tickets/${waiting}`]) expect(mail?.text).toContain(said);
  expect((await made("ada.second@small.example", "specialists")).code).toBe(0);
  expect(await mailsTo("ada.second@small.example")).toEqual([]);
  const given = await desk.database.asDesk("small", (tx) => tx.query<{ detail: { given: string[] } }>("select detail from events where kind = 'roles-held' and by_kind = 'desk' order by at, id"));
  expect(given.map(({ detail }) => detail.given)).toEqual([["board", "office"], ["specialists"]]);
  expect(faults).toEqual([]);
});
