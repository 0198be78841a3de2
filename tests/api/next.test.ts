// Taking the next: in the policy's order, never one ticket to two.
import { expect, test } from "vitest";
import { keepVersion } from "../../src/desk/policies/activate.ts";
import { keepStaff } from "../../src/desk/staff/writes.ts";
import { hashPassword } from "../../src/desk/staff/password.ts";
import { compile } from "../../src/policy/index.ts";
import { SMALL_POLICY } from "../desk/small-policy.ts";
import { apiDesk } from "./api-desk.ts";

const { call, lea, lead, session, database, house, ids, at } = await apiDesk();
const hash = await hashPassword("correct horse battery");
const agents = await Promise.all(
  Array.from({ length: 10 }, async (_, i) => {
    const id = await database.asDesk("small", (tx) =>
      keepStaff(tx, "small", { name: `Agent ${i}`, email: `agent${i}@small.example`, role: "agent", language: "en", trained: [], present: true, demo: false }, hash, house.now()),
    );
    return { id, ...(await session("small", "staff", id)) };
  }),
);

const ask = async (subject: string): Promise<string> => (await call<{ number: string }>(lea, "POST", "/tickets", { subject, text: "…" })).body.number;

test("ten agents who all ask for the next at once empty a queue of thirty, and no ticket goes to two", async () => {
  await database.asDesk("small", (tx) => tx.run("update staff set present = false")); // so that nobody is named when they open
  const opened: string[] = [];
  for (let i = 0; i < 30; i++) opened.push((await call<{ number: string }>(lea, "POST", "/tickets", { subject: `Nummer ${i}`, text: "…" })).body.number);
  const taken: string[] = [];
  await Promise.all(
    agents.map(async (agent) => {
      for (;;) {
        const { status, body } = await call<{ number: string; assignee: { id: string } }>(agent, "POST", "/queue/next");
        if (status === 204) return;
        expect(status).toBe(200);
        expect(body.assignee.id).toBe(agent.id);
        taken.push(body.number);
        expect((await call(agent, "POST", `/tickets/${body.number}/answers`, { text: "Voilà." })).status).toBe(201);
      }
    }),
  );
  expect(taken.sort()).toEqual(opened.sort());
}, 60_000);

test("one's own open ticket comes before a new one, until it is answered", async () => {
  const one = (await call<{ number: string }>(lea, "POST", "/tickets", { subject: "eins", text: "…" })).body.number;
  await call(lea, "POST", "/tickets", { subject: "zwei", text: "…" });
  const next = async () => (await call<{ number: string }>(agents[0]!, "POST", "/queue/next")).body.number;
  expect(await next()).toBe(one);
  expect(await next()).toBe(one);
  await call(agents[0]!, "POST", `/tickets/${one}/answers`, { text: "Voilà." });
  expect(await next()).not.toBe(one);
});

test("one who presses twice has one ticket in hand, not two", async () => {
  await ask("sechs");
  await ask("sieben");
  const presses = await Promise.all(Array.from({ length: 5 }, () => call<{ number: string }>(agents[2]!, "POST", "/queue/next")));
  expect(new Set(presses.map((p) => p.body.number)).size).toBe(1);
});

test("a ticket is given to whoever is named, and to nobody who is not on the staff", async () => {
  const { number } = (await call<{ number: string }>(lea, "POST", "/tickets", { subject: "drei", text: "…" })).body;
  expect((await call<{ assignee: object }>(lead, "PUT", `/tickets/${number}/assignee`, { to: ids.expert })).body.assignee).toEqual({ id: ids.expert, name: "Ana Petit" });
  expect((await call<{ faults: object[] }>(lead, "PUT", `/tickets/${number}/assignee`, { to: ids.contact })).body.faults).toEqual([{ at: "to", message: expect.any(String) }]);
  expect((await call<{ assignee: object | null }>(lead, "PUT", `/tickets/${number}/assignee`, { to: null })).body.assignee).toBeNull();
});

test("where the policy wants tickets taken in their order, taking another one needs a reason, and the reason is kept", async () => {
  const text = SMALL_POLICY.replace("promises:\n", "  - clause: in-order\n    skip: with-reason\n    audience: agent\n    words: { fr: Dans l’ordre., en: In order. }\npromises:\n");
  const { policy } = compile(text);
  await database.asOwner((tx) => keepVersion(tx, "small", 2, policy!, text, "test"));
  const [first, second] = [await ask("vier"), await ask("fünf")];
  const take = (number: string, reason?: string) =>
    call<{ faults?: { at: string }[]; timeline: { kind: string; detail: object }[] }>(agents[1]!, "PUT", `/tickets/${number}/assignee`, { to: agents[1]!.id, ...(reason && { reason }) });
  await database.asDesk("small", (tx) => tx.run("update tickets set status = 'waiting' where status = 'open' and number <> all ($1)", [[first, second]]));
  expect((await take(second)).body.faults?.map((f) => f.at)).toEqual(["reason"]);
  const taken = await take(second, "they are on the telephone");
  expect(taken.status).toBe(200);
  expect(taken.body.timeline.at(-1)).toMatchObject({ kind: "assign", detail: { reason: "they are on the telephone", toName: "Agent 1" } });
  expect((await take(first)).status).toBe(200);
});

test("twenty who ask at the same instant for twenty tickets get one each", async () => {
  await database.asDesk("small", (tx) => tx.run("update tickets set status = 'waiting' where status = 'open'"));
  const hands = await Promise.all(
    Array.from({ length: 20 }, async (_, i) => {
      const id = await database.asDesk("small", (tx) =>
        keepStaff(tx, "small", { name: `Hand ${i}`, email: `hand${i}@small.example`, role: "agent", language: "en", trained: [], present: false, demo: false }, hash, house.now()),
      );
      return session("small", "staff", id);
    }),
  );
  const opened: string[] = [];
  for (let i = 0; i < 20; i++) opened.push(await ask(`Zugleich ${i}`));
  const got = await Promise.all(hands.map((hand) => call<{ number: string }>(hand, "POST", "/queue/next")));
  expect(got.map((g) => g.status)).toEqual(Array.from({ length: 20 }, () => 200));
  expect(got.map((g) => g.body.number).sort()).toEqual(opened.sort());
}, 60_000);

test("whoever passes a ticket over says why; it stays on its history, goes to others, and comes back once its customer writes", async () => {
  await database.asDesk("small", (tx) => tx.run("update tickets set status = 'waiting' where status = 'open'"));
  const [first, second] = [await ask("acht"), await ask("neun")];
  const [me, other] = [agents[3]!, agents[4]!];
  const next = async (who: typeof me) => (await call<{ number: string }>(who, "POST", "/queue/next")).body.number;
  expect(await next(me)).toBe(first);
  expect((await call<{ faults: { at: string }[] }>(me, "POST", `/tickets/${first}/skips`, {})).body.faults.map((f) => f.at)).toEqual(["reason"]);
  const passed = await call<{ assignee: object | null; rank: number; timeline: { kind: string; by: { name: string }; detail: object }[] }>(me, "POST", `/tickets/${first}/skips`, {
    reason: "I know the customer too well",
  });
  expect(passed.status).toBe(201);
  expect(passed.body.assignee).toBeNull();
  expect(passed.body.timeline.at(-1)).toMatchObject({ kind: "skip", by: { name: "Agent 3" }, detail: { reason: "I know the customer too well" } });
  expect(await next(me)).toBe(second);
  await call(me, "POST", `/tickets/${second}/answers`, { text: "Voilà." });
  expect((await call(me, "POST", "/queue/next")).status).toBe(204);
  at(Date.parse("2026-03-02T09:30:00Z"));
  await call(lea, "POST", `/tickets/${first}/messages`, { text: "Noch da?" });
  expect(await next(me)).toBe(first);
  expect((await call(other, "POST", `/tickets/${first}/skips`, { reason: "not mine" })).status).toBe(409);
  expect((await call(lea, "POST", `/tickets/${first}/skips`, { reason: "no" })).status).toBe(403);
});

test("where the policy never lets one be passed over, nobody can", async () => {
  const text = SMALL_POLICY.replace("promises:\n", "  - clause: in-order\n    skip: never\n    audience: agent\n    words: { fr: Dans l’ordre., en: In order. }\npromises:\n").replace(
    'version: "1"',
    'version: "3"',
  );
  await database.asOwner((tx) => keepVersion(tx, "small", 3, compile(text).policy!, text, "test"));
  expect((await call<{ detail: string }>(agents[5]!, "POST", `/tickets/${await ask("zehn")}/skips`, { reason: "too hard" })).body).toMatchObject({
    code: "not-allowed",
    detail: expect.stringContaining("order"),
  });
});
