// The customer's answer to an offer: once, by somebody whose ticket it is, with every condition that it names.
import { newId } from "../../database/new-id.ts";
import type { OffersRow } from "../../database/rows.gen.ts";
import type { Event } from "../event.ts";
import type { Customer } from "../customer.ts";
import type { Plan } from "../plan.ts";
import { Problem } from "../problem.ts";
import type { ShownDocument } from "./reads.ts";
import { sentence } from "../../words/phrase.ts";

export type Answering = Extract<Event, { readonly kind: "consent" | "decline" }>;
interface Around {
  readonly offers: readonly OffersRow[];
  readonly customer: Customer | null;
  readonly closed: boolean;
  readonly desk: string;
  readonly at: number;
  readonly language: string;
}

/** The offer that the event answers. Throws Problem, with the reason, where it cannot be answered so. */
export function answered(event: Answering, { offers, closed }: Pick<Around, "offers" | "closed">): OffersRow {
  const offer = offers.find((o) => o.id === event.offer);
  if (!offer) throw new Problem("not-found", sentence("refused.no-offer"));
  if (event.by.kind !== "person" || event.by.id === null) throw new Problem("not-allowed", sentence("refused.offer-customers"));
  if (closed) throw new Problem("already-taken", sentence("refused.closed-no-charge"));
  if (offer.state === "replaced") throw new Problem("already-taken", sentence("refused.offer-replaced"));
  if (offer.state !== "open") throw new Problem("already-taken", sentence(offer.state === "accepted" ? "refused.offer-accepted" : "refused.offer-declined"));
  if (event.kind === "decline") return offer;
  const missing = (offer.documents as ShownDocument[]).filter((d) => !event.accepts.includes(d.id));
  if (missing.length)
    throw new Problem(
      "invalid-input",
      sentence("refused.offer-conditions"),
      missing.map((d) => ({ at: "accepts", message: `${d.id}: ${d.title}` })),
    );
  return offer;
}

/** Adds the answer to the plan: the offer's state, and each text as it was accepted. An earlier price for the same is owed no more. */
export function answerOffer(event: Answering, around: Around, plan: Plan): OffersRow {
  const { desk, at, customer, language } = around;
  const offer = answered(event, around);
  const state = event.kind === "consent" ? "accepted" : "declined";
  plan.statements.push([
    "update offers set state = $2, answered_at = at_ms($3), answered_by = $4, channel = $5 where desk = troth_desk() and id = $1",
    [offer.id, state, at, event.by.id, event.channel],
  ]);
  if (event.kind === "decline") return offer;
  if (offer.key !== "overrun") {
    plan.statements.push([
      "update offers set state = 'replaced', answered_at = null where desk = troth_desk() and ticket = $1 and key = $2 and state = 'accepted' and id <> $3",
      [offer.ticket, offer.key, offer.id],
    ]);
  }
  plan.writes.push({
    table: "acceptances",
    rows: (offer.documents as ShownDocument[]).map((d) => ({
      desk,
      id: newId(at),
      organisation: customer?.person.organisation ?? null,
      person: event.by.id!,
      document: d.id,
      version: d.version,
      policy: offer.policy,
      offer: offer.id,
      title: d.title,
      words: d.words,
      language,
      channel: event.channel,
      at,
    })),
  });
  return offer;
}
