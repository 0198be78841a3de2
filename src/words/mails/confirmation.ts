// The mail that confirms a request: its number, and exactly what the policy promises in this case, clause by clause.
import type { ClauseText } from "../clause.ts";
import { phrase } from "../phrase.ts";
import { clauseBlocks } from "./clause-blocks.ts";
import { factBlocks } from "./fact-blocks.ts";
import { ticketMail } from "./mail-layout.ts";
import type { Block, Mail, MailFact, MailOffer, MailPromise, MailQuote, TicketMail } from "./model.ts";
import { documentBlocks, howToAnswer } from "./offer.ts";
import { offerPrice } from "./quote-rows.ts";
import { promiseBlocks, promiseGroups } from "./promise-line.ts";

export interface Confirmation extends TicketMail {
  readonly expert?: string; // only where the policy names one
  readonly promises: readonly MailPromise[];
  readonly clauses: readonly ClauseText[]; // conditions, notices, referrals, offers, charges that applied
  readonly quote?: MailQuote;
  readonly facts?: readonly MailFact[]; // that it rests on
  readonly offer?: MailOffer; // the quote, where the customer has to agree to it
}

/** Nothing is promised here that is not in `promises` or `clauses`. */
export function confirmationMail(mail: Confirmation): Mail {
  const { lang } = mail.reader;
  const { expert, promises, terms, next } = confirmationParts(mail);
  const intro: Block = { is: "text", text: phrase(lang, "mail.confirmation.intro", { number: mail.ticket.number }) };
  return ticketMail(mail, phrase(lang, "mail.confirmation.title"), [intro, ...expert, ...promises, ...terms, ...next]);
}

/** What it says by the policy, part by part: who is named, what is promised, on what terms, what the customer can do. */
export function confirmationParts(mail: Confirmation): Record<"expert" | "promises" | "terms" | "next", readonly Block[]> {
  const { lang } = mail.reader;
  return {
    expert: mail.expert ? [{ is: "text", text: phrase(lang, "mail.confirmation.expert", { expert: mail.expert }) }] : [],
    promises: allPromises(mail),
    terms: clauseBlocks(
      mail.clauses,
      lang,
      mail.promises.map((promise) => promise.clause.id),
      mail.quote,
    ),
    next: [
      ...(mail.offer
        ? [...(mail.offer.allowance ? [offerPrice(mail.offer, lang)] : []), ...documentBlocks(mail.offer, lang), ...howToAnswer(mail.offer, lang, mail.ticket.url)]
        : [{ is: "link" as const, label: phrase(lang, "mail.open-ticket"), url: mail.ticket.url, main: true }]),
      ...factBlocks(mail.facts, lang),
    ],
  };
}

function allPromises(mail: Confirmation): Block[] {
  const { owed, aims } = promiseGroups(mail.promises);
  const blocks: Block[] = [];
  for (const [title, promises] of [
    ["about.promises", owed],
    ["about.aims", aims],
  ] as const) {
    if (promises.length === 0) continue;
    blocks.push({ is: "heading", text: phrase(mail.reader.lang, title) });
    for (const promise of promises) blocks.push(...promiseBlocks(promise, mail.reader));
  }
  return blocks;
}
