// The languages that Troth speaks. To add one: write its file in the shape of en.ts and name it here.
import type { Lang } from "../policy/model.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import type { Phrases } from "./phrases.ts";
import { ro } from "./ro.ts";

export const LANGUAGES: Readonly<Record<Lang, Phrases>> = { en, fr, it, ro };

/** True if the system has its own phrases in this language. */
export function isSpoken(lang: Lang): boolean {
  return Object.hasOwn(LANGUAGES, lang);
}

/** The phrases of a language; English where the system does not speak it (a policy may hold words in any language). */
export function phrasesOf(lang: Lang): Phrases {
  return (isSpoken(lang) ? LANGUAGES[lang] : undefined) ?? en;
}

/** The BCP 47 tag for numbers, dates and plurals: a spoken language's own (`en-GB`), else the tag itself if it is one. */
export function localeOf(lang: Lang): string {
  if (isSpoken(lang)) return phrasesOf(lang)["language.locale"];
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? en["language.locale"];
  } catch {
    return en["language.locale"];
  }
}

/** Two letters are a closed list (ISO 639-1), of which Intl knows all; of three letters it names a part of those that exist. */
const NAMED = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
/** Three letters that are no language: undetermined, several, none, uncoded, and for private use (ISO 639-2). */
const NONE = /^(?:und|mul|zxx|mis|q[a-t][a-z])$/;

/** A language that exists, as its shortest code (BCP 47), whether it is spoken here or not: `DE` and `deu` are `de`; null for `xx` and for `english`. */
export function knownLanguage(text: string): Lang | null {
  if (!/^[a-z]{2,3}$/i.test(text) || NONE.test(text.toLowerCase())) return null;
  const short = Intl.getCanonicalLocales(text)[0]?.split("-")[0] ?? "";
  return short.length === 3 || (short !== "" && NAMED.of(short) !== undefined) ? short : null;
}

/** The first of the wanted languages that is on offer, else the first on offer: `chooseLanguage(["de", "fr"], ["en", "fr"])` is `fr`. */
export function chooseLanguage(wanted: readonly (Lang | null | undefined)[], offered: readonly Lang[]): Lang {
  for (const tag of wanted) {
    const primary = tag?.toLowerCase().split("-")[0];
    if (primary && offered.includes(primary)) return primary;
  }
  return offered[0] ?? "en";
}
