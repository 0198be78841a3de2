// The catching mailbox, as a page and as JSON.
import Fastify from "fastify";
import { afterAll, expect, test } from "vitest";
import { mailboxPages } from "../../src/doors/mail/mailbox-pages.ts";
import { Problem, PROBLEMS } from "../../src/desk/problem.ts";
import { mailDesk } from "./mail-desk.ts";
import { post } from "./post.ts";

const desk = await mailDesk();
const server = Fastify();
server.setErrorHandler((error, _request, reply) => reply.status(error instanceof Problem ? PROBLEMS[error.code] : 500).send());
await server.register(mailboxPages(desk.house));
afterAll(() => server.close());
const get = (url: string) => server.inject({ url });

test("an empty mailbox says what will come", async () => {
  expect((await get("/mailbox")).body).toContain("No mail yet");
  expect((await get("/mailbox/messages")).json()).toEqual([]);
});

test("each caught mail is listed in order, found by its receiver, and shown in a frame that runs nothing", async () => {
  await post(desk.door.port, { from: "Léa <lea@paid.example>", to: "help@small.example", subject: "Un <b>premier</b>", text: "Comment imprimer le devis ?" });
  await desk.quiet();
  await post(desk.door.port, { from: "luc@expired.example", to: "help@small.example", subject: "Le second", text: "Comment imprimer le devis ?" });
  await desk.quiet();
  const all = (await get("/mailbox/messages")).json() as { id: string; to: string; from: string; subject: string; headers: Record<string, string> }[];
  expect(all.map((m) => m.to)).toEqual(["lea@paid.example", "luc@expired.example"]);
  expect(all[0]).toMatchObject({ desk: "small", from: "help@small.example", headers: { To: '"Léa Payé" <lea@paid.example>' } });
  expect((await get("/mailbox/messages?to=LUC@expired.example")).json()).toHaveLength(1);
  expect((await get("/mailbox/messages?desk=other")).json()).toHaveLength(0);

  const page = await get("/mailbox");
  expect(page.body).toContain("Un &lt;b&gt;premier&lt;/b&gt;");
  expect(page.body).not.toContain("<script");
  expect(page.headers["content-security-policy"]).toContain("default-src 'none'");
  const one = await get(`/mailbox/${all[0]?.id}`);
  expect(one.body).toContain('sandbox="allow-popups');
  const frame = await get(`/mailbox/${all[0]?.id}/html`);
  expect(frame.headers["content-security-policy"]).toContain("sandbox");
  expect(frame.body).toContain('<base target="_blank">');
});

test("a mail that is not there is not found", async () => {
  expect((await get("/mailbox/0")).statusCode).toBe(404);
  expect((await get("/mailbox/00000000-0000-7000-8000-000000000000")).statusCode).toBe(404);
});

test("nobody reads it under another name: neither a page elsewhere whose name leads here, nor the visitors of a proxy", async () => {
  for (const host of ["evil.example", "evil.example:8080", "127.0.0.1.evil.example", "help.vendor.example"])
    expect((await server.inject({ url: "/mailbox/messages", headers: { host } })).statusCode).toBe(404);
  for (const host of ["localhost:8080", "127.0.0.1:8080", "[::1]:8080"]) expect((await server.inject({ url: "/mailbox/messages", headers: { host } })).statusCode).toBe(200);
});

test("what stands twice in the address asks for nothing", async () => {
  expect((await get("/mailbox/messages?to=a&to=b&desk=c&desk=d")).statusCode).toBe(200);
});
