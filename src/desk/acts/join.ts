// Joining two tickets about the same problem, and undoing it: a person's act on the one road, on both tickets in one transaction.
import { newId } from "../../database/new-id.ts";
import type { Tx } from "../../database/tx.ts";
import { changeIn, inOrder } from "../change.ts";
import type { Order } from "../order.ts";
import type { Actor } from "../event.ts";
import type { House } from "../house.ts";
import { joinMails, type Pair } from "../hands/join-mails.ts";
import { type Joinable, joinOf, lockJoinable } from "../joins/reads.ts";
import { carryPromises, noteJoin, noteReopened, undoJoin } from "../joins/writes.ts";
import type { OutboxMail } from "../outbox-mail.ts";
import { Problem } from "../problem.ts";
import { sentence, type Sentence } from "../../words/phrase.ts";
import { overtaken } from "../overtaken.ts";

interface Act {
  readonly id: string;
  readonly by: Actor;
  readonly ticket: string;
  readonly expect?: number;
}
export interface Joined {
  readonly earlier: { readonly id: string; readonly number: string };
  readonly later: { readonly id: string; readonly number: string };
  readonly mails: readonly OutboxMail[];
}

/**
 * Joins `ticket` and `with`, whichever was first standing: its place and promises are those of both. The other's promises that it does not have run on there.
 * Both authors are told. With `preview` nothing happens, and `mails` is what they would read. Throws not-joinable with the reason, not-found, changed-meanwhile.
 */
export function joinTickets(house: House, desk: string, act: Act & { readonly with: string }, how: { readonly preview?: boolean } = {}): Promise<Joined> {
  return inOrder(
    house,
    desk,
    async (tx, order) => {
      const pair = await pairOf(tx, act.ticket, act.with);
      const { later, earlier } = pair;
      const seen = [later, earlier].find((t) => t.id === act.ticket);
      if (act.expect !== undefined && seen && seen.revision !== act.expect + (order.rung ?? 0)) throw overtaken("ticket", seen.revision, act.expect);
      if (later.joined_into === earlier.id) return { earlier, later, mails: [] }; // the same act again
      const refused = whyNot(pair);
      if (refused) throw new Problem("not-joinable", refused);
      const at = house.now();
      const join = newId(at);
      await noteJoin(tx, { desk, id: join, ticket: later.id, standing: earlier.id, at });
      const heard = earlier.status === "waiting" && later.status === "open";
      await take(tx, house, desk, order, { kind: "join", id: act.id, by: act.by, ticket: later.id, into: { id: earlier.id, number: earlier.number } });
      const { revision } = await take(tx, house, desk, order, { kind: "joined", id: `${act.id}:into`, by: act.by, ticket: earlier.id, from: { id: later.id, number: later.number }, heard });
      await carryPromises(tx, join);
      if (heard) await noteReopened(tx, join, revision);
      return told(tx, house, desk, pair, false, at);
    },
    how,
  );
}

/** Undoes the join of `ticket` into another: each as it would be without it. Both authors are told. Throws not-found where the ticket is not joined. */
export function unjoinTicket(house: House, desk: string, act: Act, how: { readonly preview?: boolean } = {}): Promise<Joined> {
  return inOrder(
    house,
    desk,
    async (tx, order) => {
      const join = await joinOf(tx, act.ticket);
      if (!join) throw new Problem("not-found", sentence("refused.not-joined"));
      if (join.of_split) throw new Problem("not-joinable", sentence("refused.join-of-split"));
      const pair = ordered(await lockJoinable(tx, [act.ticket, join.standing]), act.ticket);
      const { later, earlier } = pair;
      const at = house.now();
      const since = await undoJoin(tx, { ...join, ticket: later.id, revision: earlier.revision }, at);
      const about = { id: later.id, number: later.number };
      await take(tx, house, desk, order, { kind: "unjoin", id: act.id, by: act.by, ticket: later.id, from: { id: earlier.id, number: earlier.number } });
      // It was promised nothing of its own when it was asked: it is decided as what it is.
      if (later.arrived) await take(tx, house, desk, { ...order, heedClock: false }, { kind: "finding", id: `${act.id}:own`, by: act.by, ticket: later.id, findings: {} });
      if (since !== null) await take(tx, house, desk, { ...order, heedClock: false }, { kind: "heard", id: `${act.id}:heard`, by: act.by, ticket: later.id, at: since });
      await take(tx, house, desk, order, { kind: "unjoined", id: `${act.id}:from`, by: act.by, ticket: earlier.id, other: about });
      return told(tx, house, desk, pair, true, at);
    },
    how,
  );
}

/** A preview writes what it shows, and is rolled back: its decisions are those of the real act. */
const take = (tx: Tx, house: House, desk: string, order: Order, event: Parameters<typeof changeIn>[3]): Promise<{ revision: number }> =>
  changeIn(tx, house, desk, event, { ...order, preview: false, standing: new Map() }).then(({ ticket }) => ticket);

async function told(tx: Tx, house: House, desk: string, pair: Pair, parted: boolean, at: number): Promise<Joined> {
  const { mails, writes } = await joinMails(tx, house, desk, pair, parted, at);
  tx.writeLast(writes);
  const { earlier, later } = pair;
  return { earlier: { id: earlier.id, number: earlier.number }, later: { id: later.id, number: later.number }, mails };
}

async function pairOf(tx: Tx, one: string, other: string): Promise<Pair> {
  if (one === other) throw new Problem("not-joinable", sentence("refused.join-itself"));
  const [later, earlier] = await lockJoinable(tx, [one, other]);
  if (!later || !earlier) throw new Problem("not-found");
  return { later, earlier };
}

function ordered(tickets: readonly Joinable[], later: string): Pair {
  const [a, b] = tickets;
  if (!a || !b) throw new Problem("not-found");
  return a.id === later ? { later: a, earlier: b } : { later: b, earlier: a };
}

/** Why two tickets are not joined: one is part of another already, one is closed, or the words of one would be read by somebody who may not read them. */
function whyNot({ later, earlier }: Pair): Sentence | null {
  for (const t of [later, earlier]) {
    if (t.joined_into) return sentence("refused.join-part", { number: t.number });
    if (t.status === "closed") return sentence("refused.opened-first", { number: t.number });
  }
  if (later.offered) return sentence("refused.join-offered", { number: later.number });
  if (later.requester === earlier.requester) return null;
  if (later.organisation === null || later.organisation !== earlier.organisation || later.office !== later.organisation || earlier.office !== earlier.organisation)
    return sentence("refused.join-customers", { one: earlier.number, other: later.number });
  const own = [later, earlier].find((t) => t.sees === "own");
  return own ? sentence("refused.join-own", { name: own.name }) : null;
}
