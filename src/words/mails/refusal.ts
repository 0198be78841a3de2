// The mail that refuses: the clause that is the reason, what would change it, who else can help, how to contest.
import { capital } from "../capital.ts";
import type { ClauseText } from "../clause.ts";
import { phrase } from "../phrase.ts";
import { type TriedText, triedLines } from "../tried.ts";
import { clauseBlocks } from "./clause-blocks.ts";
import { factBlocks } from "./fact-blocks.ts";
import { ticketMail } from "./mail-layout.ts";
import type { Block, Mail, MailFact, TicketMail } from "./model.ts";

export interface Refusal extends TicketMail {
  readonly reason: ClauseText;
  readonly mend?: { readonly words: string; readonly url?: string }; // what would change it: "Renew the subscription"
  readonly ruled?: { readonly by: string; readonly reason: string }; // where a person decided it
  readonly refer?: { readonly name: string; readonly url?: string };
  readonly clauses: readonly ClauseText[]; // others that applied, the reason aside
  readonly tried?: readonly TriedText[]; // exceptions that were looked at
  readonly facts?: readonly MailFact[]; // that it rests on
  readonly contestUrl?: string;
}

export function refusalMail(mail: Refusal): Mail {
  const { lang } = mail.reader;
  const { reason, terms, contest } = refusalParts(mail);
  const intro: Block = { is: "text", text: phrase(lang, "mail.refusal.intro", { number: mail.ticket.number }) };
  return ticketMail(mail, phrase(lang, "mail.refusal.title"), [intro, ...reason, ...terms, ...contest]);
}

export function refusalParts(mail: Refusal): Record<"reason" | "terms" | "contest", readonly Block[]> {
  const { lang } = mail.reader;
  const reason: Block[] = [{ is: "clause", clause: mail.reason }];
  if (mail.ruled) reason.push({ is: "heading", text: phrase(lang, "ruling.reason", { name: mail.ruled.by }) }, { is: "message", text: mail.ruled.reason });
  if (mail.tried?.length) {
    reason.push({ is: "heading", text: phrase(lang, "tried.title") });
    for (const tried of mail.tried) reason.push({ is: "clause", clause: tried.clause }, ...triedLines(tried, lang).map((text): Block => ({ is: "text", text })));
  }
  if (mail.mend) reason.push({ is: "heading", text: phrase(lang, "mail.refusal.mend") }, linked(capital(mail.mend.words, lang), mail.mend.url));
  if (mail.refer) reason.push({ is: "heading", text: phrase(lang, "mail.refusal.refer") }, linked(mail.refer.name, mail.refer.url));
  return {
    reason,
    terms: clauseBlocks(mail.clauses, lang, [mail.reason.id, ...(mail.tried ?? []).map((tried) => tried.clause.id)]),
    contest: mail.contestUrl
      ? [
          ...(mail.facts?.length ? factBlocks(mail.facts, lang) : [{ is: "text" as const, text: phrase(lang, "mail.refusal.wrong") }]),
          { is: "link", label: phrase(lang, "mail.refusal.contest"), url: mail.contestUrl, main: true },
        ]
      : [],
  };
}

const linked = (words: string, url: string | undefined): Block => (url ? { is: "link", label: words, url } : { is: "text", text: words });
