// The one road. Every change to a desk, whatever door it came through:
// event → facts → decide → effects → one transaction → outbox. Read this file first.
import type { Changed } from "./changed.ts";
import { newId } from "../database/new-id.ts";
import type { Tx, Write } from "../database/tx.ts";
import { chooseLanguage } from "../words/languages.ts";
import { atRest } from "./at-rest.ts";
import { anew, beginsAnew } from "./begins-anew.ts";
import { carryOut } from "./carry-out.ts";
import { isOfCase } from "./conduct/about.ts";
import { restored } from "./conduct/restore.ts";
import { checkClosable, closingHands, takenBack } from "./hands/closing-hands.ts";
import { closureClause } from "./closings/closes-with.ts";
import { conductHands } from "./hands/conduct-hands.ts";
import { outsideCases } from "./hands/conduct-opened.ts";
import { decisionFor, momentOf } from "./decision-for.ts";
import { checklistRows } from "./checklists/checklist-rows.ts";
import { endEverything } from "./hands/end-everything.ts";
import { escalate } from "./hands/escalation.ts";
import type { Event } from "./event.ts";
import { eventRow, keepEvent, ticketOfEvent } from "./events/writes.ts";
import { expertNow } from "./expert-now.ts";
import { factsOf } from "./facts-of.ts";
import { forStanding } from "./for-standing.ts";
import { type Case, gatherAsk, gatherTicket } from "./gather.ts";
import type { House } from "./house.ts";
import { standingTicket } from "./joins/reads.ts";
import { joinArrived } from "./hands/join-arrived.ts";
import { JoinedInto } from "./joined-into.ts";
import { humanRows } from "./hands/human-rows.ts";
import { type How, type Order, ordered } from "./order.ts";
import { handsOver } from "./hands/hand-over.ts";
import { mailPeople } from "./hands/mail-people.ts";
import { heardEnough } from "./mails/heard-enough.ts";
import { moneyHands } from "./hands/money-hands.ts";
import { knowPerson } from "./people/writes.ts";
import { emptyPlan } from "./plan.ts";
import { windowTimers } from "./maintenance/windows.ts";
import { overdueBefore, ringing } from "./overdue.ts";
import { Problem } from "./problem.ts";
import { placeOf } from "./quote.ts";
import { forgetsRisk, isHours } from "./promises/risk.ts";
import { reasoned } from "./reasoned.ts";
import { reopened } from "./reopened.ts";
import { sayAll } from "./say-all.ts";
import { decisionRow, detailOf, messageRows, saidOf, ticketRow } from "./rows-of.ts";
import { skipRow } from "./tickets/next.ts";
import { changeTicket } from "./tickets/writes.ts";
import { takeTimer } from "./timers/reads.ts";
import { agreedTooLate } from "./hands/still-left.ts";
import { marksRow } from "./views/alike-tickets.ts";
import { touch } from "./touch.ts";
import { sentence } from "../words/phrase.ts";

/** Takes one event down the road. With `preview` the same road is rolled back: what would be said, before anything is sent. */
export async function change(house: House, desk: string, event: Event, how: { readonly preview?: boolean } = {}): Promise<Changed> {
  if (how.preview) return inOrder(house, desk, (tx, order) => changeIn(tx, house, desk, event, order), { preview: true });
  return inOrder(
    house,
    desk,
    (tx, order) => changeIn(tx, house, desk, event, order),
    event.kind === "ask" ? { together: true, turn: "id" in event.asker ? event.asker.id : event.asker.email.toLowerCase() } : {},
  );
}

/** The same for work that takes events among other things, in its transaction. `together`: it opens a ticket, and may stand in one transaction with others'. */
export const inOrder = <T>(house: House, desk: string, work: (tx: Tx, order: Order) => Promise<T>, how: How = {}): Promise<T> =>
  ordered(house, desk, work, how, (timer) => change(house, desk, ringing(timer)));

/** The same inside a transaction of the desk's: for whoever first has to choose, under a lock, what the event is about. */
export async function changeIn(
  tx: Tx,
  house: House,
  desk: string,
  given: Event,
  { preview = false, heedClock = false, rung = 0, standing = new Map(), begun = new Map(), heeded = false }: Order,
): Promise<Changed> {
  const event = anew(forStanding(given, standing), begun);
  const at = "at" in event && event.at !== undefined ? event.at : house.now();
  const ticket = event.kind === "ask" ? newId(at) : event.ticket;
  const kept = { desk, id: event.id, kind: event.kind, ticket, by: event.by, at, detail: detailOf(event) };
  const keptLast = heeded && event.kind === "ask";
  await restored(tx, event);
  const [fresh, found] = await Promise.all([
    keptLast ? null : keepEvent(tx, kept),
    event.kind === "ask"
      ? gatherAsk(tx, desk, event, at, !preview)
      : gatherTicket(tx, desk, ticket, at, momentOf(event), event.expect === undefined ? undefined : event.expect + rung, handsOver(event)),
  ]);
  if (found.ticket?.joined_into && event.kind !== "ask" && !isOfCase(event)) {
    if (event.kind === "timer" || event.kind === "delivered") return nothing(found);
    if (event.kind !== "join" && event.kind !== "unjoined") throw new JoinedInto(ticket, await standingTicket(tx, ticket));
  }
  if (!(fresh ?? !found.repeated)) return repeated(tx, event);
  const overdue = heedClock ? overdueBefore(event, found, at) : null;
  if (overdue) throw overdue;
  if (event.kind === "timer" && !(await takeTimer(tx, event, at))) return nothing(found);
  const done = await take(tx, house, desk, ticket, await heardEnough(tx, event, given, at), found, at, preview, keptLast ? [eventRow(kept)] : []);
  if (event.kind === "ask" && !preview) await joinArrived(tx, house, desk, { done, event, duplicate: found.duplicate }, (next) => changeIn(tx, house, desk, next, {}));
  tx.afterCommit(() => house.changed({ desk, ticket, event: event.id, kind: event.kind }));
  return done;
}

/** Facts, decision, effects, rows: for an event that is new. */
async function take(tx: Tx, house: House, desk: string, ticket: string, event: Event, found: Case, at: number, preview: boolean, first: readonly Write[] = []): Promise<Changed> {
  const {
    running: { policy, version },
  } = found;
  const number = found.ticket?.number ?? `${policy.desk.prefix}-${found.number}`;
  const said = saidOf(event);
  const { person, organisation } = found.customer ?? { person: null, organisation: null };
  const language = found.ticket?.language ?? chooseLanguage([said?.language, person?.language, organisation?.language, policy.desk.languages[0]], ["en", "fr", "it", "ro", ...policy.desk.languages]);
  const zone = found.ticket?.zone ?? (event.kind === "ask" ? event.zone : undefined) ?? person?.zone ?? organisation?.zone ?? policy.desk.zone;
  const { facts, openedAt } = factsOf(found, event, at, language, zone);
  const decision = atRest(reopened(decisionFor(policy, event, found, { facts, at, openedAt, zone }, preview), event, found), event, found);
  const base = `${house.publicUrl}/${desk}`;
  const reasons = [...(event.kind === "ask" ? (event.follows?.because ?? []) : []), ...(decision ? reasoned(policy, decision, language, base) : [])];
  const begins = await beginsAnew(tx, event, found, decision, { facts, at, openedAt, zone, reasons: (of) => reasoned(policy, of, language, base) });
  if (begins) throw begins;
  const instead = takenBack(event, decision) ?? agreedTooLate(event, found, facts, { at, openedAt, zone });
  if (instead) return take(tx, house, desk, ticket, instead, found, at, preview);
  checkClosable(decision, reasons, event);
  const plan = emptyPlan();
  plan.writes.push(...first);
  Object.assign(plan.ticket, touch(event, found, at, closureClause(decision, "ask") !== null));
  if (decision) {
    if (decision.results["scope"] !== undefined || decision.results["entitlement"] !== undefined) plan.ticket.refused = false;
    carryOut(
      outsideCases(policy, decision.effects),
      { desk, ticket, policy: version, at, zone, hours: found.hours, fresh: found.ticket === null, candidate: found.candidate?.id ?? null, assignee: found.ticket?.assignee ?? null },
      plan,
    );
    plan.ticket.results = { ...(found.ticket?.results as object | undefined), ...decision.results, ...(found.found !== null && { expert: found.found }) };
  }
  const escalated =
    decision && found.ticket ? escalate(decision, policy, facts, { findings: found.ticket.findings as object, claims: found.ticket.claims as object }, { desk, ticket, at }, plan) : null;
  if (event.kind === "ask") plan.writes.push(...windowTimers(desk, ticket, found.windows, at));
  if (plan.ticket.status === "closed") endEverything(ticket, at, plan);
  await humanRows(tx, policy, event, at, plan);
  checklistRows(event, { desk, ticket, at }, plan);
  mailPeople(event, found, { desk, ticket, at }, plan);
  if (isHours(event)) plan.statements.unshift(forgetsRisk(ticket));
  if (event.kind === "skip" && event.by.id !== null) plan.writes.push(skipRow({ desk, ticket, staff: event.by.id, reason: event.reason, at }));
  const moment = momentOf(event);
  if (decision && moment) plan.writes.push(decisionRow(event, { desk, ticket, at, language }, version, moment, facts, decision, reasons));

  const requester = person?.id ?? (event.kind === "ask" && "email" in event.asker ? await knowPerson(tx, desk, event.asker, at) : null);
  if (!requester) throw new Problem("not-found", sentence("refused.nobody-asks"));
  plan.writes.unshift(...messageRows(event, { desk, ticket, at, language }, { id: requester, name: person?.name ?? (event.kind === "ask" && "email" in event.asker ? event.asker.name : "") }));
  await conductHands(tx, house, { event, found, decision, reasons, facts, desk, ticket, at, zone, language }, plan, preview);
  const { offered, charged, taken, follows, returned } = moneyHands(event, found, decision, { desk, ticket, number, requester, at, now: house.now(), openedAt, language, zone, facts }, plan);
  const closing = await closingHands(tx, { event, found, decision, follows, desk, ticket, at }, plan);
  const expert = await expertNow(tx, plan, found);
  await sayAll(
    tx,
    house,
    {
      ...{ desk, ticket, number, at, language, zone, event, found, decision, reasons, facts, expert, escalated, offered, charged, taken, returned, closing },
      reader: person ?? (event.kind === "ask" && "email" in event.asker ? event.asker : null),
    },
    plan,
  );
  if (event.kind === "ask") {
    plan.writes.push({ table: "ticket_marks", rows: [marksRow(policy, desk, ticket, { subject: event.subject, text: event.said.text, language: event.said.language ?? language })] });
    plan.writes.unshift({ table: "tickets", rows: [ticketRow(event, plan, { desk, id: ticket, number, requester, organisation: person?.organisation ?? null, language, zone, policy: version, at })] });
  }
  const [revision] = await Promise.all([
    // sent one behind the other, in this order, without waiting in between
    found.ticket ? changeTicket(tx, ticket, plan.ticket, at) : 1,
    ...plan.statements.map(([sql, params]) => tx.run(sql, params)),
  ]);
  tx.writeLast(plan.writes);
  return {
    ticket: { id: ticket, number, revision },
    decision,
    reasons,
    facts,
    policy,
    repeated: false,
    assignee: expert,
    place: placeOf(found.customer),
    at,
    ...(event.kind === "consent" && event.spent && { spent: true }),
  };
}

async function repeated(tx: Tx, event: Event): Promise<Changed> {
  const ticket = await ticketOfEvent(tx, event.id);
  if (!ticket) throw new Problem("not-found");
  return { ticket, decision: null, reasons: [], facts: {}, policy: null, repeated: true, assignee: null, place: placeOf(null), at: 0 };
}

function nothing(found: Case): Changed {
  const { id, number, revision } = found.ticket!;
  return { ticket: { id, number, revision }, decision: null, reasons: [], facts: {}, policy: null, repeated: true, assignee: null, place: placeOf(null), at: 0 };
}
