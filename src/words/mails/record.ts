// The mail about what a customer has with the desk: it changed, it ended, or it draws to its end. The clause's own words are the news.
import type { ClauseText } from "../clause.ts";
import { policyUrl } from "../clause.ts";
import { calendarDateText } from "../instant.ts";
import { phrase } from "../phrase.ts";
import { clauseBlocks } from "./clause-blocks.ts";
import { greeting, mailLayout } from "./mail-layout.ts";
import type { Mail, MailDesk, MailReader } from "./model.ts";

export interface RecordNews {
  readonly desk: MailDesk;
  readonly reader: MailReader;
  readonly customer: string;
  /** What stands; `ends` is its last day as "YYYY-MM-DD". */
  readonly rows: readonly { readonly label: string; readonly value: string; readonly ends: string | null }[];
  readonly clause: ClauseText;
  /** The role of the policy as which the reader is told; null: they belong to the customer. */
  readonly seat: { readonly role: string; readonly inPlace: boolean } | null;
}

export function recordMail(mail: RecordNews): Mail {
  const { lang, name } = mail.reader;
  const desk = mail.desk.name;
  const title = phrase(lang, "mail.record.title", { customer: mail.customer });
  return mailLayout({
    desk: mail.desk,
    lang,
    subject: title,
    title,
    blocks: [
      { is: "text", text: greeting(lang, name) },
      ...clauseBlocks([mail.clause], lang),
      { is: "rows", rows: mail.rows.map((r) => [r.label, r.ends === null ? r.value : phrase(lang, "mail.record.until", { value: r.value, day: calendarDateText(r.ends, lang) })]) },
    ],
    links: [{ label: phrase(lang, "mail.read-policy"), url: policyUrl(mail.desk.url, lang) }],
    foot: [
      mail.seat
        ? `${phrase(lang, "mail.record.role", { role: mail.seat.role })} ${phrase(lang, mail.seat.inPlace ? "mail.role.stands-in" : "mail.role.holds")}`
        : phrase(lang, "mail.record.why", { desk }),
    ],
  });
}
