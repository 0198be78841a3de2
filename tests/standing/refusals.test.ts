// O3, O4, X16 as the customer meets them: what is refused says why and what would change it, is counted and can be contested and reversed; terms are accepted in their version.
import { afterAll, expect, test } from "vitest";
import { startSession, sessionCookie } from "../../src/desk/sessions/sessions.ts";
import { openSmtpDoor } from "../../src/doors/mail/smtp-door.ts";
import { ringTimers } from "../../src/doors/worker/ring-timers.ts";
import { post } from "../mail/post.ts";
import { portalHouse } from "../portal/portal-house.ts";

const PAUL = "paul@cabinet-aubry.example"; // his practice's subscription has lapsed
const SOPHIE = "contact@customer-orthocab.example";
const house = await portalHouse("orthocab", "taxdome");
const door = await openSmtpDoor(house.house, {
  host: "127.0.0.1",
  port: 0,
  fault: (error) => void house.faults.push(error),
  prove: () => Promise.resolve({ verdict: "pass", by: "mx.example", domain: null, spf: null, dkim: null, dmarc: null, arc: null }),
});
afterAll(() => door.close());

const staff = async (desk: "orthocab" | "taxdome", email: string): Promise<string> => {
  const [row] = await house.rows<{ id: string }>(desk, "select id from staff where email = $1", email);
  const { token } = await house.house.database.asDesk(desk, (tx) => startSession(tx, desk, "staff", row!.id, house.house.now()));
  return `${sessionCookie("staff", desk)}=${token}`;
};
const call = async <T>(cookie: string, method: string, path: string, body?: unknown): Promise<{ status: number; body: T }> => {
  const response = await fetch(`${house.base}/api${path}`, {
    method,
    headers: { cookie, "x-troth": "1", ...(body !== undefined && { "content-type": "application/json" }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as T };
};
const mail = async (from: string, subject: string, text: string): Promise<void> => {
  await post(door.port, { from, to: "help@orthocab.example", subject, text });
  await door.settled();
};
const last = async (to: string) => (await house.mailsTo(to)).at(-1)?.text ?? "";
const numberOf = async (subject: string): Promise<string> => (await house.rows<{ number: string }>("orthocab", "select number from tickets where subject = $1", subject))[0]!.number;
interface Refusals {
  readonly sums: readonly { readonly clause: string; readonly refused: number; readonly standing: number; readonly contested: number; readonly reversed: number }[];
  readonly tickets: readonly { readonly number: string; readonly clause: string; readonly contested: boolean; readonly reversedBy: string | null; readonly standing: boolean }[];
}

test("without a subscription a mail is refused with the clause and what would change it; a question about renewing gets through; once renewed, the promise is that of the first asking", {
  timeout: 120_000,
}, async () => {
  await mail(PAUL, "Exercices", "Bonjour, comment ajouter un exercice à un bilan ?");
  const refusal = await last(PAUL);
  expect(refusal).toContain("Un abonnement échu ne donne plus droit à l’assistance");
  expect(refusal).toContain("le renouvellement de l’abonnement");
  expect(refusal).toMatch(/tickets\/OC-\d+#contest/);
  await mail(PAUL, "Renouvellement", "Bonjour, je voudrais renouveler notre abonnement. Comment faire pour le réabonnement ?");
  expect(await last(PAUL)).toContain("Une question sur le renouvellement reçoit toujours une réponse");
  const number = await numberOf("Exercices");
  const [asked] = await house.rows<{ at: number; organisation: string }>("orthocab", "select opened_at as at, organisation from tickets where number = $1", number);
  house.pass(3_600_000);
  const lead = await staff("orthocab", "mehdi.ouazzani@orthocab.example");
  expect((await call(lead, "PUT", `/orthocab/organisations/${asked!.organisation}/standing/subscription`, { value: "active", ends: "2099-12-31" })).status).toBe(200);
  while (await ringTimers(house.house, (error) => void house.faults.push(error)));
  const [promise] = await house.rows<{ starts: number }>(
    "orthocab",
    "select p.starts from promises p join tickets t on t.desk = p.desk and t.id = p.ticket where t.number = $1 and p.kind = 'first-answer'",
    number,
  );
  expect(promise?.starts).toBe(asked?.at);
  expect(await last(PAUL)).toContain("Nous vous répondons au plus tard");
  const { body } = await call<Refusals>(lead, "GET", "/orthocab/refusals");
  expect(body.tickets.find((t) => t.number === number)).toMatchObject({ clause: "subscription-lapsed", standing: false, reversedBy: null });
  expect(house.faults).toEqual([]);
});

test("Zoom is referred to its maker; the customer contests it in the portal, we look, a named person finds the cause ours, and the clock is that of the first asking", {
  timeout: 120_000,
}, async () => {
  await mail(SOPHIE, "Visio Zoom", "Bonjour, nous n’entendons personne dans Zoom.");
  expect(await last(SOPHIE)).toContain("Nous ne dépannons pas Zoom lui-même\u00a0; adressez-vous à l’assistance de Zoom");
  const number = await numberOf("Visio Zoom");
  const { name, value } = await house.session("orthocab", SOPHIE);
  const claimed = await fetch(`${house.base}/orthocab/tickets/${number}/claims`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: `${name}=${value}`, "content-type": "application/x-www-form-urlencoded", origin: house.base },
    body: new URLSearchParams({ "fact.video-part": "in-orthocab", reason: "Le lien manque dans l’e-mail d’Orthocab." }),
  });
  expect(claimed.status).toBe(303);
  expect(await last(SOPHIE)).toContain("nous examinons d’abord si c’est bien le cas");
  const lead = await staff("orthocab", "mehdi.ouazzani@orthocab.example");
  house.pass(3_600_000);
  expect((await call(lead, "PUT", `/orthocab/tickets/${number}/findings`, { facts: { cause: "ours" } })).status).toBe(200);
  const [row] = await house.rows<{ refused: boolean; starts: number; at: number; claims: object; findings: object }>(
    "orthocab",
    "select t.refused, p.starts, t.opened_at as at, t.claims, t.findings from tickets t join promises p on p.desk = t.desk and p.ticket = t.id and p.kind = 'first-answer' where t.number = $1",
    number,
  );
  expect(row).toMatchObject({ refused: false, starts: row?.at, claims: { "video-part": "in-orthocab" }, findings: { cause: "ours" } });
  const { body } = await call<Refusals>(lead, "GET", "/orthocab/refusals");
  expect(body.tickets.find((t) => t.number === number)).toMatchObject({ clause: "zoom-itself", contested: true, standing: false });
  expect(body.sums.find((s) => s.clause === "zoom-itself")).toMatchObject({ contested: 1, reversed: 1 });
});

test("asking accepts the terms: the version and the day are kept once, and a program may keep one too", { timeout: 120_000 }, async () => {
  const [firm] = await house.rows<{ organisation: string; email: string; id: string }>("taxdome", "select organisation, email, id from people where organisation is not null order by email limit 1");
  await house.house.database.asDesk("taxdome", (tx) => tx.run("delete from acceptances where desk = troth_desk()"));
  const { name, value } = await house.session("taxdome", firm!.email);
  const ask = (subject: string) => call<{ number: string }>(`${name}=${value}`, "POST", "/taxdome/tickets", { subject, text: "How do I set up a pipeline?" });
  expect((await ask("One")).status).toBe(201);
  expect((await ask("Two")).status).toBe(201);
  const lead = await staff("taxdome", (await house.rows<{ email: string }>("taxdome", "select email from staff where role <> 'agent' order by email limit 1"))[0]!.email);
  const list = async () => (await call<{ items: readonly object[] }>(lead, "GET", `/taxdome/organisations/${firm!.organisation}/acceptances`)).body.items;
  expect(await list()).toMatchObject([{ document: "terms", version: "2024-03-01", byUse: true, channel: "portal", person: { id: firm!.id } }]);
  const said = { document: "session-rules", version: "2024-03-01" };
  const accepts = (body: object) => call<{ isNew: boolean }>(`${name}=${value}`, "POST", "/taxdome/acceptances", body);
  expect((await accepts(said)).body).toMatchObject({ isNew: true });
  expect((await accepts(said)).body).toMatchObject({ isNew: false });
  expect((await accepts({ ...said, version: "2020" })).status).toBe(409);
  expect(await list()).toHaveLength(2);
  expect(house.faults).toEqual([]);
});
