// A word in the four languages that the system speaks, side by side, so that whoever adds one sees that a language is missing.
import type { Lang } from "../policy/model.ts";

export type FourWords = readonly [en: string, fr: string, it: string, ro: string];
const LANGS = ["en", "fr", "it", "ro"] as const;

/** The word in `lang`; English stands in for a language that the system does not speak. */
export const wordIn = (words: FourWords, lang: Lang): string => words[Math.max(0, LANGS.indexOf(lang as "en"))] ?? words[0];
