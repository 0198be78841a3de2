// The shape of a language: every key that English has, as an ICU message. A file that lacks one does not compile.
import type { en } from "./en.ts";

export type PhraseKey = keyof typeof en;
/** One language's phrases, whole. ICU messages; a plain `{name}` is text, `{name, plural, …}` counts. */
export type Phrases = Readonly<Record<PhraseKey, string>>;
