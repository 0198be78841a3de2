// Input that somebody made by hand to see what breaks: answered plainly, never with a fault of ours.
import { expect, test } from "vitest";
import { apiDesk } from "./api-desk.ts";

const { call, lea, agent, admin, database, base } = await apiDesk();
interface Trouble {
  code: string;
  faults: { at: string }[];
}
const cursor = (...parts: unknown[]): string => Buffer.from(JSON.stringify(parts)).toString("base64url");
const ID = "00000000-0000-0000-0000-000000000000";
const opened = async (): Promise<string> => (await call<{ number: string }>(lea, "POST", "/tickets", { subject: "Une question", text: "Comment faire ?" })).body.number;

test.each([
  ["/tickets", cursor(1e308, ID)],
  ["/tickets", cursor(-1e308, ID)],
  ["/tickets", cursor(-1, ID)],
  ["/queue", cursor(1e12, 1, ID, 1)],
  ["/queue", cursor(1.5, 1.5, ID, 1)],
  ["/queue", cursor(1, 1, ID, 1e300)],
  ["/inbound-mails", cursor(1e300, "0".repeat(64))],
])("a cursor of %s that no page gave is told: %s", async (path, at) => {
  const { status, body } = await call<Trouble>(admin, "GET", `${path}?cursor=${at}`);
  expect([status, body.faults.map((f) => f.at)]).toEqual([400, ["cursor"]]);
});

test.each(["/rota?from=0001-01-01", "/rota?from=9999-12-31", "/ledger/sums?to=0001-01-01", "/ledger/sums?from=9999-12-31"])("a day at the end of time is told, not counted from: %s", async (path) => {
  const { status, body } = await call<Trouble>(admin, "GET", path);
  expect([status, body.code, body.faults.length]).toEqual([400, "invalid-input", 1]);
});

test("zeros and half signs are kept wherever a text is taken", async () => {
  const odd = "a\u0000b \ud800 c";
  const number = await opened();
  expect((await call(agent, "PUT", `/tickets/${number}/assignee`, { to: null, reason: odd })).status).toBe(200);
  expect((await call(agent, "POST", `/tickets/${number}/notes`, { text: odd }, { "idempotency-key": "odd-note" })).status).toBe(201);
  expect((await call(admin, "POST", "/staff", { name: odd, email: "odd@small.example", role: "agent", password: "a long password" }, { "idempotency-key": "odd-staff" })).status).toBe(201);
  const fact = await call<{ code?: string; status?: string }>(lea, "PUT", `/tickets/${number}/claims`, { facts: { "odd\u0000\ud800": odd } });
  expect([fact.status, fact.body.code]).toEqual([400, "invalid-input"]);
});

test("a request that broke off on our side after its words were kept is answered when it is repeated, and says them once", async () => {
  const number = await opened();
  const write = () => call<{ messages: { text: string }[] }>(lea, "POST", `/tickets/${number}/messages`, { text: "une seule fois" }, { "idempotency-key": "broke-off" });
  await database.asOwner((tx) => tx.run("revoke select on decisions from troth_app")); // the words are kept, the ticket cannot be read again
  expect((await write()).status).toBe(500);
  await database.asOwner((tx) => tx.run("grant select on decisions to troth_app"));
  const again = await write();
  expect(again.status).toBe(201);
  expect(again.body.messages.filter((m) => m.text === "une seule fois")).toHaveLength(1);
});

test("a new key stands nowhere in the database, also where the request could be repeated", async () => {
  const { status, body } = await call<{ key: string }>(admin, "POST", "/keys", { name: "program", scopes: ["tickets:read"] }, { "idempotency-key": "new-key" });
  expect(status).toBe(201);
  const kept = await database.asDesk("small", (tx) => tx.query("select 1 from idempotency_keys where response::text like '%' || $1 || '%'", [body.key]));
  expect(kept).toEqual([]);
});

test("an organisation cannot take the name of another", async () => {
  const make = (name: string) => call<{ id: string }>(admin, "POST", "/organisations", { name, attributes: {} });
  const [one] = [await make("Cabinet Un"), await make("Cabinet Deux")];
  const { status, body } = await call<Trouble>(admin, "PATCH", `/organisations/${one.body.id}`, { name: "CABINET deux" });
  expect([status, body.faults.map((f) => f.at)]).toEqual([400, ["name"]]);
  expect((await call(admin, "PATCH", `/organisations/${one.body.id}`, { name: "CABINET UN" })).status).toBe(200);
});

test("asking for the head of a stream without end is answered", async () => {
  const answer = await fetch(`${base}/api/small/live`, { method: "HEAD", headers: lea.headers, signal: AbortSignal.timeout(30_000) });
  expect(answer.status).toBe(404);
});

test("files in a body that is no form are told", async () => {
  for (const [type, body] of [
    ["multipart/form-data", "x"],
    ["multipart/form-data; boundary=x", "--x\r\nzzz"],
    ["multipart/form-data; boundary=x", '--x\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\nbegun'],
  ] as const) {
    const answer = await fetch(`${base}/api/small/files`, { method: "POST", body, headers: { ...lea.headers, "content-type": type }, signal: AbortSignal.timeout(20_000) });
    expect([answer.status, ((await answer.json()) as Trouble).code]).toEqual([400, "invalid-input"]);
  }
});
