// A request that its person has made already is joined to the first as it arrives, where the policy says so: in the transaction of its asking.
import { newId } from "../../database/new-id.ts";
import type { Tx } from "../../database/tx.ts";
import { contestedAnew } from "../begins-anew.ts";
import type { Changed, TakeNext } from "../changed.ts";
import type { Actor, Event } from "../event.ts";
import type { House } from "../house.ts";
import { joinMails } from "./join-mails.ts";
import { lockJoinable } from "../joins/reads.ts";
import { carryPromises, noteJoin, noteReopened } from "../joins/writes.ts";
import { toldClauses } from "../reasoned.ts";
import type { Duplicate } from "../views/alike-tickets.ts";

interface Arrived {
  readonly done: Changed;
  readonly event: Extract<Event, { kind: "ask" }>;
  readonly duplicate: Duplicate;
}

/** Whether the policy has this request joined, and there is one to join it to. */
export const joinsOnArrival = (results: Readonly<Record<string, unknown>> | undefined, duplicate: Duplicate): boolean => results?.["cases.duplicates"] === "join" && duplicate.of !== null;

/** Joins it, tells its author why, with the clause. Where the first was closed meanwhile the request goes its own way. */
export async function joinArrived(tx: Tx, house: House, desk: string, { done, event, duplicate }: Arrived, takeNext: TakeNext): Promise<void> {
  await contestedAnew(event, done.ticket.id, takeNext);
  const { of } = duplicate;
  if (of === null || !joinsOnArrival(done.decision?.results, duplicate)) return;
  const by: Actor = { kind: "desk", id: null, name: "" };
  const about = { id: done.ticket.id, number: done.ticket.number };
  const tickets = await lockJoinable(tx, [about.id, of.id]);
  const [later, earlier] = [tickets.find((t) => t.id === about.id), tickets.find((t) => t.id === of.id)];
  if (!later || !earlier) return;
  if (later.offered || earlier.joined_into !== null || earlier.status === "closed") {
    await takeNext({ kind: "finding", id: `${event.id}:own`, by, ticket: later.id, findings: {} });
    return;
  }
  const at = done.at;
  const join = newId(at);
  const heard = earlier.status === "waiting";
  await noteJoin(tx, { desk, id: join, ticket: later.id, standing: earlier.id, at });
  await takeNext({ kind: "join", id: `${event.id}:join`, by, ticket: later.id, into: of });
  const { ticket } = await takeNext({ kind: "joined", id: `${event.id}:joined`, by, ticket: earlier.id, from: about, heard });
  await carryPromises(tx, join);
  if (heard) await noteReopened(tx, join, ticket.revision);
  if (event.quiet) return;
  const clauses = toldClauses(done.reasons, new Set()).filter((r) => r.section === "cases");
  const { writes } = await joinMails(tx, house, desk, { later, earlier }, false, at, clauses, event.lastMail);
  tx.writeLast(writes);
}
