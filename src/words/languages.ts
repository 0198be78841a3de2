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

/** The first of the wanted languages that is on offer, else the first on offer: `chooseLanguage(["de", "fr"], ["en", "fr"])` is `fr`. */
export function chooseLanguage(wanted: readonly (Lang | null | undefined)[], offered: readonly Lang[]): Lang {
  for (const tag of wanted) {
    const primary = tag?.toLowerCase().split("-")[0];
    if (primary && offered.includes(primary)) return primary;
  }
  return offered[0] ?? "en";
}
