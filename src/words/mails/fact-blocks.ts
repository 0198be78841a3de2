// The facts of the reader's own that a decision rests on, numbered, and how to say by answering the mail that one of them is wrong.
import type { Lang } from "../../policy/model.ts";
import { phrase } from "../phrase.ts";
import type { Block, MailFact } from "./model.ts";

export function factBlocks(facts: readonly MailFact[] | undefined, lang: Lang): Block[] {
  if (!facts?.length) return [];
  return [
    { is: "heading", text: phrase(lang, "mail.facts.title") },
    ...facts.map(({ n, label, text }): Block => ({ is: "text", text: phrase(lang, "mail.checklist.item", { n, text: phrase(lang, "mail.row", { label, value: text }) }) })),
    { is: "text", text: phrase(lang, "mail.facts.how", { n: facts[0]?.n ?? 1 }) },
  ];
}
