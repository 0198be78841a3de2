// The mail of an event as an outbox row, with the thread that it belongs to.
import { newId } from "../database/new-id.ts";
import type { Write } from "../database/tx.ts";
import type { Decision, Facts } from "../policy/index.ts";
import type { MailQuote, TicketMail } from "../words/mails/model.ts";
import type { MailToWrite } from "../words/mails/compose.ts";
import type { Escalated } from "./hands/escalation.ts";
import { endsSilence } from "./closings/closes-with.ts";
import { type AskedClosing, closingAsked } from "./hands/closing-hands.ts";
import type { Copied, Event, Item } from "./event.ts";
import type { JoinedAuthor } from "./joins/reads.ts";
import type { Case } from "./gather.ts";
import { joinsOnArrival } from "./hands/join-arrived.ts";
import type { House } from "./house.ts";
import { mailOffer, type Offered } from "./offers/offered.ts";
import type { Returned, Taken } from "./hands/money-hands.ts";
import type { Plan } from "./plan.ts";
import { placeOf } from "./quote.ts";
import type { Reasoned } from "./reasoned.ts";
import { replyAddress } from "./mails/reply-address.ts";
import { mailThread, saidOf } from "./rows-of.ts";
import { tell } from "./hands/tell.ts";
import type { LateAnswered } from "./hands/late-answer.ts";
import { toldAnew } from "./hands/told-anew.ts";

/** What the outbox keeps of a mail. `mailId` is its Message-ID, known before it is sent so that an answer finds its ticket. */
export interface OutboxMail {
  readonly what: MailToWrite;
  readonly to: { readonly name: string; readonly address: string };
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo?: string; // an address of the ticket's own
  readonly mailId: string;
  readonly inReplyTo: string | null;
  readonly automatic: boolean; // said in a header, so that robots do not answer (RFC 3834)
  readonly names: boolean; // it names the expert
  readonly unsubscribe?: string; // where one click ends mails of this sort (RFC 8058)
}

interface Around {
  readonly desk: string;
  readonly event: Event;
  readonly found: Case;
  readonly decision: Decision | null;
  readonly reasons: readonly Reasoned[];
  readonly plan: Plan;
  readonly at: number;
  readonly number: string;
  readonly ticket: string;
  readonly language: string;
  readonly zone: string;
  readonly expert: string | null;
  readonly escalated: Escalated | null;
  readonly copied: readonly Copied[];
  readonly joined: readonly JoinedAuthor[];
  readonly offered: Offered | null;
  readonly todo: readonly Item[]; // of what a reminder is about
  readonly charged: MailQuote | null;
  readonly taken: Taken | null;
  readonly returned: Returned | null;
  readonly closing: AskedClosing | null;
  readonly late: LateAnswered | null;
  readonly facts: Facts;
  readonly reader: { readonly name: string; readonly email: string } | null;
}

export interface Outgoing {
  readonly id: string;
  readonly what: MailToWrite;
  readonly writes: readonly Write[];
}

/** The rows that send the requester their mail, or null where this event owes none. */
export function outgoing(house: House, a: Around): Outgoing | null {
  const { policy } = a.found.running;
  if (!a.reader || (a.event.kind === "message" && a.event.quiet)) return null;
  const base = `${house.publicUrl}/${a.desk}`;
  const name = policy.desk.name[a.language] ?? policy.desk.name[policy.desk.languages[0] ?? "en"] ?? a.desk;
  const subject = a.found.ticket?.subject ?? (a.event.kind === "ask" ? a.event.subject : "");
  const results = { ...(a.found.ticket?.results as object | undefined), ...a.decision?.results } as Record<string, unknown>;
  const closed = a.plan.ticket.status === "closed" && a.found.ticket?.status !== "closed";
  const outcome = a.plan.ticket.outcome;
  const about: TicketMail = {
    desk: { name, address: policy.desk.address, url: base, ...(policy.desk.colour && { colour: policy.desk.colour }) },
    reader: { name: a.reader.name, lang: a.language, zone: a.zone },
    ticket: { number: a.number, subject, url: `${base}/tickets/${a.number}` },
    ...(a.event.kind === "ask" && a.event.follows && { continues: { number: a.event.follows.number, clauses: a.event.follows.because.filter((r) => r.audience !== "agent") } }),
    ...(a.event.kind === "ask" && a.event.lastMail && { silentNext: `${base}/tickets` }),
  };
  const told = tell({
    policy,
    event: a.event,
    decision: a.decision,
    reasons: a.reasons,
    escalated: a.escalated,
    expert: a.expert,
    before: a.found.assignee?.name ?? null,
    about,
    namesExpert: results["queue.route"] === "named-expert",
    wasRefused: a.found.ticket?.refused ?? false,
    closes: closed ? (outcome === "solved" || outcome === "unresolved" ? outcome : "closed") : null,
    place: placeOf(a.found.customer),
    facts: { ...a.facts, ...a.decision?.results },
    offer: a.offered && { is: a.offered.is, clause: a.offered.row.clause, offer: mailOffer(a.offered.row) },
    version: a.found.running.version,
    at: a.at,
    charged: a.charged,
    todo: a.todo,
    joins: joinsOnArrival(a.decision?.results, a.found.duplicate),
    taken: a.taken,
    returned: a.returned,
    closing: closingAsked(a.event, a.found, a.decision, a.closing),
    silent: endsSilence(a.event),
    fileUrl: (_name, sha) => `${base}/tickets/${a.number}/files/${sha}`,
    anew: toldAnew(a.event, a.found.promises),
    due: a.event.kind === "timer" ? dueOf(a.found, a.event.about) : null,
  });
  const what = a.late && (told === null || told.mail === "notice") ? withLate(a.late, about, told) : told;
  if (!what) return null;
  const id = newId(a.at);
  const host = policy.desk.address.split("@")[1] ?? "localhost";
  const mailId = `<${id}@${host}>`;
  const payload: OutboxMail = {
    what,
    mailId,
    to: { name: a.reader.name, address: a.found.ticket?.answer_to ?? (a.event.kind === "ask" ? a.event.answerTo : undefined) ?? a.reader.email },
    from: { name, address: policy.desk.address },
    ...(house.subaddresses && { replyTo: replyAddress(house.secret, a.desk, a.number, policy.desk.address) }),
    inReplyTo: saidOf(a.event)?.mailId ?? null,
    automatic: a.event.kind !== "answer",
    names: what.mail === "confirmation" && what.input.expert !== undefined,
  };
  const writes: Write[] = [
    { table: "outbox", rows: [{ desk: a.desk, id, kind: "mail", ticket: a.ticket, payload, made_at: a.at, send_at: house.now() }] },
    mailThread(a.desk, mailId, a.ticket),
    ...copies(house, a, payload, host),
    ...toJoined(house, a, payload, host),
  ];
  return { id, what, writes };
}

/** One mail: why their answer changed nothing, and the times that their mail moved all the same. */
const withLate = (late: LateAnswered, about: TicketMail, notice: Extract<MailToWrite, { mail: "notice" }> | null): MailToWrite => ({
  mail: "late-answer",
  input: { ...about, ...late, ...(notice?.input.promises?.length && { promises: notice.input.promises }) },
});

/** The same mail to each who gets the answers too: one each, so that one address that fails holds up none of the others. */
function copies(house: House, a: Around, mail: OutboxMail, host: string): Write[] {
  return a.copied.flatMap((to): Write[] => {
    const id = newId(a.at);
    const mailId = `<${id}@${host}>`;
    return [
      { table: "outbox", rows: [{ desk: a.desk, id, kind: "mail", ticket: a.ticket, payload: { ...mail, mailId, to, names: false }, made_at: a.at, send_at: house.now() }] },
      mailThread(a.desk, mailId, a.ticket),
    ];
  });
}

/** An answer, a closing, and what follows from what one of them contested: every author of the tickets that are joined reads it. */
export const forEveryAuthor = (event: Event, plan: Plan): boolean =>
  event.kind === "answer" || event.kind === "close" || (event.kind === "claim" && event.meant !== undefined) || plan.ticket.status === "closed";

/** The same to each author whose ticket was joined into this one, in their language: a mail of their own ticket, so that what they answer is theirs again if the join is undone. */
function toJoined(house: House, a: Around, mail: OutboxMail, host: string): Write[] {
  return a.joined.flatMap((to): Write[] => {
    const id = newId(a.at);
    const mailId = `<${id}@${host}>`;
    const { what } = mail;
    const theirs = { ...what, input: { ...what.input, reader: { name: to.name, lang: to.language, zone: to.zone } } } as MailToWrite;
    const replyTo = house.subaddresses ? replyAddress(house.secret, a.desk, to.number, a.found.running.policy.desk.address) : undefined;
    const payload: OutboxMail = { ...mail, what: theirs, mailId, to: { name: to.name, address: to.address }, names: false, inReplyTo: null, ...(replyTo !== undefined && { replyTo }) };
    return [{ table: "outbox", rows: [{ desk: a.desk, id, kind: "mail", ticket: a.ticket, payload, made_at: a.at, send_at: house.now() }] }, mailThread(a.desk, mailId, to.ticket)];
  });
}

const dueOf = (found: Case, about: string): number | null => found.promises.find((p) => `${p.subject}/${p.kind}` === about && p.state === "running")?.due ?? null;
