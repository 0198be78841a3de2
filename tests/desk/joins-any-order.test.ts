// For any sequence of joins, splits, undoings, words and answers: no word is lost or read twice, every promise is owed by the ticket that stands, and with all undone each is as if never joined or split.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { PromisesRow } from "../../src/database/rows.gen.ts";
import { change } from "../../src/desk/change.ts";
import type { Actor } from "../../src/desk/event.ts";
import { joinTickets, unjoinTicket } from "../../src/desk/acts/join.ts";
import { splitTicket, unsplitTicket } from "../../src/desk/acts/splitting/split.ts";
import { Problem } from "../../src/desk/problem.ts";
import { MONDAY, smallDesk } from "./small-desk.ts";

const desk = await smallDesk();
const { house, ids } = desk;
const ANA: Actor = { kind: "staff", id: ids.expert, name: "Ana Petit" };
const LEA: Actor = { kind: "person", id: ids.contact, name: "Léa Payé" };
const TICKETS = 4;
const MOST = 7; // with the parts
let n = 0;
const rows = <R extends object>(sql: string, ...params: unknown[]): Promise<R[]> => house.database.asDesk("small", (tx) => tx.query<R>(sql, params));

type Step = { readonly does: "join" | "part" | "split" | "whole" | "write" | "answer"; readonly a: number; readonly b: number };
const step = fc.record({ does: fc.constantFrom("join", "join", "part", "split", "split", "whole", "write", "write", "answer"), a: fc.nat(MOST - 1), b: fc.nat(MOST - 1) }) as fc.Arbitrary<Step>;

/** Refusals are answers: what cannot be done is not done. */
async function tried(act: Promise<unknown>): Promise<void> {
  await act.catch((error: unknown) => {
    if (!(error instanceof Problem) || !["not-joinable", "not-splittable", "not-found"].includes(error.code)) throw error;
  });
}

async function run(steps: readonly Step[], answering: boolean): Promise<void> {
  const tickets: string[] = [];
  const written: string[][] = [];
  for (let i = 0; i < TICKETS; i++) {
    desk.at(MONDAY + ++n * 1000);
    const text = `opens ${n}`;
    tickets.push((await change(house, "small", { kind: "ask", id: `p${n}`, by: LEA, asker: { id: ids.contact }, subject: text, said: { text, channel: "portal" } })).ticket.id);
    written.push([text]);
  }
  const promises = () =>
    rows<Pick<PromisesRow, "id" | "ticket" | "subject" | "kind" | "state" | "due">>("select id, ticket, subject, kind, state, due from promises where ticket = any ($1) order by id", tickets);
  const first = await promises();
  for (const { does, a, b } of steps) {
    desk.at(MONDAY + ++n * 1000);
    const ticket = tickets[a % tickets.length]!;
    const id = `p${n}`;
    if (does === "join") await tried(joinTickets(house, "small", { id, by: ANA, ticket, with: tickets[b % tickets.length]! }));
    if (does === "split" && tickets.length < MOST) {
      const [message] = await rows<{ id: string; text: string }>("select id, text from messages where ticket = $1 and kind = 'message' order by at, id limit 1", ticket);
      const wanted = { stays: { findings: {} }, parts: [{ subject: `part ${n}`, findings: {}, pieces: [{ message: message!.id, text: message!.text.slice(0, 4) }] }] };
      await tried(
        splitTicket(house, "small", { id, by: ANA, ticket, wanted }).then(({ parts }) => {
          tickets.push(parts[0]!.id);
          written.push([]);
        }),
      );
    }
    if (does === "whole") await tried(unsplitTicket(house, "small", { id, by: ANA, ticket }));
    if (does === "part") await tried(unjoinTicket(house, "small", { id, by: ANA, ticket }));
    if (does === "write") {
      await change(house, "small", { kind: "message", id, by: LEA, ticket, said: { text: `says ${n}`, channel: "portal" } });
      written[a % tickets.length]!.push(`says ${n}`);
    }
    if (does === "answer" && answering) await change(house, "small", { kind: "answer", id, by: ANA, ticket, said: { text: `answer ${n}`, channel: "portal" } });
    const read = await rows<{ text: string }>(
      "select m.text from tickets t cross join lateral joined_with(t.id) j (id) join messages m on m.desk = t.desk and m.ticket = j.id where t.desk = troth_desk() and t.id = any ($1) and t.joined_into is null and m.kind = 'message' and m.piece_of is null",
      tickets,
    );
    expect(read.map((m) => m.text).sort()).toEqual(written.flat().sort());
    const now = await promises();
    expect(now.map((p) => p.id)).toEqual(expect.arrayContaining(first.map((p) => p.id)));
    const into = new Map((await rows<{ id: string; joined_into: string | null }>("select id, joined_into from tickets where id = any ($1)", tickets)).map((t) => [t.id, t.joined_into]));
    const standing = (of: string): string => (into.get(of) ? standing(into.get(of)!) : of);
    if (!answering)
      for (const p of first) expect(now.some((other) => other.ticket === standing(p.ticket) && other.kind === p.kind && other.subject === p.subject && other.state === "running")).toBe(true);
    if (!answering) for (const t of tickets) if (!into.get(t)) expect(now.filter((p) => p.ticket === t && p.kind === "first-answer" && p.state === "running")).toHaveLength(1); // a part is promised what the request was
  }
  for (let round = 0; round < MOST; round++) {
    for (const ticket of tickets.toReversed()) {
      await tried(unjoinTicket(house, "small", { id: `p${++n}`, by: ANA, ticket }));
      await tried(unsplitTicket(house, "small", { id: `p${++n}`, by: ANA, ticket }));
    }
  }
  const standing = await rows<{ id: string }>("select id from tickets where id = any ($1) and joined_into is null", tickets);
  expect(standing.map((t) => t.id).sort()).toEqual(tickets.slice(0, TICKETS).sort());
  for (const [i, ticket] of tickets.slice(0, TICKETS).entries()) {
    const messages = await rows<{ text: string }>("select text from messages where ticket = $1 and kind = 'message' order by at, id", ticket);
    if (tickets.length === TICKETS) expect(messages.map((m) => m.text)).toEqual(written[i]);
    else expect(messages.map((m) => m.text)).toEqual(expect.arrayContaining(written[i]!)); // and what was written to a part that is one with it again
  }
  const last = (await promises()).filter((p) => first.some((f) => f.id === p.id) || tickets.indexOf(p.ticket) < TICKETS);
  if (!answering) expect(last).toEqual(first);
  else expect(last.filter((p) => first.some((f) => f.id === p.id)).map((p) => [p.id, p.ticket, p.due])).toEqual(first.map((p) => [p.id, p.ticket, p.due]));
}

test("without answers, all undone is as if never joined or split", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 18 }), (steps) => run(steps, false)),
    { numRuns: 25 },
  );
}, 120_000);

test("with answers in between, every word and every promise is still there and on its own ticket", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 18 }), (steps) => run(steps, true)),
    { numRuns: 25 },
  );
}, 120_000);
