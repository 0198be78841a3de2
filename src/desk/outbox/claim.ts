// The outbox as the worker sees it: taken for a while, then done, tried again later, given up, or uncertain with the fault beside it.
import type { OutboxRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";

/** Tries in all, spread over about a day; a row that has had them stays, with its fault, for a person to see. */
export const MOST_TRIES = 16;
/** How long a worker holds a row, in ms. Longer than any one sending may take, so that no two workers send the same. */
export const LEASE = 120_000;

/** Takes at most `most` waiting mails, or messages to other systems, of all desks, the longest waiting first. As the owner; several processes never get the same row. */
export function claimOutbox(tx: Tx, now: number, most: number, kind: "mail" | "webhook" = "mail"): Promise<OutboxRow[]> {
  return tx.query<OutboxRow>(
    `update outbox o set claimed_until = at_ms($1 + $2::double precision), tries = o.tries + 1
     from (select desk, id from outbox
           where done_at is null and given_up_at is null and began_at is null and kind = $4 and send_at <= at_ms($1) and (claimed_until is null or claimed_until <= at_ms($1))
           order by send_at limit $3 for update skip locked) c
     where o.desk = c.desk and o.id = c.id returning o.*`,
    [now, LEASE, most, kind],
  );
}

/** Lets go of what a server held that is no more; only where no other one can be running. As the owner. */
export async function releaseHeld(tx: Tx): Promise<void> {
  await tx.run("update outbox set claimed_until = null where done_at is null and claimed_until is not null");
}

/** This claim of the row and no later one: a worker whose hold has lapsed changes nothing any more. */
const MINE = "desk = troth_desk() and id = $1 and tries = $2 and settled_at is not distinct from at_ms($3) and done_at is null";
const mine = (row: OutboxRow): readonly (string | number | null)[] => [row.id, row.tries, row.settled_at];

/** Notes, before the mail is whole on the other side, that it may have left from here on. Throws where the row is another's by now. */
export async function noteBegan(tx: Tx, row: OutboxRow, now: number): Promise<void> {
  const n = await tx.run(`update outbox set began_at = at_ms($4), claimed_until = at_ms($4 + $5::double precision) where ${MINE} and began_at is null`, [...mine(row), now, LEASE]);
  if (n !== 1) throw new Error("Another worker has this mail.");
}

/** Notes that the mail has left; what follows from that may still be to do. */
export async function noteSent(tx: Tx, id: string, now: number, answer: string | null): Promise<void> {
  await tx.run(
    "update outbox set payload = payload || jsonb_build_object('sentAt', $2::double precision), answer = coalesce($3, answer), began_at = null, fault = null where desk = troth_desk() and id = $1",
    [id, now, answer],
  );
}

/** True if an earlier try has noted that the mail left. */
export const wasSent = (row: OutboxRow): boolean => typeof row.payload === "object" && row.payload !== null && "sentAt" in row.payload;

export interface Left {
  readonly desk: string;
  readonly id: string;
  readonly answer: string | null;
}

/** Notes that these have left and that nothing is to follow. As the owner. */
export async function finishOutbox(tx: Tx, left: readonly Left[], now: number): Promise<void> {
  await tx.run(
    `update outbox o set done_at = at_ms($1), claimed_until = null, fault = null, answer = coalesce(l.answer, o.answer)
     from unnest($2::text[], $3::uuid[], $4::text[]) l (desk, id, answer) where o.desk = l.desk and o.id = l.id`,
    [now, left.map((l) => l.desk), left.map((l) => l.id), left.map((l) => l.answer)],
  );
}

/** Forgets a row whose content should not outlive its sending. */
export async function forgetOutbox(tx: Tx, id: string): Promise<void> {
  await tx.run("delete from outbox where desk = troth_desk() and id = $1", [id]);
}

/** Lets the row be tried again at `at`, its fault beside it: the mail has not left. */
export async function retryOutbox(tx: Tx, row: OutboxRow, fault: string, at: number): Promise<void> {
  await tx.run(`update outbox set claimed_until = null, began_at = null, fault = $4, send_at = at_ms($5) where ${MINE}`, [...mine(row), fault, at]);
}

/** No more tries: the row stays with its fault. */
export async function giveUpOutbox(tx: Tx, row: OutboxRow, fault: string, now: number): Promise<void> {
  await tx.run(`update outbox set claimed_until = null, began_at = null, fault = $4, given_up_at = at_ms($5) where ${MINE}`, [...mine(row), fault, now]);
}

/** Nobody knows whether it left: a person settles it. */
export async function leaveUncertain(tx: Tx, row: OutboxRow, fault: string): Promise<void> {
  await tx.run(`update outbox set claimed_until = null, fault = $4 where ${MINE}`, [...mine(row), fault]);
}
