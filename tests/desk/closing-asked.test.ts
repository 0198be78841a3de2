// A policy that asks by itself after some silence, and about unresolved ones too: who asks, what is told, what a reopening takes back. SPEC 23.2, 23.4
import { expect, test } from "vitest";
import { change } from "../../src/desk/change.ts";
import { closingsOf } from "../../src/desk/closings/reads.ts";
import type { Event } from "../../src/desk/event.ts";
import { keepVersion } from "../../src/desk/policies/activate.ts";
import { ringTimers } from "../../src/doors/worker/ring-timers.ts";
import { compile } from "../../src/policy/index.ts";
import { composeMail, type MailToWrite } from "../../src/words/mails/compose.ts";
import { MONDAY, smallDesk } from "./small-desk.ts";
import { SMALL_POLICY } from "./small-policy.ts";

const TEXT = SMALL_POLICY.replace(
  /closure:\n {2}- clause: silent[\s\S]*$/,
  `closure:
  - clause: silent-asks
    at: [timer]
    when: { waiting-on: customer, idle: { from: 5 days }, closing: not-asked }
    closure: ask
    as: solved
    after: 7 days
    words: { fr: "Après {when_idle_from} de silence nous demandons si c’est résolu, et fermons après {after}.", en: "After {when_idle_from} of silence we ask, and close after {after}." }
  - clause: always-asks
    at: [closed]
    when: { outcome: [solved, unresolved], closing: not-asked }
    closure: ask
    after: 7 days
    words: { fr: "Nous demandons d’abord, et fermons après {after}.", en: "We ask first, and close after {after}." }
  - clause: ends-solved
    at: [closed]
    when: { outcome: solved, closing: [agreed, silent] }
    closure: close
    as: solved
    words: { fr: Résolu., en: Solved. }
  - clause: ends-unresolved
    at: [closed]
    when: { outcome: unresolved, closing: [agreed, silent] }
    closure: close
    as: unresolved
    words: { fr: Non résolu., en: Unresolved. }
  - clause: stays
    closure: keep-open
    audience: agent
    words: { fr: Reste ouvert., en: Stays open. }
`,
);
const DAY = 86_400_000;
const { house, ids, at } = await smallDesk();
const compiled = compile(TEXT);
await house.database.asOwner((tx) => keepVersion(tx, "small", 2, compiled.policy!, TEXT, "test"));
const ana = { kind: "staff", id: ids.expert, name: "Ana Petit" } as const;
const lea = { kind: "person", id: ids.contact, name: "Léa Payé" } as const;
let now = MONDAY;
let n = 0;
const faults: unknown[] = [];
async function later(ms: number): Promise<void> {
  at((now += ms));
  while (await ringTimers(house, (error: unknown) => void faults.push(error)));
}
const does = (event: object) => change(house, "small", { id: `c${++n}`, ...event } as Event);
const asked = async (): Promise<string> =>
  (await does({ kind: "ask", by: lea, asker: { id: ids.contact }, subject: `Panne ${n}`, said: { text: `Rien ne marche, cas ${n}.`, channel: "portal", language: "fr" } })).ticket.id;
const state = (ticket: string) =>
  house.database.asDesk("small", async (tx) => {
    const [row] = await tx.query<{ status: string; outcome: string | null; solution: string | null }>("select status, outcome, solution from tickets where desk = troth_desk() and id = $1", [ticket]);
    return { ...row!, closings: (await closingsOf(tx, ticket)).map((c) => c.state) };
  });
async function lastMail(): Promise<string> {
  const [row] = await house.database.asDesk("small", (tx) => tx.query<{ what: MailToWrite }>("select payload->'what' as what from outbox where kind = 'mail' order by made_at desc, id desc limit 1"));
  return composeMail(row!.what).text;
}

test("after silence the desk asks by itself, in the name of who has it, with the last answer; a week later it closes, and a line opens it again", async () => {
  expect(compiled.findings.filter((f) => f.severity === "error")).toEqual([]);
  const ticket = await asked();
  await does({ kind: "answer", by: ana, ticket, said: { text: "Redémarrez le service.", channel: "console" } });
  await later(5 * DAY + 60_000);
  const mail = await lastMail();
  for (const words of ["Est-ce résolu pour vous\u00a0?", "Ana Petit considère", "Redémarrez le service.", "OUI, CLÔTUREZ", "Après 5 jours de silence"]) expect(mail).toContain(words);
  expect(mail).not.toContain("facturé"); // a policy without prices speaks of none
  expect(await state(ticket)).toMatchObject({ status: "waiting", closings: ["open"] });
  await later(7 * DAY);
  expect(await state(ticket)).toMatchObject({ status: "closed", outcome: "solved", closings: ["silent"] });
  expect(await lastMail()).toContain("n’avons pas eu de réponse");
  await does({ kind: "message", by: lea, ticket, said: { text: "Toujours en panne.", channel: "portal", language: "fr" } });
  expect(await state(ticket)).toMatchObject({ status: "open", outcome: null, solution: null });
});

test("without a solution the customer is asked plainly; opening it in the meantime takes the question back, asking again replaces it, a yes closes it as unresolved", async () => {
  const ticket = await asked();
  const close = () => does({ kind: "close", by: ana, ticket, outcome: "unresolved", solution: crypto.randomUUID(), said: { text: "Le fabricant n’a pas de pilote.", channel: "console" } });
  await close();
  const mail = await lastMail();
  for (const words of ["Pouvons-nous clore sans solution\u00a0?", "n’a pas trouvé de solution", "Le fabricant n’a pas de pilote."]) expect(mail).toContain(words);
  await does({ kind: "reopen", by: ana, ticket });
  expect(await state(ticket)).toMatchObject({ status: "open", closings: ["withdrawn"] });
  await expect(does({ kind: "agree-closing", by: lea, ticket, channel: "portal" })).rejects.toThrow("Nobody is asked");
  await close();
  await close();
  expect((await state(ticket)).closings).toEqual(["withdrawn", "withdrawn", "open"]);
  await expect(does({ kind: "agree-closing", by: ana, ticket, channel: "console" })).rejects.toThrow("Only the customer");
  await does({ kind: "agree-closing", by: lea, ticket, channel: "portal" });
  expect(await state(ticket)).toMatchObject({ status: "closed", outcome: "unresolved", solution: null, closings: ["withdrawn", "withdrawn", "agreed"] });
  await later(8 * DAY); // its timers went with it
  expect((await state(ticket)).closings.at(-1)).toBe("agreed");
  const own = await asked();
  await does({ kind: "close", by: ana, ticket: own, outcome: "solved", solution: crypto.randomUUID(), said: { text: "Voilà.", channel: "console" } });
  await does({ kind: "close", by: lea, ticket: own, outcome: "solved" }); // by their own hand instead
  expect(await state(own)).toMatchObject({ status: "closed", outcome: "solved", closings: ["agreed"] });
  expect(faults).toEqual([]);
});
