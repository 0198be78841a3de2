// The mail that tells a customer that their ticket is closed, with a solution or plainly without one.
import type { Lang } from "../../policy/model.ts";
import { type AllowanceLeft, quantityText, remainsText } from "../allowance.ts";
import type { ClauseText } from "../clause.ts";
import { phrase } from "../phrase.ts";
import { clauseBlocks } from "./clause-blocks.ts";
import { fileBlocks, type MailFile } from "./file-blocks.ts";
import { ticketMail } from "./mail-layout.ts";
import type { Block, Mail, MailQuote, TicketMail } from "./model.ts";

export interface Closed extends TicketMail {
  readonly as: "solved" | "unresolved" | "closed";
  readonly words?: string; // what the expert says about it
  readonly files?: readonly MailFile[]; // that go along with these words
  readonly silent?: boolean; // the customer was asked first and gave no answer
  readonly clauses: readonly ClauseText[]; // why it is closed, what it costs
  readonly quote?: MailQuote; // what is charged
  readonly taken?: AllowanceLeft & { readonly quantity: number }; // from an allowance, and what is left of it
  readonly reopens: boolean; // an answer opens it again
}

export function closedMail(mail: Closed): Mail {
  const { lang } = mail.reader;
  const { words, terms, reopen } = closedParts(mail);
  const intro: Block = { is: "text", text: phrase(lang, `mail.closed.${mail.as}.intro`, { number: mail.ticket.number }) };
  return ticketMail(mail, phrase(lang, `mail.closed.${mail.as}.title`), [intro, ...words, ...terms, ...reopen]);
}

export function closedParts(mail: Closed): Record<"words" | "terms" | "reopen", readonly Block[]> {
  const { lang } = mail.reader;
  return {
    words: [
      ...(mail.words ? [{ is: "message" as const, text: mail.words }] : []),
      ...fileBlocks(mail.files ?? [], lang),
      ...(mail.silent ? [{ is: "text" as const, text: phrase(lang, "mail.closed.silent") }] : []),
    ],
    terms: [...clauseBlocks(mail.clauses, lang, [], mail.quote), ...(mail.taken ? [takenBlock(mail.taken, lang)] : [])],
    reopen: mail.reopens ? [{ is: "text", text: phrase(lang, "mail.closed.reopen") }] : [],
  };
}

export const takenBlock = (taken: NonNullable<Closed["taken"]>, lang: Lang): Block => ({
  is: "text",
  text: `${phrase(lang, "allowance.taken", { quantity: quantityText(taken.quantity, taken.time, lang) })} ${remainsText(taken, lang)}`,
  strong: true,
});
