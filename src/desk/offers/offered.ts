// What an event does about offers: it makes one, or it is the customer's answer to one.
import type { OffersNew, OffersRow } from "../../database/rows.gen.ts";
import type { Decision } from "../../policy/index.ts";
import type { MailOffer } from "../../words/mails/model.ts";
import type { Event } from "../event.ts";
import type { Case } from "../gather.ts";
import type { Plan } from "../plan.ts";
import { Problem } from "../problem.ts";
import { acceptedByUse } from "./accepted-by-use.ts";
import { answerOffer } from "./answer-offer.ts";
import { makeOffers, type Where } from "./make-offer.ts";
import { sentence } from "../../words/phrase.ts";

export interface Offered {
  readonly is: "asked" | "accepted" | "declined";
  readonly row: OffersRow | OffersNew;
}

/** Adds it to the plan; null where the event is about no offer. Throws Problem where an answer cannot stand. */
export function offeredBy(event: Event, found: Case, decision: Decision | null, where: Where & { readonly requester: string }, plan: Plan): Offered | null {
  if ((event.kind === "consent" && !event.spent) || event.kind === "decline") {
    const row = answerOffer(event, { ...where, offers: found.offers, customer: found.customer, closed: found.ticket?.status === "closed" }, plan);
    return { is: event.kind === "consent" ? "accepted" : "declined", row };
  }
  if (event.kind === "quote" && found.ticket?.status === "closed") throw new Problem("already-taken", sentence("refused.closed-no-charge"));
  if (!decision || plan.ticket.status === "closed" || found.ticket?.status === "closed") return null;
  if (event.kind === "quote" && event.by.kind !== "staff") throw new Problem("not-allowed", sentence("refused.staff-quote"));
  // By using the desk somebody accepts as far as it is them: a mail that nothing proves accepts nothing, and is told the text again.
  if (event.kind === "ask" && (event.said.authenticated ?? "pass") === "pass") {
    const rows = acceptedByUse(decision, where, { person: where.requester, organisation: found.customer?.person.organisation ?? null, channel: event.said.channel });
    if (rows.length) plan.writes.push({ table: "acceptances", rows });
  }
  const row = makeOffers(decision, found.offers, event, where, plan);
  if (!row && event.kind === "go-on") throw new Problem("not-allowed", sentence("refused.no-price-more"));
  if (!row && event.kind === "quote") throw new Problem("not-allowed", sentence("refused.no-price-person"));
  return row && { is: "asked", row };
}

export function mailOffer(row: OffersRow | OffersNew): MailOffer {
  const { currency, words } = row;
  const allowance = row.allowance as MailOffer["allowance"] | null;
  return {
    key: row.key,
    ...(allowance && { allowance }),
    ...(words && { words }),
    documents: row.documents as MailOffer["documents"],
    quote: { net: { cents: row.net, currency }, taxes: row.taxes as MailOffer["quote"]["taxes"], gross: { cents: row.gross, currency } },
  };
}
