// What an offer to draw from an allowance holds when it is agreed to, and when work begins: what was left when it was made may have gone to another request since. SPEC 17.15
import type { OffersRow, WorkRow } from "../../database/rows.gen.ts";
import type { Facts, Included, Policy } from "../../policy/index.ts";
import { freeFor, type Holdings, type OfferedAllowance, takenOn } from "../allowances/reads.ts";
import type { Event } from "../event.ts";
import { includedNow, type Moment } from "../included.ts";
import type { Plan } from "../plan.ts";
import { WORK_KINDS, workedTime } from "../work/work.ts";

interface Around {
  readonly policy: Policy;
  readonly offers: readonly OffersRow[]; // of the ticket
  readonly work: readonly WorkRow[];
  readonly holdings: Holdings;
  readonly included: () => ReadonlyMap<string, Included>;
  readonly at: number;
  readonly ticket: string;
}

/** The most that the request can draw in all, ms or requests. */
function mostOf(allowance: OfferedAllowance, { policy, holdings, included, at, ticket }: Around): number {
  return takenOn(holdings.draws, ticket, allowance.id) + freeFor(holdings, included().get(allowance.id), allowance.id, at, policy.desk.zone, ticket);
}

/** The ticket's offers as they hold at this event; the plan keeps what shrank. Only agreeing, beginning work and asking for more rest on it: a clock that runs keeps what it began with, and what was worked stays agreed. */
export function heldOffers(event: Event, around: Around, plan: Plan): readonly OffersRow[] {
  const rests = (o: OffersRow): boolean => (event.kind === "consent" ? o.id === event.offer && o.state === "open" : (event.kind === "work-start" || event.kind === "go-on") && o.state === "accepted");
  return around.offers.map((offer) => {
    const allowance = offer.allowance as OfferedAllowance | null;
    if (allowance === null || !allowance.time || !rests(offer)) return offer;
    const worked = WORK_KINDS.reduce((sum, kind) => sum + workedTime(around.work, kind, around.at), 0);
    const most = Math.max(mostOf(allowance, around), worked);
    if (most >= allowance.reserved && most >= (offer.covers ?? 0)) return offer;
    const covers = Math.min(offer.covers ?? most, most);
    const held: OfferedAllowance = { ...allowance, left: most, reserved: Math.min(allowance.reserved, most) };
    plan.statements.push(["update offers set covers = $2, allowance = $3::text::jsonb where desk = troth_desk() and id = $1", [offer.id, covers, JSON.stringify(held)]]);
    return { ...offer, covers, allowance: held };
  });
}

interface Found {
  readonly work: readonly WorkRow[];
  readonly ticket: { readonly id: string; readonly status: string } | null;
  readonly offers: readonly OffersRow[];
  readonly holdings: Holdings;
  readonly running: { readonly policy: Policy };
}

/** The event where the customer agrees to what is gone altogether: nothing is agreed to by it, and the price is decided anew. Null where something is left. */
export function agreedTooLate(event: Event, { ticket, offers, work, holdings, running: { policy } }: Found, facts: Facts, moment: Moment): Event | null {
  if (event.kind !== "consent" || event.spent || !ticket || ticket.status === "closed") return null;
  const offer = offers.find((o) => o.id === event.offer && o.state === "open");
  const allowance = offer?.allowance as OfferedAllowance | null | undefined;
  if (!allowance) return null;
  const most = mostOf(allowance, { policy, offers, work, holdings, included: () => includedNow(policy, facts, moment), at: moment.at, ticket: ticket.id });
  return most <= takenOn(holdings.draws, ticket.id, allowance.id) ? { ...event, spent: true } : null;
}
