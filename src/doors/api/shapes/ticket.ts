// A ticket: as a line of a list, as a place in the queue, and whole.
import { z } from "zod";
import { WHY_UNTOLD } from "../../../desk/hands/untold.ts";
import { At, By, Facts, Id, Language, Moment, pageOf, Strength, Value, Who } from "./basics.ts";
import { Clause, Reason } from "./clause.ts";
import { Charge, Drawn } from "./charged.ts";
import { Checklist, ChecklistAsk } from "./checklists.ts";
import { ConductLine } from "./conduct.ts";
import { named } from "./named.ts";
import { Quote } from "./quote.ts";
import { Askable, FactNow } from "./askable.ts";
import { ClosesNow, Closing } from "./closing.ts";

export const Requester = named(
  "Requester",
  z.object({
    id: Id,
    name: z.string(),
    email: z.string(),
    organisation: Who.nullable(),
    undeliverable: z.string().nullable().describe("for staff: mail to the address comes back for good; the status code (RFC 3463), empty where there was none"),
  }),
);
export const PromiseState = z.enum(["running", "paused", "kept", "broken", "withdrawn"]);
export const NextDue = named("NextDue", z.object({ kind: z.string(), label: z.string(), due: At.nullable(), goal: At.nullable(), strength: Strength, state: PromiseState }));

const summary = {
  number: z.string(),
  subject: z.string(),
  status: z.enum(["open", "waiting", "closed"]),
  refused: z.boolean(),
  outcome: z.enum(["solved", "unresolved"]).nullable(),
  channel: z.string(),
  language: Language,
  requester: Requester,
  assignee: Who.nullable(),
  topic: z.object({ id: z.string(), label: z.string() }).nullable(),
  rank: z.number().int(),
  openedAt: At,
  changedAt: At,
  closedAt: At.nullable(),
  revision: z.number().int(),
  nextDue: NextDue.nullable(),
  preview: z.string(),
};
export const TicketSummary = named("TicketSummary", z.object(summary));
export const TicketPage = pageOf("TicketPage", TicketSummary);
export const QueueItem = named("QueueItem", z.object({ ...summary, place: z.number().int(), why: Reason.nullable(), ruling: z.boolean().describe("a person has to decide on something") }));
export const QueuePage = named("QueuePage", z.object({ items: z.array(QueueItem), next: z.string().nullable(), open: z.number().int().describe("open tickets, counted up to 1000") }));

export const FileLink = named("FileLink", z.object({ id: Id, name: z.string(), type: z.string(), size: z.number().int(), url: z.string() }));
export const Message = named(
  "Message",
  z.object({
    id: Id,
    kind: z.enum(["message", "answer", "note", "automatic"]),
    author: z.object({ id: Id.nullable(), name: z.string() }),
    channel: z.string(),
    text: z.string(),
    html: z.string().nullable().describe("sanitised; show it in a sandbox"),
    hasWhole: z.boolean(),
    hasRaw: z.boolean(),
    at: At,
    robot: z.string().nullable().describe("of a machine's mail: bounce, delay, away, reply, receipt, complaint, list or calendar"),
    heeds: z.array(z.string()).describe("for staff: same-mail-id, stranger, many-recipients"),
    hurtful: z.array(z.string()).describe("for staff: words of the customer's that may hurt; a hint that is kept nowhere and that no rule reads"),
    mayContest: z.array(z.object({ fact: z.string(), label: z.string() })).describe("for staff: facts that these words may say are wrong; `POST …/messages/{id}/contest` makes it a contest"),
    broughtBy: z.string().nullable().describe("for staff: who forwarded it in"),
    files: z.array(FileLink),
    writtenTo: z.string().nullable().describe("the number of the joined ticket that it was written to"),
    pieceOf: z
      .object({ number: z.string(), message: Id })
      .nullable()
      .describe("of a passage that was taken from a longer message: that one, and the number of its ticket; GET …/messages/{id}/whole has its words"),
  }),
);
export const TicketPromise = named(
  "TicketPromise",
  z.object({
    id: Id,
    kind: z.string(),
    label: z.string(),
    clause: Clause.nullable(),
    strength: Strength,
    starts: At,
    due: At.nullable(),
    goal: At.nullable(),
    state: PromiseState,
    endedAt: At.nullable().describe("of a broken one, when its limit passed"),
    metAt: At.nullable().describe("when a broken one was done after all"),
    pauses: z
      .array(z.object({ from: At, to: At.nullable(), reason: z.enum(["question", "checklist", "consent", "closing", "maintenance"]) }))
      .describe("when its clock stood still, and why; `to` is null while it does"),
    left: z.number().nullable().describe("open ms of its calendar until it is due, now or since it stands still; null where it counts on no calendar or has ended"),
    dueText: z.string().nullable(),
    goalText: z.string().nullable(),
  }),
);
export const Decision = named(
  "Decision",
  z.object({
    id: Id,
    moment: Moment,
    at: At,
    policyVersion: z.number().int(),
    reasons: z.array(Reason),
    results: Facts.optional().describe("for staff"),
    untold: z
      .array(z.object({ clause: z.string(), number: z.string().describe("the clause's place on the page"), to: z.string(), why: z.enum(WHY_UNTOLD) }))
      .optional()
      .describe("for staff: notices of it, to the expert or to an author, that reached nobody, and why"),
  }),
);
export const Ruling = named(
  "Ruling",
  z.object({
    clause: Clause,
    role: z.string(),
    roleName: z.string(),
    decides: z.object({ role: z.string(), people: z.array(Who), inPlace: z.boolean() }).describe("who decides it now; `inPlace`: nobody holds the role, and leads stand in for it"),
    yours: z.boolean().describe("its reader may decide it"),
    options: z.array(z.string()),
    state: z.enum(["undecided", "granted", "declined"]),
    option: z.string().nullable(),
    reason: z.string().nullable(),
    askedAt: At,
    decidedBy: Who.nullable(),
    inPlace: z.boolean().describe("who decided it stood in for a role that nobody held"),
    decidedAt: At.nullable(),
  }),
);
export const TimelineEntry = named("TimelineEntry", z.object({ id: z.string(), kind: z.string(), by: By, at: At, detail: z.record(z.string(), z.unknown()) }));

export const Standing = named("Standing", z.object({ fact: z.string(), label: z.string(), value: Value, text: z.string() }));

export const Offer = named(
  "Offer",
  z.object({
    id: Id,
    key: z.enum(["quote", "overrun", "recovery"]),
    state: z.enum(["open", "accepted", "declined", "replaced"]),
    clause: Clause.nullable(),
    quote: Quote,
    words: z.string().nullable().describe("what a price that a person quotes is for"),
    allowance: z
      .object({ id: z.string(), label: z.string(), time: z.boolean().describe("quantities are ms, else requests"), left: z.number().int(), of: z.number().int() })
      .nullable()
      .describe("where it costs what is left of an allowance and no money: as it stood when it was offered"),
    covers: z.number().int().nullable().describe("ms of work that the price is for"),
    exact: z.boolean().describe("a started unit of work is paid to the minute, else whole"),
    documents: z.array(z.object({ id: z.string(), version: z.string(), title: z.string(), words: z.string() })).describe("to be accepted with the price, as they were shown"),
    policyVersion: z.number().int(),
    madeAt: At,
    answeredAt: At.nullable(),
    answeredBy: z.string().nullable(),
    channel: z.string().nullable(),
  }),
);
const Stretch = z.object({ id: Id, kind: z.enum(["connection", "phone"]), staff: Who, starts: At, ends: At.nullable(), endedBy: z.enum(["staff", "cap", "closed"]).nullable() });
export const WorkClock = named(
  "WorkClock",
  z.object({
    stretches: z.array(Stretch),
    worked: z.object({ connection: z.number().int(), phone: z.number().int() }).describe("ms, of stretches that have ended"),
    cap: z.number().int().nullable().describe("ms of connected time that the customer has agreed to"),
    stopsAt: At.nullable().describe("when the open stretch reaches the cap and is stopped"),
    agreed: z.boolean().describe("work may begin: nothing is charged, or the customer has agreed"),
  }),
);
export const Participant = named(
  "Participant",
  z.object({ address: z.string(), name: z.string(), copied: z.boolean().describe("gets the answers too"), removed: z.boolean().describe("their mail goes beside the ticket") }),
);
const OtherTicket = named("OtherTicket", z.object({ number: z.string(), subject: z.string(), requester: z.string() }));
export const Ticket = named(
  "Ticket",
  z.object({
    ...summary,
    id: Id,
    zone: z.string(),
    policyVersion: z.number().int(),
    stepUp: z.object({ to: z.string(), label: z.string(), clause: Clause }).nullable().describe("where its reader can take it further by hand: POST …/escalations"),
    messages: z.array(Message),
    promises: z.array(TicketPromise),
    decisions: z.array(Decision),
    timeline: z.array(TimelineEntry),
    claims: Facts,
    joinedInto: OtherTicket.nullable().describe("the earlier ticket that it goes on as a part of"),
    joined: z.array(OtherTicket).describe("tickets that were joined into it; their words are among its messages"),
    closings: z.array(Closing).describe("each time the customer was asked whether it may be closed, the oldest first"),
    closes: ClosesNow.nullable().describe("for staff, of an open one"),
    solution: Id.nullable().describe("of one that is closed as solved: the message that solved it"),
    checklists: z.array(Checklist).describe("what the customer was asked to do, the oldest first"),
    checklistAsks: z.array(ChecklistAsk).describe("for staff: what the policy lets them ask for"),
    splitFrom: OtherTicket.nullable().describe("the request that it is one of several problems of"),
    parts: z.array(OtherTicket).describe("tickets that it was split into, beside itself"),
    follows: OtherTicket.nullable().describe("the closed ticket on which it was written, and which is not opened again"),
    followedBy: z.array(OtherTicket).describe("what was written on it once it was closed for good"),
    anew: z.boolean().describe("it is closed for good: what is written on it now is a request of its own"),
    proposedSplit: Reason.nullable().describe("for staff: the clause by which it is to be split, until it is"),
    problem: z
      .object({ id: Id, number: z.string(), title: z.string(), state: z.enum(["open", "solved"]) })
      .nullable()
      .describe("for staff: what it hangs on together with tickets of others"),
    contestable: z.array(Askable).describe("facts of the customer's that decisions rested on"),
    askable: z.array(Askable).describe("questions to the customer"),
    unnamed: z.enum(["nobody-on-duty", "nobody-trained", "nobody-with-room"]).nullable().describe("for staff: why nobody has it, where the policy would name somebody"),
    conduct: z
      .object({ reports: z.array(Askable).describe("what staff may report of the customer's conduct"), cases: z.array(ConductLine) })
      .describe("for staff: cases that were found here and that the viewer may know of"),
    rulings: z.array(Ruling).describe("for staff; else empty"),
    findings: Facts,
    findable: z.array(Askable).describe("for staff: what an expert may find"),
    facts: z.array(FactNow).describe("for staff"),
    standing: z.array(Standing).describe("for staff: the facts of the customer's record"),
    customer: z
      .object({
        phone: z.string().nullable(),
        language: Language.nullable(),
        zone: z.string().nullable(),
        openTickets: z.number().int(),
        answerTo: z.string().nullable().describe("where they asked that answers go"),
      })
      .nullable()
      .describe("for staff"),
    clock: WorkClock.nullable().describe("for staff, where the policy has prices: the time worked"),
    charges: z.array(Charge).describe("what was charged, given back and corrected; what is only proposed, for staff"),
    quotable: z.array(z.enum(["quote", "recovery"])).describe("for staff: where the policy leaves the price to a person and the customer has agreed to none yet"),
    drawn: Drawn.nullable().describe("what it took from an allowance, and what was given back of it"),
    offers: z.array(Offer).describe("prices that the customer was asked to agree to, the oldest first"),
    participants: z.array(Participant).describe("for staff: whom its mails name beside the requester"),
    present: z.array(z.object({ id: Id, name: z.string(), doing: z.enum(["reading", "writing"]) })).describe("for staff: who has it before them"),
  }),
);
