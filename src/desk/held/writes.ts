// Acts that are held: kept, answered with their code, done.
import type { HeldActsRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";
import { codesIn, isCode } from "./code.ts";

/** How long a code is good, in ms. */
export const CODE_LASTS = 24 * 3_600_000;
/** So many wrong codes, and the act is let go: a code cannot be guessed. */
export const MOST_WRONG = 5;

export interface HeldAct {
  readonly desk: string;
  readonly id: string;
  readonly ticket: string;
  readonly event: object;
  readonly code: Buffer;
  readonly mailId: string;
  readonly at: number;
}

export async function holdAct(tx: Tx, act: HeldAct): Promise<void> {
  await tx.run("insert into held_acts (desk, id, ticket, event, code, mail_id, made_at, ends_at) values ($1, $2, $3, $4::jsonb, $5, $6, at_ms($7), at_ms($8))", [
    act.desk,
    act.id,
    act.ticket,
    JSON.stringify(act.event),
    act.code,
    act.mailId,
    act.at,
    act.at + CODE_LASTS,
  ]);
}

/** Notes that a mail answers a held act of its ticket with the right code; the act's id, or null. Each code once, in time, and not by guessing. */
export async function answerHeld(tx: Tx, secret: string, mail: { readonly ticket: string; readonly answers: readonly string[]; readonly text: string; readonly at: number }): Promise<string | null> {
  if (mail.answers.length === 0) return null;
  const rows = await tx.query<HeldActsRow>(
    "select * from held_acts where desk = troth_desk() and ticket = $1 and mail_id = any ($2) and answered_at is null and wrong < $3 and ends_at > at_ms($4) order by made_at for update",
    [mail.ticket, mail.answers, MOST_WRONG, mail.at],
  );
  const given = rows.length ? codesIn(mail.text) : [];
  for (const row of rows) {
    if (given.some((code) => isCode(secret, row.id, row.code, code))) {
      await tx.run("update held_acts set answered_at = at_ms($2) where desk = troth_desk() and id = $1", [row.id, mail.at]);
      return row.id;
    }
    if (given.length) await tx.run("update held_acts set wrong = wrong + $2 where desk = troth_desk() and id = $1", [row.id, given.length]);
  }
  return null;
}

/** Acts of all desks that were answered and not done: a server ended in between. As the owner. */
export function answeredActs(tx: Tx): Promise<{ desk: string; id: string }[]> {
  return tx.query<{ desk: string; id: string }>("select desk, id from held_acts where answered_at is not null and done_at is null order by answered_at limit 100");
}

/** The act, locked, if it is answered and still to do. */
export async function actToDo(tx: Tx, id: string): Promise<HeldActsRow | null> {
  const [row] = await tx.query<HeldActsRow>("select * from held_acts where desk = troth_desk() and id = $1 and answered_at is not null and done_at is null for update", [id]);
  return row ?? null;
}

export async function actDone(tx: Tx, id: string, at: number, fault: string | null): Promise<void> {
  await tx.run("update held_acts set done_at = at_ms($2), fault = $3 where desk = troth_desk() and id = $1", [id, at, fault]);
}
