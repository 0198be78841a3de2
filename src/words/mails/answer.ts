// The mail that carries an expert's answer: a letter, signed by the one who wrote it.
import { clauseBlocks } from "./clause-blocks.ts";
import type { ClauseText } from "../clause.ts";
import { named, phrase } from "../phrase.ts";
import { fileBlocks, type MailFile } from "./file-blocks.ts";
import { listText } from "../slots.ts";
import { ticketMail } from "./mail-layout.ts";
import type { Block, Mail, TicketMail } from "./model.ts";

export interface Answer extends TicketMail {
  readonly expert: string;
  readonly text: string;
  readonly html?: string; // sanitised by the caller; else the text is shown
  readonly paused?: readonly string[]; // kinds of promise whose clocks stand still until the customer answers
  readonly clauses?: readonly ClauseText[]; // notices that the policy has for whom is answered
  readonly files?: readonly MailFile[];
}

export function answerMail(mail: Answer): Mail {
  const { lang } = mail.reader;
  const { message, paused, files } = answerParts(mail);
  const signature: Block = { is: "text", text: phrase(lang, "mail.answer.signature", { expert: mail.expert, desk: mail.desk.name }) };
  return ticketMail(mail, phrase(lang, "mail.answer.title", { expert: mail.expert }), [...message, signature, ...paused, ...files], "letter");
}

export function answerParts(mail: Answer): Record<"message" | "paused" | "files", readonly Block[]> {
  const { lang } = mail.reader;
  const waiting = (mail.paused ?? []).map((kind) => named(lang, "promise", kind));
  return {
    message: [{ is: "message", text: mail.text, ...(mail.html === undefined ? {} : { html: mail.html }) }],
    paused: [...(waiting.length > 0 ? [{ is: "text" as const, text: phrase(lang, "mail.answer.paused", { promises: listText(waiting, lang) }) }] : []), ...clauseBlocks(mail.clauses ?? [], lang)],
    files: fileBlocks(mail.files ?? [], lang),
  };
}
