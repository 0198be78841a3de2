// An exception to a refusal that was looked at, in words: its clause, why it does not hold here, and what the reader could tell.
import type { Lang } from "../policy/model.ts";
import type { ClauseText } from "./clause.ts";
import { phrase } from "./phrase.ts";

export interface TriedText {
  readonly clause: ClauseText;
  readonly known: readonly { readonly label: string; readonly text: string }[];
  /** What is not known; `ask` is the question to the reader, null where it is not theirs to say. */
  readonly unknown: readonly { readonly label: string; readonly ask: string | null }[];
}

/** A sentence for what is so, one for each thing that is not known. */
export function triedLines({ known, unknown }: TriedText, lang: Lang): string[] {
  if (known.length === 0 && unknown.length === 0) return [phrase(lang, "tried.other")];
  const facts = known.map(({ label, text }) => phrase(lang, "mail.row", { label, value: text })).join("; ");
  return [
    ...(known.length ? [phrase(lang, "tried.is", { facts })] : []),
    ...unknown.map(({ label, ask }) => (ask === null ? phrase(lang, "tried.unfound", { label }) : phrase(lang, "tried.tell", { ask }))),
  ];
}
