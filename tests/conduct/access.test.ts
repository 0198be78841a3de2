// Who may read a case: leads, whoever was named, and the person. Who reported it learns how far it is; to everybody else it is as if it were not there.
import { expect, test } from "vitest";
import { apiDesk } from "../api/api-desk.ts";
import { withConduct } from "./small-conduct.ts";
import { keepStaff } from "../../src/desk/staff/writes.ts";
import type { OutboxMail } from "../../src/desk/outbox-mail.ts";
import { composeMail } from "../../src/words/mails/compose.ts";
import { MONDAY } from "../desk/small-desk.ts";

const desk = await apiDesk();
await withConduct(desk);
const { call } = desk;
const more = await desk.database.asOwner(async (tx) => {
  const agent = (name: string, language: string) =>
    keepStaff(tx, "small", { name, email: `${name.toLowerCase()}@small.example`, role: "agent", language, trained: [], present: true, demo: false }, "x", MONDAY);
  return { ben: await agent("Ben", "en"), eva: await agent("Eva", "fr") };
});
const ben = await desk.session("small", "staff", more.ben);
const eva = await desk.session("small", "staff", more.eva);

type Line = { id: string; access: string; phase: string; person: string | null };
type Whole = Line & { file: { may: Record<string, unknown>; openedBy: object | null; evidence: { text: string; since: string }[] } | null };
const asked = await call<{ number: string; messages: { id: string }[] }>(desk.lea, "POST", "/tickets", { subject: "Bonjour", text: "Vous êtes des incapables.", topic: "how-to" });
const ticket = await call<{ messages: { id: string }[] }>(desk.agent, "GET", `/tickets/${asked.body.number}`);
const report = await call<Whole>(desk.agent, "POST", `/tickets/${asked.body.number}/conduct`, {
  facts: { "conduct-report": "abuse" },
  messages: [ticket.body.messages[0]!.id],
  statement: "And on the phone.",
});
const path = `/conduct/${report.body.id}`;
const read = (as: Parameters<typeof call>[0]) => call<Whole>(as, "GET", path);

/** The mails that wait for this address. */
const mailsTo = (address: string) =>
  desk.database.asDesk("small", async (tx) =>
    (await tx.query<{ payload: OutboxMail }>("select payload from outbox where payload->'to'->>'address' = $1 order by made_at", [address])).map(({ payload }) => composeMail(payload.what)),
  );

test("the agent who reported learns that there is a case and how far it is, and nothing of what it holds", async () => {
  expect(report.status, report.text).toBe(201);
  const seen = await read(desk.agent);
  expect(seen.body).toMatchObject({ access: "state", phase: "hearing", person: null, answerBy: null, file: null });
  expect(seen.text).not.toContain("incapables");
  expect((await call<{ items: Line[] }>(desk.agent, "GET", "/conduct")).body.items).toMatchObject([{ access: "state" }]);
});

test("every other agent, colleague, key and desk is answered as about a case that does not exist", async () => {
  const none = await call(desk.lead, "GET", "/conduct/00000000-0000-4000-8000-000000000000");
  const keys = [await desk.key("tickets:read"), await desk.key("tickets:write", "customers:read")];
  for (const [who, as] of Object.entries({ ben, eva, cam: desk.cam, lin: desk.lin, luc: desk.luc })) {
    const seen = await read(as);
    expect([seen.status, { ...seen.body, instance: null }], who).toEqual([404, { ...none.body, instance: null }]);
    expect((await call<{ items: Line[] }>(as, "GET", "/conduct")).body.items, who).toEqual([]);
    for (const [method, part, body] of [
      ["PUT", "/decision", { clause: null, reason: "x" }],
      ["PUT", "/appeal", { lifts: true, reason: "x" }],
      ["POST", "/words", { text: "x" }],
      ["PUT", "/lifting", { reason: "x" }],
      ["PUT", "/decider", { to: more.ben }],
    ] as const)
      expect([403, 404], `${who} ${part}`).toContain((await call(as, method, `${path}${part}`, body)).status);
  }
  for (const key of keys) expect((await read(key)).status).toBe(403);
  const elsewhere = await fetch(`${desk.base}/api/other${path}`, { headers: desk.stranger.headers });
  expect(elsewhere.status).toBe(404);
  expect((await read(null)).status).toBe(401);
});

test("leads, administrators and a key for it read it whole; the person reads what is held against them and not who reported it", async () => {
  for (const as of [desk.lead, desk.admin, await desk.key("conduct:read")])
    expect((await read(as)).body.file).toMatchObject({ openedBy: { name: "Ana Petit" }, evidence: [{ text: "Vous êtes des incapables.", since: "same" }] });
  const own = await read(desk.lea);
  expect(own.body.file).toMatchObject({ openedBy: null, may: { say: "answer", decide: false } });
  expect(own.text).not.toContain("Ana");
});

test("nothing of it is on the ticket, its timeline, its facts or the queue, for whoever is not to know", async () => {
  for (const [who, as] of Object.entries({ ben, cam: desk.cam, luc: desk.lea })) {
    const seen = await call(as, "GET", `/tickets/${asked.body.number}`);
    for (const hidden of ['conduct-report":"', "conduct-reported", "And on the phone", '"abuse"', path])
      expect(JSON.stringify({ ...seen.body, conduct: null }).includes(hidden), `${who}: ${hidden}`).toBe(false);
    expect(seen.body).toMatchObject({ conduct: { cases: [] } });
  }
  expect((await call(desk.agent, "GET", `/tickets/${asked.body.number}`)).body).toMatchObject({ conduct: { cases: [{ access: "state", phase: "hearing" }] } });
  expect((await call(desk.lead, "GET", `/tickets/${asked.body.number}`)).body).toMatchObject({
    timeline: expect.arrayContaining([expect.objectContaining({ kind: "conduct-reported", by: expect.objectContaining({ name: "Ana Petit" }) })]),
  });
  expect((await call<{ items: { ruling: boolean }[] }>(ben, "GET", "/queue")).body.items.every((item) => !item.ruling)).toBe(true);
});

test("an agent who was named decides, citing the clause; who reported cannot", async () => {
  await call(desk.lea, "POST", `${path}/words`, { text: "Pardon." });
  expect((await call(desk.agent, "PUT", `${path}/decision`, { clause: null, reason: "x" })).status).toBe(403);
  expect((await call(desk.lead, "PUT", `${path}/decider`, { to: more.ben })).status).toBe(200);
  expect((await read(ben)).body).toMatchObject({ access: "whole", phase: "to-decide", file: { offers: [{ role: expect.any(String) as string, appealRole: expect.any(String) as string }] } });
  expect((await call<{ file: { offers: object[] } }>(desk.lea, "GET", path)).body.file.offers).toMatchObject([{ role: null, appealRole: null }]);
  expect((await call(desk.lead, "PUT", `${path}/decider`, { to: more.ben })).status).toBe(200); // once more: no second mail
  const [told, ...others] = await mailsTo("ben@small.example");
  expect(others).toEqual([]);
  expect(told?.subject).toContain("You are to decide a case");
  expect(told?.text).toContain(`/small/console${path}`);
  expect(told?.text).toMatch(/has named you to decide a case/);
  for (const secret of ["incapables", "on the phone", "Léa", asked.body.number]) expect(told?.text).not.toContain(secret);
  const decided = await call(ben, "PUT", `${path}/decision`, { clause: "abuse", reason: "As heard." });
  expect(decided.body).toMatchObject({ phase: "decided", measure: { kind: "restriction", holds: true }, file: { decision: { clause: { id: "abuse" }, by: { name: "Ben" }, contestable: true } } });
  expect((await call(ben, "PUT", `${path}/decision`, { clause: null, reason: "x" })).body).toMatchObject({ code: "case-closed" });
});

test("an appeal through the API is heard by somebody else: not by Ben, though named; the lead takes the measure back", async () => {
  expect((await call(desk.lea, "POST", `${path}/words`, { text: "C’était un collègue." })).status).toBe(201);
  expect((await call(desk.lead, "PUT", `${path}/decider`, { to: more.ben, decides: "appeal" })).status).toBe(403);
  expect((await call(ben, "PUT", `${path}/appeal`, { lifts: false, reason: "x" })).status).toBe(403);
  expect((await call(desk.lead, "PUT", `${path}/decider`, { to: more.eva, decides: "appeal" })).status).toBe(200);
  expect((await mailsTo("eva@small.example")).map((mail) => [mail.subject.includes("examiner"), mail.text.includes("a tranché") || mail.text.includes("avait tranché")])).toEqual([[true, true]]); // in her language
  expect((await call(eva, "PUT", `${path}/appeal`, { lifts: true, reason: "Shared account." })).body).toMatchObject({
    measure: { holds: false, endedHow: "appeal" },
    file: { appeal: { decided: { lifts: true, by: { name: "Eva" } } } },
  });
});

test("who reports what the customer did not write, or what no clause reads, is told what is wrong", async () => {
  const own = `/tickets/${asked.body.number}/conduct`;
  expect((await call(desk.agent, "POST", own, { facts: { "conduct-report": "abuse" }, messages: ["00000000-0000-4000-8000-000000000000"] })).body).toMatchObject({
    code: "invalid-input",
    faults: [{ at: "messages" }],
  });
  expect((await call(desk.agent, "POST", own, { facts: { cause: "ours" } })).body).toMatchObject({ code: "invalid-input", faults: [{ at: "facts.cause" }] });
  expect((await call(desk.agent, "POST", own, { facts: { "conduct-report": "none" } })).body).toMatchObject({ code: "invalid-input" });
});

test("an agent who is kept from a person is not named, not assigned, not given their request as the next, and what they have goes on to others", async () => {
  const people = await call<{ items: { id: string; email: string }[] }>(desk.lead, "GET", "/people?q=lea%40paid");
  const lea = people.body.items[0]!.id;
  const [{ assignee }] = (await desk.database.asDesk("small", (tx) => tx.query<{ assignee: string }>("select assignee from tickets where number = $1", [asked.body.number]))) as [{ assignee: string }];
  expect((await call(desk.agent, "PUT", `/people/${lea}/shields/${assignee}`, {})).status).toBe(403);
  for (const staff of [desk.ids.expert, more.ben]) expect((await call(desk.lead, "PUT", `/people/${lea}/shields/${staff}`, {})).status).toBe(200);
  expect((await call(desk.lead, "GET", `/people/${lea}/shields`)).body).toMatchObject({ items: [{ name: "Ana Petit" }, { name: "Ben" }] });
  const next = await call<{ number: string; assignee: { name: string } | null }>(desk.lea, "POST", "/tickets", { subject: "Encore", text: "Une question", topic: "emergency" });
  const [named] = await desk.database.asDesk("small", (tx) => tx.query<{ name: string }>("select s.name from tickets t join staff s on s.id = t.assignee where t.number = $1", [next.body.number]));
  expect(["Ana Petit", "Ben"]).not.toContain(named?.name);
  expect((await call(desk.lead, "PUT", `/tickets/${next.body.number}/assignee`, { to: more.ben })).body).toMatchObject({ code: "not-allowed" });
  await call(desk.lead, "PUT", `/tickets/${next.body.number}/assignee`, { to: null });
  for (const as of [ben, desk.agent]) expect((await call<{ number?: string }>(as, "POST", "/queue/next")).body.number).not.toBe(next.body.number);
  expect((await call(desk.lead, "DELETE", `/people/${lea}/shields/${more.ben}`)).body).toMatchObject({ items: [{ name: "Ana Petit" }] });
  expect((await call(desk.lead, "PUT", `/tickets/${next.body.number}/assignee`, { to: more.ben })).status).toBe(200);
});
