// The mail that asks a customer whether their ticket may be closed: what was found, what follows, how to answer, and what silence means.
import type { ClauseText } from "../clause.ts";
import { instantText } from "../instant.ts";
import { phrase } from "../phrase.ts";
import { clauseBlocks } from "./clause-blocks.ts";
import { takenBlock } from "./closed.ts";
import { fileBlocks, type MailFile } from "./file-blocks.ts";
import { ticketMail } from "./mail-layout.ts";
import type { Block, Mail, MailFollows, TicketMail } from "./model.ts";
import { quoteRows } from "./quote-rows.ts";

export interface ClosingMail extends TicketMail {
  readonly outcome: "solved" | "unresolved";
  readonly expert: string;
  readonly words: string; // the solution, or why there is none; may be empty
  readonly files?: readonly MailFile[]; // that go along with these words
  readonly follows: MailFollows;
  readonly priced: boolean; // the policy says what is owed at a closing, be it nothing
  readonly closes: number | null; // without an answer, epoch ms
  readonly again: boolean; // a reminder
  readonly clauses: readonly ClauseText[];
}

export function closingMail(mail: ClosingMail): Mail {
  const { outcome, expert, words, follows, closes } = mail;
  const { lang, zone } = mail.reader;
  const title = phrase(lang, `mail.closing.${outcome}.title`);
  return ticketMail(mail, mail.again ? phrase(lang, "mail.closing.again", { title }) : title, [
    { is: "text", text: phrase(lang, `mail.closing.${outcome}.intro`, { expert, number: mail.ticket.number }) },
    ...(words ? [{ is: "message" as const, text: words }] : []),
    ...fileBlocks(mail.files ?? [], lang),
    ...followsBlocks(follows, mail.priced, lang),
    { is: "heading", text: phrase(lang, "mail.offer.how-title") },
    { is: "text", text: phrase(lang, "mail.closing.how", { yes: phrase(lang, "closing.word-yes") }), strong: true },
    { is: "text", text: phrase(lang, "mail.closing.how-not", { no: phrase(lang, "closing.word-no") }) },
    ...(closes === null ? [] : [{ is: "text" as const, text: phrase(lang, "mail.closing.until", { time: instantText(closes, lang, zone) }) }]),
    { is: "link", label: phrase(lang, "mail.offer.answer"), url: `${mail.ticket.url}#closing`, main: true },
    ...clauseBlocks(mail.clauses, lang),
  ]);
}

/** What is charged or taken once it is closed, or that it is nothing; without a word where the policy knows no prices. */
function followsBlocks({ quote, taken }: MailFollows, priced: boolean, lang: string): Block[] {
  if (!priced) return [];
  const heading: Block = { is: "heading", text: phrase(lang, "mail.closing.follows") };
  if (!quote && !taken) return [heading, { is: "text", text: phrase(lang, "mail.closing.free") }];
  return [heading, ...(quote ? [{ is: "text" as const, text: phrase(lang, "mail.closing.charged") }, quoteRows(quote, lang)] : []), ...(taken ? [takenBlock(taken, lang)] : [])];
}
