// The mail with the link that signs a customer in.
import type { Duration } from "../../policy/model.ts";
import { phrase } from "../phrase.ts";
import { durationText } from "../slots.ts";
import { greeting, mailLayout } from "./mail-layout.ts";
import type { Mail, MailDesk, MailReader } from "./model.ts";

export interface SignIn {
  readonly desk: MailDesk;
  readonly reader: MailReader;
  readonly url: string;
  readonly valid: Duration;
}

export function signInMail(mail: SignIn): Mail {
  const { lang, name } = mail.reader;
  const desk = mail.desk.name;
  return mailLayout({
    desk: mail.desk,
    lang,
    subject: phrase(lang, "mail.signin.subject", { desk }),
    title: phrase(lang, "mail.signin.title", { desk }),
    blocks: [
      { is: "text", text: greeting(lang, name) },
      { is: "text", text: phrase(lang, "mail.signin.intro", { duration: durationText(mail.valid, lang) }) },
      { is: "link", label: phrase(lang, "mail.signin.button"), url: mail.url, main: true },
      { is: "text", text: phrase(lang, "mail.signin.not-you") },
    ],
    links: [],
    foot: [],
  });
}
