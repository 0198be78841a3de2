// The mail of an event as an outbox row, with the thread that it belongs to.
import type { OutboxMail } from "./outbox-mail.ts";
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
import type { Returned } from "./hands/money-hands.ts";
import type { Taken } from "./hands/taken.ts";
import type { Plan } from "./plan.ts";
import { placeOf } from "./quote.ts";
import { type Reasoned, reasoned } from "./reasoned.ts";
import { replyAddress } from "./mails/reply-address.ts";
import { mailThread, saidOf } from "./rows-of.ts";
import { tell, tellNotices, type Telling } from "./hands/tell.ts";
import type { ToldAuthor } from "./hands/author-at-hand.ts";
import { toJoined } from "./hands/to-joined.ts";
import type { LateAnswered } from "./hands/late-answer.ts";
import { toldAnew } from "./hands/told-anew.ts";

/** What the mails of an event are written from. */
export interface Around {
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
  readonly author: ToldAuthor;
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

/** The requester's mail, where there is one, and the rows of all. */
export interface Outgoing {
  readonly mail: { readonly id: string; readonly what: MailToWrite } | null;
  readonly writes: readonly Write[];
}

interface Reader {
  readonly name: string;
  readonly language: string;
  readonly zone: string;
}

/** The rows that send the requester their mail, and the other customers of the ticket theirs; none where this event owes none. */
export function outgoing(house: House, a: Around): Outgoing {
  const { policy } = a.found.running;
  if ((a.event.kind === "message" || a.event.kind === "claim") && a.event.quiet) return { mail: null, writes: [] };
  const base = `${house.publicUrl}/${a.desk}`;
  const nameIn = (lang: string): string => policy.desk.name[lang] ?? policy.desk.name[policy.desk.languages[0] ?? "en"] ?? a.desk;
  const from = { name: nameIn(a.language), address: policy.desk.address };
  const host = policy.desk.address.split("@")[1] ?? "localhost";
  const { author } = a;
  const telling = (reader: Reader, addressed: readonly (string | false)[]): Telling =>
    tellingOf(a, { ...reader, desk: nameIn(reader.language) }, base, new Set(addressed.filter((to) => to !== false)));

  const mine = a.reader && telling({ name: a.reader.name, language: a.language, zone: a.zone }, ["requester", "customer", author.requester && "author"]);
  const told = mine && tell(mine);
  const what = mine && a.late && (told === null || told.mail === "notice") ? withLate(a.late, mine.about, told) : told;
  const id = newId(a.at);
  const reached = new Set<string>();
  const writes: Write[] = [];
  const send = (mail: OutboxMail, own: string, row = newId(a.at)): void => {
    const address = mail.to.address.toLowerCase();
    if (reached.has(address)) return; // each once, as whoever they come
    reached.add(address);
    const mailId = `<${row}@${host}>`;
    writes.push(
      { table: "outbox", rows: [{ desk: a.desk, id: row, kind: "mail", ticket: a.ticket, payload: { ...mail, mailId }, made_at: a.at, send_at: house.now() }] },
      mailThread(a.desk, mailId, own),
    );
  };
  const repliedTo = (number: string) => house.subaddresses && { replyTo: replyAddress(house.secret, a.desk, number, policy.desk.address) };
  const common = { from, mailId: "", automatic: a.event.kind !== "answer", names: false };
  if (what && a.reader) {
    const to = { name: a.reader.name, address: a.found.ticket?.answer_to ?? (a.event.kind === "ask" ? a.event.answerTo : undefined) ?? a.reader.email };
    const names = what.mail === "confirmation" && what.input.expert !== undefined;
    const mail: OutboxMail = { ...common, what, to, ...repliedTo(a.number), inReplyTo: saidOf(a.event)?.mailId ?? null, names };
    send(mail, a.ticket, id);
    // One mail each to those who get the answers too: one address that fails holds up none of the others.
    for (const copy of a.copied) send({ ...mail, to: copy, names: false }, a.ticket);
  }
  // A mail of their own ticket: what they answer to it is theirs again if the join is undone.
  for (const joined of a.joined) {
    const theirs = toJoined(telling(joined, ["requester", "customer", joined.id === author.id && "author"]), a, joined);
    if (theirs) send({ ...common, what: theirs, to: { name: joined.name, address: joined.address }, ...repliedTo(joined.number), inReplyTo: null }, joined.ticket);
  }
  const { other } = author;
  const notice = other && tellNotices(telling(other, ["author"]));
  if (other && notice)
    send(
      { ...common, what: notice, to: { name: other.name, address: other.address }, ...repliedTo(other.number), inReplyTo: a.event.by.id === other.id ? (saidOf(a.event)?.mailId ?? null) : null },
      other.ticket,
    );
  return { mail: what ? { id, what } : null, writes };
}

/** All that is known of the event, for one reader: in their language, and what the policy says to such as them. */
function tellingOf(a: Around, reader: Reader & { readonly desk: string }, base: string, addressed: ReadonlySet<string>): Telling {
  const { policy, version } = a.found.running;
  const subject = a.found.ticket?.subject ?? (a.event.kind === "ask" ? a.event.subject : "");
  const results = { ...(a.found.ticket?.results as object | undefined), ...a.decision?.results } as Record<string, unknown>;
  const closed = a.plan.ticket.status === "closed" && a.found.ticket?.status !== "closed";
  const outcome = a.plan.ticket.outcome;
  const about: TicketMail = {
    desk: { name: reader.desk, address: policy.desk.address, url: base, ...(policy.desk.colour && { colour: policy.desk.colour }) },
    reader: { name: reader.name, lang: reader.language, zone: reader.zone },
    ticket: { number: a.number, subject, url: `${base}/tickets/${a.number}` },
    ...(a.event.kind === "ask" && a.event.follows && { continues: { number: a.event.follows.number, clauses: a.event.follows.because.filter((r) => r.audience !== "agent") } }),
    ...(a.event.kind === "ask" && a.event.lastMail && { silentNext: `${base}/tickets` }),
  };
  return {
    addressed,
    policy,
    event: a.event,
    decision: a.decision,
    reasons: reader.language === a.language || !a.decision ? a.reasons : reasoned(policy, a.decision, reader.language, base),
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
    version,
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
  };
}

/** One mail: why their answer changed nothing, and the times that their mail moved all the same. */
const withLate = (late: LateAnswered, about: TicketMail, notice: Extract<MailToWrite, { mail: "notice" }> | null): MailToWrite => ({
  mail: "late-answer",
  input: { ...about, ...late, ...(notice?.input.promises?.length && { promises: notice.input.promises }) },
});

const dueOf = (found: Case, about: string): number | null => found.promises.find((p) => `${p.subject}/${p.kind}` === about && p.state === "running")?.due ?? null;
