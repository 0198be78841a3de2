// A mail that plainly agrees to an offer, or refuses it: what it does, and what staff are told where it cannot.
import type { Tx } from "../../database/tx.ts";
import type { Event, LateAnswer } from "../../desk/event.ts";
import { answeredMail, toldLately } from "../../desk/mails/answered-mail.ts";
import type { Answering } from "../../desk/offers/answer-offer.ts";
import { offersOf, type ShownDocument } from "../../desk/offers/reads.ts";
import { mayAct, standingOn } from "../../desk/mails/participants.ts";
import type { Verdict } from "../../desk/mails/proof.ts";
import { lockTicket } from "../../desk/tickets/reads.ts";
import { offerAnswer, onlyAnswersOffer } from "../../words/offer-answer.ts";
import { phrase } from "../../words/phrase.ts";
import type { Place } from "./place-mail.ts";

/** What a mail can do beside saying something: answer an offer, say whether it may be closed, contest a fact. */
export type ActedOn = Answering | Extract<Event, { readonly kind: "agree-closing" | "refuse-closing" | "claim" }>;
export type OfferAnswered =
  | { readonly act: ActedOn; readonly asked: string } // the act as a sentence in the ticket's language
  | { readonly note: string; readonly late?: LateAnswer; readonly rests?: true }; // why it is no answer, for staff, and to be told to its writer; `rests`: it says nothing new

interface Written {
  readonly text: string;
  readonly author: string;
  readonly answers: readonly string[]; // Message-IDs
  readonly verdict: Verdict;
  readonly at: number;
}

/** Null where the mail is no answer to an offer: a message like any other. The ticket is locked from here on. */
export async function offerByMail(tx: Tx, place: Extract<Place, { is: "message" }>, mail: Written, id: string): Promise<OfferAnswered | null> {
  const answer = offerAnswer(mail.text);
  if (answer === null) return null;
  const ticket = await lockTicket(tx, place.ticket.id);
  const offers = ticket ? await offersOf(tx, ticket.id) : [];
  if (!ticket || offers.length === 0) return null;
  const { language } = ticket;
  const offer = offers.findLast((o) => o.state === "open");
  const [stands, answered] = await Promise.all([standingOn(tx, ticket.id, mail.author), answeredMail(tx, ticket.id, mail.answers)]);
  const may = mayAct(stands) && !place.heeds.includes("stranger");
  // What agrees to a person's own words agrees to those, where nothing is offered any more.
  if (may && !offer && answered?.mail === "answer") return null;
  const refused = async (why: "none" | "stranger" | "changed"): Promise<OfferAnswered> => {
    const note = phrase(language, "mail.note.offer-refused", { why: phrase(language, `mail.note.offer-${why}`) });
    const last = offers.findLast((o) => o.state === "accepted" || o.state === "declined");
    // What was answered before is answered the same again, and nothing else is said: a closed ticket stays as it is.
    const rests = may && ticket.status === "closed" && !offer && last?.state === (answer === "yes" ? "accepted" : "declined") && onlyAnswersOffer(mail.text, place.sender.name);
    const told = mail.verdict === "fail" || stands === "nobody" || (await toldLately(tx, ticket.id, mail.author, offers, mail.at));
    if (told) return { note, ...(rests && { rests }) };
    return { note, late: { answer, theirs: may }, ...(rests && { rests }) };
  };
  if (!may) return refused("stranger");
  if (!offer || ticket.status === "closed") return refused("none");
  if (answered && answered.at < offer.made_at) return refused("changed"); // nobody agrees to a price that they have not read
  const on = { id, by: { kind: "person", ...place.sender }, ticket: ticket.id, offer: offer.id, channel: "mail" } as const;
  return answer === "yes"
    ? { act: { kind: "consent", ...on, accepts: (offer.documents as ShownDocument[]).map((d) => d.id) }, asked: phrase(language, "mail.offer.asked-yes") }
    : { act: { kind: "decline", ...on }, asked: phrase(language, "mail.offer.asked-no") };
}
