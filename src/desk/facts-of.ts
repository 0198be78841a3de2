// From rows to facts: what is known around an event, under the names that the policy uses. Pure.
import type { Facts, Policy, Terms, Value } from "../policy/index.ts";
import { calendarIn, endsIn, factValue, openHours, SECTION_KINDS, standingAt } from "../policy/index.ts";
import { rulingFacts } from "./conduct/ruling-facts.ts";
import { standingOf } from "./conduct/standing.ts";
import { closesWith, closingFacts } from "./closings/closes-with.ts";
import type { Event } from "./event.ts";
import type { Case } from "./gather.ts";
import { hasAllowances, leftFacts } from "./included.ts";
import { workedFacts } from "./work/work.ts";

export interface Known {
  readonly facts: Facts;
  readonly openedAt: number;
}

const SPOKEN = ["en", "fr", "it", "ro"];

/** All facts that can be told for this event at this moment; what cannot be told is left out and so unknown. */
export function factsOf(found: Case, event: Event, at: number, language: string, zone: string): Known {
  const {
    running: { policy },
    ticket,
    customer,
  } = found;
  const openedAt = ticket?.opened_at ?? at;
  const facts: Record<string, Value> = {
    ...(ticket ? (ticket.results as Facts) : {}),
    channel: ticket?.channel ?? (event.kind === "ask" ? event.said.channel : null),
    language: SPOKEN.includes(language) ? language : "other",
    ...("said" in event && event.said?.authenticated && { "mail-authenticated": event.said.authenticated }),
    identified: customer?.organisation != null,
    standing: "good",
    maintenance: found.windows.some(({ starts, ends }) => starts <= at && at < ends),
    expert: found.found ?? (found.assignee ? "found" : ((ticket?.results as Facts | undefined)?.["expert"] ?? "found")),
    duplicate: found.duplicate.is,
    complete: true,
    age: at - openedAt,
    idle: at - (ticket ? lastSaid(found, event, at) : at),
    ...(ticket?.status === "closed" && ticket.closed_at !== null && { "closed-for": at - ticket.closed_at }),
    answers: found.answers,
    "waiting-on": waitingOn(ticket?.status ?? "open", event),
    "open-tickets": found.open.count,
    "oldest-open": found.open.oldest === null ? 0 : at - found.open.oldest,
    outcome: event.kind === "reopen" ? null : ((closesWith(event, found.closing) ?? ticket)?.outcome ?? null),
    ...closingFacts(event, found),
  };
  record(policy, customer?.organisation ?? null, { at, openedAt, zone: customer?.organisation?.zone ?? policy.desk.zone }, facts);
  facts["standing"] = standingOf(found.conduct.measures, at, facts["channel"] ?? null, facts["standing"] ?? null);
  told(policy, ticket?.claims, facts);
  if (event.kind === "ask") told(policy, { ...event.claims, ...(event.topic !== undefined && { topic: event.topic }) }, facts);
  if (event.kind === "claim") told(policy, event.claims, facts);
  told(policy, event.kind === "unsplit" ? event.findings : ticket?.findings, facts);
  if (event.kind === "finding" || event.kind === "checklist" || event.kind === "tick" || event.kind === "part" || event.kind === "split") told(policy, event.findings, facts);
  if (event.kind === "split") told(policy, { parts: event.parts.length + 1 }, facts); // each of them holds one afterwards
  Object.assign(facts, workedFacts(policy, event, found.offers, found.work, at));
  if (event.kind === "go-on") facts["charges.overrun"] = null; // each block is asked for anew
  for (const document of found.accepted) facts[`accepted.${document}`] = true;
  if (event.kind === "consent" && !event.spent) for (const document of event.accepts) facts[`accepted.${document}`] = true;
  for (const [fact, n] of Object.entries(found.counts)) facts[fact] = n;
  for (const r of found.rulings) facts[`ruling.${r.clause}`] = r.state;
  if (event.kind === "ruling") facts[`ruling.${event.clause}`] = event.state;
  Object.assign(facts, rulingFacts(ticket?.id ?? null, event, found.conduct.cases));
  if (hasAllowances(policy)) Object.assign(facts, leftFacts(policy, facts, found.holdings, { at, openedAt, zone }, ticket?.id ?? null));
  moments(policy, facts, at, openedAt, zone, found.found !== "nobody-on-duty");
  return { facts, openedAt };
}

/** Events that are the customer's word. */
const SAYS: ReadonlySet<Event["kind"]> = new Set<Event["kind"]>(["message", "tick", "joined", "heard", "agree-closing", "refuse-closing"]);
const lastSaid = (found: Case, event: Event, at: number): number => (SAYS.has(event.kind) ? at : (found.ticket?.said_at ?? at));

function waitingOn(status: string, event: Event): string {
  if (event.kind === "answer" || event.kind === "checklist") return "customer";
  if (event.kind === "ask" || SAYS.has(event.kind)) return "desk";
  return status === "waiting" ? "customer" : "desk";
}

/** Facts of the record: a value that is none of its fact is left out, so that it is unknown rather than wrong. SPEC 19. */
function record(
  policy: Policy,
  organisation: { readonly attributes: unknown; readonly terms: unknown } | null,
  when: { readonly at: number; readonly openedAt: number; readonly zone: string },
  facts: Record<string, Value>,
): void {
  if (!organisation) return;
  const kept = { attributes: organisation.attributes as Record<string, unknown>, terms: organisation.terms as Terms };
  Object.assign(facts, recordFacts(policy, standingAt(policy, kept, when.at, when.zone)), endsIn(kept, when.at, when.zone));
  if (Object.keys(kept.terms).length === 0) return;
  const then = recordFacts(policy, standingAt(policy, kept, when.openedAt, when.zone));
  for (const name of Object.keys(kept.terms)) {
    if (policy.facts[name]?.asOf !== "opening") continue;
    delete facts[name];
    if (then[name] !== undefined) facts[name] = then[name];
  }
}

/** What is held of the record as facts of the policy. */
export function recordFacts(policy: Policy, held: Readonly<Record<string, unknown>>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(held).flatMap(([name, raw]): [string, Value][] => {
      const fact = policy.facts[name];
      const value = fact && ["record", "human", "desk"].includes(fact.source) ? factValue(fact, raw) : undefined;
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Claims and findings; values were checked at the door, and are checked again because policies change. */
function told(policy: Policy, said: unknown, facts: Record<string, Value>): void {
  for (const [name, raw] of Object.entries((said ?? {}) as Record<string, unknown>)) {
    const fact = policy.facts[name];
    if (!fact || fact.source === "record") continue;
    const value = typeof raw === "number" ? raw : factValue(fact, raw);
    if (value !== undefined) facts[name] = value;
  }
}

/** Facts of the clock, for those calendars that a clause reads; `zone` is the customer's. */
function moments(policy: Policy, facts: Record<string, Value>, at: number, openedAt: number, zone: string, staffed: boolean): void {
  for (const calendar of Object.values(policy.calendars)) {
    const now = `now-in.${calendar.id}`;
    const opened = `opened-in.${calendar.id}`;
    const hours = openHours(calendarIn(calendar, zone));
    if (policy.facts[now]) facts[now] = hours.isOpen(at);
    if (policy.facts[opened]) facts[opened] = hours.isOpen(openedAt);
  }
  for (const name of Object.keys(policy.facts)) {
    if (name.startsWith("staffed.") && facts[name] === undefined) facts[name] = staffed;
    else if (name.startsWith("reachable.") && facts[name] === undefined) facts[name] = true;
    else if (name.startsWith("accepted.") && facts[name] === undefined) facts[name] = false;
    else if (name.startsWith("was.")) facts[name] = facts[name.slice(4)] ?? null;
  }
}

/** Facts that a customer may see, of those that a decision read: theirs, never staff's. DESIGN.md §2. */
export function shownFacts(policy: Policy, facts: Facts, names: readonly string[]): Record<string, Value> {
  return Object.fromEntries(names.filter((n) => policy.facts[n]?.shown === "customer").map((n) => [n, facts[n] ?? null]));
}

/** True for the name of a table's result, which is kept with the ticket between decisions. */
export const isSection = (name: string): boolean => Object.hasOwn(SECTION_KINDS, name.split(".")[0] ?? "");
