// The mail that asks an address whether it wants to be told of maintenance: without the link in it nothing is kept.
import type { Duration } from "../../policy/model.ts";
import { phrase } from "../phrase.ts";
import { durationText } from "../slots.ts";
import { greeting, mailLayout } from "./mail-layout.ts";
import type { Mail, MailDesk, MailReader } from "./model.ts";

export interface Subscribe {
  readonly desk: MailDesk;
  readonly reader: MailReader;
  readonly url: string;
  readonly valid: Duration;
}

export function subscribeMail(mail: Subscribe): Mail {
  const { lang } = mail.reader;
  const desk = mail.desk.name;
  return mailLayout({
    desk: mail.desk,
    lang,
    subject: phrase(lang, "mail.subscribe.subject", { desk }),
    title: phrase(lang, "mail.subscribe.title"),
    blocks: [
      { is: "text", text: greeting(lang, mail.reader.name) },
      { is: "text", text: phrase(lang, "mail.subscribe.intro", { desk, duration: durationText(mail.valid, lang) }) },
      { is: "link", label: phrase(lang, "mail.subscribe.button"), url: mail.url, main: true },
      { is: "text", text: phrase(lang, "mail.subscribe.not-you") },
    ],
    links: [],
    foot: [],
  });
}
