// What of a policy, and which events, are about conduct. Pure.
import type { Policy } from "../../policy/index.ts";
import type { Event } from "../event.ts";

const known = new WeakMap<Policy, ReadonlySet<string>>();

/** Ids of the clauses on conduct. */
export function conductClauses(policy: Policy): ReadonlySet<string> {
  let ids = known.get(policy);
  if (!ids) known.set(policy, (ids = new Set(policy.clauses.filter((c) => c.section === "conduct").map((c) => c.id))));
  return ids;
}

/** What staff may report: the facts that they find and that a clause on conduct reads. On a ticket nobody is shown them; they belong to the case. */
export function reportable(policy: Policy): readonly string[] {
  const read = policy.clauses.filter((c) => c.section === "conduct").flatMap((c) => c.reads);
  return [...new Set(read)].filter((name) => policy.facts[name]?.source === "agent");
}

/** What a case rests on: that, and what a clause on conduct counts. It is judged by what was found, whatever is counted when it is decided. */
export function restsOn(policy: Policy): readonly string[] {
  const read = policy.clauses.filter((c) => c.section === "conduct").flatMap((c) => c.reads);
  return [...new Set(read)].filter((name) => policy.facts[name]?.source === "agent" || policy.facts[name]?.counts !== undefined);
}

/** Whether a measure binds the person or their whole customer: as the policy says of whom standing is a fact. */
export const bindsPerson = (policy: Policy): boolean => policy.facts["standing"]?.of === "person";

/** True where the policy has anything to do with conduct: else nothing is looked up. */
export const heedsConduct = (policy: Policy): boolean => conductClauses(policy).size > 0 || policy.facts["standing"] !== undefined;

/** Timers on conduct: what each is about, with the id of the case or the measure. */
export const CONDUCT_TIMERS = { lapse: "conduct/lapse/", end: "conduct/end/", begun: "conduct/begun/", lifted: "conduct/lifted/" } as const;
export type ConductTimer = keyof typeof CONDUCT_TIMERS;

/** The id in what a timer is about, where it is one of this kind. */
export function timerOf(event: Event, kind: ConductTimer): string | null {
  return event.kind === "timer" && event.about.startsWith(CONDUCT_TIMERS[kind]) ? event.about.slice(CONDUCT_TIMERS[kind].length) : null;
}

/** True for the event by which a ticket hears that its customer's standing has changed. */
export const isStanding = (event: Event): boolean => timerOf(event, "begun") !== null || timerOf(event, "lifted") !== null;

/** True for what happens in a case and not on its ticket: neither the ticket's thread nor its state hears of it. */
export const isOfCase = (event: Event): boolean =>
  event.kind.startsWith("conduct-") || (event.kind === "finding" && event.report !== undefined) || timerOf(event, "lapse") !== null || timerOf(event, "end") !== null;
