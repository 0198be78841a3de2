// Who takes part in a ticket's mails beside its requester.
import type { Tx } from "../../database/tx.ts";

export interface Participant {
  readonly address: string;
  readonly name: string;
  readonly copied: boolean;
  readonly removed: boolean;
}

/** Those who get the answers too, because staff said so. */
export async function copiedOn(tx: Tx, ticket: string): Promise<{ readonly name: string; readonly address: string }[]> {
  return tx.query("select name, address from participants where desk = troth_desk() and ticket = $1 and copied and removed_at is null order by address limit 50", [ticket]);
}

/** Everybody who was ever noted on the ticket, at most 200. */
export async function participantsOf(tx: Tx, ticket: string): Promise<Participant[]> {
  return tx.query<Participant>("select address, name, copied, removed_at is not null as removed from participants where desk = troth_desk() and ticket = $1 order by since, address limit 200", [
    ticket,
  ]);
}

export type Standing = "theirs" | "answered" | "present" | "removed" | "nobody";

/** How this address stands on the ticket: its requester's or of their office, where they asked answers to go, noted, noted and removed, or nobody's. */
export async function standingOn(tx: Tx, ticket: string, address: string): Promise<Standing> {
  const [row] = await tx.query<{ stands: Standing }>(
    `select case when t.requester = p.id or (p.sees = 'office' and t.organisation = p.organisation) then 'theirs' when t.answer_to = $2 then 'answered'
       when a.removed_at is not null then 'removed' when a.address is not null then 'present' else 'nobody' end as stands
     from tickets t left join people p on p.desk = t.desk and p.email = $2 left join participants a on a.desk = t.desk and a.ticket = t.id and a.address = $2
     where t.desk = troth_desk() and t.id = $1`,
    [ticket, address.toLowerCase()],
  );
  return row?.stands ?? "nobody";
}

/** Whether who stands so may act on it, as far as their mail is proven. */
export const mayAct = (stands: Standing): boolean => stands === "theirs" || stands === "answered";

/** Whether each of these tickets is theirs, or their office's, or answered there. */
export async function isTheirs(tx: Tx, tickets: readonly string[], address: string): Promise<boolean> {
  for (const ticket of new Set(tickets)) if (!mayAct(await standingOn(tx, ticket, address))) return false;
  return true;
}
