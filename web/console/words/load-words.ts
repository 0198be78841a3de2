// The words of a language, when somebody wants them.
import type { ConsoleWords } from "./console-words.ts";
import { en } from "./en.ts";

// English comes with the page, the others later.
const LOAD: Readonly<Record<string, () => Promise<ConsoleWords>>> = {
  en: async () => en,
  fr: async () => (await import("./fr.ts")).fr,
  it: async () => (await import("./it.ts")).it,
  ro: async () => (await import("./ro.ts")).ro,
};

/** The words of a language; English where the console does not speak it. */
export async function loadWords(lang: string): Promise<ConsoleWords> {
  return (LOAD[lang] ?? (async () => en))();
}
