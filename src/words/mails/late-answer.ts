// The mail to whoever answered an offer that cannot be answered so: why nothing changed, what stands, and how it goes on. To somebody who may not answer it says no more than that.
import { type ClauseText, policyUrl } from "../clause.ts";
import { instantText } from "../instant.ts";
import { moneyText } from "../numbers.ts";
import { phrase } from "../phrase.ts";
import { greeting, mailLayout, ticketMail } from "./mail-layout.ts";
import type { Block, Mail, MailOffer, MailPromise, MailQuote, TicketMail } from "./model.ts";
import { documentBlocks, howToAnswer } from "./offer.ts";
import { promiseBlocks } from "./promise-line.ts";
import { offerPrice, quoteRows } from "./quote-rows.ts";

/** Why it changed nothing: it was answered before, another offer took its place, its request was closed first, nothing is offered any more, or it is not the writer's to answer. */
export type WhyLate = "accepted" | "declined" | "changed" | "closed" | "gone" | "not-theirs";

export interface LateAnswer extends TicketMail {
  readonly wrote: "yes" | "no";
  readonly why: WhyLate;
  readonly offer?: MailOffer; // that stands, or stood
  readonly by?: string; // who had answered it
  readonly at?: number; // when; of a closed one, when it was closed. Epoch ms
  readonly clause?: ClauseText | null; // that sets its price
  readonly charged?: MailQuote; // for the whole request, where something was charged
  readonly opened?: boolean; // what they wrote opened the request again
  readonly rests: boolean; // they said nothing else
  readonly promises?: readonly MailPromise[]; // whose times their mail changed
}

export function lateAnswerMail(mail: LateAnswer): Mail {
  if (mail.why === "not-theirs") return notTheirs(mail);
  const { lang, zone } = mail.reader;
  const { why, wrote, offer } = mail;
  const text = (id: Parameters<typeof phrase>[1], slots: Record<string, string> = {}, strong = false): Block => ({ is: "text", text: phrase(lang, id, slots), ...(strong && { strong }) });
  const time = mail.at === undefined ? "" : instantText(mail.at, lang, zone);
  const stands: Block[] = [text(`mail.late.${why}`, { number: mail.ticket.number, name: mail.by ?? "", time }, true)];
  // A price that nobody owes and nobody can agree to is not shown as one to pay.
  const price: Block[] = offer ? [offerPrice(offer, lang), ...(mail.clause ? [{ is: "clause" as const, clause: mail.clause }] : [])] : [];
  if (why === "accepted" || why === "changed") stands.push(...price);
  if (why === "accepted" && offer)
    stands.push(
      offer.allowance
        ? text("mail.late.no-more-drawn")
        : text(mail.charged ? "mail.late.was-charged" : "mail.late.no-more", { price: moneyText(offer.quote.gross, lang), sum: mail.charged ? moneyText(mail.charged.gross, lang) : "" }),
    );
  if (mail.charged && offer && mail.charged.gross.cents !== offer.quote.gross.cents) stands.push({ is: "heading", text: phrase(lang, "mail.late.charged-title") }, quoteRows(mail.charged, lang));
  // What was closed over and is open again can be answered again.
  const answerable = offer && (why === "changed" || (why === "closed" && mail.opened === true));
  const next: Block[] = [];
  if (why !== "changed") next.push(text(mail.rests ? "mail.late.rests" : mail.opened ? "mail.late.opened" : "mail.late.read"));
  if (answerable && mail.opened) next.push(text("mail.late.stands-again"), ...price);
  if (answerable) next.push(...documentBlocks(offer, lang), ...howToAnswer(offer, lang, mail.ticket.url));
  return ticketMail(mail, phrase(lang, "mail.late.title"), [
    text(`mail.late.wrote-${wrote}`, { number: mail.ticket.number }),
    ...stands,
    ...next,
    ...(mail.promises ?? []).flatMap((promise) => promiseBlocks(promise, mail.reader)),
  ]);
}

/** Neither number nor subject, price nor what became of it: they may know none of that. */
function notTheirs({ desk, reader: { lang, name } }: LateAnswer): Mail {
  const title = phrase(lang, "mail.late.not-theirs.title");
  return mailLayout({
    desk,
    lang,
    subject: title,
    title,
    blocks: [
      { is: "text", text: greeting(lang, name) },
      { is: "text", text: phrase(lang, "mail.late.not-theirs") },
      { is: "text", text: phrase(lang, "mail.late.not-theirs.next") },
    ],
    links: [{ label: phrase(lang, "mail.read-policy"), url: policyUrl(desk.url, lang) }],
    foot: [phrase(lang, "mail.late.not-theirs.why", { desk: desk.name })],
  });
}
