// Tells the language of what a customer wrote, among those that the desk speaks; says nothing when in doubt.
import { eld } from "eld/extrasmall";
import type { Lang } from "../policy/model.ts";

const LETTERS = 12; // fewer say too little: "Hello" looks Italian, "Merci" Romanian

const MOST_ASKED = 150; // signs of the writer's own: more says nothing more of prose, and costs

const MOST_LOOKED_AT = 20_000; // signs of a text

/** The words of the writer alone: no quoted mail, no addresses, numbers or ticket numbers, whose letters are of no language. Word by word: a text made to be slow is not. */
function ownWords(text: string): string {
  const own = text
    .split("\n")
    .filter((line) => !line.startsWith(">"))
    .join("\n")
    .split("\n-- \n", 1)
    .join()
    .slice(0, MOST_LOOKED_AT);
  let words = "";
  for (const [word] of own.matchAll(/\S+/g)) {
    if (/[\d_/\\]|.@./.test(word)) continue;
    words += `${word} `;
    if (words.length >= MOST_ASKED) break;
  }
  return words.slice(0, MOST_ASKED).trim();
}

/**
 * One of `among`, or null: too short, unsure, or a language that is not among them (a German mail is not read as English).
 * All of eld's sixty languages compete; only then is the winner looked up among those offered.
 */
export function tellLanguage(text: string, among: readonly Lang[]): Lang | null {
  const words = ownWords(text);
  if ((words.match(/\p{L}/gu)?.length ?? 0) < LETTERS) return null;
  const told = eld.detect(words);
  return told.isReliable() && among.includes(told.language) ? told.language : null;
}
