// Puts the blocks of a mail together: the same words as text and as HTML, from one desk, in one language.
import type { Lang } from "../../policy/model.ts";
import { policyUrl } from "../clause.ts";
import { escapeHref, escapeHtml } from "../escape-html.ts";
import { phrase } from "../phrase.ts";
import { blockHtml } from "./mail-html.ts";
import { mailLook } from "./mail-look.ts";
import { mailSubject, oneLine } from "./mail-subject.ts";
import { blockText } from "./mail-text.ts";
import type { Block, Mail, MailDesk, TicketMail } from "./model.ts";

interface Sheet {
  readonly desk: MailDesk;
  readonly lang: Lang;
  readonly subject: string;
  readonly title?: string; // without one the mail reads as a letter
  readonly blocks: readonly Block[];
  readonly foot: readonly string[];
  readonly links: readonly { readonly label: string; readonly url: string }[];
}

/** A whole mail of a desk. */
export function mailLayout(sheet: Sheet): Mail {
  const look = mailLook(sheet.desk.colour);
  const foot = [...sheet.foot, phrase(sheet.lang, "mail.more-at", { desk: sheet.desk.name, address: sheet.desk.address })];
  const text = [
    ...(sheet.title === undefined ? [] : [sheet.title]),
    ...sheet.blocks.map((block) => blockText(block, sheet.lang)),
    `-- \n${[...sheet.links.map((link) => phrase(sheet.lang, "mail.row", { label: link.label, value: link.url })), ...foot].join("\n")}`,
  ].join("\n\n");
  const links = sheet.links.map((link) => `<a href="${escapeHref(link.url)}" style="${escapeHtml(look.link)}">${escapeHtml(link.label)}</a>`).join(" &nbsp; ");
  const html = `<!doctype html>
<html lang="${escapeHtml(sheet.lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(sheet.subject)}</title>
</head>
<body style="${escapeHtml(look.page)}">
<table role="presentation" cellpadding="0" cellspacing="0" style="${escapeHtml(look.sheet)}"><tr><td style="${escapeHtml(look.cell)}">
<p style="${escapeHtml(look.desk)}">${escapeHtml(sheet.desk.name)}</p>
${sheet.title === undefined ? "" : `<h1 style="${escapeHtml(look.title)}">${escapeHtml(sheet.title)}</h1>`}
${sheet.blocks.map((block) => blockHtml(block, look)).join("\n")}
<p style="${escapeHtml(look.foot)}">${[...(links ? [links] : []), ...foot.map(escapeHtml)].join("<br>")}</p>
</td></tr></table>
</body>
</html>
`;
  return { subject: oneLine(sheet.subject), text: `${text}\n`, html };
}

/** A mail about a ticket: its number in the subject, a greeting, and how to go on. A letter has neither title nor greeting of ours; one that greets has its own. */
export function ticketMail(about: TicketMail, title: string, blocks: readonly Block[], as: "notice" | "letter" | "greets" = "notice"): Mail {
  const { desk, reader, ticket } = about;
  const lang = reader.lang;
  const silent: Block[] =
    about.silentNext === undefined
      ? []
      : [
          { is: "text", text: phrase(lang, "mail.silent-next") },
          { is: "link", label: phrase(lang, "mail.silent-next.page"), url: about.silentNext },
        ];
  const continues: Block[] =
    about.continues === undefined
      ? []
      : [{ is: "text", text: phrase(lang, "mail.follows", { number: about.continues.number }) }, ...about.continues.clauses.map((clause) => ({ is: "clause" as const, clause }))];
  return mailLayout({
    desk,
    lang,
    subject: mailSubject(ticket, title),
    ...(as === "letter" ? {} : { title }),
    blocks: [...(as !== "notice" ? blocks : [{ is: "text" as const, text: greeting(lang, reader.name) }, ...continues, ...blocks]), ...(as !== "notice" ? continues : []), ...silent],
    links: [
      ...(blocks.some((block) => block.is === "link" && block.url === ticket.url) ? [] : [{ label: phrase(lang, "mail.open-ticket"), url: ticket.url }]),
      { label: phrase(lang, "mail.read-policy"), url: policyUrl(desk.url, lang) },
    ],
    foot: [phrase(lang, "mail.row", { label: phrase(lang, "mail.ticket-number"), value: ticket.number }), phrase(lang, "mail.reply-adds"), phrase(lang, "mail.why-this-mail", { desk: desk.name })],
  });
}

/** `Hello Ana Pop,` or without a name; an address, which stands for one that is not known, is none. */
export function greeting(lang: Lang, name: string | undefined): string {
  return name?.trim() && !name.includes("@") ? phrase(lang, "mail.greeting", { name: oneLine(name) }) : phrase(lang, "mail.greeting-nameless");
}
