// Who answers an offer that cannot be answered so is told, once, why nothing changed and what stands: what of that they may know.
import { newId } from "../../database/new-id.ts";
import type { OffersRow } from "../../database/rows.gen.ts";
import type { Tx, Write } from "../../database/tx.ts";
import type { Policy } from "../../policy/index.ts";
import { clauseText } from "../../words/clause.ts";
import { isSpoken } from "../../words/languages.ts";
import type { LateAnswer } from "../../words/mails/late-answer.ts";
import type { MailReader, TicketMail } from "../../words/mails/model.ts";
import type { Event } from "../event.ts";
import type { Case } from "../gather.ts";
import type { House } from "../house.ts";
import { mailOffer } from "../offers/offered.ts";
import type { OutboxMail } from "../outbox-mail.ts";
import { customerOf } from "../people/reads.ts";
import type { Plan } from "../plan.ts";
import { mailThread } from "../rows-of.ts";
import { sumOf } from "./settle.ts";

/** What the mail says beside its ticket. */
export type LateAnswered = Omit<LateAnswer, keyof TicketMail>;

interface Where {
  readonly desk: string;
  readonly ticket: string;
  readonly number: string;
  readonly at: number;
  readonly language: string;
  readonly zone: string;
}

/** The offer that such an answer is about: the open one, else the last that was answered, else the last. */
const meant = (offers: readonly OffersRow[]): OffersRow | undefined =>
  offers.findLast((o) => o.state === "open") ?? offers.findLast((o) => o.state === "accepted" || o.state === "declined") ?? offers.at(-1);

/**
 * What the ticket's own reader is told by the mail of this event; to another writer the plan gets a mail of their own. Null where the event is no such
 * answer, was meant for a ticket that was joined into this one, or its writer gets no mail for now.
 */
export async function lateAnswer(tx: Tx, house: House, event: Event, found: Case, where: Where, plan: Plan): Promise<LateAnswered | null> {
  const { ticket, customer } = found;
  if ((event.kind !== "message" && event.kind !== "note") || !ticket) return null;
  const { late } = event;
  if (!late || event.meant !== undefined || (event.kind === "message" && event.quiet)) return null;
  const writer = event.kind === "note" ? (event.late?.of ?? null) : event.by.id;
  const other = writer === null || writer === customer?.person.id ? null : (await customerOf(tx, { id: writer }))?.person;
  const base = `${house.publicUrl}/${where.desk}`;
  const reader: MailReader = other
    ? { name: other.name, lang: isSpoken(other.language ?? "") ? other.language! : where.language, zone: other.zone ?? where.zone }
    : { lang: where.language, zone: where.zone };
  const says = late.theirs
    ? await stands(tx, { wrote: late.answer, rests: event.kind === "message" && event.rests === true }, found, plan, { lang: reader.lang, base })
    : other
      ? ({ wrote: late.answer, rests: false, why: "not-theirs" } as const)
      : null;
  if (!says || !other) return says;
  plan.writes.push(...mailRows(says, reader, other.email, { ...where, house, policy: found.running.policy, subject: ticket.subject, mailId: event.said.mailId ?? null, base }));
  return null;
}

async function stands(tx: Tx, wrote: Pick<LateAnswered, "wrote" | "rests">, found: Case, plan: Plan, { lang, base }: { readonly lang: string; readonly base: string }): Promise<LateAnswered | null> {
  const offer = meant(found.offers);
  if (!offer) return null;
  const closed = found.ticket?.status === "closed";
  const why = offer.state === "open" ? (closed ? "closed" : "changed") : offer.state === "replaced" ? "gone" : (offer.state as "accepted" | "declined");
  const by = offer.answered_by === null ? null : await customerOf(tx, { id: offer.answered_by });
  const at = why === "closed" ? found.ticket!.closed_at : offer.answered_at;
  const charged = found.charges.filter((c) => c.state === "booked");
  const { policy } = found.running;
  const clause = policy.clauses.find((c) => c.id === offer.clause);
  return {
    ...wrote,
    why,
    offer: mailOffer(offer),
    ...(by && { by: by.person.name }),
    ...(at !== null && { at }),
    ...(clause && clause.audience !== "agent" && { clause: clauseText(policy, clause, lang, { base }) }),
    ...(charged.length > 0 && { charged: sumOf(charged) }),
    ...(closed && plan.ticket.status === "open" && { opened: true }),
  };
}

interface Sheet extends Where {
  readonly house: House;
  readonly policy: Policy;
  readonly subject: string;
  readonly mailId: string | null; // of what it answers
  readonly base: string;
}

/** To a writer who is not the ticket's requester: one of their office, or somebody who may not answer. */
function mailRows(says: LateAnswered, reader: MailReader, address: string, { desk, ticket, number, at, house, policy, subject, mailId: answers, base }: Sheet): Write[] {
  const name = policy.desk.name[reader.lang] ?? policy.desk.name[policy.desk.languages[0] ?? "en"] ?? desk;
  const id = newId(at);
  const mailId = `<${id}@${policy.desk.address.split("@")[1] ?? "localhost"}>`;
  const about: TicketMail = {
    desk: { name, address: policy.desk.address, url: base, ...(policy.desk.colour && { colour: policy.desk.colour }) },
    reader,
    ticket: { number, subject, url: `${base}/tickets/${number}` },
  };
  const payload: OutboxMail = {
    what: { mail: "late-answer", input: { ...about, ...says } },
    to: { name: reader.name ?? "", address },
    from: { name, address: policy.desk.address },
    mailId,
    inReplyTo: answers,
    automatic: true,
    names: false,
  };
  return [{ table: "outbox", rows: [{ desk, id, kind: "mail", ticket, payload, made_at: at, send_at: house.now() }] }, mailThread(desk, mailId, ticket)];
}
