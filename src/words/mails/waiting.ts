// The mail to somebody who is given a role of the policy: what waits for a holder of it already. Of cases nothing but that they wait.
import { policyUrl } from "../clause.ts";
import { instantText } from "../instant.ts";
import { phrase } from "../phrase.ts";
import { listText } from "../slots.ts";
import { greeting, mailLayout } from "./mail-layout.ts";
import type { Block, Mail, MailDesk, MailReader } from "./model.ts";

export interface WaitingMail {
  readonly desk: MailDesk;
  readonly reader: MailReader;
  readonly roles: readonly string[]; // in the policy's words
  readonly cases: readonly { readonly decides: "case" | "appeal"; readonly until: number | null; readonly url: string }[];
  readonly requests: readonly { readonly number: string; readonly subject: string; readonly customer: string; readonly url: string }[];
  readonly more: number; // that are not listed
  readonly url: string; // of the console
}

export function waitingMail({ desk, reader, roles, cases, requests, more, url }: WaitingMail): Mail {
  const { lang, zone } = reader;
  const title = phrase(lang, "mail.waiting.title", { desk: desk.name });
  const heading = (text: string): Block => ({ is: "heading", text });
  return mailLayout({
    desk,
    lang,
    subject: title,
    title,
    blocks: [
      { is: "text", text: greeting(lang, reader.name) },
      { is: "text", text: phrase(lang, "mail.waiting.roles", { roles: listText(roles, lang) }), strong: true },
      ...(cases.length ? [heading(phrase(lang, "mail.waiting.cases"))] : []),
      ...cases.map(({ decides, until, url: link }): Block => {
        const label = until === null ? phrase(lang, `mail.waiting.${decides}`) : phrase(lang, `mail.waiting.${decides}-by`, { time: instantText(until, lang, zone) });
        return { is: "link", label, url: link };
      }),
      ...(cases.length ? [{ is: "text" as const, text: phrase(lang, "mail.named.confidential") }] : []),
      ...(requests.length ? [heading(phrase(lang, "mail.waiting.requests"))] : []),
      ...requests.map(({ number, subject, customer, url: link }): Block => ({ is: "link", label: phrase(lang, "mail.waiting.request", { number, subject, customer }), url: link })),
      ...(more > 0 ? [{ is: "text" as const, text: phrase(lang, "mail.waiting.more", { n: more }) }] : []),
      { is: "link", label: phrase(lang, "mail.waiting.open"), url, main: true },
    ],
    links: [{ label: phrase(lang, "mail.read-policy"), url: policyUrl(desk.url, lang) }],
    foot: [phrase(lang, "mail.staff.in-console"), phrase(lang, "mail.staff.why", { desk: desk.name })],
  });
}
