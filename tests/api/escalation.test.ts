// Going up: by hand of staff or at the customer's word where the policy lets them, by time; each step is told, and no promise is made longer by it.
import { expect, test } from "vitest";
import { keepVersion } from "../../src/desk/policies/activate.ts";
import type { OutboxMail } from "../../src/desk/outbox-mail.ts";
import { ringTimers } from "../../src/doors/worker/ring-timers.ts";
import { compile } from "../../src/policy/index.ts";
import { composeMail } from "../../src/words/mails/compose.ts";
import { MONDAY } from "../desk/small-desk.ts";
import { SMALL_POLICY } from "../desk/small-policy.ts";
import { apiDesk } from "./api-desk.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const words = (text: string): string => `    words: { fr: "${text}", en: "${text}" }\n`;
const text = SMALL_POLICY.replace(
  "facts:\n",
  `facts:
  level: { fallback: front, values: { front: { label: { fr: le front, en: the front } }, experts: { label: { fr: les spécialistes, en: the specialists } }, makers: { label: { fr: les ingénieurs, en: the engineers } } } }
  beyond-us: { type: yes-no, source: agent, unknown: true, label: { fr: Dépasse, en: Beyond us } }
  wants-more: { type: yes-no, source: customer, unknown: true, label: { fr: Demande plus, en: Wants more }, ask: { fr: Aller plus haut ?, en: Take it further? } }
`,
).replace(
  "remedies:\n",
  `  - clause: news
    when: { level: [experts, makers] }
    promise: update
    every: 2 days
${words("News every {every}.")}  - clause: no-news
    promise: update
    none: true
${words("No rhythm.")}escalations:
  - clause: experts-by-hand
    at: [finding]
    when: { level: front, beyond-us: yes }
    escalate: experts
    how: [by-hand]
    tell: [requester]
${words("We pass it to {escalate}.")}  - clause: experts-at-your-word
    at: [finding]
    when: { level: front, wants-more: yes }
    escalate: experts
    how: [by-hand]
    tell: [requester]
${words("You may ask for {escalate}.")}  - clause: makers-by-hand
    at: [finding]
    when: { level: experts, beyond-us: yes }
    escalate: makers
    how: [by-hand]
    tell: [requester]
${words("Then to {escalate}.")}  - clause: experts-by-time
    at: [timer]
    when: { level: front, outcome: unknown, age: { from: 3 days } }
    escalate: experts
    how: [by-time]
    tell: [requester]
${words("After {when_age_from} it goes to {escalate}.")}remedies:
`,
);
const { call, session, ids, house, database, at } = await apiDesk();
const { policy, findings } = compile(text);
if (!policy) throw new Error(findings.map((f) => f.message).join("\n"));
await database.asOwner((tx) => keepVersion(tx, "small", 2, policy, text, "test"));

const as = { agent: () => session("small", "staff", ids.expert), lea: () => session("small", "person", ids.contact), lead: () => session("small", "staff", ids.lead) };
interface Ticket {
  number: string;
  stepUp: { to: string; label: string; clause: { id: string } } | null;
  promises: { id: string; kind: string; state: string; due: string; starts: string }[];
}
const on = async <T = Ticket>(who: keyof typeof as, method: string, path: string, body?: unknown) => call<T>(await as[who](), method, path, body);
const look = async (number: string, who: keyof typeof as = "agent"): Promise<Ticket> => (await on(who, "GET", `/tickets/${number}`)).body;
const ask = async (): Promise<string> => (await on("lea", "POST", "/tickets", { subject: "Bonjour", text: "…", topic: "how-to" })).body.number;
const ring = async (): Promise<void> => {
  while (
    await ringTimers(house, (error) => {
      throw error;
    })
  );
};
const mails = async (number: string): Promise<string[]> =>
  (
    await database.asDesk("small", (tx) =>
      tx.query<{ payload: OutboxMail }>("select o.payload from outbox o join tickets t on t.desk = o.desk and t.id = o.ticket where o.desk = 'small' and t.number = $1 order by o.made_at, o.id", [
        number,
      ]),
    )
  ).map((r) => composeMail(r.payload.what).text);

test("an expert takes it further by hand, the customer is told, and what was promised stays as it was", async () => {
  at(MONDAY);
  const number = await ask();
  const before = await look(number);
  expect(before.stepUp).toMatchObject({ to: "experts", label: "les spécialistes", clause: { id: "experts-by-hand" } });
  at(MONDAY + HOUR);
  const up = (await on("agent", "POST", `/tickets/${number}/escalations`, {})).body;
  expect(up.stepUp).toMatchObject({ to: "makers" });
  expect((await mails(number)).at(-1)).toContain("We pass it to");
  const answer = (t: Ticket) => t.promises.find((p) => p.kind === "first-answer");
  expect({ ...answer(up), left: null }).toEqual({ ...answer(before), left: null }); // but for the time that has passed
  await ring();
  at(MONDAY + 2 * HOUR);
  const top = (await on("agent", "POST", `/tickets/${number}/escalations`, {})).body;
  expect((await mails(number)).at(-1)).toContain("Then to");
  expect(top.stepUp).toBeNull();
  expect((await on("agent", "POST", `/tickets/${number}/escalations`, {})).status).toBe(403);
});

test("while it is escalated news come in a rhythm until it is solved, each beat one promise", async () => {
  at(MONDAY + 7 * DAY);
  const number = await ask();
  await on("agent", "POST", `/tickets/${number}/escalations`, {});
  await ring();
  const updates = async () => (await look(number)).promises.filter((p) => p.kind === "update");
  expect(await updates()).toMatchObject([{ state: "running" }]);
  at(MONDAY + 8 * DAY);
  await on("agent", "POST", `/tickets/${number}/answers`, { text: "Nous cherchons." });
  expect((await updates()).map((p) => p.state)).toEqual(["kept", "running"]);
  at(MONDAY + 10 * DAY + HOUR);
  await ring();
  expect((await updates()).map((p) => p.state)).toEqual(["kept", "broken", "running"]);
  await on("agent", "PUT", `/tickets/${number}/closure`, { outcome: "solved" });
  expect((await updates()).filter((p) => p.state === "running")).toEqual([]);
  expect((await look(number)).stepUp).toBeNull();
});

test("a customer takes it further where the policy lets them, and no further", async () => {
  at(MONDAY + 14 * DAY);
  const number = await ask();
  expect((await look(number, "lea")).stepUp).toMatchObject({ to: "experts", clause: { id: "experts-at-your-word" } });
  const up = await on("lea", "POST", `/tickets/${number}/escalations`, { text: "C’est urgent." });
  expect(up.status).toBe(201);
  expect(up.body.stepUp).toBeNull(); // the engineers are staff's to ask for
  expect((await mails(number)).at(-1)).toContain("You may ask for");
  expect((await on("lea", "POST", `/tickets/${number}/escalations`, {})).status).toBe(403);
  expect((await look(number)).stepUp).toMatchObject({ to: "makers" });
});

test("what is not solved in time goes up by itself, once", async () => {
  at(MONDAY + 21 * DAY);
  const number = await ask();
  at(MONDAY + 24 * DAY + 1000);
  await ring();
  expect((await mails(number)).filter((m) => m.includes("it goes to"))).toHaveLength(1);
  expect((await look(number)).stepUp).toMatchObject({ to: "makers" });
  at(MONDAY + 25 * DAY);
  await ring();
  expect((await mails(number)).filter((m) => m.includes("it goes to"))).toHaveLength(1);
});
