// Says one of the system's own phrases in a language.
import type { Lang } from "../policy/model.ts";
import { renderIcu, type Said } from "./icu.ts";
import { LANGUAGES, phrasesOf } from "./languages.ts";
import { numberText } from "./numbers.ts";
import type { PhraseKey } from "./phrases.ts";

export type PhraseValues = Readonly<Record<string, string | number>>;

/** The phrase, its slots filled: strings as they are, numbers as the language writes them and counted by its plurals. */
export function phrase(lang: Lang, key: PhraseKey, values: PhraseValues = {}): string {
  const said: Record<string, Said> = {};
  for (const [name, value] of Object.entries(values)) {
    said[name] = typeof value === "number" ? { text: numberText(value, lang), amount: value } : { text: value };
  }
  return renderIcu(phrasesOf(lang)[key], lang, said);
}

/** What is said once the language of its reader is known. */
export type Sentence = (lang: Lang) => string;

/** A phrase whose language is still open; slots that are words themselves are given by language. */
export const sentence =
  (key: PhraseKey, values: PhraseValues | ((lang: Lang) => PhraseValues) = {}): Sentence =>
  (lang) =>
    phrase(lang, key, typeof values === "function" ? values(lang) : values);

/** True if there is a phrase of this name. */
export function isPhrase(key: string): key is PhraseKey {
  return Object.hasOwn(LANGUAGES.en ?? {}, key);
}

/** The phrase `group.name` if there is one, else the name made readable: `named("fr", "status", "open")` is "Ouverte". */
export function named(lang: Lang, group: "status" | "channel" | "promise" | "promise.state" | "about", name: string): string {
  const key = `${group}.${name}`;
  if (isPhrase(key)) return phrase(lang, key);
  const readable = name.replaceAll(/[-_.]+/g, " ");
  return readable.charAt(0).toUpperCase() + readable.slice(1);
}
