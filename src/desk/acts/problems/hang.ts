// Naming a problem, hanging tickets of any customers on it and taking them off: a person's act on the one road, under each ticket's lock.
import { newId } from "../../../database/new-id.ts";
import type { Tx } from "../../../database/tx.ts";
import { changeIn, inOrder } from "../../change.ts";
import type { Order } from "../../order.ts";
import type { Actor } from "../../event.ts";
import type { House } from "../../house.ts";
import { type Joinable, lockJoinable } from "../../joins/reads.ts";
import { Problem } from "../../problem.ts";
import { problemName, problemOf, problemOfEvent, problemOn } from "../../problems/reads.ts";
import { hang, makeProblem, noteProblem, takeDown } from "../../problems/writes.ts";
import { sentence } from "../../../words/phrase.ts";

interface Act {
  readonly id: string;
  readonly by: Actor;
}
interface About {
  readonly id: string;
  readonly name: string; // "P-3"
}

/** Names a problem, and hangs these tickets on it; its id. The same request again finds the first. Throws not-hangable with the reason, and then nothing is named. */
export function nameProblem(house: House, desk: string, act: Act, named: { readonly title: string; readonly known: string; readonly tickets: readonly string[] }): Promise<string> {
  return inOrder(house, desk, async (tx, order) => {
    const before = await problemOfEvent(tx, act.id);
    if (before) return before.id;
    const at = house.now();
    const id = newId(at);
    const name = problemName(await makeProblem(tx, { id, event: act.id, title: named.title, known: named.known, at, by: act.by.name }));
    for (const ticket of await lockJoinable(tx, named.tickets)) await hangIn(tx, house, desk, { ...act, id: `${act.id}:${ticket.number}` }, { id, name }, ticket, order);
    await noteProblem(tx, { id: `problem:${id}`, by: act.by, at, problem: id, did: "named" });
    tx.afterCommit(() => house.changed({ desk, ticket: null, event: act.id, kind: "problem" }));
    return id;
  });
}

/** Hangs a ticket on a problem; one that hangs there already does so still. Throws not-hangable with the reason, not-found, changed-meanwhile. */
export function hangTicket(house: House, desk: string, act: Act & { readonly problem: string; readonly ticket: string; readonly expect?: number }): Promise<void> {
  return inOrder(house, desk, async (tx, order) => {
    const [ticket] = await lockJoinable(tx, [act.ticket]);
    const problem = await problemOf(tx, act.problem);
    if (!ticket || !problem) throw new Problem("not-found");
    const name = problemName(problem.n);
    if (problem.state === "solved") throw new Problem("not-hangable", sentence("refused.problem-solved", { name }));
    await hangIn(tx, house, desk, act, { id: problem.id, name }, ticket, order);
  });
}

/** Takes a ticket off: it is what it would be without having hung there. Throws not-found where it does not hang on this problem. */
export function takeOff(house: House, desk: string, act: Act & { readonly problem: string; readonly ticket: string }): Promise<void> {
  return inOrder(house, desk, async (tx) => {
    const [ticket] = await lockJoinable(tx, [act.ticket]);
    const on = ticket && (await problemOn(tx, ticket.id));
    if (!ticket || on?.id !== act.problem) throw new Problem("not-found", sentence("refused.not-hung"));
    await takeDown(tx, on.id, ticket.id);
    // Of a ticket that goes on in another it is noted beside it: its own thread is at rest.
    if (ticket.joined_into) await noteProblem(tx, { id: act.id, by: act.by, at: house.now(), problem: on.id, did: "unhung" });
    else await changeIn(tx, house, desk, { kind: "unhung", id: act.id, by: act.by, ticket: ticket.id, problem: problemName(on.n) }, {});
    if (ticket.joined_into) tx.afterCommit(() => house.changed({ desk, ticket: ticket.id, event: act.id, kind: "problem" }));
  });
}

async function hangIn(tx: Tx, house: House, desk: string, act: Act & { readonly expect?: number }, problem: About, ticket: Joinable, order: Order): Promise<void> {
  const on = await problemOn(tx, ticket.id);
  if (on?.id === problem.id) return;
  if (on) throw new Problem("not-hangable", sentence("refused.hangs-on", { number: ticket.number, problem: problemName(on.n) }));
  if (ticket.joined_into) throw new Problem("not-hangable", sentence("refused.hang-other", { number: ticket.number }));
  if (ticket.status === "closed") throw new Problem("not-hangable", sentence("refused.opened-first", { number: ticket.number }));
  await hang(tx, { problem: problem.id, ticket: ticket.id, at: house.now(), by: act.by.name });
  const { id, by, expect } = act;
  await changeIn(tx, house, desk, { kind: "hung", id, by, ticket: ticket.id, problem: problem.name, ...(expect !== undefined && { expect }) }, order);
}
