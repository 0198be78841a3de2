// The mail that asks a customer to do something, item by item: numbered, so that an answer can say what is done; and what stands still meanwhile.
import type { ClauseText } from "../clause.ts";
import { named, phrase } from "../phrase.ts";
import { listText } from "../slots.ts";
import { ticketMail } from "./mail-layout.ts";
import type { Block, Mail, TicketMail } from "./model.ts";

export interface ChecklistMail extends TicketMail {
  readonly expert: string;
  readonly words: string; // what the expert says with it; may be empty
  readonly items: readonly { readonly n: number; readonly text: string }[];
  readonly paused: readonly string[]; // kinds of promise whose clocks stand still until all is done
  readonly clauses: readonly ClauseText[];
}

export function checklistMail(mail: ChecklistMail): Mail {
  const { lang } = mail.reader;
  const blocks: Block[] = [
    { is: "text", text: phrase(lang, "mail.checklist.intro", { expert: mail.expert, number: mail.ticket.number }) },
    ...(mail.words ? [{ is: "message" as const, text: mail.words }] : []),
    ...itemBlocks(mail.items, lang),
    { is: "text", text: phrase(lang, "mail.checklist.how") },
    ...(mail.paused.length
      ? [
          {
            is: "text" as const,
            text: phrase(lang, "mail.checklist.paused", {
              promises: listText(
                mail.paused.map((kind) => named(lang, "promise", kind)),
                lang,
              ),
            }),
          },
        ]
      : []),
    ...mail.clauses.map((clause): Block => ({ is: "clause", clause })),
    { is: "link", label: phrase(lang, "mail.checklist.tick"), url: `${mail.ticket.url}#checklist`, main: true },
  ];
  return ticketMail(mail, phrase(lang, "mail.checklist.title"), blocks);
}

/** The items, each with its number. */
export const itemBlocks = (items: ChecklistMail["items"], lang: string): Block[] => items.map(({ n, text }) => ({ is: "text", text: phrase(lang, "mail.checklist.item", { n, text }), strong: true }));
