// Signs that a language sets off from the word beside them, held to it: in French no line begins with « ? » or « : », whoever wrote the text with plain spaces.
import type { Lang } from "../policy/model.ts";

// U+00A0 for all of them: the narrow one (U+202F) is missing from the letters of many mail programs.
const HELD: Readonly<Record<Lang, (text: string) => string>> = { fr: (text) => text.replaceAll(/ (?=[:;?!»])|(?<=«) /g, "\u00a0") };

/** The text with those spaces unbreakable; the same in a language that has none. */
export const closeUp = (text: string, lang: Lang): string => (Object.hasOwn(HELD, lang) ? (HELD[lang]?.(text) ?? text) : text);
