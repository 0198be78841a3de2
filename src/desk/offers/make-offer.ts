// A price that a decision names becomes an offer that the customer answers. One that stands is not made twice; a new one takes the place of its elder.
import { newId } from "../../database/new-id.ts";
import type { OffersNew, OffersRow } from "../../database/rows.gen.ts";
import { type Decision, type Policy, type TaxPlace, toMilliseconds } from "../../policy/index.ts";
import { wordsOf } from "../../words/clause.ts";
import { chargeOf, type Draw, drawOf, quoted, quotedBy } from "../quote.ts";
import type { Event } from "../event.ts";
import type { Plan } from "../plan.ts";
import type { ShownDocument } from "./reads.ts";

/** The ticket, the moment, the customer's language and place, and the policy that holds. */
export interface Where {
  readonly desk: string;
  readonly ticket: string;
  readonly at: number;
  readonly language: string;
  readonly policy: Policy;
  readonly version: number;
  readonly place: TaxPlace;
  /** What may be drawn of an allowance, and for how much work, ms. */
  readonly drawn: (draw: Draw) => { readonly covers: number | null; readonly allowance: object };
}

/** Adds to the plan the offers that the decision makes and takes back, and returns what the customer has to answer now; null where that is nothing new. */
export function makeOffers(decision: Decision, known: readonly OffersRow[], event: Event, where: Where, plan: Plan): OffersNew | null {
  const made: OffersNew[] = [];
  for (const key of ["quote", "overrun", "recovery"] as const) {
    if (key === "overrun" && event.kind !== "go-on") continue; // a block is offered when somebody asks for it, not because time passes
    const charged = chargeOf(decision.effects, key);
    const open = known.find((o) => o.key === key && o.state === "open");
    const last = known.findLast((o) => o.key === key && o.state !== "replaced");
    const drawn = key === "quote" ? drawOf(decision.effects) : null;
    if (drawn) {
      if (last?.clause === drawn.clause && last.allowance !== null) continue;
      if (open) plan.statements.push(replaces(open.id));
      made.push(drawnOffer(drawn, documentsOf(decision, where), where));
      continue;
    }
    const byPerson = quotedBy(decision.effects, key);
    if (byPerson !== null && event.kind === "quote" && event.for === key) {
      if (open) plan.statements.push(replaces(open.id));
      made.push(personsOffer(event, byPerson, documentsOf(decision, where), where));
      continue;
    }
    if (byPerson !== null && open?.clause === byPerson) continue; // what a person quoted stands until they quote anew
    if (!charged || charged.charge.after !== "consent") {
      if (open && decision.results[`charges.${key}`] !== undefined) plan.statements.push(replaces(open.id));
      continue;
    }
    const documents = key === "overrun" ? [] : documentsOf(decision, where);
    if (last && key !== "overrun" && last.clause === charged.clause && last.net === charged.charge.price.cents) continue;
    if (open && open.clause === charged.clause && open.net === charged.charge.price.cents) continue;
    if (open) plan.statements.push(replaces(open.id));
    made.push(offer(key, charged, documents, where));
  }
  if (made.length) plan.writes.push({ table: "offers", rows: made });
  return made[0] ?? null;
}

function offer(
  key: "quote" | "overrun" | "recovery",
  { charge, clause }: NonNullable<ReturnType<typeof chargeOf>>,
  documents: readonly ShownDocument[],
  { desk, ticket, at, language, policy, version, place }: Where,
): OffersNew {
  const { net, taxes, gross } = quoted(policy, charge.price, place, language);
  const covers = charge.includes ?? (typeof charge.per === "object" ? charge.per : undefined);
  return {
    desk,
    id: newId(at),
    ticket,
    key,
    clause,
    policy: version,
    net: net.cents,
    taxes,
    gross: gross.cents,
    currency: net.currency,
    documents,
    covers: covers ? toMilliseconds(covers) : null,
    exact: charge.started === "exact",
    made_at: at,
  };
}

/** What costs no money but what is left of an allowance. */
function drawnOffer({ draw, clause }: NonNullable<ReturnType<typeof drawOf>>, documents: readonly ShownDocument[], where: Where): OffersNew {
  const price = { cents: 0, currency: where.policy.money.currency };
  return { ...offer("quote", { charge: { price, after: "consent" }, clause }, documents, where), taxes: [], ...where.drawn(draw) };
}

/** What a person quotes: their price and words, under the clause that leaves it to them. */
function personsOffer(event: Extract<Event, { kind: "quote" }>, clause: string, documents: readonly ShownDocument[], where: Where): OffersNew {
  const price = { cents: event.net, currency: where.policy.money.currency };
  return { ...offer(event.for, { charge: { price, after: "consent" }, clause }, documents, where), covers: event.covers, words: event.words, made_by: event.by.id };
}

/** The conditions of the decision, word for word in the customer's language. */
function documentsOf(decision: Decision, where: Where): ShownDocument[] {
  return decision.effects.flatMap((e) => (e.do === "conditions" ? (shownDocument(e.key, where) ?? []) : []));
}

/** A document of the policy as the customer reads it; null where there is none of this id. */
export function shownDocument(id: string, { policy, language }: Pick<Where, "policy" | "language">): ShownDocument | null {
  const document = policy.documents[id];
  return document ? { id, version: document.version, title: wordsOf(policy, document.title, language), words: wordsOf(policy, document.words, language).trim() } : null;
}

const replaces = (id: string): readonly [string, readonly unknown[]] => ["update offers set state = 'replaced' where desk = troth_desk() and id = $1 and state = 'open'", [id]];
