// New hours and a ticket that is being decided at the same moment: whichever commits first, no promise is left that heard of neither.
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { changeIn } from "../../src/desk/change.ts";
import type { Event } from "../../src/desk/event.ts";
import { announce, callOff } from "../../src/desk/maintenance/windows.ts";
import { keepVersion } from "../../src/desk/policies/activate.ts";
import { closeOn, openAgain } from "../../src/desk/policies/closures.ts";
import { compile } from "../../src/policy/index.ts";
import { MONDAY, smallDesk } from "./small-desk.ts";
import { SMALL_POLICY } from "./small-policy.ts";

const { house, database, ids } = await smallDesk();
const HOUR = 3_600_000;
const text = SMALL_POLICY.replace(
  /^remedies:\n/m,
  '  - clause: solution\n    promise: solution\n    must: 6 hours\n    pauses: [maintenance]\n    words: { fr: "Une solution en {must}.", en: "A solution within {must}." }\nremedies:\n',
);
const { policy } = compile(text);
if (!policy) throw new Error("the policy with a pause does not compile");
await database.asOwner((tx) => keepVersion(tx, "small", 2, policy, text, "test"));
let n = 0;
const asks = (): Event => ({
  kind: "ask",
  id: `race:${++n}`,
  by: { kind: "person", id: ids.contact, name: "Léa Payé" },
  asker: { id: ids.contact },
  subject: "Une question",
  said: { text: "Comment faire ?", channel: "mail" },
});
const closure = { calendar: "office", first: "2026-03-03", last: "2026-03-03", hours: [] };
const why = { reason: "Flood", by: "Ana", announceBy: null };
const window = { starts: MONDAY + HOUR, ends: MONDAY + 2 * HOUR, words: "Disks", by: "Ana", promised: null };

/** Holds what `first` did uncommitted while `second` begins; says whether the second one had to wait, and what it gave. */
async function crossing<A, B>(first: (tx: Parameters<Parameters<typeof database.asDesk>[1]>[0]) => Promise<A>, second: (tx: Parameters<Parameters<typeof database.asDesk>[1]>[0]) => Promise<B>) {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  let began = (): void => undefined;
  const done = new Promise<void>((resolve) => (began = resolve));
  const one = database.asDesk("small", async (tx) => {
    const result = await first(tx);
    began();
    await held;
    return result;
  });
  await done;
  let finished = false;
  const two = database.asDesk("small", second).then((result) => {
    finished = true;
    return result;
  });
  await wait(300);
  const waited = !finished;
  release();
  const [a, b] = await Promise.all([one, two]);
  return { a, b, waited };
}
const timersOf = (ticket: string, about: string): Promise<{ key: string }[]> =>
  database.asDesk("small", (tx) => tx.query<{ key: string }>("select key from timers where desk = troth_desk() and ticket = $1 and about like $2 order by key", [ticket, `${about}%`]));
const due = async (ticket: string): Promise<number> =>
  (await database.asDesk("small", (tx) => tx.query<{ due: number }>("select due from promises where desk = troth_desk() and ticket = $1 and kind = 'first-answer'", [ticket])))[0]?.due ?? 0;

test("a closure that comes while a ticket is being decided waits for it, and the ticket hears of it", async () => {
  const { a, b, waited } = await crossing(
    (tx) => changeIn(tx, house, "small", asks(), {}),
    (tx) => closeOn(tx, closure, why, MONDAY),
  );
  expect(waited).toBe(true);
  expect(b.tickets).toBe(1);
  expect(await timersOf(a.ticket.id, "hours/")).toHaveLength(1);
  await database.asDesk("small", (tx) => openAgain(tx, b.id, MONDAY));
});

test("a ticket that is asked while a closure is being made waits for it, and is promised by the new hours", async () => {
  const before = await database.asDesk("small", (tx) => changeIn(tx, house, "small", asks(), {}));
  const { b, waited } = await crossing(
    (tx) => closeOn(tx, closure, why, MONDAY),
    (tx) => changeIn(tx, house, "small", asks(), {}),
  );
  expect(waited).toBe(true);
  expect(await due(b.ticket.id)).toBeGreaterThan(await due(before.ticket.id)); // Tuesday is closed
});

test("maintenance announced while a ticket is being decided reaches it, and so does its being called off", async () => {
  const { a, b, waited } = await crossing(
    (tx) => changeIn(tx, house, "small", asks(), {}),
    (tx) => announce(tx, window, MONDAY),
  );
  expect(waited).toBe(true);
  expect(await timersOf(a.ticket.id, "maintenance/")).toHaveLength(2);
  const off = await crossing(
    (tx) => changeIn(tx, house, "small", asks(), {}),
    (tx) => callOff(tx, b, MONDAY),
  );
  expect(off.waited).toBe(true);
  expect((await timersOf(off.a.ticket.id, "maintenance/")).map((t) => t.key)).toEqual([`maintenance:${b}:to`]);
});

test("two tickets wait for nobody", async () => {
  const [one, two] = [await database.asDesk("small", (tx) => changeIn(tx, house, "small", asks(), {})), await database.asDesk("small", (tx) => changeIn(tx, house, "small", asks(), {}))];
  const says = (ticket: string): Event => ({ kind: "message", id: `race:${++n}`, by: { kind: "person", id: ids.contact, name: "Léa Payé" }, ticket, said: { text: "Encore", channel: "mail" } });
  const { waited } = await crossing(
    (tx) => changeIn(tx, house, "small", says(one.ticket.id), {}),
    (tx) => changeIn(tx, house, "small", says(two.ticket.id), {}),
  );
  expect(waited).toBe(false);
});
