// A mail to the address on file of whoever acts on a ticket by mail, whatever their mail named: only who reads there is the customer.
import { newId } from "../../../database/new-id.ts";
import type { Tx } from "../../../database/tx.ts";
import type { MailToWrite } from "../../../words/mails/mail-to-write.ts";
import type { TicketMail } from "../../../words/mails/model.ts";
import type { House } from "../../house.ts";
import type { OutboxMail } from "../../outbox-mail.ts";
import { customerOf, customerOfTicket } from "../../people/reads.ts";
import { policyVersion } from "../../policies/running.ts";
import { Problem } from "../../problem.ts";
import { mailThread } from "../../rows-of.ts";
import { lockTicket } from "../../tickets/reads.ts";

export interface OnFile {
  readonly about: TicketMail;
  readonly ticket: string;
  /** Writes the mail; its Message-ID. */
  send(what: MailToWrite): Promise<string>;
}

/** The one who acts, where the ticket is theirs or their office's; else its requester. The ticket is locked from here on. Throws Problem. */
export async function onFile(tx: Tx, house: House, desk: string, act: { readonly ticket: string; readonly by: { readonly id: string | null } }): Promise<OnFile> {
  const [ticket, requester, actor] = await Promise.all([lockTicket(tx, act.ticket), customerOfTicket(tx, act.ticket), act.by.id === null ? null : customerOf(tx, { id: act.by.id })]);
  if (!ticket || !requester) throw new Problem("not-found");
  const office = actor?.person.sees === "office" && actor.person.organisation !== null && actor.person.organisation === ticket.organisation;
  const { person } = actor && office ? actor : requester;
  const { policy } = await policyVersion(tx, desk, ticket.policy);
  const name = policy.desk.name[ticket.language] ?? policy.desk.name[policy.desk.languages[0] ?? "en"] ?? desk;
  const url = `${house.publicUrl}/${desk}`;
  const from = { name, address: policy.desk.address };
  return {
    ticket: ticket.id,
    about: {
      desk: { ...from, url, ...(policy.desk.colour && { colour: policy.desk.colour }) },
      reader: { name: person.name, lang: ticket.language, zone: ticket.zone },
      ticket: { number: ticket.number, subject: ticket.subject, url: `${url}/tickets/${ticket.number}` },
    },
    async send(what) {
      const at = house.now();
      const id = newId(at);
      const mailId = `<${id}@${policy.desk.address.split("@")[1] ?? "localhost"}>`;
      const payload: OutboxMail = { what, to: { name: person.name, address: person.email }, from, mailId, inReplyTo: null, automatic: true, names: false };
      await tx.writeAll([{ table: "outbox", rows: [{ desk, id, kind: "mail", ticket: ticket.id, payload, made_at: at, send_at: at }] }, mailThread(desk, mailId, ticket.id)]);
      return mailId;
    },
  };
}
