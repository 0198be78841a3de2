// The mail that carries an expert's answer: a letter, signed by the one who wrote it.
import { named, phrase } from "../phrase.ts";
import { listText } from "../slots.ts";
import { ticketMail } from "./mail-layout.ts";
import type { Block, Mail, TicketMail } from "./model.ts";

export interface Answer extends TicketMail {
  readonly expert: string;
  readonly text: string;
  readonly html?: string; // sanitised by the caller; else the text is shown
  readonly paused?: readonly string[]; // kinds of promise whose clocks stand still until the customer answers
  readonly files?: readonly { readonly name: string; readonly url?: string }[];
}

export function answerMail(mail: Answer): Mail {
  const { lang } = mail.reader;
  const blocks: Block[] = [
    { is: "message", text: mail.text, ...(mail.html === undefined ? {} : { html: mail.html }) },
    { is: "text", text: phrase(lang, "mail.answer.signature", { expert: mail.expert, desk: mail.desk.name }) },
  ];
  if (mail.paused?.length)
    blocks.push({
      is: "text",
      text: phrase(lang, "mail.answer.paused", {
        promises: listText(
          mail.paused.map((kind) => named(lang, "promise", kind)),
          lang,
        ),
      }),
    });
  const files = mail.files ?? [];
  if (files.length > 0) blocks.push({ is: "heading", text: phrase(lang, "mail.answer.files", { n: files.length }) });
  for (const file of files) blocks.push(file.url ? { is: "link", label: file.name, url: file.url } : { is: "text", text: file.name });
  return ticketMail(mail, phrase(lang, "mail.answer.title", { expert: mail.expert }), blocks, true);
}
