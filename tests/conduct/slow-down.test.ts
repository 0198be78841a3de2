// A limit slows down and says so before anybody is refused; emergencies get through a restriction where the policy says so.
import { expect, test } from "vitest";
import type { TicketsRow } from "../../src/database/rows.gen.ts";
import { change } from "../../src/desk/change.ts";
import type { Event } from "../../src/desk/event.ts";
import { takeNext } from "../../src/desk/acts/take-next.ts";
import { apiDesk } from "../api/api-desk.ts";
import { MONDAY } from "../desk/small-desk.ts";
import { withConduct } from "./small-conduct.ts";

const desk = await apiDesk();
await withConduct(desk);
const { ids, house } = desk;
const MINUTE = 60_000;
let now = MONDAY;
let n = 0;
const rows = <R extends object>(sql: string, ...params: unknown[]) => house.database.asDesk("small", (tx) => tx.query<R>(sql, params));
const by = { kind: "person", id: ids.contact, name: "Léa Payé" } as const;
const ask = (subject: string, topic = "how-to", preview = false) => {
  desk.at((now += MINUTE));
  const event: Event = { kind: "ask", id: `e${++n}`, by, asker: { id: ids.contact }, subject, said: { text: subject, channel: "portal", language: "fr" }, topic };
  return change(house, "small", event, { preview });
};

test("a third request in a day is told to wait before it is sent and in the mail after it, keeps its promise, and has its turn later (SPEC 20.7)", async () => {
  await ask("Un");
  await ask("Deux");
  const before = await ask("Trois", "how-to", true);
  expect(before.reasons.map((r) => r.id)).toContain("slower");
  const third = await ask("Trois");
  const [mail] = await rows<{ clauses: { id: string; words: string }[] }>("select payload->'what'->'input'->'clauses' as clauses from outbox where ticket = $1", third.ticket.id);
  expect(mail!.clauses.find((c) => c.id === "slower")!.words).toBe("À partir de 3 demandes en 24 heures, la suivante attend 30 minutes.");
  expect(third.decision!.effects).toContainEqual(expect.objectContaining({ do: "promise", kind: "first-answer" }));
  const slowed = (await rows<TicketsRow>("select * from tickets where id = $1", third.ticket.id))[0]!;
  expect(slowed.slowed_until).toBe(now + 30 * MINUTE);
  await rows("update tickets set assignee = null");
  const staff = { kind: "staff", id: ids.lead, name: "Lea" } as const;
  const taken = [];
  for (let i = 0; i < 3; i++) {
    const id = await takeNext(house, "small", staff, `take${i}`);
    taken.push(id);
    if (id) await rows("update tickets set assignee = $2 where id = $1", id, ids.admin);
  }
  expect(taken[2]).toBeNull();
  expect(taken).not.toContain(third.ticket.id);
  desk.at((now += 30 * MINUTE));
  expect(await takeNext(house, "small", staff, "take-after")).toBe(third.ticket.id);
});

test("a working day of hearing is a day, never less; a restriction refuses by the policy's words, on API and portal alike, and an emergency gets through (SPEC 20.8)", async () => {
  const { ticket } = await ask("Injure");
  const report = await desk.call<{ id: string; phase: string }>(desk.lead, "POST", `/tickets/${ticket.number}/conduct`, { facts: { "conduct-report": "abuse" }, statement: "Insults." });
  expect(report.status, report.text).toBe(201);
  const path = `/conduct/${report.body.id}`;
  const [row] = await rows<{ opened_at: number; answer_by: number }>("select opened_at, answer_by from conduct_cases");
  expect(row!.answer_by - row!.opened_at).toBe(2 * 86_400_000);
  expect((await desk.call(desk.lead, "PUT", `${path}/decision`, { clause: "abuse", reason: "Insults." })).body).toMatchObject({ code: "not-heard" });
  expect((await desk.call(desk.lea, "POST", `${path}/words`, { text: "Pardon." })).status).toBe(201);
  expect((await desk.call(desk.lead, "PUT", `${path}/decision`, { clause: "other", reason: "x" })).body).toMatchObject({ code: "invalid-input", faults: [{ at: "clause", message: "one of: abuse" }] });
  expect((await desk.call(desk.lead, "PUT", `${path}/decision`, { clause: "abuse", reason: "Insults." })).body).toMatchObject({ phase: "decided", measure: { kind: "restriction", holds: true } });
  const again = await desk.call<{ refused: object | null }>(desk.lea, "POST", "/tickets", { subject: "Encore", text: "Encore", topic: "how-to" });
  expect(again.status, again.text).toBe(201);
  expect(again.body).toMatchObject({ refused: { id: "closed-to-you" } });
  const urgent = await desk.call<{ refused: object | null }>(desk.lea, "POST", "/tickets", { subject: "Urgent", text: "Urgent", topic: "emergency" });
  expect(urgent.body).toMatchObject({ refused: null });
});

test("who asks many times at the same instant is counted each time, and told so from the third on", async () => {
  const { body: someone } = await desk.call<{ id: string }>(desk.lead, "POST", `/organisations/${ids.paid}/people`, { name: "Hugo Payé", email: "hugo@paid.example", sees: "own" });
  const at: Event[] = Array.from({ length: 8 }, (_, i) => ({
    kind: "ask",
    id: `flood${i}`,
    by: { kind: "person", id: someone.id, name: "Hugo Payé" },
    asker: { id: someone.id },
    subject: `Question ${i}`,
    said: { text: `Question ${i}`, channel: "portal", language: "fr" },
    topic: "how-to",
  }));
  const done = await Promise.all(at.map((event) => change(house, "small", event)));
  expect(done.filter((d) => d.reasons.some((r) => r.id === "slower"))).toHaveLength(6);
  expect(done.slice(0, 2).flatMap((d) => d.reasons.map((r) => r.id))).not.toContain("slower");
});
