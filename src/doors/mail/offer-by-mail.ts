// A mail that plainly agrees to an offer, or refuses it: what it does, and what staff are told where it cannot.
import type { Tx } from "../../database/tx.ts";
import type { Event } from "../../desk/event.ts";
import type { Answering } from "../../desk/offers/answer-offer.ts";
import { offersOf, type ShownDocument } from "../../desk/offers/reads.ts";
import { standingOn } from "../../desk/mails/participants.ts";
import { lockTicket } from "../../desk/tickets/reads.ts";
import { offerAnswer } from "../../words/offer-answer.ts";
import { phrase } from "../../words/phrase.ts";
import type { Place } from "./place-mail.ts";

/** What a mail can do beside saying something: answer an offer, say whether it may be closed, contest a fact. */
export type ActedOn = Answering | Extract<Event, { readonly kind: "agree-closing" | "refuse-closing" | "claim" }>;
export type OfferAnswered = { readonly act: ActedOn /** The act as a sentence in the ticket's language. */; readonly asked: string } | { readonly note: string }; // why it is no answer, for staff

/** Null where the mail is no answer to an offer: a message like any other. The ticket is locked from here on. */
export async function offerByMail(tx: Tx, place: Extract<Place, { is: "message" }>, mail: { readonly text: string; readonly author: string }, id: string): Promise<OfferAnswered | null> {
  const answer = offerAnswer(mail.text);
  if (answer === null) return null;
  const ticket = await lockTicket(tx, place.ticket.id);
  const offers = ticket ? await offersOf(tx, ticket.id) : [];
  if (!ticket || offers.length === 0) return null;
  const { language } = ticket;
  const refused = (why: "mail.note.offer-none" | "mail.note.offer-stranger"): OfferAnswered => ({ note: phrase(language, "mail.note.offer-refused", { why: phrase(language, why) }) });
  if (place.heeds.includes("stranger") || (await standingOn(tx, ticket.id, mail.author)) !== "theirs") return refused("mail.note.offer-stranger");
  const offer = offers.findLast((o) => o.state === "open");
  if (!offer || ticket.status === "closed") return refused("mail.note.offer-none");
  const on = { id, by: { kind: "person", ...place.sender }, ticket: ticket.id, offer: offer.id, channel: "mail" } as const;
  return answer === "yes"
    ? { act: { kind: "consent", ...on, accepts: (offer.documents as ShownDocument[]).map((d) => d.id) }, asked: phrase(language, "mail.offer.asked-yes") }
    : { act: { kind: "decline", ...on }, asked: phrase(language, "mail.offer.asked-no") };
}
