// The placeholders of a mail that are text, filled into words that one person writes for several readers.
import { placeholdersOf } from "./frames.ts";

/** "customer", "number", "subject", "desk", "expert": what an answer's frame may say of its reader. */
export const IN_WORDS: readonly string[] = Object.entries(placeholdersOf("answer")).flatMap(([name, { type }]) => (type === "text" ? [name] : []));

const SLOT = /\{\{(\w+)\}\}|\{(\w+)\}/g;

/** Names in braces that are no placeholder, each once. Doubled braces are meant literally. */
export function unknownIn(text: string): string[] {
  return [...new Set([...text.matchAll(SLOT)].flatMap(([, , name]) => (name === undefined || IN_WORDS.includes(name) ? [] : [name])))];
}

/** The words for one reader, in one pass: what is filled in is not read again. `{{customer}}` becomes `{customer}`. */
export const fillWords = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(SLOT, (all, literal: string | undefined, name: string | undefined) =>
    literal !== undefined ? `{${literal}}` : name !== undefined && Object.hasOwn(values, name) ? (values[name] ?? all) : all,
  );
