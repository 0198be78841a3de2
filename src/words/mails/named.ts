// The mail to a member of staff who is to decide a case of conduct, or its appeal: by whom they were named, until when, and where it is. Nothing of what the case holds.
import { policyUrl } from "../clause.ts";
import { instantText } from "../instant.ts";
import { phrase } from "../phrase.ts";
import { greeting, mailLayout } from "./mail-layout.ts";
import type { Block, Mail, MailDesk, MailReader } from "./model.ts";

export interface NamedMail {
  readonly desk: MailDesk;
  readonly reader: MailReader;
  readonly decides: "case" | "appeal";
  readonly by: string | null; // who named them; null: the policy leaves it to a role of theirs
  readonly roles: readonly string[]; // in the policy's words
  readonly inPlace: boolean; // nobody holds it: the reader stands in
  readonly url: string; // of the case in the console
  readonly hearing: number | null; // until when the person can answer; epoch ms
  readonly until: number | null; // by when it is to be decided
}

export function namedMail(mail: NamedMail): Mail {
  const { desk, reader, decides } = mail;
  const { lang, zone } = reader;
  const text = (words: string, strong = false): Block => ({ is: "text", text: words, ...(strong && { strong }) });
  const time = (at: number): string => instantText(at, lang, zone);
  return mailLayout({
    desk,
    lang,
    subject: phrase(lang, `mail.named.${decides}`, { desk: desk.name }),
    title: phrase(lang, `mail.named.${decides}`, { desk: desk.name }),
    blocks: [
      text(greeting(lang, reader.name)),
      ...(mail.by === null
        ? [
            text(phrase(lang, `mail.named.role-${decides}`)),
            ...(mail.roles.length ? [text(phrase(lang, "mail.named.role", { role: mail.roles.join(", ") }))] : []),
            text(phrase(lang, mail.inPlace ? "mail.role.stands-in" : "mail.role.holds")),
          ]
        : [text(phrase(lang, `mail.named.by-${decides}`, { name: mail.by }))]),
      ...(mail.hearing === null ? [] : [text(phrase(lang, "mail.named.hearing", { time: time(mail.hearing) }))]),
      ...(mail.until === null ? [] : [text(phrase(lang, "mail.named.until", { time: time(mail.until) }), true)]),
      text(phrase(lang, "mail.named.confidential")),
      { is: "link", label: phrase(lang, "mail.named.open"), url: mail.url, main: true },
    ],
    links: [{ label: phrase(lang, "mail.read-policy"), url: policyUrl(desk.url, lang) }],
    foot: [phrase(lang, "mail.staff.why", { desk: desk.name })],
  });
}
