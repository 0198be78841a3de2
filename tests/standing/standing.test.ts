// What stands of a customer: for a time, with who set it and from where, as it was known at any moment; and what its days bring. SPEC 19.1, SPEC 19.5, SPEC 19.6
import { expect, test } from "vitest";
import { change } from "../../src/desk/change.ts";
import { setStanding } from "../../src/desk/acts/records/set-standing.ts";
import { keepVersion } from "../../src/desk/policies/activate.ts";
import { ringRecords } from "../../src/doors/worker/ring-records.ts";
import { ringTimers } from "../../src/doors/worker/ring-timers.ts";
import { compile } from "../../src/policy/index.ts";
import { composeMail } from "../../src/words/mails/compose.ts";
import type { OutboxMail } from "../../src/desk/outbox-mail.ts";
import { apiDesk } from "../api/api-desk.ts";
import { SMALL_POLICY } from "../desk/small-policy.ts";

const DAY = 86_400_000;
const POLICY = SMALL_POLICY.replace('version: "1"', 'version: "2"')
  .replace("source: record, fallback: none", "source: record, fallback: none, ended: expired")
  .replace(
    "remedies:",
    `notices:
  - clause: last-week
    at: [record]
    when: { ends-in.subscription: { within: 7 days } }
    notice: renewal
    to: customer
    by: [mail]
    words: { fr: "Votre abonnement prend fin dans moins de {when_ends_in_subscription_within}.", en: "Your subscription ends in less than {when_ends_in_subscription_within}." }
  - clause: last-month
    at: [record]
    when: { ends-in.subscription: { within: 30 days } }
    notice: renewal
    to: customer
    by: [mail]
    words: { fr: "Votre abonnement prend fin dans moins de {when_ends_in_subscription_within}.", en: "Your subscription ends in less than {when_ends_in_subscription_within}." }
  - clause: ended
    at: [record]
    when: { subscription: expired }
    notice: ended
    to: customer
    by: [mail]
    words: { fr: "Votre abonnement a pris fin.", en: "Your subscription has ended." }
  - clause: ended-lead
    at: [record]
    when: { subscription: expired }
    notice: ended-lead
    to: lead
    by: [mail]
    audience: agent
    words: { fr: "L’abonnement d’un client a pris fin.", en: "A customer’s subscription has ended." }
remedies:`,
  );

interface Standing {
  readonly facts: readonly {
    readonly fact: string;
    readonly value: string | null;
    readonly ends: string | null;
    readonly set: { readonly since: string; readonly by: string; readonly door: string } | null;
    readonly terms: readonly { readonly text: string; readonly begins: string | null; readonly ends: string | null }[];
    readonly lets: readonly { readonly id: string }[];
  }[];
  readonly history: readonly { readonly by: string; readonly door: string; readonly changed: readonly { readonly fact: string }[] }[];
  readonly faults?: readonly { readonly at: string; readonly message: string }[];
}

async function standingDesk() {
  const desk = await apiDesk();
  const { policy, findings } = compile(POLICY);
  if (!policy) throw new Error(JSON.stringify(findings));
  await desk.database.asOwner((tx) => keepVersion(tx, "small", 2, policy, POLICY, "test"));
  const rows = <R extends object>(sql: string, ...params: unknown[]) => desk.database.asDesk("small", (tx) => tx.query<R>(sql, params));
  const faults: unknown[] = [];
  const house = { ...desk.house };
  return {
    ...desk,
    rows,
    faults,
    on: (iso: string) => desk.at(Date.parse(iso)),
    async ring() {
      while (await ringRecords(house, (e) => void faults.push(e)));
      while (await ringTimers(house, (e) => void faults.push(e)));
      expect(faults).toEqual([]);
    },
    mails: async () =>
      (await rows<{ payload: OutboxMail }>("select payload from outbox where kind = 'mail' order by made_at, id")).map(({ payload }) => ({ to: payload.to.address, ...composeMail(payload.what) })),
    path: `/organisations/${desk.ids.paid}/standing`,
  };
}
const fact = (of: Standing, name = "subscription") => of.facts.find((f) => f.fact === name)!;
const lead = { id: "staff:x", name: "Lea", door: "console" };

test("what stands for a time says since when, until when, who set it by which door, and which clause it opens", async () => {
  const d = await standingDesk();
  const got = await d.call<Standing>(d.lead, "PUT", `${d.path}/subscription`, { value: "paid", begins: "2026-01-01", ends: "2026-12-31", notice: "2026-11-30" });
  expect(got.status, got.text).toBe(200);
  expect(fact(got.body)).toMatchObject({ value: "paid", ends: "2026-12-31", set: { by: "Lea", door: "console" }, lets: [{ id: "subscribed" }] });
  const key = await d.key("customers:write", "customers:read");
  const again = await d.call<Standing>(key, "PUT", "/standing", {
    organisation: "cabinet payé",
    facts: { subscription: { value: "paid", begins: "2026-01-01", ends: "2026-12-31", notice: "2026-11-30" } },
  });
  expect(again.status, again.text).toBe(200);
  expect(again.body.history).toHaveLength(2); // the same again left no trace
  expect(fact(again.body).set).toMatchObject({ door: "console" });
});

test("a contract that ends before it begins is refused with the reason, and so are a day that is none and a notice after the end", async () => {
  const d = await standingDesk();
  const ends = await d.call<Standing>(d.lead, "PUT", `${d.path}/subscription`, { value: "paid", begins: "2026-05-01", ends: "2026-04-30" });
  expect(ends.status).toBe(400);
  expect(ends.body.faults).toEqual([{ at: "ends", message: "it ends before it begins: give a last day on or after 2026-05-01" }]);
  const worse = await d.call<Standing>(d.lead, "PUT", `${d.path}/subscription`, { value: "gold", begins: "2026-02-30", ends: "2026-04-30", notice: "2026-06-01" });
  expect(worse.body.faults?.map((f) => f.at)).toEqual(["value", "begins", "notice"]);
  expect((await d.call(d.agent, "PUT", `${d.path}/subscription`, { value: "none" })).status).toBe(403);
});

test("what was known on a day is known ever after, though it was corrected since; a decision of that day rests on just that", async () => {
  const d = await standingDesk();
  d.on("2026-03-03T09:00:00Z");
  const { decision, facts } = await change(d.house, "small", {
    kind: "ask",
    id: "a1",
    by: { kind: "person", id: d.ids.late, name: "Luc" },
    asker: { id: d.ids.late },
    subject: "Export",
    topic: "how-to",
    said: { text: "Comment faire ?", channel: "portal" },
  });
  expect(decision?.results["entitlement"]).toBe("refused");
  d.on("2026-03-06T09:00:00Z");
  await setStanding(d.house, "small", d.ids.expired, { subscription: { value: "paid", begins: "2026-01-01" } }, lead);
  const reader = await d.key("customers:read");
  const then = await d.call<Standing>(reader, "GET", `/organisations/${d.ids.expired}/standing?knownAt=2026-03-03T09:00:00.000Z`);
  expect(fact(then.body).value).toBe("expired");
  expect(fact(then.body).value).toBe(facts["subscription"]);
  const now = await d.call<Standing>(reader, "GET", `/organisations/${d.ids.expired}/standing`);
  expect(fact(now.body)).toMatchObject({ value: "paid", set: { since: "2026-03-06T09:00:00.000Z", by: "Lea", door: "console" } });
});

test("a correction is asked anew of what was refused for it: the promise counts from the first asking, and the customer is told", async () => {
  const d = await standingDesk();
  const asked = await change(d.house, "small", {
    kind: "ask",
    id: "a2",
    by: { kind: "person", id: d.ids.late, name: "Luc" },
    asker: { id: d.ids.late },
    subject: "Export",
    topic: "how-to",
    said: { text: "Comment faire ?", channel: "portal" },
  });
  d.on("2026-03-03T09:00:00Z");
  await setStanding(d.house, "small", d.ids.expired, { subscription: { value: "paid" } }, lead);
  await d.ring();
  const [ticket] = await d.rows<{ refused: boolean }>("select refused from tickets where id = $1", asked.ticket.id);
  expect(ticket?.refused).toBe(false);
  const [promise] = await d.rows<{ starts: number }>("select starts from promises where ticket = $1", asked.ticket.id);
  expect(promise?.starts).toBe(Date.parse("2026-03-02T09:00:00Z"));
  const mails = (await d.mails()).filter((m) => m.to === "luc@expired.example");
  expect(mails.map((m) => m.subject)).toEqual(["[SM-1001] Export", "[SM-1001] Export"]);
  expect(mails[1]?.text).toContain("2 jours ouvrés");
});

test("reminders come once each as the end draws near, the end once at its midnight, to the customer and the lead, and a renewal is no news of an end", async () => {
  const d = await standingDesk();
  await setStanding(d.house, "small", d.ids.paid, { subscription: { value: "paid", begins: "2026-01-01", ends: "2026-06-30" } }, lead);
  const told = async () => (await d.mails()).filter((m) => /abonnement|subscription/.test(m.text)).map((m) => `${m.to}: ${/(\d+ \S+)\.|a pris fin|has ended/.exec(m.text)?.[0]}`);
  const days = (n: number) => d.at(Date.parse("2026-06-30T22:00:00Z") - n * DAY); // midnight in Paris after the last day
  days(31);
  await d.ring();
  expect(await told()).toEqual([]);
  days(30);
  await d.ring();
  await d.ring();
  expect(await told()).toEqual(["cam@paid.example: 30 jours.", "lea@paid.example: 30 jours."]);
  days(7);
  await d.ring();
  expect(await told()).toHaveLength(4);
  days(0);
  await d.ring();
  await d.ring();
  const all = await told();
  expect(all.slice(4).map((line) => line.split(":")[0])).toEqual(expect.arrayContaining(["lea@paid.example", "cam@paid.example", "lea@small.example"]));
  expect(all).toHaveLength(7);
  const [kept] = await d.rows<{ attributes: object }>("select attributes from organisations where id = $1", d.ids.paid);
  expect(kept?.attributes).toEqual({ subscription: "expired" });
  const [last] = await d.rows<{ door: string }>("select door from organisation_history where organisation = $1 order by since desc limit 1", d.ids.paid);
  expect(last?.door).toBe("clock");
  await setStanding(d.house, "small", d.ids.paid, { subscription: { value: "paid", begins: "2026-07-01", ends: "2027-06-30" } }, lead);
  await d.ring();
  expect(await told()).toHaveLength(7);
});

test("what was asked while it stood goes on after the end; what is asked after it is refused, even if the clock was late", async () => {
  const d = await standingDesk();
  await setStanding(d.house, "small", d.ids.paid, { subscription: { value: "paid", ends: "2026-03-04" } }, lead);
  const ask = (id: string) =>
    change(d.house, "small", {
      kind: "ask",
      id,
      by: { kind: "person", id: d.ids.contact, name: "Léa" },
      asker: { id: d.ids.contact },
      subject: id,
      topic: "how-to",
      said: { text: "Comment faire ?", channel: "portal" },
    });
  const before = await ask("before");
  d.on("2026-03-04T23:00:01Z"); // nobody has rung yet
  expect((await ask("after")).decision?.results["entitlement"]).toBe("refused");
  await d.ring();
  const [ticket] = await d.rows<{ refused: boolean }>("select refused from tickets where id = $1", before.ticket.id);
  expect(ticket?.refused).toBe(false);
});

test("a later time leaves the earlier one standing until then, and is taken back with one call", async () => {
  const d = await standingDesk();
  await d.call(d.lead, "PUT", `${d.path}/subscription`, { value: "paid", begins: "2026-01-01", ends: "2026-12-31" });
  d.on("2026-03-02T09:00:01Z");
  const next = await d.call<Standing>(d.lead, "PUT", `${d.path}/subscription`, { value: "none", begins: "2026-07-01" });
  expect(fact(next.body).value).toBe("paid");
  expect(fact(next.body).terms).toMatchObject([
    { begins: "2026-01-01", ends: "2026-06-30" },
    { begins: "2026-07-01", ends: null },
  ]);
  d.on("2026-03-02T09:00:02Z");
  const undone = await d.call<Standing>(d.lead, "DELETE", `${d.path}/subscription/newest`);
  expect(undone.status, undone.text).toBe(200);
  expect(fact(undone.body).terms).toMatchObject([{ begins: "2026-01-01", ends: "2026-12-31" }]);
});
