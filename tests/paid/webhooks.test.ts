// Other systems are told of what is charged: signed, in order of nothing but truth, again until they answer, and never at an address inside.
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { hostname } from "node:os";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeEach, expect, test } from "vitest";
import { isPublicAddress } from "../../src/desk/endpoints/address.ts";
import { MOST_TRIES } from "../../src/desk/outbox/claim.ts";
import type { TicketView } from "../../src/desk/views/ticket.ts";
import { poster } from "../../src/doors/webhooks/poster.ts";
import { tellEndpoints } from "../../src/doors/worker/tell-endpoints.ts";
import { KAREN, paidDesk } from "./paid-desk.ts";

interface Came {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
interface Message {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>> & {
    readonly ticket: string;
    readonly charge?: { readonly net: number; readonly gross: number; readonly kind: string };
    readonly offer?: { readonly net: number };
  };
}
interface Deliveries {
  readonly items: readonly { readonly id: string; readonly type: string; readonly state: string; readonly tries: number; readonly fault: string | null; readonly answer: string | null }[];
}
interface Made {
  readonly endpoint: { readonly id: string; readonly bothUntil: string | null };
  readonly secret: string;
}

/** The other system: it answers as it is told to, and keeps what came. */
let answers: (came: Came) => number | { readonly to: string };
const came: Came[] = [];
const other = createServer((request, response) => {
  let body = "";
  request.on("data", (part: Buffer) => (body += part.toString()));
  request.on("end", () => {
    const one = { path: request.url ?? "", headers: request.headers, body };
    const answer = answers(one);
    came.push(one);
    if (typeof answer === "number") response.writeHead(answer).end(answer >= 400 ? "our books are closed" : "");
    else response.writeHead(302, { location: answer.to }).end();
  });
});
const at = await new Promise<string>((resolve) => other.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${(other.address() as AddressInfo).port}`)));
afterAll(() => other.close());

const desk = await paidDesk();
Object.assign(desk.house, { webhooksInside: true });
let [karen, chiara, marco, giulia] = ["", "", "", ""];
const tellAll = async (): Promise<void> => {
  while (await tellEndpoints(desk.house, poster({ inside: true }), (error: unknown) => void desk.faults.push(error)));
};
const deliveries = async (id: string) => (await desk.call<Deliveries>(giulia, "GET", `/endpoints/${id}/deliveries`)).body.items;
const ALL = ["ticket.opened", "ticket.closed", "offer.made", "offer.accepted", "offer.refused", "charge.booked", "charge.adjusted", "statement.made"];
async function endpoint(path: string, events = ALL): Promise<Made> {
  const { status, body } = await desk.call<Made>(giulia, "POST", "/endpoints", { url: `${at}${path}`, events });
  expect(status).toBe(201);
  return body;
}
const stop = (id: string) => desk.call(giulia, "PATCH", `/endpoints/${id}`, { stopped: true });
const read = (secret: string, one: Came): Message => new Webhook(secret).verify(one.body, one.headers as Record<string, string>) as Message; // throws where the signature is not right
let n = 0;
async function asked(): Promise<string> {
  const subject = `How do I print an invoice ${(n += 1)}`;
  await desk.mail(KAREN, subject, "How do I print an invoice?");
  return desk.ticketOf(subject);
}
beforeEach(async () => {
  [karen, chiara, marco, giulia] = (await Promise.all([
    desk.cookieOf("person", KAREN),
    ...["chiara.donati", "marco.bellandi", "giulia.ferrante"].map((who) => desk.cookieOf("staff", `${who}@dms.example`)),
  ])) as [string, string, string, string];
  came.length = 0;
  answers = () => 204;
});

test("from the request to the credit, each step is told once, signed as Standard Webhooks says, with the cents that the customer saw", async () => {
  const made = await endpoint("/books");
  expect(made.secret).toMatch(/^whsec_[\w+/]+=*$/);
  const number = await asked();
  const offer = (await desk.call<TicketView>(chiara, "GET", `/tickets/${number}`)).body.offers[0]!;
  await desk.call(karen, "POST", `/tickets/${number}/offers/${offer.id}/consent`, { accepts: offer.documents.map((d) => d.id) });
  await desk.closeCase(chiara, karen, number);
  const proposed = await desk.call<TicketView>(marco, "POST", `/tickets/${number}/adjustments`, { kind: "credit", net: 1051, reason: "We were late" });
  await desk.call(giulia, "PUT", `/tickets/${number}/adjustments/${proposed.body.charges.at(-1)!.id}`, { approved: true });
  await Promise.all([tellAll(), tellAll()]); // two workers share the work
  const messages = came.map((one) => read(made.secret, one));
  expect(messages.map((m) => m.type).sort()).toEqual(["charge.adjusted", "charge.booked", "offer.accepted", "offer.made", "ticket.closed", "ticket.opened"]);
  expect(new Set(messages.map((m) => m.data.ticket))).toEqual(new Set([number]));
  expect(messages.find((m) => m.type === "charge.booked")?.data.charge).toMatchObject({ net: 4500, gross: 5490, kind: "charge" });
  expect(messages.find((m) => m.type === "charge.adjusted")?.data.charge).toMatchObject({ net: -1051, gross: -1282, kind: "credit" });
  expect(messages[0]?.data["customer"]).toMatchObject({ person: { email: KAREN }, organisation: { name: "Lakeside Dental Practice" } });
  expect((await deliveries(made.endpoint.id)).map((d) => [d.state, d.answer])).toEqual(Array.from({ length: 6 }, () => ["sent", "204"]));
  const forged = { ...came[0]!, body: came[0]!.body.replace(number, "DM-1") };
  expect(() => read(made.secret, forged)).toThrow();
  await stop(made.endpoint.id);
});

test("what is not wanted, what was rolled back and what happens after a stop is not told", async () => {
  const made = await endpoint("/some", ["charge.booked"]);
  await desk.call(karen, "POST", "/tickets/preview", { subject: "x", text: "How do I print?" });
  await asked();
  await tellAll();
  expect([came, await deliveries(made.endpoint.id)]).toEqual([[], []]);
  await desk.call(giulia, "POST", `/endpoints/${made.endpoint.id}/deliveries`, {});
  await stop(made.endpoint.id);
  await tellAll();
  expect([came, (await deliveries(made.endpoint.id)).map((d) => [d.type, d.state, d.fault])]).toEqual([[], [["test", "failed", "the endpoint was stopped"]]]);
});

test("a system that is down is told again under the same id, later and later for about a day, given up with its words, and told once more by hand", async () => {
  const made = await endpoint("/down", ["ticket.opened"]);
  answers = () => 503;
  await asked();
  await tellAll();
  const [first] = await deliveries(made.endpoint.id);
  expect(first).toMatchObject({ state: "waiting", tries: 1, fault: "503 our books are closed" });
  await tellAll();
  expect(came).toHaveLength(1); // not before its time
  let hours = 0;
  for (let tries = 1; tries < MOST_TRIES; tries += 1) {
    const wait = Math.min(15_000 * 2 ** (tries - 1), 4 * 3_600_000);
    hours += wait / 3_600_000;
    desk.pass(wait + 1000);
    await tellAll();
  }
  expect(Math.round(hours)).toBe(24); // what the documentation and the console say
  expect([came.length, (await deliveries(made.endpoint.id))[0]]).toMatchObject([MOST_TRIES, { state: "failed", tries: MOST_TRIES, fault: "503 our books are closed" }]);
  expect(new Set(came.map((one) => `${String(one.headers["webhook-id"])} ${one.body}`)).size).toBe(1);
  answers = () => 200;
  expect((await desk.call(giulia, "PUT", `/endpoints/${made.endpoint.id}/deliveries/${first!.id}`, {})).status).toBe(200);
  await tellAll();
  expect([(await deliveries(made.endpoint.id))[0]?.state, came.at(-1)?.headers["webhook-id"]]).toEqual(["sent", `msg_${first!.id}`]);
  await stop(made.endpoint.id);
});

test("a redirect is not followed, and who says 410 is not asked again", async () => {
  const made = await endpoint("/moved", ["ticket.opened"]);
  answers = ({ path }) => (path === "/moved" ? { to: `${at}/elsewhere` } : 200);
  await asked();
  await tellAll();
  expect([came.map((one) => one.path), (await deliveries(made.endpoint.id))[0]?.fault]).toEqual([["/moved"], "302: redirects are not followed; give the final address"]);
  answers = () => 410;
  desk.pass(20_000);
  await tellAll();
  expect((await deliveries(made.endpoint.id))[0]).toMatchObject({ state: "failed", tries: 2 });
  await stop(made.endpoint.id);
});

test("a new secret signs beside the elder for a day, so that both sides can change at their own hour", async () => {
  const made = await endpoint("/keys", ["ticket.opened"]);
  const { body: renewed } = await desk.call<Made>(giulia, "POST", `/endpoints/${made.endpoint.id}/secret`, {});
  expect([renewed.secret === made.secret, renewed.endpoint.bothUntil]).toEqual([false, expect.any(String)]);
  await desk.call(giulia, "POST", `/endpoints/${made.endpoint.id}/deliveries`, {});
  await tellAll();
  const signatures = (one: Came | undefined): number => String(one?.headers["webhook-signature"]).split(" ").length;
  expect(signatures(came[0])).toBe(2);
  desk.pass(25 * 3_600_000);
  giulia = await desk.cookieOf("staff", "giulia.ferrante@dms.example");
  await desk.call(giulia, "POST", `/endpoints/${made.endpoint.id}/deliveries`, {});
  await tellAll();
  expect(signatures(came[1])).toBe(1);
  await stop(made.endpoint.id);
});

test("nothing goes to this machine or a private network unless whoever runs the server allows it: not by address, not by name, not by odd spellings", async () => {
  Object.assign(desk.house, { webhooksInside: false });
  for (const url of [
    at,
    "https://127.0.0.1/x",
    "https://localhost/x",
    "https://2130706433/x",
    "https://0x7f.1/x",
    "https://[::1]/x",
    "https://[::ffff:10.0.0.1]/x",
    "https://[fd00::1]/x",
    "https://169.254.169.254/latest",
    "https://192.168.1.1/",
    "https://a.localhost/",
    "https://metadata.internal/",
    "http://accounts.example/",
    "ftp://accounts.example/",
    "https://user:pass@accounts.example/",
    "nonsense",
  ]) {
    const refused = await desk.call<{ faults: { at: string }[] }>(giulia, "POST", "/endpoints", { url, events: ["charge.booked"] });
    expect([url, refused.status, refused.body.faults?.[0]?.at]).toEqual([url, 400, "url"]);
  }
  expect((await desk.call(giulia, "POST", "/endpoints", { url: "https://accounts.example/hooks", events: ["charge.booked"] })).status).toBe(201);
  const outside = poster({ inside: false });
  const headers = {};
  await expect(outside({ url: `${at}/x`, headers, body: "{}" })).rejects.toThrow(/https/);
  await expect(outside({ url: `https://${hostname()}/x`, headers, body: "{}" })).rejects.toThrow(/private network|ENOTFOUND|EAI_AGAIN/);
  expect(["8.8.8.8", "2606:4700::1111"].map(isPublicAddress)).toEqual([true, true]);
  expect(["100.64.1.1", "198.18.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "0.0.0.0", "::", "name.example"].map(isPublicAddress)).toEqual([false, false, false, false, false, false, false]);
  expect([(await desk.call(chiara, "GET", "/endpoints")).status, (await desk.call(marco, "POST", "/endpoints", { url: "https://a.example", events: ["charge.booked"] })).status]).toEqual([403, 403]);
  expect(desk.faults).toEqual([]);
});
