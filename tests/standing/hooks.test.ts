// What the vendor's systems tell of customers by signed requests: one effect for each message, by the same road as any other change.
import { expect, test } from "vitest";
import { noteCall } from "../../src/desk/hooks/calls.ts";
import { signatureOf } from "../../src/desk/hooks/signature.ts";
import { apiDesk } from "../api/api-desk.ts";

interface Made {
  readonly id: string;
  readonly secret: string;
}
interface Standing {
  readonly facts: readonly { readonly fact: string; readonly value: string | null; readonly ends: string | null; readonly set: { readonly by: string; readonly door: string } | null }[];
}

async function hookDesk(map: object = {}) {
  const d = await apiDesk();
  const made = await d.call<Made>(d.admin, "POST", "/hooks", { name: "Licences", map });
  expect(made.status, made.text).toBe(201);
  const seconds = (): number => Math.floor(d.house.now() / 1000);
  return {
    ...d,
    made: made.body,
    seconds,
    async say(message: unknown, how: { id?: string; at?: number; secret?: string; body?: string } = {}) {
      const body = how.body ?? JSON.stringify(message);
      const [id, at] = [how.id ?? "msg_1", String(how.at ?? seconds())];
      return d.call<{ changed: boolean; repeated: boolean; detail: string }>({ headers: {} }, "POST", `/hooks/${made.body.id}`, message, {
        "webhook-id": id,
        "webhook-timestamp": at,
        "webhook-signature": signatureOf(how.secret ?? made.body.secret, id, at, Buffer.from(body)),
      });
    },
    standing: async (id: string) => (await d.call<Standing>(d.agent, "GET", `/organisations/${id}/standing`)).body.facts[0],
  };
}
const message = { organisation: "Cabinet Expiré", facts: { subscription: { value: "paid", begins: "2026-03-01", ends: "2026-12-31" } } };

test("a signed message changes what stands, says so in the history, and has one effect however often it comes", async () => {
  const d = await hookDesk();
  expect((await d.say(message)).body).toEqual({ changed: true, repeated: false });
  expect(await d.standing(d.ids.expired)).toMatchObject({ value: "paid", ends: "2026-12-31", set: { by: "Licences", door: "webhook" } });
  await d.call(d.lead, "PUT", `/organisations/${d.ids.expired}/standing/subscription`, { value: "none" });
  expect((await d.say(message)).body).toEqual({ changed: false, repeated: true }); // it comes late once more, and undoes nothing
  expect(await d.standing(d.ids.expired)).toMatchObject({ value: "none" });
  expect((await d.say(message, { id: "msg_2" })).body).toEqual({ changed: true, repeated: false });
});

test("a wrong signature, another body, an old time and headers that are missing are refused with what to do", async () => {
  const d = await hookDesk();
  for (const how of [{ secret: `whsec_${Buffer.from("guessed").toString("base64")}` }, { body: JSON.stringify({ ...message, organisation: "Cabinet Payé" }) }]) {
    const got = await d.say(message, how);
    expect(got.status).toBe(401);
    expect(got.body.detail).toContain("sign `id.timestamp.body`");
  }
  for (const at of [d.seconds() - 301, d.seconds() + 301]) {
    const got = await d.say(message, { at });
    expect(got.status).toBe(401);
    expect(got.body.detail).toContain("five minutes");
  }
  expect((await d.call({ headers: {} }, "POST", `/hooks/${d.made.id}`, message)).status).toBe(401);
  expect(await d.standing(d.ids.expired)).toMatchObject({ value: "expired" });
});

test("a new secret holds at once, the one before for another day, and none after the webhook was removed", async () => {
  const d = await hookDesk();
  const next = await d.call<Made>(d.admin, "POST", `/hooks/${d.made.id}/secrets`);
  expect(next.body.secret).not.toBe(d.made.secret);
  expect((await d.say(message, { id: "a" })).status).toBe(200);
  expect((await d.say(message, { id: "b", secret: next.body.secret })).status).toBe(200);
  d.at(d.house.now() + 25 * 3_600_000);
  expect((await d.say(message, { id: "c" })).status).toBe(401);
  expect((await d.say(message, { id: "d", secret: next.body.secret })).status).toBe(200);
  const key = await d.key("admin");
  expect((await d.call(key, "DELETE", `/hooks/${d.made.id}`)).status).toBe(204);
  expect((await d.say(message, { id: "e", secret: next.body.secret })).status).toBe(404);
});

test("another system's words are found in their places, its values become the policy's, its times days where the desk is", async () => {
  const d = await hookDesk({
    organisation: "data.customer.name",
    facts: { subscription: { path: "data.status", values: { active: "paid", canceled: "expired" }, begins: "data.current_period_start", ends: "data.current_period_end" } },
  });
  const theirs = { type: "subscription.updated", data: { customer: { name: "Cabinet Neuf" }, status: "active", current_period_start: 1_767_222_000, current_period_end: "2026-12-30T23:30:00Z" } };
  expect((await d.say(theirs)).body).toEqual({ changed: true, repeated: false });
  const [made] = await d.database.asDesk("small", (tx) => tx.query<{ terms: object }>("select terms from organisations where name = 'Cabinet Neuf'"));
  expect(made?.terms).toEqual({ subscription: [{ value: "paid", begins: "2026-01-01", ends: "2026-12-31" }] });
});

test("a message that no record can hold is refused with the reason, kept for the administrator, and may come again under its id once mended", async () => {
  const d = await hookDesk();
  const wrong = await d.say({ organisation: "Cabinet Payé", facts: { subscription: { value: "paid", begins: "2026-05-01", ends: "2026-04-01" } } });
  expect(wrong.status).toBe(400);
  const list = await d.call<{ items: readonly { fault: string | null }[] }>(d.admin, "GET", "/hooks");
  expect(list.body.items[0]?.fault).toContain("it ends before it begins");
  expect((await d.say({ ...message, organisation: "Cabinet Payé" })).body).toEqual({ changed: true, repeated: false });
  expect((await d.call<{ items: readonly { fault: string | null }[] }>(d.admin, "GET", "/hooks")).body.items[0]?.fault).toBeNull();
  expect((await d.call(d.lead, "GET", "/hooks")).status).toBe(403);
});

test("what came lately is listed with what became of it; paused it takes nothing; removed it can come back under its old secret", async () => {
  const d = await hookDesk();
  interface Calls {
    readonly items: readonly { readonly message: string; readonly outcome: string; readonly organisation: { name: string } | null; readonly fault: string | null }[];
  }
  const calls = async () => (await d.call<Calls>(d.admin, "GET", `/hooks/${d.made.id}/calls`)).body.items;
  expect(await calls()).toEqual([]);
  await d.say(message);
  await d.say(message);
  await d.say(message, { id: "msg_2" });
  await d.say({ organisation: "Cabinet Expiré", facts: { subscription: "perhaps" } }, { id: "msg_3" });
  for (const id of ["msg_4", "msg_5"]) await d.say(message, { id, secret: `whsec_${Buffer.from("guessed").toString("base64")}` });
  expect((await calls()).map((each) => [each.message, each.outcome, each.organisation?.name ?? null])).toEqual([
    ["msg_4", "unsigned", null], // a second one at once is not written down: anybody can send such
    ["msg_3", "refused", null],
    ["msg_2", "unchanged", "Cabinet Expiré"],
    ["msg_1", "repeated", null],
    ["msg_1", "changed", "Cabinet Expiré"],
  ]);
  expect((await calls())[1]?.fault).toContain("subscription");
  const path = `/hooks/${d.made.id}`;
  await d.call(d.admin, "PATCH", path, { paused: true });
  const paused = await d.say({ organisation: "Cabinet Expiré", facts: { subscription: "none" } }, { id: "msg_6" });
  expect([paused.status, paused.body.detail]).toEqual([503, expect.stringContaining("Send it again")]);
  expect(await d.standing(d.ids.expired)).toMatchObject({ value: "paid" });
  await d.call(d.admin, "PATCH", path, { paused: false });
  expect((await d.say({ organisation: "Cabinet Expiré", facts: { subscription: "none" } }, { id: "msg_6" })).body).toEqual({ changed: true, repeated: false });
  await d.call(d.admin, "DELETE", path);
  expect([(await d.say(message, { id: "msg_7" })).status, (await d.call(d.admin, "PATCH", path, { paused: true })).status]).toEqual([404, 404]);
  await d.call(d.admin, "PATCH", path, { removed: false });
  expect((await d.say(message, { id: "msg_7" })).body).toEqual({ changed: true, repeated: false });
  expect((await d.call(d.lead, "PATCH", path, { paused: true })).status).toBe(403);
});

test("what anybody sends without a signature does not push out what was signed", async () => {
  const d = await hookDesk();
  await d.say(message);
  await d.house.database.asDesk("small", async (tx) => {
    for (let n = 1; n <= 120; n += 1) await noteCall(tx, "small", { hook: d.made.id, message: `unsigned ${n}`, outcome: "unsigned" }, d.house.now() + n * 10_001);
  });
  const { items } = (await d.call<{ items: { message: string; outcome: string }[] }>(d.admin, "GET", `/hooks/${d.made.id}/calls`)).body;
  expect(items).toHaveLength(101);
  expect([items[0]?.message, items.at(-1)?.outcome]).toEqual(["unsigned 120", "changed"]);
});
