// The mail that carries any other notice of the policy: the clause's own words are the news.
import type { ClauseText } from "../clause.ts";
import { phrase } from "../phrase.ts";
import { clauseBlocks } from "./clause-blocks.ts";
import { itemBlocks } from "./checklist.ts";
import { ticketMail } from "./mail-layout.ts";
import type { Block, Mail, MailPromise, TicketMail } from "./model.ts";
import { promiseBlocks } from "./promise-line.ts";

export interface Notice extends TicketMail {
  readonly title?: string; // in the reader's language
  readonly words?: string; // what a person adds
  readonly promises?: readonly MailPromise[]; // what now holds: a moved due time, the next update
  readonly todo?: readonly { readonly n: number; readonly text: string }[]; // what the reader is asked to do and has not ticked
  readonly clauses: readonly ClauseText[];
}

export function noticeMail(mail: Notice): Mail {
  const { words, promises, terms } = noticeParts(mail);
  return ticketMail(mail, noticeTitle(mail), [...words, ...promises, ...terms]);
}

export const noticeTitle = (mail: Notice): string => mail.title ?? phrase(mail.reader.lang, "mail.notice.title");

export function noticeParts(mail: Notice): Record<"words" | "promises" | "terms", readonly Block[]> {
  const promises = mail.promises ?? [];
  return {
    words: [
      ...(mail.words ? [{ is: "message" as const, text: mail.words }] : []),
      ...(mail.todo?.length ? [...itemBlocks(mail.todo, mail.reader.lang), { is: "text" as const, text: phrase(mail.reader.lang, "mail.checklist.how") }] : []),
    ],
    promises: promises.flatMap((promise) => promiseBlocks(promise, mail.reader)),
    terms: clauseBlocks(
      mail.clauses,
      mail.reader.lang,
      promises.map((promise) => promise.clause.id),
    ),
  };
}
