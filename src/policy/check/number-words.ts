// Numbers written as words, per language. "One" is an article in most of them and counts nothing. SPEC 6.4.
import type { Lang } from "../model.ts";

const UNITS: Readonly<Record<Lang, string>> = {
  en: "minutes?|hours?|days?|weeks?|months?|years?|times|working|business",
  fr: "minutes?|heures?|jours?|semaines?|mois|ans?|années?|fois",
  it: "minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]|volt[ae]",
  ro: "minute?|or[ăe]|zile?|săptămân[ăi]|lun[ăi]|an[i]?|ori|dată",
};

/** Words that are numbers wherever they stand. */
const ALWAYS: Readonly<Record<Lang, string>> = {
  en: "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\\w+)?|hundreds?|thousands?|dozens?|twice|thrice|half(?: an|-)\\s?hour|third(?! part(?:y|ies))|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|second(?= \\w)",
  fr: "deux|trois|quatre|cinq|six|sept|huit|dix|onze|douze|treize|quatorze|quinze|seize|dix-(?:sept|huit|neuf)|vingt|trente|quarante|cinquante|soixante|quatre-vingts?|cent|mille|douzaine|quinzaine|vingtaine|trentaine|centaine|demi-heure|(?:deux|trois|quatr|cinqu|six|sept|huit|neuv|dix)ième",
  it: "due|tre|quattro|cinque|sette|otto|nove|dieci|undici|dodici|tredici|quattordici|quindici|sedici|diciassette|diciotto|diciannove|venti\\w*|trenta\\w*|quaranta\\w*|cinquanta\\w*|sessanta\\w*|settanta\\w*|ottanta\\w*|novanta\\w*|cento|mille|dozzina|mezz['’]ora|second[oa] (?=volta|ticket|richiesta|intervento|sollecito)|terz[oa](?! part[ei])|quart[oa]|quint[oa]|sest[oa]|settim[oa]|ottav[oa]|decim[oa]",
  ro: "doi|două|trei|patru|cinci|șase|șapte|opt|zece|unsprezece|doisprezece|douăsprezece|\\w+sprezece|\\w+zeci|o sută|sute|mie|mii|duzină|jumătate de oră|al doilea|a doua|al treilea|a treia|al patrulea|a patra|al cincilea|a cincea",
};

/** Words that mean something else as well: numbers only before a unit. "Sei" is "you are", "neuf" and "nouă" are "new". */
const BEFORE_UNIT: Readonly<Record<Lang, string>> = { fr: "neuf", it: "sei", ro: "nouă" };

const patterns = new Map<Lang, RegExp | null>();
/** Kept, since a policy is checked again at every keystroke of its author. */
const kept = new Map<string, readonly string[]>();
const MOST_KEPT = 8000;

/** The numbers that a text states, in digits or words; an empty list where there are none or the language is not known. */
export function numbersIn(text: string, lang: Lang): readonly string[] {
  const key = `${lang} ${text}`;
  let numbers = kept.get(key);
  if (!numbers) {
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, (numbers = look(text, lang)));
  }
  return numbers;
}

function look(text: string, lang: Lang): readonly string[] {
  const digits = text.match(/\p{Nd}+(?:[.,:’'\u00a0]\p{Nd}+)*/gu) ?? [];
  let pattern = patterns.get(lang);
  if (pattern === undefined) patterns.set(lang, (pattern = patternOf(lang)));
  return [...digits, ...(pattern ? [...text.matchAll(pattern)].map((m) => m[0].trim()) : [])];
}

function patternOf(lang: Lang): RegExp | null {
  const always = ALWAYS[lang];
  if (!always) return null;
  const sometimes = BEFORE_UNIT[lang] ? `|(?:${BEFORE_UNIT[lang]})(?= (?:${UNITS[lang]})(?!\\p{L}))` : "";
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${always.replaceAll("\\w", "\\p{L}")}${sometimes})(?![\\p{L}\\p{N}])`, "giu");
}
