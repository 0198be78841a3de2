// The rows that an event leaves behind, apart from what its decision asks for: the message, its files, the decision itself.
import { newId } from "../database/new-id.ts";
import type { TicketsNew } from "../database/rows.gen.ts";
import type { Write } from "../database/tx.ts";
import type { Decision, Facts } from "../policy/index.ts";
import type { Event, Said } from "./event.ts";
import type { Plan } from "./plan.ts";
import type { Reasoned } from "./reasoned.ts";

interface Where {
  readonly desk: string;
  readonly ticket: string;
  readonly at: number;
  readonly language: string;
}

/** What was said, kept as a message with its files, and its Message-ID for threading. What staff or a program wrote down for the customer are the customer's words. */
export function messageRows(event: Event, where: Where, requester: { readonly id: string; readonly name: string }): Write[] {
  if (!("said" in event) || !event.said) return [];
  const { said } = event;
  const { desk, ticket, at } = where;
  const id = (event.kind === "close" ? event.solution : event.kind === "answer" ? event.message : undefined) ?? newId(at);
  const kind = event.kind === "close" ? "answer" : event.kind === "answer" || event.kind === "note" || event.kind === "automatic" ? event.kind : "message";
  const author = kind === "message" && (event.by.kind === "staff" || event.by.kind === "key") ? requester : event.by;
  const writes: Write[] = [
    {
      table: "messages",
      rows: [
        {
          desk,
          id,
          ticket,
          kind,
          author: author.id && /^[0-9a-f-]{36}$/.test(author.id) ? author.id : null,
          author_name: author.name,
          channel: said.channel,
          language: said.language ?? where.language,
          text: said.text,
          html: said.html ?? null,
          whole: said.whole ?? null,
          mail_id: said.mailId ?? null,
          raw: said.raw ?? null,
          at,
          subject: event.kind === "ask" ? event.subject : null,
          robot: said.robot?.kind ?? null,
          heeds: [...(said.heeds ?? [])],
          may_contest: [...(said.mayContest ?? [])],
          brought_by: said.broughtBy ?? null,
          meant_for: "meant" in event ? (event.meant ?? null) : null,
        },
      ],
    },
  ];
  if (said.files?.length) writes.push({ table: "files", rows: said.files.map((f) => ({ desk, ticket, message: id, id: newId(at), name: f.name, type: f.type, size: f.size, sha: f.sha, at })) });
  if (said.mailId) writes.push(mailThread(desk, said.mailId, ticket));
  return writes;
}

/** A Message-ID leads to its ticket; the first ticket that had it keeps it. */
export function mailThread(desk: string, mailId: string, ticket: string): Write {
  return { table: "mail_threads", rows: [{ desk, mail_id: mailId, ticket }], conflict: { columns: ["desk", "mail_id"], update: [] } };
}

/** The decision with its reasons and the facts as they were. */
export function decisionRow(event: Event, where: Where, policy: number, moment: string, facts: Facts, decision: Decision, reasons: readonly Reasoned[]): Write {
  const { desk, ticket, at } = where;
  return { table: "decisions", rows: [{ desk, id: newId(at), ticket, event: event.id, moment, at, policy, facts, results: decision.results, reasons, effects: decision.effects }] };
}

/** What an event keeps of itself beside its rows: enough to say on the timeline what happened. */
export function detailOf(event: Event): object {
  switch (event.kind) {
    case "assign":
      return { to: event.to, ...(event.reason && { reason: event.reason }) };
    case "skip":
      return { reason: event.reason };
    case "automatic":
      return event.said.robot ? { robot: event.said.robot.kind, ...(event.said.robot.failed.length > 0 && { failed: event.said.robot.failed }) } : {};
    case "join":
      return { into: event.into.number };
    case "joined":
    case "unjoin":
      return { from: event.from.number };
    case "unjoined":
      return { from: event.other.number };
    case "split":
    case "unsplit":
      return { parts: event.parts.map((part) => part.number) };
    case "part":
      return { from: event.from.number, findings: event.findings };
    case "checklist":
      return { items: event.items.map((item) => item.text), ...(event.ask !== null && { ask: event.ask }) };
    case "tick":
      return { items: event.items.map((item) => item.text), state: event.state, ...(event.completes && { completes: true }) };
    case "participant":
      return { address: event.address, state: event.state };
    case "status":
      return { status: event.status };
    case "answer":
      return { ...(event.asks && !event.called && { asks: true }), ...(event.problem !== undefined && { problem: event.problem }) };
    case "close":
      return { outcome: event.outcome, ...(event.problem !== undefined && { problem: event.problem }) };
    case "tell-time":
      return { promise: event.promise };
    case "hung":
    case "unhung":
      return { problem: event.problem };
    case "finding":
      return event.report ? { report: true } : { findings: event.findings };
    case "conduct-words":
      return { of: event.of };
    case "conduct-named":
      return { of: event.of, to: event.to, decides: event.decides };
    case "conduct-decided":
      return { of: event.of, clause: event.clause };
    case "conduct-appeal":
      return { of: event.of, lifts: event.lifts };
    case "conduct-lifted":
      return { of: event.of };
    case "claim":
      return { claims: event.claims, ...(event.contests?.length && { contests: event.contests }), ...(event.message !== undefined && { message: event.message }) };
    case "work-start":
      return { work: event.work };
    case "quote":
      return { for: event.for, net: event.net, words: event.words };
    case "adjust":
      return { what: event.what, ...(event.what === "give-back" ? { ...event.amount, to: event.to, ...(event.ends !== null && { ends: event.ends }) } : { net: event.net }), reason: event.reason };
    case "adjust-decided":
      return { charge: event.charge, approved: event.approved };
    case "consent":
      return { offer: event.offer, accepts: event.accepts, channel: event.channel };
    case "agree-closing":
    case "refuse-closing":
      return { channel: event.channel };
    case "decline":
      return { offer: event.offer, channel: event.channel };
    case "ruling":
      return { clause: event.clause, state: event.state, reason: event.reason, ...(event.option && { option: event.option }) };
    case "timer":
      return { key: event.key, about: event.about, ...(event.due !== undefined && { due: event.due }) };
    case "delivered":
      return { what: event.what };
    default:
      return {};
  }
}

export const saidOf = (event: Event): Said | null => ("said" in event && event.said ? event.said : null);

interface Opened {
  readonly desk: string;
  readonly id: string;
  readonly number: string;
  readonly requester: string;
  readonly organisation: string | null;
  readonly language: string;
  readonly zone: string;
  readonly policy: number;
  readonly at: number;
}

/** The ticket that asking opens, with what the decision wants of it. */
export function ticketRow(event: Extract<Event, { kind: "ask" }>, plan: Plan, { at, ...opened }: Opened): TicketsNew {
  const claims = { ...event.claims, ...(event.topic !== undefined && { topic: event.topic }) };
  return {
    status: "open",
    rank: 1000,
    answer_to: event.answerTo ?? null,
    ...(event.follows && { follows: event.follows.id }),
    ...plan.ticket,
    ...opened,
    subject: event.subject,
    channel: event.said.channel,
    claims,
    results: plan.ticket.results ?? {},
    opened_at: at,
    changed_at: at,
    said_at: at,
  };
}
