// The files that go along with somebody's words, in the mail that carries these: each by its name, to fetch where there is an address.
import type { Lang } from "../../policy/model.ts";
import { phrase } from "../phrase.ts";
import type { Block } from "./model.ts";

export interface MailFile {
  readonly name: string;
  readonly url?: string;
}

export const fileBlocks = (files: readonly MailFile[], lang: Lang): Block[] =>
  files.length === 0
    ? []
    : [
        { is: "heading", text: phrase(lang, "mail.answer.files", { n: files.length }) },
        ...files.map((file): Block => (file.url ? { is: "link", label: file.name, url: file.url } : { is: "text", text: file.name })),
      ];
