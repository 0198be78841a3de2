// The mail that says that another version of the policy takes effect, and what changes for its reader; or that it does not come after all.
import type { ClauseText } from "../clause.ts";
import { calendarDateText, instantText } from "../instant.ts";
import { phrase } from "../phrase.ts";
import type { VersionChange } from "../version-changes.ts";
import { greeting, mailLayout } from "./mail-layout.ts";
import type { Block, Mail, MailDesk, MailReader } from "./model.ts";

export interface VersionMail {
  readonly desk: MailDesk;
  readonly reader: MailReader;
  readonly is: "announced" | "withdrawn";
  readonly takesEffect: number; // epoch ms
  readonly effective: string; // that day, "YYYY-MM-DD", where the desk is
  readonly changes: readonly VersionChange[];
  readonly clauses: readonly { readonly is: "new" | "gone" | "changed"; readonly clause: ClauseText }[]; // beside those that the changes cite
  readonly documents: readonly { readonly title: string; readonly version: string }[];
  readonly more: number; // changes that are not listed here
  readonly unsure: boolean;
  readonly replaced: boolean; // of one that is withdrawn: another takes its place
  readonly notices: readonly ClauseText[]; // the clauses by which this is announced
  readonly urls: { readonly old: string; readonly new: string; readonly compare: string };
}

export function versionMail(mail: VersionMail): Mail {
  const { lang, name, zone } = mail.reader;
  const date = calendarDateText(mail.effective, lang);
  const title = phrase(lang, mail.is === "announced" ? "version.mail.coming" : "version.mail.withdrawn", { date });
  return mailLayout({
    desk: mail.desk,
    lang,
    subject: `${mail.desk.name}: ${title}`,
    title,
    blocks: [
      { is: "text", text: greeting(lang, name) },
      { is: "text", text: mail.is === "withdrawn" ? phrase(lang, "version.mail.stays") : phrase(lang, "version.mail.intro", { time: instantText(mail.takesEffect, lang, zone) }) },
      ...(mail.is === "announced" ? changesIn(mail, date) : []),
      ...(mail.replaced ? [{ is: "text", text: phrase(lang, "version.mail.replaced") } as const] : []),
    ],
    links: [...(mail.is === "announced" ? [{ label: phrase(lang, "version.mail.new"), url: mail.urls.new }] : []), { label: phrase(lang, "version.mail.old"), url: mail.urls.old }],
    foot: [phrase(lang, "version.mail.why", { desk: mail.desk.name })],
  });
}

function changesIn(mail: VersionMail, date: string): Block[] {
  const { lang } = mail.reader;
  return [
    { is: "heading", text: phrase(lang, "version.for-you") },
    ...(mail.changes.length ? mail.changes.flatMap((change) => changeBlocks(change, lang)) : [{ is: "text", text: phrase(lang, "version.nothing-for-you") } as const]),
    ...(mail.documents.length
      ? [{ is: "heading", text: phrase(lang, "version.documents") } as const, ...mail.documents.map((d): Block => ({ is: "text", text: phrase(lang, "version.document", { ...d, date }) }))]
      : []),
    ...(mail.clauses.length ? [{ is: "heading", text: phrase(lang, "version.clauses") } as const, ...mail.clauses.flatMap((c) => clauseBlock(c, lang))] : []),
    ...(mail.more ? [{ is: "text", text: phrase(lang, "version.more", { n: mail.more }) } as const] : []),
    ...(mail.unsure ? [{ is: "text", text: phrase(lang, "version.unsure") } as const] : []),
    { is: "link", label: phrase(lang, "version.mail.compare"), url: mail.urls.compare, main: true },
    ...mail.notices.map((clause): Block => ({ is: "clause", clause })),
  ];
}

function changeBlocks(change: VersionChange, lang: string): Block[] {
  return [
    { is: "text", text: `${change.about} · ${change.means}`, strong: true },
    {
      is: "rows",
      rows: [
        [phrase(lang, "version.was"), change.was],
        [phrase(lang, "version.will"), change.will],
        ...(change.cases.length ? [[phrase(lang, "version.cases"), change.cases.join("; ")] as const] : []),
      ],
    },
    ...(change.clause ? [{ is: "clause", clause: change.clause } as const] : []),
  ];
}

function clauseBlock({ is, clause }: VersionMail["clauses"][number], lang: string): Block[] {
  return [...(is === "changed" ? [] : [{ is: "text", text: phrase(lang, is === "new" ? "version.new-clause" : "version.gone-clause"), strong: true } as const]), { is: "clause", clause }];
}
