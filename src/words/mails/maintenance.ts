// The mail to whoever asked to be told: maintenance is announced, called off, or over before its time.
import { instantText } from "../instant.ts";
import { phrase } from "../phrase.ts";
import type { ClauseText } from "../clause.ts";
import { clauseBlocks } from "./clause-blocks.ts";
import { mailLayout } from "./mail-layout.ts";
import type { Mail, MailDesk, MailReader } from "./model.ts";

export interface MaintenanceMail {
  readonly desk: MailDesk;
  readonly reader: MailReader;
  readonly is: "announced" | "called-off" | "ended";
  readonly starts: number; // epoch ms
  readonly ends: number;
  readonly words: string; // as the desk announced it
  readonly clauses: readonly ClauseText[];
  readonly stopUrl: string; // ends these mails
}

export function maintenanceMail(mail: MaintenanceMail): Mail {
  const { lang, zone } = mail.reader;
  const title = phrase(lang, `mail.maintenance.${mail.is}`);
  return mailLayout({
    desk: mail.desk,
    lang,
    subject: phrase(lang, "mail.maintenance.subject", { desk: mail.desk.name, title }),
    title,
    blocks: [
      { is: "message", text: mail.words },
      {
        is: "rows",
        rows: [
          [phrase(lang, "status.from"), instantText(mail.starts, lang, zone)],
          [phrase(lang, "status.until"), instantText(mail.ends, lang, zone)],
        ],
      },
      ...clauseBlocks(mail.clauses, lang),
      { is: "link", label: phrase(lang, "status.all"), url: `${mail.desk.url}/status?lang=${encodeURIComponent(lang)}`, main: true },
    ],
    links: [{ label: phrase(lang, "status.stop"), url: mail.stopUrl }],
    foot: [phrase(lang, "mail.maintenance.why", { desk: mail.desk.name })],
  });
}
