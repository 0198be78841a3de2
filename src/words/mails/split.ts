// The mail that tells a customer that their request holds several problems, and is several tickets now: each with its promises and its price; or that it is one again.
import type { ClauseText } from "../clause.ts";
import { phrase } from "../phrase.ts";
import { clauseBlocks } from "./clause-blocks.ts";
import { ticketMail } from "./mail-layout.ts";
import type { Block, Mail, MailOffer, MailPromise, MailQuote, TicketMail } from "./model.ts";
import { documentBlocks } from "./offer.ts";
import { promiseBlocks } from "./promise-line.ts";
import { offerPrice } from "./quote-rows.ts";

/** One of the tickets. `address` is its own, to which mails about it go; `offer` a price that waits for an answer, `quote` one that does not. */
export interface SplitPart {
  readonly number: string;
  readonly subject: string;
  readonly url: string;
  readonly address: string | null;
  readonly promises: readonly MailPromise[];
  readonly refusal: ClauseText | null;
  readonly clauses: readonly ClauseText[];
  readonly offer?: MailOffer;
  readonly quote?: MailQuote;
}
export interface SplitMail extends TicketMail {
  readonly as: "split" | "whole";
  readonly parts: readonly SplitPart[]; // the ticket itself first
  readonly gone: readonly string[]; // numbers that go on in it, where it is one again
  readonly clauses: readonly ClauseText[]; // why
}

export function splitMail(mail: SplitMail): Mail {
  const { lang } = mail.reader;
  const { number } = mail.ticket;
  const split = mail.as === "split";
  const blocks: Block[] = [
    { is: "text", text: split ? phrase(lang, "mail.split.intro", { number, n: mail.parts.length }) : phrase(lang, "mail.split.whole", { number, parts: mail.gone.join(", ") }) },
    ...mail.clauses.map((clause): Block => ({ is: "clause", clause })),
    ...mail.parts.flatMap((part) => partBlocks(part, mail)),
  ];
  if (split) {
    const documents = new Map(mail.parts.flatMap((part) => (part.offer?.documents ?? []).map((d) => [`${d.title} ${d.version}`, d] as const)));
    const [first] = mail.parts.flatMap((part) => part.offer ?? []);
    if (first) blocks.push(...documentBlocks({ ...first, documents: [...documents.values()] }, lang));
    blocks.push({ is: "text", text: phrase(lang, "mail.split.wrong") });
  }
  blocks.push({ is: "link", label: phrase(lang, "mail.open-ticket"), url: mail.ticket.url, main: true });
  return ticketMail(mail, phrase(lang, split ? "mail.split.title" : "mail.split.whole-title"), blocks);
}

function partBlocks(part: SplitPart, { as, reader }: SplitMail): Block[] {
  const { lang } = reader;
  const shown = part.refusal ? [part.refusal.id] : [];
  return [
    ...(as === "split" ? [{ is: "heading" as const, text: phrase(lang, "mail.split.part", { number: part.number, subject: part.subject }) }] : []),
    ...(part.refusal
      ? [
          { is: "text" as const, text: phrase(lang, "mail.split.refused") },
          { is: "clause" as const, clause: part.refusal },
        ]
      : []),
    ...part.promises.flatMap((promise) => promiseBlocks(promise, reader)),
    // The sum stands with the clause that sets it, under what it costs.
    ...clauseBlocks(part.clauses, lang, shown, part.offer?.allowance ? undefined : (part.offer?.quote ?? part.quote)),
    ...(part.offer?.allowance ? [offerPrice(part.offer, lang)] : []),
    ...(part.offer
      ? [
          {
            is: "text" as const,
            text: phrase(lang, part.address ? "mail.split.agree" : "mail.split.agree-page", { yes: phrase(lang, "offer.word-yes"), address: part.address ?? "", number: part.number }),
            strong: true,
          },
        ]
      : []),
    ...(as === "split" && part.address && !part.offer ? [{ is: "text" as const, text: phrase(lang, "mail.split.write", { address: part.address }) }] : []),
    ...(as === "split" ? [{ is: "link" as const, label: phrase(lang, "mail.split.open", { number: part.number }), url: part.url }] : []),
  ];
}
