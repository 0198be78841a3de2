// Gathers what a decision may look at: the rows around a ticket or around somebody who asks, in one burst of queries.
import type { Customer } from "./customer.ts";
import type { ChargesRow, OffersRow, PromisesRow, RulingsRow, TicketsRow } from "../database/rows.gen.ts";
import type { Tx } from "../database/tx.ts";
import { heedsMaintenance, needs, type Needs, type Policy } from "../policy/index.ts";
import type { Moment } from "../policy/index.ts";
import { heedsConduct } from "./conduct/about.ts";
import { type Conduct, conductOf, NO_CONDUCT } from "./conduct/reads.ts";
import { type Holdings, holdingsOf, lockHoldings, NO_HOLDINGS } from "./allowances/reads.ts";
import { hasAllowances } from "./included.ts";
import { type Closing, closingsOf } from "./closings/reads.ts";
import { chargesOf } from "./charges/adjust.ts";
import { type Window, windowsFrom } from "./maintenance/windows.ts";
import { acceptedIn, asTheyAre, offersOf } from "./offers/reads.ts";
import { countOccurrences, TICKET_OPENED } from "./occurrences/reads.ts";
import { customerOfTicket } from "./people/reads.ts";
import { calendarsOf, datedPolicy, type RunningPolicy } from "./policies/running.ts";
import { Problem } from "./problem.ts";
import { promisesOf } from "./promises/reads.ts";
import { rulingsOf } from "./rulings/reads.ts";
import { type Expert, type ExpertFound, expertOf, otherExpert } from "./staff/reads.ts";
import { type Duplicate, duplicateOf } from "./views/alike-tickets.ts";
import { whoAsks } from "./views/who-asks.ts";
import { type Work, workOf } from "./work/work.ts";
import { answersOn, contestedOn, lockTicket, openTicketsOf } from "./tickets/reads.ts";
import type { Event } from "./event.ts";
import { overtaken } from "./overtaken.ts";

/** All that is known around one event. */
export interface Case {
  readonly ticket: TicketsRow | null; // null: it is just being opened
  readonly repeated: boolean; // the request had arrived before
  readonly duplicate: Duplicate; // of a request that is just being asked
  readonly number: number; // of the ticket that is just being opened, without the desk's prefix
  readonly customer: Customer | null; // null: an address that nobody here knows
  readonly running: RunningPolicy;
  readonly promises: readonly PromisesRow[];
  readonly rulings: readonly RulingsRow[];
  readonly answers: number;
  readonly open: { readonly count: number; readonly oldest: number | null };
  readonly counts: Readonly<Record<string, number>>;
  readonly windows: readonly Window[]; // of announced maintenance that are not over; none where the policy does not ask
  readonly candidate: Expert | null; // who could take it now
  readonly found: ExpertFound | null; // whether there is one; null where nobody looked
  readonly hours: number; // the state of the desk's closures
  /** The calendars of promises that were made at an earlier state. */
  readonly calendars: ReadonlyMap<number, Policy["calendars"]>;
  readonly assignee: Expert | null;
  readonly offers: readonly OffersRow[]; // of this ticket, the oldest first
  readonly charges: readonly ChargesRow[];
  readonly contested: readonly string[]; // facts that the customer said are wrong; none where the policy promises no review
  readonly closing: Closing | null; // the last that the customer was asked about
  readonly holdings: Holdings; // of the customer's allowances
  readonly work: readonly Work[]; // the oldest first
  readonly conduct: Conduct;
  readonly accepted: readonly string[]; // documents whose texts as they are now the customer has accepted
  readonly hooked: boolean; // other systems may be told: false where nobody asked for it
}

/** Around somebody who asks. */
export async function gatherAsk(tx: Tx, desk: string, event: Extract<Event, { kind: "ask" }>, at: number, takeNumber: boolean): Promise<Case> {
  const { asker, topic = null } = event;
  const { customer, version, candidate, found, number, hours, accepted, conducted, hooked, repeated } = await whoAsks(tx, asker, at, topic, takeNumber, event.id);
  const running = await datedPolicy(tx, desk, version, hours);
  const wants = needs(running.policy, "opened");
  const [duplicate, open, counts, windows, conduct, holdings] = await Promise.all([
    duplicateIfNeeded(tx, wants, running.policy, customer, event),
    openIfNeeded(tx, wants, customer),
    countsFor(tx, wants, customer, at),
    windowsIfNeeded(tx, running.policy, at),
    conducted ? conductIfNeeded(tx, running.policy, customer) : NO_CONDUCT,
    holdingsIfNeeded(tx, running.policy, customer),
  ]);
  for (const c of wants.counts) if (c.of === TICKET_OPENED && c.until === "this-event") counts[c.fact] = (counts[c.fact] ?? 0) + 1; // this one
  return {
    ticket: null,
    repeated,
    duplicate,
    number,
    customer,
    running,
    promises: [],
    rulings: [],
    answers: 0,
    open,
    counts,
    windows,
    candidate,
    found,
    assignee: null,
    hours,
    calendars: new Map(),
    offers: [],
    work: [],
    charges: [],
    closing: null,
    contested: [],
    accepted: wantsAccepted(wants) ? asTheyAre(running.policy, accepted) : [],
    conduct,
    holdings,
    hooked,
  };
}

/** Around a ticket, which is locked until the transaction ends. Where it is handed over, also to whom. Throws not-found, and changed-meanwhile where `expect` is older. */
export async function gatherTicket(tx: Tx, desk: string, id: string, at: number, moment: Moment | null, expect: number | undefined, handsOver: boolean): Promise<Case> {
  const [ticket, customer, promises, rulings, answers, assignee] = await Promise.all([
    lockTicket(tx, id),
    customerOfTicket(tx, id),
    promisesOf(tx, id),
    rulingsOf(tx, id),
    answersOn(tx, id),
    expertOf(tx, id),
  ]);
  if (!ticket) throw new Problem("not-found");
  if (expect !== undefined && ticket.revision !== expect) throw overtaken("ticket", ticket.revision, expect);
  const { desk_hours: hours } = ticket;
  const [running, calendars] = await Promise.all([
    datedPolicy(tx, desk, ticket.policy, hours),
    calendarsOf(
      tx,
      desk,
      ticket.policy,
      promises.map((p) => p.hours).filter((made) => made < hours),
    ),
  ]);
  const wants = moment ? wantedAt(running.policy, moment) : { facts: [], counts: [] };
  const [open, counts, windows, accepted, conduct, offers, work, charges, holdings, closings, contested] = await Promise.all([
    openIfNeeded(tx, wants, customer),
    countsFor(tx, wants, customer, at),
    windowsIfNeeded(tx, running.policy, at),
    acceptedIfNeeded(tx, wants, running.policy, customer),
    conductIfNeeded(tx, running.policy, customer, id),
    ifPriced(running.policy, () => offersOf(tx, id)),
    ifPriced(running.policy, () => workOf(tx, id)),
    ifPriced(running.policy, () => chargesOf(tx, id)),
    holdingsIfNeeded(tx, running.policy, customer),
    running.policy.tables["closure/"]?.some((c) => c.outcome["closure"] === "ask") ? closingsOf(tx, id) : [],
    promisesReview(running.policy) ? contestedOn(tx, id) : [],
  ]);
  const other = handsOver ? await otherExpert(tx, topicOf(ticket), at, ticket.assignee, ticket.requester) : null;
  return {
    ticket,
    repeated: false,
    duplicate: ONE_OF_ITS_KIND,
    number: 0,
    customer,
    running,
    promises,
    rulings,
    answers,
    open,
    counts,
    windows,
    candidate: other?.expert ?? null,
    found: other?.found ?? null,
    assignee,
    hours,
    calendars,
    accepted,
    conduct,
    offers,
    work,
    charges,
    closing: closings.at(-1) ?? null,
    contested,
    holdings,
    hooked: true,
  };
}

/** Where hours may be agreed to that are gone by then, the price that takes their place is decided as well. */
function wantedAt(policy: Policy, moment: Moment): Needs {
  const wants = needs(policy, moment);
  if (moment !== "consent" || !hasAllowances(policy)) return wants;
  const price = needs(policy, "finding");
  return { facts: [...wants.facts, ...price.facts], counts: [...wants.counts, ...price.counts] };
}

/** What it is about: as found, else as said. */
function topicOf(ticket: TicketsRow): string | null {
  const { topic } = { ...(ticket.claims as Record<string, unknown>), ...(ticket.findings as Record<string, unknown>) };
  return typeof topic === "string" ? topic : null;
}

/** Where a policy has no charges, nothing is offered and no time is counted. */
const ifPriced = async <T>(policy: Policy, read: () => Promise<T[]>): Promise<T[]> => (Object.keys(policy.tables).some((t) => t.startsWith("charges/")) ? read() : []);
const wantsAccepted = (wants: Needs): boolean => wants.facts.some((f) => f.startsWith("accepted."));
const acceptedIfNeeded = async (tx: Tx, wants: Needs, policy: Policy, customer: Customer | null): Promise<string[]> =>
  customer && wantsAccepted(wants) ? acceptedIn(tx, policy, customer.person) : [];
/** What is agreed and drawn stands still while this event is decided: two requests never count on the same hour. */
async function holdingsIfNeeded(tx: Tx, policy: Policy, customer: Customer | null): Promise<Holdings> {
  if (!customer || !hasAllowances(policy)) return NO_HOLDINGS;
  await lockHoldings(tx, customer.organisation?.id ?? customer.person.id);
  return holdingsOf(tx, customer);
}
const conductIfNeeded = async (tx: Tx, policy: Policy, customer: Customer | null, ticket: string | null = null): Promise<Conduct> =>
  customer && heedsConduct(policy) ? conductOf(tx, customer.person.id, customer.person.organisation, ticket) : NO_CONDUCT;
const windowsIfNeeded = async (tx: Tx, policy: Policy, at: number): Promise<Window[]> => (heedsMaintenance(policy) ? windowsFrom(tx, at) : []);

const promisesReview = (policy: Policy): boolean => policy.clauses.some((c) => c.section === "promises" && c.outcome["starts"] === "contested");

const ONE_OF_ITS_KIND: Duplicate = { is: "none", of: null };
async function duplicateIfNeeded(tx: Tx, wants: Needs, policy: Policy, customer: Customer | null, { subject, said, topic }: Extract<Event, { kind: "ask" }>): Promise<Duplicate> {
  if (!customer || !wants.facts.includes("duplicate")) return ONE_OF_ITS_KIND;
  const language = said.language ?? customer.person.language ?? policy.desk.languages[0] ?? "en";
  return duplicateOf(tx, policy, customer.person, { subject, text: said.text, language, topic: topic ?? null, files: (said.files ?? []).map((file) => file.sha) });
}

async function openIfNeeded(tx: Tx, wants: Needs, customer: Customer | null): Promise<Case["open"]> {
  if (!customer || !wants.facts.some((f) => f === "open-tickets" || f === "oldest-open")) return { count: 0, oldest: null };
  return openTicketsOf(tx, customer.person.organisation ?? null, customer.person.id);
}

async function countsFor(tx: Tx, wants: Needs, customer: Customer | null, at: number): Promise<Record<string, number>> {
  if (!customer) return {};
  const pairs = await Promise.all(wants.counts.map(async (c) => [c.fact, await countOccurrences(tx, c, customer, at)] as const));
  return Object.fromEntries(pairs);
}
