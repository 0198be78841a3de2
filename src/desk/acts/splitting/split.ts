// Several problems in one request become several tickets, and one again: a person's act on the one road, on all of them in one transaction.
import { newId } from "../../../database/new-id.ts";
import type { Tx } from "../../../database/tx.ts";
import { changeIn, inOrder } from "../../change.ts";
import type { Changed } from "../../changed.ts";
import type { Order } from "../../order.ts";
import type { Actor, Claims, Other } from "../../event.ts";
import type { House } from "../../house.ts";
import { type Joinable, lockJoinable } from "../../joins/reads.ts";
import { joinsOfSplit, noteJoin } from "../../joins/writes.ts";
import type { OutboxMail } from "../../outbox-mail.ts";
import { policyVersion } from "../../policies/running.ts";
import { faultSaid, Problem } from "../../problem.ts";
import { splitMail, type Told } from "./split-mail.ts";
import { checkPieces, type PartWanted } from "../../splits/check-pieces.ts";
import { type PartState, partsOf, sourcesOf, splitOf } from "../../splits/reads.ts";
import { type NewPart, noteSplit, openPart, undoSplit, wordsSince } from "../../splits/writes.ts";
import { nextNumber } from "../../tickets/reads.ts";
import { sentence, type Sentence } from "../../../words/phrase.ts";
import { overtaken } from "../../overtaken.ts";

interface Act {
  readonly id: string;
  readonly by: Actor;
  readonly ticket: string;
  readonly expect?: number;
}
export interface SplitWanted {
  /** What is found of the problem that stays under the ticket's number, and its subject where it is called otherwise now. */
  readonly stays: { readonly subject?: string; readonly findings: Claims };
  readonly parts: readonly PartWanted[];
}
export interface SplitDone {
  readonly ticket: Other;
  readonly parts: readonly Other[];
  readonly mails: readonly OutboxMail[];
}

/**
 * Each part becomes a ticket of its own, opened when the request was, and is decided anew by what is found of it; the request stays with the rest. The customer
 * is told in one mail, before anything is charged. With `preview` nothing happens, and `mails` is what they would read.
 * Throws not-splittable with the reason, invalid-input with each passage that nobody wrote, not-found, changed-meanwhile.
 */
export function splitTicket(house: House, desk: string, act: Act & { readonly wanted: SplitWanted }, { preview = false }: { readonly preview?: boolean } = {}): Promise<SplitDone> {
  return inOrder(
    house,
    desk,
    async (tx, order) => {
      const whole = await lockedAs(tx, act, order);
      if (whole.joined_into) throw new Problem("not-splittable", sentence("refused.split-other", { number: whole.number }));
      if (whole.status === "closed") throw new Problem("not-splittable", sentence("refused.opened-first", { number: whole.number }));
      const { stays, parts } = act.wanted;
      const pieces = checkPieces(parts, await sourcesOf(tx, whole.id));
      const at = house.now();
      const { policy } = await policyVersion(tx, desk, whole.policy);
      const made: NewPart[] = [];
      for (const [i, part] of parts.entries())
        made.push({
          id: newId(at),
          number: preview ? `${policy.desk.prefix}-?${i + 1}` : `${policy.desk.prefix}-${await nextNumber(tx)}`,
          subject: part.subject,
          pieces: pieces[i]!.map((p) => ({ ...p, id: newId(at) })),
        });
      const split = newId(at);
      await noteSplit(tx, { id: split, ticket: whole.id, at, parts: made.map((part) => part.id) });
      const others = made.map(({ id, number }) => ({ id, number }));
      const told: Told[] = [];
      const remains = { ...stays, findings: { ...stays.findings, ...(policy.facts["parts"] && { parts: 1 }) } };
      told.push({
        id: whole.id,
        number: whole.number,
        subject: stays.subject ?? whole.subject,
        done: await take(tx, house, desk, order, { kind: "split", id: act.id, by: act.by, ticket: whole.id, parts: others, ...remains }),
      });
      for (const [i, part] of made.entries()) {
        await openPart(tx, split, part, at);
        const findings = { ...parts[i]!.findings, ...(policy.facts["parts"] && { parts: 1 }) };
        const event = { kind: "part", id: `${act.id}:${i}`, by: act.by, ticket: part.id, from: { id: whole.id, number: whole.number }, findings } as const;
        told.push({ id: part.id, number: part.number, subject: part.subject, done: await take(tx, house, desk, order, event) });
      }
      return { ticket: { id: whole.id, number: whole.number }, parts: others, mails: await splitMail(tx, house, desk, whole, told, "split", at) };
    },
    { preview },
  );
}

/** Undoes the last split of the ticket, or the one that made it: what it was before, and whatever was written to a part since is its own again. The customer is told. */
export function unsplitTicket(house: House, desk: string, act: Act, { preview = false }: { readonly preview?: boolean } = {}): Promise<SplitDone> {
  return inOrder(
    house,
    desk,
    async (tx, order) => {
      const split = await splitOf(tx, act.ticket);
      if (!split) throw new Problem("not-found", sentence("refused.not-split"));
      const parts = await partsOf(tx, split.parts);
      const whole = await lockedAs(tx, { ...act, ticket: split.ticket, ...(split.ticket !== act.ticket && { expect: undefined }) }, order);
      const refused = whyNot(whole, parts);
      if (refused) throw new Problem("not-splittable", refused);
      for (const { number, bound } of parts)
        if (bound) throw new Problem("not-splittable", sentence(`refused.part-${bound}`, { number }), [faultSaid(`parts.${number}.${bound}`, sentence(`refused.part-${bound}`, { number }))]);
      const at = house.now();
      const before = await undoSplit(tx, split.id, at);
      const others = parts.map(({ id, number }) => ({ id, number }));
      for (const part of parts.filter((each) => each.joined_into === null)) {
        await noteJoin(tx, { desk, id: newId(at), ticket: part.id, standing: whole.id, at, ofSplit: split.id });
        await take(tx, house, desk, order, { kind: "join", id: `${act.id}:${part.number}`, by: act.by, ticket: part.id, into: { id: whole.id, number: whole.number } });
      }
      await joinsOfSplit(tx, split.id, whole.id, split.parts);
      const since = await wordsSince(tx, split.parts);
      const done = await take(tx, house, desk, order, { kind: "unsplit", id: act.id, by: act.by, ticket: whole.id, parts: others, subject: before.subject, findings: before.findings as Claims });
      if (since !== null) await take(tx, house, desk, { ...order, heedClock: false }, { kind: "heard", id: `${act.id}:heard`, by: act.by, ticket: whole.id, at: since });
      const told: Told[] = [{ id: whole.id, number: whole.number, subject: before.subject, done }, ...parts.map((part) => ({ id: part.id, number: part.number, subject: "", done: null }))];
      return { ticket: { id: whole.id, number: whole.number }, parts: others, mails: await splitMail(tx, house, desk, whole, told, "whole", at) };
    },
    { preview },
  );
}

/** A preview writes what it shows, and is rolled back: its decisions are those of the real act. */
const take = (tx: Tx, house: House, desk: string, order: Order, event: Parameters<typeof changeIn>[3]): Promise<Changed> =>
  changeIn(tx, house, desk, event, { ...order, preview: false, standing: new Map() });

async function lockedAs(tx: Tx, act: Act | { readonly ticket: string; readonly expect?: number | undefined }, order: Order): Promise<Joinable> {
  const [ticket] = await lockJoinable(tx, [act.ticket]);
  if (!ticket) throw new Problem("not-found");
  if (act.expect !== undefined && ticket.revision !== act.expect + (order.rung ?? 0)) throw overtaken("ticket", ticket.revision, act.expect);
  return ticket;
}

function whyNot(whole: Joinable, parts: readonly PartState[]): Sentence | null {
  if (whole.joined_into) return sentence("refused.joined-since", { number: whole.number });
  if (whole.status === "closed") return sentence("refused.opened-first", { number: whole.number });
  for (const part of parts) {
    if (part.joined_into && part.joined_into !== whole.id) return sentence("refused.joined-since", { number: part.number });
    if (part.split) return sentence("refused.split-further", { number: part.number });
    if (part.joins) return sentence("refused.joined-into-it", { number: part.number });
  }
  return null;
}
