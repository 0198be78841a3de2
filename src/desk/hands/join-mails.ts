// What the authors of two tickets read when these are joined or parted again: each in their own language, with what is promised to them now.
import { newId } from "../../database/new-id.ts";
import type { Tx, Write } from "../../database/tx.ts";
import type { ClauseText } from "../../words/clause.ts";
import type { House } from "../house.ts";
import type { Joinable } from "../joins/reads.ts";
import { replyAddress } from "../mails/reply-address.ts";
import type { OutboxMail } from "../outbox-mail.ts";
import { datedPolicy } from "../policies/running.ts";
import { promisedNow } from "./promised.ts";
import { promisesOf } from "../promises/reads.ts";
import { mailThread } from "../rows-of.ts";

export interface Pair {
  readonly later: Joinable;
  readonly earlier: Joinable;
}

/** The mails, one for each author, with the rows that send them. `parted`: the join is undone; `last`: who joined it reads that for a while none follows. */
export async function joinMails(
  tx: Tx,
  house: House,
  desk: string,
  { later, earlier }: Pair,
  parted: boolean,
  at: number,
  clauses: readonly ClauseText[] = [],
  last = false,
): Promise<{ readonly mails: readonly OutboxMail[]; readonly writes: readonly Write[] }> {
  const mails: OutboxMail[] = [];
  const writes: Write[] = [];
  const same = later.requester === earlier.requester;
  for (const reader of same ? [later] : [later, earlier]) {
    const other = reader === later ? earlier : later;
    const about = parted ? reader : earlier; // whose thread the mail belongs to
    const { policy } = await datedPolicy(tx, desk, about.policy, 0);
    const promises = await promisesOf(tx, about.id);
    const base = `${house.publicUrl}/${desk}`;
    const name = policy.desk.name[reader.language] ?? policy.desk.name[policy.desk.languages[0] ?? "en"] ?? desk;
    const id = newId(at);
    const mailId = `<${id}@${policy.desk.address.split("@")[1] ?? "localhost"}>`;
    const mail: OutboxMail = {
      what: {
        mail: "joined",
        input: {
          desk: { name, address: policy.desk.address, url: base, ...(policy.desk.colour && { colour: policy.desk.colour }) },
          reader: { name: reader.name, lang: reader.language, zone: reader.zone },
          ticket: { number: about.number, subject: about.subject, url: `${base}/tickets/${about.number}` },
          as: parted ? "parted" : same ? "both" : reader === later ? "later" : "earlier",
          from: later.number,
          into: earlier.number,
          other: same ? "" : other.name,
          clauses,
          ...(last && reader === later && { silentNext: `${base}/tickets` }),
          promises: promisedNow(policy, promises, reader.language, base),
        },
      },
      to: { name: reader.name, address: reader.address },
      from: { name, address: policy.desk.address },
      mailId,
      inReplyTo: null,
      automatic: true,
      names: false,
      ...(house.subaddresses && { replyTo: replyAddress(house.secret, desk, reader.number, policy.desk.address) }),
    };
    mails.push(mail);
    // Answers to it are the reader's own words: they belong to the reader's own ticket, and while that is joined go where it goes.
    writes.push({ table: "outbox", rows: [{ desk, id, kind: "mail", ticket: reader.id, payload: mail, made_at: at, send_at: house.now() }] }, mailThread(desk, mailId, reader.id));
  }
  return { mails, writes };
}
