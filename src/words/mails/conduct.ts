// The mails about somebody's conduct: what is held against them and by when they can answer, what was decided by whom and by which clause, how to appeal, and that it is over.
import { instantText } from "../instant.ts";
import type { ClauseText } from "../clause.ts";
import { policyUrl } from "../clause.ts";
import { phrase } from "../phrase.ts";
import { greeting, mailLayout } from "./mail-layout.ts";
import type { Block, Mail, MailDesk, MailReader } from "./model.ts";

/** The person is heard; a measure, or none, was decided; nobody decided in time; their appeal has come; it was turned down, or the measure was taken back on it; it was taken back; it is over. */
export type ConductAs = "heard" | "measure" | "none" | "lapsed" | "appealed" | "upheld" | "overturned" | "lifted" | "over";

export interface ConductMail {
  readonly desk: MailDesk;
  readonly reader: MailReader;
  readonly as: ConductAs;
  readonly url: string; // of the case in the portal
  readonly statement: string; // what happened, in the words of who reported it
  readonly quotes: readonly { readonly text: string; readonly at: number; readonly number: string }[]; // what the reader wrote, with the ticket's number
  readonly clauses: readonly ClauseText[]; // those that may be applied, or were
  readonly measure: "warning" | "restriction" | "ending" | null;
  readonly by: string; // who decided
  readonly reason: string;
  readonly answerBy: number | null;
  readonly ends: number | null; // of the measure; null: for good
  readonly contest: { readonly by: number | null } | null; // null: it cannot be appealed
  readonly reviewBy: number | null;
  readonly waiting: readonly string[]; // numbers of requests that were refused meanwhile
}

export function conductMail(mail: ConductMail): Mail {
  const { desk, reader } = mail;
  const { lang } = reader;
  return mailLayout({
    desk,
    lang,
    subject: phrase(lang, `mail.conduct.${mail.as}.subject`, { desk: desk.name }),
    title: phrase(lang, `mail.conduct.${mail.as}.title`),
    blocks: [{ is: "text", text: greeting(lang, reader.name) }, ...bodyOf(mail), { is: "link", label: phrase(lang, "mail.conduct.open"), url: mail.url, main: true }],
    links: [{ label: phrase(lang, "mail.read-policy"), url: policyUrl(desk.url, lang) }],
    foot: [phrase(lang, "mail.conduct.only-you"), phrase(lang, "mail.why-this-mail", { desk: desk.name })],
  });
}

function bodyOf(mail: ConductMail): Block[] {
  const { lang, zone } = mail.reader;
  const time = (at: number): string => instantText(at, lang, zone);
  const text = (words: string): Block => ({ is: "text", text: words });
  const held: Block[] = [
    ...(mail.statement
      ? [
          { is: "heading" as const, text: phrase(lang, "mail.conduct.statement") },
          { is: "message" as const, text: mail.statement },
        ]
      : []),
    ...(mail.quotes.length ? [{ is: "heading" as const, text: phrase(lang, "mail.conduct.quotes") }] : []),
    ...mail.quotes.flatMap((q): Block[] => [text(phrase(lang, "mail.conduct.quote", { time: time(q.at), number: q.number })), { is: "message", text: q.text }]),
  ];
  const cited = (heading: "mail.conduct.may" | "mail.conduct.by"): Block[] =>
    mail.clauses.length ? [{ is: "heading", text: phrase(lang, heading) }, ...mail.clauses.map((clause): Block => ({ is: "clause", clause }))] : [];
  const because: Block[] = mail.reason
    ? [
        { is: "heading", text: phrase(lang, "ruling.reason", { name: mail.by }) },
        { is: "message", text: mail.reason },
      ]
    : [];
  const appeal: Block[] = mail.contest ? [text(mail.contest.by === null ? phrase(lang, "mail.conduct.contest") : phrase(lang, "mail.conduct.contest-by", { time: time(mail.contest.by) }))] : [];
  switch (mail.as) {
    case "heard":
      return [
        text(phrase(lang, "mail.conduct.heard.intro")),
        ...held,
        ...cited("mail.conduct.may"),
        { is: "text", strong: true, text: mail.answerBy === null ? phrase(lang, "mail.conduct.answer") : phrase(lang, "mail.conduct.answer-by", { time: time(mail.answerBy) }) },
        text(phrase(lang, "mail.conduct.nothing-yet")),
      ];
    case "measure":
      return [text(measureText(mail, time)), ...cited("mail.conduct.by"), ...because, ...appeal];
    case "none":
      return [text(phrase(lang, "mail.conduct.none.intro", { name: mail.by })), ...because];
    case "appealed":
      return [text(mail.reviewBy === null ? phrase(lang, "mail.conduct.appealed.intro") : phrase(lang, "mail.conduct.appealed.by", { time: time(mail.reviewBy) }))];
    case "upheld":
      return [text(phrase(lang, "mail.conduct.upheld.intro", { name: mail.by })), ...because, text(measureText(mail, time)), ...cited("mail.conduct.by")];
    case "overturned":
    case "lifted":
      return [text(phrase(lang, `mail.conduct.${mail.as}.intro`, { name: mail.by })), ...because];
    case "lapsed":
      return [text(phrase(lang, "mail.conduct.lapsed.intro"))];
    case "over":
      return [text(phrase(lang, "mail.conduct.over.intro")), ...(mail.waiting.length ? [text(phrase(lang, "mail.conduct.over.waiting", { numbers: mail.waiting.join(", ") }))] : [])];
  }
}

/** What was decided, and until when it holds, as one sentence. */
export function measureText(mail: Pick<ConductMail, "measure" | "ends" | "reader">, time: (at: number) => string): string {
  const { lang } = mail.reader;
  const kind = mail.measure ?? "warning";
  return mail.ends === null ? phrase(lang, `conduct.measure.${kind}`) : phrase(lang, `conduct.measure.${kind}-until`, { time: time(mail.ends) });
}
