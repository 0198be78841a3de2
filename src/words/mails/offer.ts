// The mail about an offer: what it costs and what is to be accepted with it, how to answer; or what the customer has answered, kept as it was.
import type { Lang } from "../../policy/model.ts";
import type { ClauseText } from "../clause.ts";
import { instantText } from "../instant.ts";
import { phrase } from "../phrase.ts";
import { ticketMail } from "./mail-layout.ts";
import type { Block, Mail, MailOffer, TicketMail } from "./model.ts";
import { offerPrice } from "./quote-rows.ts";

export interface OfferMail extends TicketMail {
  readonly is: "asked" | "accepted" | "declined";
  readonly offer: MailOffer;
  readonly clause: ClauseText | null; // that sets the price
  readonly by?: string; // who answered
  readonly at: number; // epoch ms
  readonly policyVersion: number;
  readonly spent?: true; // asked because the reader has just agreed to draw on what other requests have used up
}

export function offerMail(mail: OfferMail): Mail {
  const { lang, zone } = mail.reader;
  const { is, offer } = mail;
  const blocks: Block[] = mail.spent ? [{ is: "text", text: phrase(lang, "mail.offer.spent"), strong: true }] : [];
  if (is === "asked")
    blocks.push({ is: "text", text: phrase(lang, offer.key === "overrun" ? "mail.offer.goes-on" : offer.allowance ? "mail.offer.intro-free" : "mail.offer.intro", { number: mail.ticket.number }) });
  else blocks.push({ is: "text", text: phrase(lang, `mail.offer.${is}`, { name: mail.by ?? "", time: instantText(mail.at, lang, zone) }) });
  if (mail.clause) blocks.push({ is: "clause", clause: mail.clause });
  if (offer.words !== undefined) blocks.push({ is: "message", text: offer.words });
  blocks.push(offerPrice(offer, lang), ...documentBlocks(offer, lang));
  if (is === "asked") blocks.push(...howToAnswer(offer, lang, mail.ticket.url));
  else if (is === "accepted") blocks.push({ is: "text", text: phrase(lang, "mail.offer.kept", { version: mail.policyVersion }) });
  return ticketMail(mail, phrase(lang, `mail.offer.title-${is}`), blocks);
}

/** Each document with its version and its words: what is agreed to is in the mail, not behind a link. */
export const documentBlocks = ({ documents }: MailOffer, lang: Lang): Block[] =>
  documents.flatMap((d): Block[] => [
    { is: "heading", text: phrase(lang, "offer.document", { title: d.title, version: d.version }) },
    { is: "message", text: d.words },
  ]);

/** How to agree or refuse by answering the mail, and the page on which to do it. */
export function howToAnswer(offer: MailOffer, lang: Lang, url: string): Block[] {
  return [
    { is: "heading", text: phrase(lang, "mail.offer.how-title") },
    {
      is: "text",
      text: phrase(lang, !offer.documents.length ? "mail.offer.how" : offer.allowance ? "mail.offer.how-conditions" : "mail.offer.how-with", { yes: phrase(lang, "offer.word-yes") }),
      strong: true,
    },
    { is: "text", text: phrase(lang, "mail.offer.how-not", { no: phrase(lang, "offer.word-no") }) },
    { is: "link", label: phrase(lang, "mail.offer.answer"), url: `${url}#offer`, main: true },
  ];
}
