// What a customer is asked to do stops the clock as the policy says, and the last item starts it again, to the minute; words about it stay words. SPEC 21.3
import { expect, test } from "vitest";
import type { PromisesRow } from "../../src/database/rows.gen.ts";
import { change } from "../../src/desk/change.ts";
import { askFor, tickItems } from "../../src/desk/acts/checklist.ts";
import type { Actor } from "../../src/desk/event.ts";
import { keepVersion } from "../../src/desk/policies/activate.ts";
import { compile } from "../../src/policy/index.ts";
import { checklistAnswer } from "../../src/words/checklist-answer.ts";
import { MONDAY, smallDesk } from "../desk/small-desk.ts";
import { SMALL_POLICY } from "../desk/small-policy.ts";

const HOUR = 3_600_000;
const desk = await smallDesk();
const { house, ids } = desk;
const text = SMALL_POLICY.replace("    late-arrival: next-opening\n", "    late-arrival: next-opening\n    pauses: [waiting-on-customer]\n").replace('version: "1"', 'version: "2"');
await house.database.asOwner((tx) => keepVersion(tx, "small", 2, compile(text).policy!, text, "test"));
const ANA: Actor = { kind: "staff", id: ids.expert, name: "Ana Petit" };
const LEA: Actor = { kind: "person", id: ids.contact, name: "Léa Payé" };
const rows = <R extends object>(sql: string, ...params: unknown[]): Promise<R[]> => house.database.asDesk("small", (tx) => tx.query<R>(sql, params));
let now = MONDAY;
let n = 0;
const id = (): string => `c${++n}`;
const later = (by: number): void => desk.at((now += by));

test("the clock stands still until the last item, then goes on with exactly what was left; the timeline says why", async () => {
  const { ticket } = await change(house, "small", { kind: "ask", id: id(), by: LEA, asker: { id: ids.contact }, subject: "Panne", said: { text: "Rien ne marche", channel: "portal" } });
  const promise = async () => (await rows<PromisesRow>("select * from promises where ticket = $1", ticket.id))[0]!;
  const { due } = await promise();
  later(HOUR);
  await askFor(house, "small", { id: id(), by: ANA, ticket: ticket.id }, { things: [], items: ["Envoyer le journal", "Redémarrer"], words: "" });
  expect([(await promise()).state, (await promise()).pauses]).toEqual(["paused", [{ from: now, to: null, reason: "checklist" }]]);
  const items = await rows<{ id: string; n: number }>("select id, n from checklist_items where ticket = $1 order by n", ticket.id);
  later(HOUR);
  await tickItems(house, "small", { id: id(), by: LEA, ticket: ticket.id }, { items: [items[0]!.id], state: "done", channel: "portal" });
  expect((await promise()).state).toBe("paused");
  later(HOUR);
  await tickItems(house, "small", { id: id(), by: LEA, ticket: ticket.id }, { items: [items[1]!.id], state: "done", channel: "portal" });
  const after = await promise();
  expect([after.state, after.due! - due!, after.pauses]).toEqual(["running", 17 * HOUR, [{ from: now - 2 * HOUR, to: now, reason: "checklist" }]]); // two open hours later: the next morning, eleven
  expect((await rows<{ status: string }>("select status from tickets where id = $1", ticket.id))[0]?.status).toBe("open");
  await expect(tickItems(house, "small", { id: id(), by: LEA, ticket: ticket.id }, { items: [items[1]!.id], state: "done", channel: "portal" })).rejects.toThrow("the list is complete");
});

test("items are named by numbers that no other open one has", async () => {
  const { ticket } = await change(house, "small", { kind: "ask", id: id(), by: LEA, asker: { id: ids.contact }, subject: "Deux listes", said: { text: "Encore", channel: "portal" } });
  await askFor(house, "small", { id: id(), by: ANA, ticket: ticket.id }, { things: [], items: ["Un", "Deux"], words: "" });
  await askFor(house, "small", { id: id(), by: ANA, ticket: ticket.id }, { things: [], items: ["Trois"], words: "" });
  expect((await rows<{ n: number }>("select n from checklist_items where ticket = $1 order by n", ticket.id)).map((row) => row.n)).toEqual([1, 2, 3]);
});

test.each([
  ["1 done", [1, 2, 3], [1]],
  ["Hello,\n\n1 and 3: done\n\nKind regards\nKaren", [1, 2, 3], [1, 3]],
  ["all done", [1, 2], [1, 2]],
  ["done", [4], [4]],
  ["done", [1, 2], null],
  ["Buongiorno,\n1 fatto\n2 fatto\ngrazie", [1, 2, 3], [1, 2]],
  ["Ho fatto tutto.", [1, 2], [1, 2]],
  ["1 et 2 faits", [1, 2], [1, 2]],
  ["C’est fait, merci", [1], null],
  ["C’est fait.", [1], [1]],
  ["Tout est fait", [1, 2], [1, 2]],
  ["1 făcut", [1, 2], [1]],
  ["Totul este gata.", [1, 2], [1, 2]],
  ["1 done, but it still crashes", [1, 2], null],
  ["1 done\nbut it still crashes", [1, 2], null],
  ["1 not done", [1, 2], null],
  ["1 done?", [1, 2], null],
  ["7 done", [1, 2], null],
  ["1, 2", [1, 2], null],
  ["1 fatto\n2 non riesco", [1, 2], null],
  ["We have 2 computers\n1 done", [1, 2], null],
] as const)("“%s” of %j says %j", (said, open, done) => {
  expect(checklistAnswer(said, open)).toEqual(done);
});
