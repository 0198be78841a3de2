// Who may do what, and what one may not see: over real HTTP, driven from the list of routes.
import { expect, test } from "vitest";
import { ROUTES } from "../../src/doors/api/routes.ts";
import type { Route } from "../../src/doors/api/route.ts";
import { Problem } from "../../src/doors/api/shapes/basics.ts";
import { apiDesk, PASSWORD } from "./api-desk.ts";

const { call, lea, luc, lin, cam, agent, lead, admin, stranger, key, session, base, ids, house, database, at } = await apiDesk();
const opened = async (who = lea): Promise<string> => (await call<{ number: string }>(who, "POST", "/tickets", { subject: "Mur", text: "Qui voit ceci ?" })).body.number;
const number = await opened();
const NOBODY = "00000000-0000-7000-8000-000000000000";
const pathOf = (route: Route): string => route.path.replace("{number}", number).replace("{clause}", "x").replace("{sha}", "0".repeat(64)).replace("{id}", NOBODY);
const send = (route: Route, who: Parameters<typeof call>[0]) => call<{ code: string }>(who, route.method, pathOf(route), route.method === "GET" || !route.body ? undefined : {});

test("every route that is not for strangers refuses without sign-in, with a session of another desk, and with a key that is none", async () => {
  for (const [i, route] of ROUTES.filter((r) => !r.may.anyone).entries()) {
    for (const who of [null, stranger, ...(i < 10 ? [{ headers: { authorization: "Bearer troth_nothing" } }] : [])]) {
      // guessing keys is slowed down
      const { status, body, headers } = await send(route, who);
      expect([status, body.code], `${route.method} ${route.path}`).toEqual([401, "sign-in-needed"]);
      expect(headers.get("content-type")).toMatch(/^application\/problem\+json/);
      Problem.parse(body);
    }
  }
}, 60_000);

test("every route refuses a customer, an agent or a key that it does not name", async () => {
  const narrow = await key("customers:read");
  for (const route of ROUTES.filter((r) => !r.may.anyone)) {
    const where = `${route.method} ${route.path}`;
    if (!route.may.person) expect((await send(route, lea)).status, `${where} as a customer`).toBe(403);
    if (route.may.staff !== "agent") expect((await send(route, agent)).status, `${where} as an agent`).toBe(403);
    if (route.may.key !== "customers:read") expect((await send(route, narrow)).status, `${where} with a narrow key`).toBe(403);
  }
}, 60_000);

test("a ticket of another office, and to a limited person one of a colleague, is as if it were not there", async () => {
  const missing = await call<{ code: string; detail: string }>(luc, "GET", "/tickets/SM-999999");
  for (const [who, path] of [
    [luc, `/tickets/${number}`],
    [lin, `/tickets/${number}`],
    [luc, `/tickets/${number}/files/${NOBODY}`],
  ] as const) {
    const seen = await call<{ code: string }>(who, "GET", path);
    expect(seen.status).toBe(404);
    if (!path.includes("files")) expect(seen.body).toEqual(missing.body);
  }
  expect((await call(cam, "GET", `/tickets/${number}`)).status).toBe(200); // an office sees its own
  expect((await call(luc, "POST", `/tickets/${number}/messages`, { text: "psst" })).status).toBe(404);
  expect((await call(luc, "PUT", `/tickets/${number}/closure`, { outcome: "solved" })).status).toBe(404);
  const list = async (who: typeof lea) => (await call<{ items: { number: string }[] }>(who, "GET", "/tickets?limit=100")).body.items.map((t) => t.number);
  const own = await opened(lin);
  expect(await list(lin)).toEqual([own]);
  expect(await list(cam)).toEqual(expect.arrayContaining([own, number]));
  expect(await list(luc)).toEqual([]);
});

test("a customer asks for themselves alone; staff must say for whom", async () => {
  expect((await call<{ faults: unknown }>(lea, "POST", "/tickets", { subject: "x", text: "y", requester: { id: ids.late } })).body.faults).toEqual([{ at: "requester", message: expect.any(String) }]);
  expect((await call<{ faults: unknown }>(agent, "POST", "/tickets", { subject: "x", text: "y" })).body.faults).toEqual([{ at: "requester", message: expect.any(String) }]);
});

test("a page of somebody else's cannot act with a visitor's cookies", async () => {
  const cookie = { headers: { cookie: lea.headers["cookie"]! } };
  const act = (headers: Record<string, string>) => call<{ code: string }>(cookie, "PUT", `/tickets/${number}/closure`, { outcome: "solved" }, headers);
  const foreign: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "cross-site", "x-troth": "1" },
    { origin: "null" },
    {},
  ];
  for (const headers of foreign) {
    const { status, body } = await act(headers);
    expect([status, body.code], JSON.stringify(headers)).toEqual([403, "wrong-origin"]);
  }
  const ours: Record<string, string>[] = [{ origin: house.publicUrl }, { origin: new URL(base).origin }, { "sec-fetch-site": "same-origin" }];
  for (const headers of ours) expect((await act(headers)).status, JSON.stringify(headers)).toBe(200);
  const login = await call(null, "POST", "/session", { email: "ana@small.example", password: PASSWORD }, { origin: "https://evil.example" });
  expect(login.status).toBe(403);
  const form = await fetch(`${base}/api/small/tickets/${number}/closure`, {
    method: "PUT",
    headers: { ...cookie.headers, "content-type": "text/plain", "x-troth": "1" },
    body: '{"outcome":"solved"}',
  });
  expect(form.status).toBe(400);
});

test("signing in gives a cookie that no script reads; signing out ends it; a wrong password and an unknown address answer alike", async () => {
  const right = await call<{ name: string }>(null, "POST", "/session", { email: " ANA@small.example", password: PASSWORD });
  expect([right.status, right.body.name]).toEqual([201, "Ana Petit"]);
  const cookie = right.headers.get("set-cookie")!;
  expect(cookie).toMatch(/^troth_staff_small=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
  const who = { headers: { cookie: cookie.split(";")[0]!, "x-troth": "1" } };
  expect((await call(who, "GET", "/session")).status).toBe(200);
  const [row] = await database.asDesk("small", (tx) => tx.query<{ n: number }>("select count(*)::int as n from sessions where position($1::bytea in token) > 0", [Buffer.from(cookie.slice(18, 61))]));
  expect(row?.n).toBe(0); // the token itself is nowhere in the database
  expect((await call(who, "DELETE", "/session")).status).toBe(200);
  expect((await call(who, "GET", "/session")).status).toBe(401);
  const wrong = await call(null, "POST", "/session", { email: "ana@small.example", password: "wrong" });
  const unknown = await call(null, "POST", "/session", { email: "nobody@small.example", password: "wrong" });
  expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
});

test("guessing a password is slowed down", async () => {
  const statuses = [];
  for (let i = 0; i < 12; i++) statuses.push((await call(null, "POST", "/session", { email: "x@small.example", password: "guess" })).status);
  expect(statuses.at(-1)).toBe(429);
}, 60_000);

test("a customer's session takes so many changes in a minute and no more; reading goes on, and so do staff and others", async () => {
  const hasty = await session("small", "person", ids.late);
  const statuses = [];
  for (let i = 0; i < 122; i++) statuses.push((await call(hasty, "POST", "/tickets", {})).status);
  expect([statuses[0], statuses[119], statuses[121]]).toEqual([400, 400, 429]);
  expect((await call(hasty, "POST", "/tickets", {})).body).toMatchObject({ code: "too-many" });
  expect((await call(hasty, "GET", "/tickets")).status).toBe(200);
  for (const other of [lea, lead]) expect((await call(other, "POST", "/tickets", {})).status).toBe(400);
}, 60_000);

test("a session ends after its time without use, and slides while it is used", async () => {
  const now = house.now();
  const { token } = await database.asDesk("small", async (tx) => (await import("../../src/desk/sessions/sessions.ts")).startSession(tx, "small", "staff", ids.expert, now));
  const { sessionOf } = await import("../../src/desk/sessions/sessions.ts");
  const alive = (later: number) => database.asDesk("small", (tx) => sessionOf(tx, "staff", token, now + later));
  const hour = 3_600_000;
  expect(await alive(11 * hour)).toMatchObject({ name: "Ana Petit" });
  expect(await alive(22 * hour)).toMatchObject({ name: "Ana Petit" });
  expect(await alive(35 * hour)).toBeNull();
  at(now);
});

test("a revoked key and a disabled member of staff are out at once", async () => {
  const made = (await call<{ id: string; key: string }>(admin, "POST", "/keys", { name: "till", scopes: ["tickets:read"] })).body;
  const program = { headers: { authorization: `Bearer ${made.key}` } };
  expect((await call(program, "GET", "/queue")).status).toBe(200);
  expect((await call(admin, "DELETE", `/keys/${made.id}`)).status).toBe(200);
  expect((await call(program, "GET", "/queue")).status).toBe(401);
  expect((await call(lead, "GET", "/session")).status).toBe(200);
  expect((await call(admin, "PATCH", `/staff/${ids.lead}`, { disabled: true })).status).toBe(200);
  expect((await call(lead, "GET", "/session")).status).toBe(401);
  expect((await call<{ faults: { at: string }[] }>(admin, "PATCH", `/staff/${ids.admin}`, { disabled: true })).body.faults[0]?.at).toBe("disabled");
});

test("a desk that does not exist, and an address that no route has, are problems in JSON", async () => {
  for (const path of ["/api/nowhere/tickets", "/api/small/nothing", "/api/%27%3B/queue", "/nothing"]) {
    const response = await fetch(`${base}${path}`);
    expect([response.status, response.headers.get("content-type")], path).toEqual([404, "application/problem+json; charset=utf-8"]);
  }
});

test("every answer carries the headers that keep a browser from running what it should not", async () => {
  const { headers } = await call(null, "GET", "");
  expect(headers.get("content-security-policy")).toContain("script-src 'self'");
  expect(headers.get("content-security-policy")).not.toMatch(/script-src[^;]*unsafe/);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("cache-control")).toBe("no-store");
});
