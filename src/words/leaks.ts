// What a text that several customers read would tell one of another. Pure.

/** A ticket whose customer reads a text, with all by which others could learn of them. */
export interface Reader {
  readonly number: string;
  readonly customer: string; // an id of the office, or of the person where they are of none
  readonly name: string;
  readonly office: string | null;
  readonly addresses: readonly string[];
}

export interface Leak {
  readonly is: "number" | "address" | "name";
  readonly found: string; // as it stands in the text
  readonly of: string; // the ticket's number
}

const LETTER = "[\\p{L}\\p{N}]";
const LEAST = 3; // signs: a shorter name is in too many words

const plain = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(/\s+/g, "\\s+");

/** True where the word stands in the text by itself, however its letters are put together. */
const says = (text: string, word: string, flags: string): boolean => word.length >= LEAST && new RegExp(`(?<!${LETTER})${plain(word.normalize("NFC"))}(?!${LETTER})`, `u${flags}`).test(text);

/** Numbers of tickets in the text that are of none of `all`, as they are written. */
function strangeNumbers(text: string, all: readonly Reader[]): string[] {
  const prefixes = [...new Set(all.map(({ number }) => number.slice(0, number.lastIndexOf("-") + 1)))].filter((prefix) => prefix.length > 1);
  const found = prefixes.flatMap((prefix) => [...text.matchAll(new RegExp(`(?<!${LETTER})${plain(prefix)}\\d+(?!${LETTER})`, "giu"))].map(([number]) => number));
  return found.filter((number) => !all.some((each) => each.number === number.toUpperCase()));
}

/**
 * What `text`, read by the customers of `readers`, says of anybody that another of the readers would learn: numbers of tickets, and of those in `all` addresses and
 * names. A customer may read of themselves only where nobody else reads it. A name of several words is found in any case, one of a single word as it is written:
 * it can be a word of the language. `meant` are names that the writer says are none here.
 */
export function leaksIn(written: string, readers: readonly Reader[], all: readonly Reader[], meant: readonly string[]): Leak[] {
  const text = written.normalize("NFC");
  const found = new Map<string, Leak>();
  const note = (is: Leak["is"], word: string, of: string): unknown => found.has(word) || found.set(word, { is, found: word, of });
  for (const of of all) {
    const alone = readers.every((reader) => reader.customer === of.customer);
    if (readers.some((reader) => reader.number !== of.number) && says(text, of.number, "i")) note("number", of.number, of.number);
    if (alone) continue;
    for (const address of of.addresses) if (says(text, address, "i")) note("address", address, of.number);
    for (const name of [of.name, of.office ?? ""]) if (!meant.includes(name) && says(text, name, /\s/.test(name.trim()) ? "i" : "")) note("name", name, of.number);
  }
  if (new Set(readers.map(({ customer }) => customer)).size > 1) for (const number of strangeNumbers(text, all)) note("number", number, number);
  return [...found.values()];
}

/** The same of a file's name, where what stands between words can be a hyphen, a dot or an underscore. */
export function leaksInFileName(name: string, readers: readonly Reader[], all: readonly Reader[], meant: readonly string[]): Leak[] {
  const found = leaksIn(name, readers, all, meant);
  const spaced = leaksIn(name.replaceAll(/[-_.+]+/g, " "), readers, all, meant).filter(({ is }) => is === "name");
  return [...found, ...spaced.filter((leak) => !found.some((each) => each.found === leak.found))];
}
