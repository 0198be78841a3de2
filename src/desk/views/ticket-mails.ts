// The mails of a ticket: how each came in and why it is here, and how each that left fared. For those who work at the desk.
import type { Proof } from "../mails/proof.ts";
import { findTicket } from "./find-ticket.ts";
import { instantIso } from "./instant-iso.ts";
import { outgoingOf } from "./outgoing-mails.ts";
import type { Look } from "./reader-of.ts";

export type Placed = { readonly how: string; readonly foreign?: string };
interface Row {
  readonly message: string;
  readonly sender: string | null;
  readonly recipient: string;
  readonly size: number;
  readonly at: number;
  readonly entrance: string;
  readonly ip: string | null;
  readonly proof: Proof | null;
  readonly placed: Placed | null;
  readonly mail_id: string | null;
}

/** Throws not-found. */
export async function ticketMails(look: Look, number: string) {
  const { tx, viewer, house } = look;
  const ticket = await findTicket(tx, viewer, number);
  const rows = await tx.query<Row>(
    `select m.id as message, m.mail_id, i.sender, i.recipient, i.size, i.at, i.entrance, i.ip, i.proof, i.placed from messages m join inbound_mails i on i.desk = m.desk and i.sha = m.raw
     where m.desk = troth_desk() and m.ticket = $1 and m.raw is not null order by m.at, m.id`,
    [ticket.id],
  );
  return {
    received: rows.map(({ mail_id: mailId, at, ip: _ip, ...mail }) => ({ ...mail, mailId, at: instantIso(at) })),
    sent: await outgoingOf(tx, house.now(), ticket.id),
  };
}
