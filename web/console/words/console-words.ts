// The languages of the console, and the shape of each: every key that English has. A file that lacks one does not compile.
import { en } from "./en.ts";

export type WordKey = keyof typeof en;
export type ConsoleWords = Readonly<Record<WordKey, string>>;

export const SPOKEN = ["en", "fr", "it", "ro"] as const;
export const NAMES: Readonly<Record<string, string>> = { en: "English", fr: "Français", it: "Italiano", ro: "Română" };

/** True for a key that there is, so that a code of the server can be looked up in the words. */
export function isWord(key: string): key is WordKey {
  return Object.hasOwn(en, key);
}
