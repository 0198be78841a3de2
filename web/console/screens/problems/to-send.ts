// What an answer to several tickets comes to: which texts are needed, who reads each, and what keeps it from leaving. Pure; the server checks the same.
import { type Leak, leaksIn, leaksInFileName, type Reader } from "../../../../src/words/leaks.ts";
import { unknownIn } from "../../../../src/words/mails/frames/in-words.ts";
import type { HangingTicket } from "../../../shared/shapes.ts";
import type { Texts } from "../../data/problems.ts";

export interface TextNeeded {
  readonly language: string;
  readonly readers: readonly HangingTicket[];
  readonly empty: boolean;
  readonly unknown: readonly string[];
  readonly leaks: readonly Leak[];
}
export interface Chosen {
  readonly texts: Texts;
  readonly sendAs: Texts; // a language whose tickets get the text of another
  readonly meant: readonly string[];
}

export const canBeAnswered = (ticket: HangingTicket): boolean => ticket.status !== "closed" && ticket.joinedInto === null;

/** How many tickets are in which language, those of most first. */
export function needsOf(tickets: readonly HangingTicket[]): { language: string; tickets: number }[] {
  const languages = [...new Set(tickets.map((each) => each.language))];
  return languages
    .map((language) => ({ language, tickets: tickets.filter((each) => each.language === language).length }))
    .sort((a, b) => b.tickets - a.tickets || a.language.localeCompare(b.language));
}

/** Each text that somebody will read, with what is wrong with it. */
export function textsNeeded(tickets: readonly HangingTicket[], hanging: readonly HangingTicket[], { texts, sendAs, meant }: Chosen): TextNeeded[] {
  const all = hanging.map(readerOf);
  const textOf = (language: string): string => sendAs[language] ?? language;
  const languages = [...new Set(needsOf(tickets).map(({ language }) => textOf(language)))];
  return languages.map((language) => {
    const readers = tickets.filter((each) => textOf(each.language) === language);
    const text = texts[language] ?? "";
    return { language, readers, empty: text.trim() === "", unknown: unknownIn(text), leaks: leaksIn(text, readers.map(readerOf), all, meant) };
  });
}

export const isReady = ({ empty, unknown, leaks }: TextNeeded): boolean => !empty && unknown.length === 0 && leaks.length === 0;

/** What the names of files would tell the readers of each other. */
export const leaksOfFiles = (names: readonly string[], tickets: readonly HangingTicket[], hanging: readonly HangingTicket[], meant: readonly string[]): (Leak & { readonly file: string })[] =>
  [...new Set(names)].flatMap((file) => leaksInFileName(file, tickets.map(readerOf), hanging.map(readerOf), meant).map((leak) => ({ ...leak, file })));

const readerOf = ({ number, requester }: HangingTicket): Reader => ({
  number,
  customer: requester.organisation?.id ?? requester.id,
  name: requester.name,
  office: requester.organisation?.name ?? null,
  addresses: [requester.email],
});
