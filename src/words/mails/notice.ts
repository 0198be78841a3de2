// The mail that carries any other notice of the policy: the clause's own words are the news.
import type { ClauseText } from "../clause.ts";
import { phrase } from "../phrase.ts";
import { clauseBlocks } from "./clause-blocks.ts";
import { ticketMail } from "./mail-layout.ts";
import type { Block, Mail, MailPromise, TicketMail } from "./model.ts";
import { promiseBlocks } from "./promise-line.ts";

export interface Notice extends TicketMail {
  readonly title?: string; // in the reader's language
  readonly words?: string; // what a person adds
  readonly promises?: readonly MailPromise[]; // what now holds: a moved due time, the next update
  readonly clauses: readonly ClauseText[];
}

export function noticeMail(mail: Notice): Mail {
  const { lang } = mail.reader;
  const blocks: Block[] = [];
  if (mail.words) blocks.push({ is: "message", text: mail.words });
  for (const promise of mail.promises ?? []) blocks.push(...promiseBlocks(promise, mail.reader));
  blocks.push(
    ...clauseBlocks(
      mail.clauses,
      lang,
      (mail.promises ?? []).map((promise) => promise.clause.id),
    ),
  );
  return ticketMail(mail, mail.title ?? phrase(lang, "mail.notice.title"), blocks);
}
