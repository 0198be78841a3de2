// All that an event does about paid work: the clock, what is given back, what the closing makes owed, what is offered; and who else is told.
import type { Taken } from "./taken.ts";
import type { DrawsNew, DrawsRow, PacksRow } from "../../database/rows.gen.ts";
import type { Decision, Facts, Included } from "../../policy/index.ts";
import type { AllowanceReturned } from "../../words/allowance.ts";
import type { MailQuote } from "../../words/mails/model.ts";
import { giveBackBy, type GivenBack } from "../allowances/give-back.ts";
import { leftFor } from "../allowances/reads.ts";
import { adjustBy } from "../charges/adjust.ts";
import { settlementOf } from "../decision-for.ts";
import type { Event } from "../event.ts";
import type { Case } from "../gather.ts";
import { tellHooks } from "./hooks.ts";
import { includedNow } from "../included.ts";
import { type Offered, offeredBy } from "../offers/offered.ts";
import type { Plan } from "../plan.ts";
import { offeredAllowance } from "./offered-allowance.ts";
import { type Draw, placeOf } from "../quote.ts";
import { settle } from "./settle.ts";
import { heldOffers } from "./still-left.ts";
import { type Follows, wouldFollow } from "./would-follow.ts";
import { workBy } from "../work/work.ts";

/** What is given back to an allowance now, why, and what is left of it then. */
export type Returned = AllowanceReturned;

interface Where {
  readonly desk: string;
  readonly ticket: string;
  readonly number: string;
  readonly requester: string;
  readonly at: number;
  readonly now: number; // when what leaves may leave
  readonly openedAt: number;
  readonly language: string;
  readonly zone: string;
  readonly facts: Facts;
}

/** Adds it to the plan. Throws Problem, with the reason, where the event cannot be. */
export function moneyHands(
  event: Event,
  found: Case,
  decision: Decision | null,
  where: Where,
  plan: Plan,
): { readonly offered: Offered | null; readonly charged: MailQuote | null; readonly taken: Taken | null; readonly follows: Follows | null; readonly returned: Returned | null } {
  const { policy, version } = found.running;
  const { desk, ticket, number, requester, at, now, openedAt, language, zone, facts } = where;
  const { work, charges, customer, holdings } = found;
  const results = (found.ticket?.results ?? {}) as Record<string, unknown>;
  const included = () => includedNow(policy, facts, { at, openedAt, zone });
  const offers = heldOffers(event, { policy, offers: found.offers, work, holdings, included, at, ticket }, plan);
  workBy(event, { policy, offers, work, results, closed: found.ticket?.status === "closed", asked: found.closing?.state === "open", desk, ticket, at }, plan);
  const drawn = (draw: Draw) => offeredAllowance(draw, { policy, holdings, included: included(), at, ticket });
  const money = { policy, offers, work, charges, customer, desk, ticket, at, language, place: placeOf(customer), holdings, included };
  const back = giveBackBy(event, { holdings, offers, included, organisation: customer?.organisation?.id ?? null, zone: policy.desk.zone, desk, ticket, number, at }, plan);
  if (event.kind !== "adjust-decided" || !holdings.giveBacks.some((g) => g.id === event.charge)) adjustBy(event, money, plan);
  const settled = settlementOf(policy, event, found, decision, { facts, at, openedAt, zone }, plan);
  const charged = settled && settle(settled, { ...money, requester }, plan);
  const offered = offeredBy(event, { ...found, offers }, decision, { ...money, version, drawn, requester }, plan);
  tellHooks(event, { found, offered, ticket, number, requester, at, now }, plan);
  const taken = (of: Plan): Taken | null => takenBy(of, found, included, { at, ticket });
  const follows = wouldFollow(policy, decision, { facts, at, openedAt, zone }, { settle: (then, scratch) => settle(then, { ...money, requester }, scratch), taken });
  return { offered, charged, taken: taken(plan), follows, returned: back && returnedNow(back, found, included, at) };
}

function returnedNow(
  { allowance, time, quantity, reason, rows, pack, until }: GivenBack,
  { holdings, running: { policy } }: Case,
  included: () => ReadonlyMap<string, Included>,
  at: number,
): Returned {
  const draws = [...holdings.draws, ...(rows as readonly (DrawsRow & { readonly place: string })[])];
  const packs = pack ? [...holdings.packs, pack as PacksRow] : holdings.packs;
  return { time, quantity, reason, until, deskZone: policy.desk.zone, ...leftFor({ ...holdings, draws, packs }, included().get(allowance), allowance, at, policy.desk.zone, null) };
}

function takenBy(plan: Plan, { holdings, running: { policy } }: Case, included: () => ReadonlyMap<string, Included>, { at, ticket }: Pick<Where, "at" | "ticket">): Taken | null {
  const rows = plan.writes.flatMap((write) => (write.table === "draws" ? (write.rows as readonly DrawsNew[]).filter((row) => row.quantity > 0) : []));
  const allowance = rows[0]?.allowance;
  if (allowance === undefined) return null;
  const known = included().get(allowance);
  const quantity = rows.reduce((sum, row) => sum + row.quantity, 0);
  const { left, of } = leftFor(holdings, known, allowance, at, policy.desk.zone, null);
  const reserved = holdings.agreed.filter((a) => a.ticket === ticket && a.allowance.id === allowance);
  const own = reserved.reduce((sum, a) => sum + a.allowance.reserved, 0);
  return { time: known?.time ?? reserved[0]?.allowance.time ?? true, quantity, left: Math.max(left + own - quantity, 0), of };
}
