// Giving back what a ticket took from an allowance, with four eyes: one proposes with a reason, another approves. Where it goes is proposed with it. SPEC 17.14
import { newId } from "../../database/new-id.ts";
import type { DrawsRow, OffersRow } from "../../database/rows.gen.ts";
import type { Event } from "../event.ts";
import type { Plan } from "../plan.ts";
import { Problem } from "../problem.ts";
import type { OfferedAllowance } from "./reads.ts";
import { type Around as Returning, type Place, type Placed, placed } from "./returned-to.ts";
import { sentence } from "../../words/phrase.ts";

interface Around extends Omit<Returning, "by"> {
  readonly offers: readonly OffersRow[]; // of the ticket
}
/** What was given back now; quantities in ms where it is `time`, else requests. */
export interface GivenBack extends Placed {
  readonly allowance: string;
  readonly time: boolean;
  readonly quantity: number;
  readonly reason: string;
}

/** What the ticket has taken from an allowance and not got back; null where it took nothing. */
export function drawnOn(draws: readonly DrawsRow[], ticket: string): { readonly allowance: string; readonly quantity: number } | null {
  const own = draws.filter((d) => d.ticket === ticket);
  const allowance = own.at(-1)?.allowance;
  return allowance === undefined ? null : { allowance, quantity: own.filter((d) => d.allowance === allowance).reduce((sum, d) => sum + d.quantity, 0) };
}

/** Adds the proposal, or what was decided about it, to the plan; what was given back by it, else null. Throws Problem, with the reason. */
export function giveBackBy(event: Event, around: Around, plan: Plan): GivenBack | null {
  if (event.kind === "adjust" && event.what === "give-back") propose(event, around, plan);
  return event.kind === "adjust-decided" ? decided(event, around, plan) : null;
}

function propose(event: Extract<Event, { readonly what: "give-back" }>, around: Around, plan: Plan): void {
  const { holdings, offers, desk, ticket, at } = around;
  const drawn = drawnOn(holdings.draws, ticket);
  if (!drawn) throw new Problem("not-allowed", sentence("refused.nothing-drawn"));
  const waiting = holdings.giveBacks.filter((g) => g.ticket === ticket && g.state === "proposed").reduce((sum, g) => sum + g.quantity, 0);
  const most = drawn.quantity - waiting;
  const { amount } = event;
  const time = "minutes" in amount;
  const counted = offers.findLast((o) => (o.allowance as OfferedAllowance | null)?.id === drawn.allowance)?.allowance as OfferedAllowance | undefined;
  if (time !== (counted?.time ?? true))
    throw new Problem("invalid-input", "The input has a fault.", [{ at: time ? "minutes" : "requests", message: time ? "this allowance counts requests" : "this allowance counts time" }]);
  const quantity = "minutes" in amount ? amount.minutes * 60_000 : amount.requests;
  if (quantity > most)
    throw new Problem("invalid-input", sentence("refused.more-than-drawn"), [{ at: time ? "minutes" : "requests", message: `at most ${time ? `${Math.floor(most / 60_000)} minutes` : most}` }]);
  const id = newId(at);
  const { to: place, ends } = event;
  const goes = placed({ allowance: drawn.allowance, quantity, place, ends }, id, { ...around, by: event.by.name });
  if ("message" in goes) throw new Problem("invalid-input", goes.said ?? goes.message, [goes]);
  plan.writes.push({
    table: "give_backs",
    rows: [{ desk, id, ticket, allowance: drawn.allowance, time, quantity, reason: event.reason, state: "proposed", place, ends, proposed_by: event.by.id!, made_at: at }],
  });
}

function decided(event: Extract<Event, { readonly kind: "adjust-decided" }>, around: Around, plan: Plan): GivenBack | null {
  const { holdings, ticket, at } = around;
  const proposed = holdings.giveBacks.find((g) => g.id === event.charge && g.ticket === ticket);
  if (!proposed) return null;
  if (proposed.state !== "proposed") throw new Problem("already-taken", sentence("refused.decided-already"));
  if (proposed.proposed_by === event.by.id) throw new Problem("not-allowed", sentence("refused.second-eyes"));
  const { allowance, quantity, time, reason } = proposed;
  plan.statements.unshift([
    "update give_backs set state = $2, decided_by = $3, decided_at = at_ms($4) where desk = troth_desk() and id = $1 and state = 'proposed'",
    [proposed.id, event.approved ? "booked" : "refused", event.by.id, at],
  ]);
  if (!event.approved) return null;
  if (quantity > (drawnOn(holdings.draws, ticket)?.quantity ?? 0)) throw new Problem("not-allowed", sentence("refused.more-than-drawn"));
  const goes = placed({ allowance, quantity, place: proposed.place as Place, ends: proposed.ends }, proposed.id, { ...around, by: event.by.name });
  if ("message" in goes)
    throw new Problem(
      "not-allowed",
      sentence("refused.return-no-more", (lang) => ({ why: goes.said?.(lang) ?? goes.message })),
    );
  plan.writes.push({ table: "draws", rows: goes.rows.map(({ place: _place, ...row }) => row) });
  if (goes.pack) plan.writes.push({ table: "packs", rows: [goes.pack] });
  return { allowance, time, quantity, reason, ...goes };
}
