// A mail that plainly says whether a ticket may be closed: what it does, and what staff are told where it cannot.
import type { Tx } from "../../database/tx.ts";
import { closingsOf } from "../../desk/closings/reads.ts";
import { standingTicket } from "../../desk/joins/reads.ts";
import { isTheirs } from "../../desk/mails/participants.ts";
import { lockTicket } from "../../desk/tickets/reads.ts";
import { closingAnswer, onlyAgreesToClosing } from "../../words/closing-answer.ts";
import { phrase } from "../../words/phrase.ts";
import type { OfferAnswered } from "./offer-by-mail.ts";
import type { Place } from "./place-mail.ts";

/** Null where nobody is asked, or the mail is no plain answer: a message like any other. The ticket is locked from here on. */
export async function closingByMail(tx: Tx, place: Extract<Place, { is: "message" }>, mail: { readonly text: string; readonly author: string }, id: string): Promise<OfferAnswered | null> {
  const answer = closingAnswer(mail.text);
  if (answer === null) return null;
  // Who reads the answers of the ticket that theirs was joined into says so for it, as in the portal.
  const standing = await standingTicket(tx, place.ticket.id);
  const ticket = await lockTicket(tx, standing);
  const closings = ticket ? await closingsOf(tx, ticket.id) : [];
  const open = ticket?.status !== "closed" && closings.some((c) => c.state === "open");
  // A yes that says again what was agreed to before opens nothing.
  const again = ticket?.status === "closed" && closings.at(-1)?.state === "agreed" && answer === "yes" && onlyAgreesToClosing(mail.text, place.sender.name);
  if (!ticket || !(open || again)) return null;
  const { language } = ticket;
  if (again) return { note: phrase(language, "mail.note.closing-again"), rests: true };
  if (place.heeds.includes("stranger") || !(await isTheirs(tx, [place.ticket.id, standing], mail.author)))
    return { note: phrase(language, "mail.note.closing-refused", { why: phrase(language, "mail.note.closing-stranger") }) };
  const on = { id, by: { kind: "person", ...place.sender }, ticket: place.ticket.id, channel: "mail" } as const;
  return answer === "yes"
    ? { act: { kind: "agree-closing", ...on }, asked: phrase(language, "mail.closing.asked-yes") }
    : { act: { kind: "refuse-closing", ...on }, asked: phrase(language, "mail.closing.asked-no") };
}
