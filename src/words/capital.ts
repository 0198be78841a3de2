// How a sentence begins.
import type { Lang } from "../policy/model.ts";
import { localeOf } from "./languages.ts";

/** The text with the capital that begins a sentence in the language; a name that keeps its own first letter ("iMac") keeps it. */
export function capital(text: string, lang: Lang): string {
  const [first = "", second = ""] = text;
  const own = second !== second.toLocaleLowerCase(localeOf(lang));
  return own ? text : first.toLocaleUpperCase(localeOf(lang)) + text.slice(first.length);
}
