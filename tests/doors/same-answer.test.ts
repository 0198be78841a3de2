// One policy, one answer: facts that nobody wrote down before are asked by mail, in the portal, through the API and of `troth decide`.
import { readFile, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { blobsIn } from "../../src/database/blobs.ts";
import { newId } from "../../src/database/new-id.ts";
import type { DecisionsRow, MailboxRow, TicketsRow } from "../../src/database/rows.gen.ts";
import type { House } from "../../src/desk/house.ts";
import { openDesk } from "../../src/desk/acts/versions/open-desk.ts";
import { keepMember, keepOrganisation } from "../../src/desk/organisations/writes.ts";
import type { Reasoned } from "../../src/desk/reasoned.ts";
import { startSession } from "../../src/desk/sessions/sessions.ts";
import { hashPassword } from "../../src/desk/staff/password.ts";
import { keepStaff } from "../../src/desk/staff/writes.ts";
import { liveFeed } from "../../src/doors/api/live.ts";
import { apiServer } from "../../src/doors/api/server.ts";
import { httpInstance } from "../../src/doors/http/instance.ts";
import { mailboxTransport } from "../../src/doors/mail/out/mailbox-transport.ts";
import { openSmtpDoor } from "../../src/doors/mail/smtp-door.ts";
import { portal } from "../../src/doors/portal/portal.tsx";
import { sendWaiting } from "../../src/doors/worker/send-waiting.ts";
import { readSituation } from "../../src/cli/given-facts.ts";
import { decide, type Fact, type Policy, type Value } from "../../src/policy/index.ts";
import { freshDatabase } from "../database/fresh-database.ts";
import { folderWith, ROOT, troth } from "../cli/run-troth.ts";
import { post } from "../mail/post.ts";

const DESKS = ["teladentistry", "orthocab", "dms", "taxdome", "technical-support"];
const DRAWS = 20;

const { database, secret } = await freshDatabase();
const faults: unknown[] = [];
const fault = (error: unknown): void => void faults.push(error);
const app = await httpInstance({ publicUrl: "http://127.0.0.1" });
const house: House = { database, secret, blobs: blobsIn(await mkdtemp(join(tmpdir(), "troth-same-"))), now: Date.now, publicUrl: "http://127.0.0.1", changed: () => undefined };
await app.register(apiServer, { house, live: liveFeed(database, fault) });
await app.register(portal, { house });
const door = await openSmtpDoor(house, { host: "127.0.0.1", port: 0, fault });
afterAll(async () => {
  await app.close();
  await door.close();
});

/** A small generator of our own (mulberry32), so that a failing run can be repeated from the seed that it prints. */
const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000);
let state = seed;
const random = (): number => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

function drawn(fact: Fact): string | number | boolean {
  if (fact.values.length) return pick(fact.values);
  if (fact.kind === "yes-no") return random() < 0.5;
  return Math.floor(random() * 30);
}

/** A stored value as a file of facts writes it. */
function written(policy: Policy, name: string, value: Value): string {
  const kind = policy.facts[name]?.kind;
  if (value === null) return "unknown";
  if (kind === "duration") return `${Math.floor(Number(value) / 60_000)} minutes`;
  return String(value);
}

const rows = <R extends object>(desk: string, sql: string, ...params: unknown[]): Promise<R[]> => database.asDesk(desk, (tx) => tx.query<R>(sql, params));

/** What a ticket's opening was decided as; tables that look at the channel may well differ by it. */
async function answerOf(desk: string, policy: Policy, number: string): Promise<{ clauses: string[]; results: Record<string, Value>; facts: Record<string, Value>; at: number; zone: string }> {
  const [ticket] = await rows<TicketsRow>(desk, "select * from tickets where number = $1", number);
  const [decision] = await rows<DecisionsRow>(desk, "select * from decisions where ticket = $1 and moment = 'opened'", ticket!.id);
  const byChannel = new Set(policy.clauses.filter((c) => c.reads.includes("channel")).map((c) => `${c.section}/${c.key}`));
  const clauses = (decision!.reasons as Reasoned[]).filter((r) => !byChannel.has(`${r.section}/${r.key}`)).map((r) => r.id);
  return { clauses, results: decision!.results as Record<string, Value>, facts: decision!.facts as Record<string, Value>, at: decision!.at, zone: ticket!.zone };
}

const anchors = (html: string): string[] =>
  [...new Set([...html.matchAll(/policy\?lang=\w+&(?:amp;)?of=1#([a-z0-9-]+)/g)].map((m) => m[1]!).filter((anchor) => !anchor.startsWith("document-")))].sort();

test.each(DESKS)("%s gives the same answer at every door", { timeout: 240_000 }, async (desk) => {
  const text = await readFile(join(ROOT, "policies", desk, "policy.yaml"), "utf8");
  const { policy } = await openDesk(database, desk, text, "test");
  const [first = "en"] = policy.desk.languages;
  const key = await withAdmin(desk);
  const record = Object.values(policy.facts).filter((f) => f.source === "record" && !f.name.startsWith("accepted."));
  const topics = policy.facts["topic"]?.values ?? [];
  for (let n = 0; n < DRAWS; n++) {
    const attributes = Object.fromEntries(record.map((f) => [f.name, drawn(f)]));
    const topic = random() < 0.85 ? pick(topics) : null;
    // Three customers alike, one for each door: what one asks twice is about the same, and what one accepted is not asked again.
    const [mailer, visitor, caller] = await database.asOwner((tx) =>
      Promise.all(
        ["mail", "portal", "api"].map(async (door) => {
          const email = `p${n}@${door}-${desk}.example`;
          const organisation = await keepOrganisation(tx, desk, { name: `Drawn ${n} ${door}`, zone: policy.desk.zone, language: first, attributes }, house.now(), "test");
          return { email, person: await keepMember(tx, desk, organisation, { name: `Person ${n}`, email, language: first, sees: "office" }, house.now()) };
        }),
      ),
    );
    const byMail = await askByMail(desk, policy, mailer!.email, topic);
    const byPortal = await askInPortal(desk, visitor!.person, first, topic);
    const byApi = await askByApi(desk, key, caller!.person, topic);
    const answers = await Promise.all([byMail.number, byPortal.number, byApi].map((number) => answerOf(desk, policy, number)));
    const about = `seed ${seed}, draw ${n}: ${JSON.stringify({ ...attributes, topic })}`;
    expect(answers[1]!.clauses, about).toEqual(answers[0]!.clauses);
    expect(answers[2]!.clauses, about).toEqual(answers[0]!.clauses);
    expect(byPortal.told, about).toEqual(byMail.told);
    const { facts, at, zone } = answers[0]!;
    const lines = Object.entries(facts)
      .filter(([name]) => policy.facts[name] && policy.facts[name].source !== "policy" && !name.startsWith("was."))
      .map(([name, value]) => `${name}: ${written(policy, name, value)}`);
    const folder = await folderWith({ "facts.yaml": `${lines.join("\n")}\n` });
    const file = join(folder, "facts.yaml");
    // The command reads the file and decides; every fifth draw runs it as a process of its own, the others what it calls.
    const { given } = await readSituation(policy, { facts: file, moment: "opened", at: new Date(at).toISOString(), zone, bare: true }, at);
    expect(decide(policy, given).results, about).toEqual(answers[0]!.results);
    if (n % 5) continue;
    const ran = await troth(["decide", `policies/${desk}`, "--facts", file, "--at", new Date(at).toISOString(), "--zone", zone, "--bare", "--json"]);
    expect(ran.code, ran.err).toBe(0);
    const decided = JSON.parse(ran.out) as { results: Record<string, Value> };
    expect(decided.results, about).toEqual(answers[0]!.results);
  }
  expect(faults).toEqual([]);
});

/** A key of the desk's administrator. */
async function withAdmin(desk: string): Promise<string> {
  const password = await hashPassword("a long enough one");
  const email = `admin@${desk}.example`;
  await database.asOwner((tx) => keepStaff(tx, desk, { name: "Admin", email, role: "admin", language: "en", trained: [], present: true, demo: false }, password, house.now()));
  const headers = { origin: house.publicUrl, "x-troth": "1" };
  const signedIn = await app.inject({ method: "POST", url: `/api/${desk}/session`, headers, payload: { email, password: "a long enough one" } });
  const cookie = String(signedIn.headers["set-cookie"]).split(";")[0]!;
  const made = await app.inject({ method: "POST", url: `/api/${desk}/keys`, headers: { ...headers, cookie }, payload: { name: "test", scopes: ["tickets:read", "tickets:write"] } });
  expect(made.statusCode, made.body).toBe(201);
  return (made.json() as { key: string }).key;
}

async function askByMail(desk: string, policy: Policy, email: string, topic: string | null): Promise<{ number: string; told: string[] }> {
  const [local, host] = policy.desk.address.split("@") as [string, string];
  await post(door.port, { from: email, to: topic ? `${local}+${topic}@${host}` : policy.desk.address, subject: "4711", text: "0815 4711" });
  await door.settled();
  while (await sendWaiting(house, mailboxTransport(house), fault));
  const mails = await rows<MailboxRow>(desk, "select * from mailbox where $1 = any (recipients) order by seq", email);
  expect(mails).toHaveLength(1);
  return { number: /\[([A-Z]+-\d+)\]/.exec(mails[0]!.subject)![1]!, told: anchors(mails[0]!.html) };
}

async function askInPortal(desk: string, person: string, lang: string, topic: string | null): Promise<{ number: string; told: string[] }> {
  const { token } = await database.asDesk(desk, (tx) => startSession(tx, desk, "person", person, house.now()));
  const sent = await app.inject({
    method: "POST",
    url: `/${desk}/ask`,
    remoteAddress: `127.0.${DESKS.indexOf(desk)}.${Math.floor(random() * 255)}`,
    headers: { "content-type": "application/x-www-form-urlencoded", cookie: `troth_person_${desk}=${token}`, "accept-language": lang },
    payload: new URLSearchParams({ subject: "4711", text: "0815 4711", topic: topic ?? "", do: "send", token: newId(house.now()) }).toString(),
  });
  expect(sent.statusCode, sent.body).toBe(201);
  return { number: /tickets\/([A-Z]+-\d+)/.exec(sent.body)![1]!, told: anchors(sent.body) };
}

async function askByApi(desk: string, key: string, person: string, topic: string | null): Promise<string> {
  const opened = await app.inject({
    method: "POST",
    url: `/api/${desk}/tickets`,
    headers: { authorization: `Bearer ${key}` },
    payload: { subject: "4711", text: "0815 4711", ...(topic && { topic }), requester: { id: person } },
  });
  expect(opened.statusCode, opened.body).toBe(201);
  return (opened.json() as { number: string }).number;
}
