// The shape of a language of the console: every key that English has. A file that lacks one does not compile.
import { en } from "./en.ts";

export type WordKey = keyof typeof en;
export type ConsoleWords = Readonly<Record<WordKey, string>>;

// English comes with the page; the others when somebody wants them.
const LOAD: Readonly<Record<string, () => Promise<ConsoleWords>>> = {
  en: async () => en,
  fr: async () => (await import("./fr.ts")).fr,
  it: async () => (await import("./it.ts")).it,
  ro: async () => (await import("./ro.ts")).ro,
};

export const SPOKEN = ["en", "fr", "it", "ro"] as const;
export const NAMES: Readonly<Record<string, string>> = { en: "English", fr: "Français", it: "Italiano", ro: "Română" };

/** The words of a language; English where the console does not speak it. */
export async function loadWords(lang: string): Promise<ConsoleWords> {
  return (LOAD[lang] ?? (async () => en))();
}

/** True for a key that there is, so that a code of the server can be looked up in the words. */
export function isWord(key: string): key is WordKey {
  return Object.hasOwn(en, key);
}
