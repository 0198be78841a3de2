// Bad input, repeated input, input of two at once: told plainly, and nothing lost.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { apiDesk } from "./api-desk.ts";

const { call, lea, luc, agent, lead, admin, key, base, database, house, at, ids } = await apiDesk();
interface Fault {
  at: string;
  message: string;
}
interface Trouble {
  code: string;
  detail: string;
  faults: Fault[];
}
const opened = async (more: object = {}): Promise<string> => (await call<{ number: string }>(lea, "POST", "/tickets", { subject: "Une question", text: "Comment faire ?", ...more })).body.number;
const count = async (table: "tickets" | "messages"): Promise<number> => (await database.asDesk("small", (tx) => tx.query<{ n: number }>(`select count(*)::int as n from ${table}`)))[0]!.n;

test("a body with wrong types lists all its faults at once, each with its place", async () => {
  const { status, body } = await call<Trouble>(lea, "POST", "/tickets", { subject: 7, text: "  ", topik: "video", facts: { severity: { very: "high" } }, files: "none" });
  expect([status, body.code]).toEqual([400, "invalid-input"]);
  expect(body.faults.map((f) => f.at).sort()).toEqual(["facts.severity", "files", "subject", "text", "topik"]);
  const query = await call<Trouble>(agent, "GET", "/tickets?limit=1000&status=new&assignee=you&x=1");
  expect(query.body.faults.map((f) => f.at).sort()).toEqual(["assignee", "limit", "status", "x"]);
});

test("facts that the policy does not know, that are not the customer's to say, or that have no such value are told by name", async () => {
  const { body } = await call<Trouble>(lea, "POST", "/tickets", { subject: "x", text: "y", topic: "cooking", facts: { subscription: "paid", cause: "ours", colour: "red", __proto__x: 1 } });
  expect(body.faults.map((f) => f.at).sort()).toEqual(["facts.__proto__x", "facts.cause", "facts.colour", "facts.subscription", "topic"]);
  expect(body.faults.find((f) => f.at === "topic")?.message).toBe("one of: how-to, video, renewal");
  const number = await opened();
  expect((await call<Trouble>(agent, "PUT", `/tickets/${number}/findings`, { facts: { cause: "fate" } })).body.faults[0]?.at).toBe("facts.cause");
});

test("what is no JSON, too large or of another kind is a problem, not a crash", async () => {
  const send = (body: BodyInit, type: string) => fetch(`${base}/api/small/tickets`, { method: "POST", body, headers: { ...lea.headers, "content-type": type } });
  expect((await send('{"subject":', "application/json")).status).toBe(400);
  expect((await send("a".repeat(2_000_000), "application/json")).status).toBe(413);
  expect((await send("<x/>", "application/xml")).status).toBe(400);
  expect((await call<Trouble>(lea, "POST", "/tickets")).body.code).toBe("invalid-input");
  expect((await call<Trouble>(agent, "GET", "/queue?cursor=%00nonsense")).body.faults).toEqual([{ at: "cursor", message: expect.any(String) }]);
  expect((await call<Trouble>(agent, "GET", `/organisations/not-an-id`)).body.faults[0]?.at).toBe("id");
});

test("words in any script, with zeros and half signs in them, are kept", async () => {
  const text = "Grüße \u0000 \ud800 здравствуйте 🎉 \u202e abc";
  const number = await opened({ subject: "𝕋est \u0000", text });
  const { body } = await call<{ messages: { text: string }[] }>(lea, "GET", `/tickets/${number}`);
  expect(body.messages[0]?.text).toContain("здравствуйте 🎉");
});

test("the same request twice under one key opens one ticket and answers the same; another one under it is refused", async () => {
  const before = await count("tickets");
  const headers = { "idempotency-key": randomUUID() };
  const ask = (text: string) => call<{ number: string; code: string }>(lea, "POST", "/tickets", { subject: "Deux fois", text }, headers);
  const first = await ask("une fois");
  const second = await ask("une fois");
  expect([second.status, second.body]).toEqual([201, first.body]);
  expect((await ask("autre chose")).body.code).toBe("key-reused");
  expect(await count("tickets")).toBe(before + 1);
  expect((await call<{ number: string }>(luc, "POST", "/tickets", { subject: "Deux fois", text: "une fois" }, headers)).body.number).not.toBe(first.body.number); // a key is its sender's own
});

test("the same request ten times at once opens one ticket", async () => {
  const before = await count("tickets");
  const headers = { "idempotency-key": randomUUID() };
  const answers = await Promise.all(Array.from({ length: 10 }, () => call<{ code?: string }>(lea, "POST", "/tickets", { subject: "Dix fois", text: "à la fois" }, headers)));
  expect(answers.every((a) => a.status === 201 || a.body.code === "still-running")).toBe(true);
  expect(await count("tickets")).toBe(before + 1);
});

test("a request whose answer was lost in a crash is answered when it is repeated, and opens no second ticket", async () => {
  const headers = { "idempotency-key": "cut-off" };
  const ask = () => call<{ number: string; promises: object[]; assignee: object }>(lea, "POST", "/tickets", { subject: "Coupé", text: "au milieu" }, headers);
  const first = await ask();
  const forget = () => database.asDesk("small", (tx) => tx.run("update idempotency_keys set status = null, response = null where key = 'cut-off'"));
  await forget();
  expect((await ask()).status).toBe(409); // it may still be running
  at(house.now() + 61_000);
  const again = await ask();
  expect([again.status, again.body]).toEqual([201, first.body]);
});

test("a request that failed may be mended and sent again under its key", async () => {
  const headers = { "idempotency-key": "mend-me" };
  expect((await call(lea, "POST", "/tickets", { subject: "", text: "" }, headers)).status).toBe(400);
  expect((await call(lea, "POST", "/tickets", { subject: "x", text: "y", files: ["forged.token"] }, headers)).status).toBe(400);
  expect((await call(lea, "POST", "/tickets", { subject: "x", text: "y" }, headers)).status).toBe(201);
});

test("whoever saw an older ticket is told, and nothing of the other's is overwritten", async () => {
  const number = await opened();
  const { headers } = await call(agent, "GET", `/tickets/${number}`);
  const seen = { "if-match": headers.get("etag")! };
  expect((await call(lead, "POST", `/tickets/${number}/notes`, { text: "première" }, seen)).status).toBe(201);
  const late = await call<Trouble>(agent, "POST", `/tickets/${number}/answers`, { text: "réponse" }, seen);
  expect([late.status, late.body.code]).toEqual([409, "changed-meanwhile"]);
  const { body } = await call<{ messages: { kind: string }[] }>(agent, "GET", `/tickets/${number}`);
  expect(body.messages.map((m) => m.kind)).toEqual(["message", "note"]);
  expect((await call<Trouble>(agent, "PUT", `/tickets/${number}/status`, { status: "waiting" }, { "if-match": "newest" })).body.faults[0]?.at).toBe("If-Match");
});

test("a list is walked in pages without a hole or a double, also while new tickets come", async () => {
  for (let i = 0; i < 7; i++) await opened({ subject: `Page ${i}` });
  const seen: string[] = [];
  let path = "/tickets?limit=3&status=open";
  for (let page = 0; page < 40; page++) {
    const { body } = await call<{ items: { number: string }[]; next: string | null }>(agent, "GET", path);
    seen.push(...body.items.map((t) => t.number));
    if (page === 0) await opened({ subject: "dazwischen" });
    if (body.next === null) break;
    path = `/tickets?limit=3&status=open&cursor=${body.next}`;
  }
  expect(new Set(seen).size).toBe(seen.length);
  const all = await database.asDesk("small", (tx) => tx.query<{ number: string }>("select number from tickets where status = 'open' and subject <> 'dazwischen'"));
  expect(all.map((t) => t.number).filter((n) => !seen.includes(n))).toEqual([]);
});

test("the queue is walked in its order, each place counted on", async () => {
  const places: number[] = [];
  let path = "/queue?limit=4";
  for (;;) {
    const { body } = await call<{ items: { place: number; openedAt: string }[]; next: string | null }>(agent, "GET", path);
    places.push(...body.items.map((t) => t.place));
    if (body.next === null) break;
    path = `/queue?limit=4&cursor=${body.next}`;
  }
  expect(places).toEqual(places.map((_, i) => i + 1));
});

test("staff and customers that are made wrongly are refused by field; made rightly they can sign in", async () => {
  const bad = await call<Trouble>(admin, "POST", "/staff", { name: "", email: "no", role: "boss", password: "short", trained: ["cooking"] });
  expect(bad.body.faults.map((f) => f.at).sort()).toEqual(["email", "name", "password", "role"]);
  const made = await call<{ id: string }>(admin, "POST", "/staff", { name: "Nina", email: "Nina@small.example", role: "agent", password: "a long enough one", trained: ["video"] });
  expect(made.status).toBe(201);
  expect((await call(null, "POST", "/session", { email: "nina@small.example", password: "a long enough one" })).status).toBe(201);
  expect((await call<Trouble>(admin, "POST", "/staff", { name: "Nina", email: "nina@small.example", role: "admin", password: "a long enough one" })).body.faults[0]?.at).toBe("email");
  const twice = await Promise.all(
    ["agent", "admin"].map((role) => call<Trouble>(admin, "POST", "/staff", { name: role, email: "twins@small.example", role, password: `a long enough one for the ${role}` })),
  );
  expect(twice.map((answer) => answer.status).sort()).toEqual([201, 400]);
  expect(twice.find((answer) => answer.status === 400)?.body.faults[0]?.at).toBe("email");
  const office = await call<{ id: string }>(lead, "POST", "/organisations", { name: "Cabinet Neuf", attributes: { subscription: "gold" }, zone: "Mars/Base" });
  expect((office.body as unknown as Trouble).faults.map((f) => f.at)).toEqual(["attributes.subscription", "zone"]);
  const right = await call<{ id: string }>(lead, "POST", "/organisations", { name: "Cabinet Neuf", attributes: { subscription: "paid" } });
  expect((await call(lead, "POST", `/organisations/${right.body.id}/people`, { name: "Noé", email: "noe@neuf.example" })).status).toBe(201);
  expect((await call<{ attributes: object }>(lead, "PATCH", `/organisations/${right.body.id}`, { attributes: { subscription: "expired" } })).body.attributes).toEqual({ subscription: "expired" });
  expect((await call(lead, "PATCH", `/organisations/${ids.expert}`, { name: "x" })).status).toBe(404);
});

test("a key does what its scopes say and no more", async () => {
  const reads = await key("tickets:read");
  expect((await call(reads, "GET", "/tickets")).status).toBe(200);
  expect((await call<Trouble>(reads, "POST", "/tickets", { subject: "x", text: "y" })).body.detail).toContain("tickets:write");
});
