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

/** True where the word stands in the text by itself. */
const says = (text: string, word: string, flags: string): boolean =>
  word.length >= LEAST && new RegExp(`(?<!${LETTER})${word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(/\s+/g, "\\s+")}(?!${LETTER})`, `u${flags}`).test(text);

/**
 * What `text`, read by the customers of `readers`, says of anybody among `all` that another of the readers would learn: numbers of tickets, addresses, names.
 * A customer may read of themselves only where nobody else reads it. `meant` are names that the writer says are none here.
 */
export function leaksIn(text: string, readers: readonly Reader[], all: readonly Reader[], meant: readonly string[]): Leak[] {
  const found = new Map<string, Leak>();
  for (const of of all) {
    const alone = readers.every((reader) => reader.customer === of.customer);
    const note = (is: Leak["is"], word: string): unknown => found.has(word) || found.set(word, { is, found: word, of: of.number });
    if (readers.some((reader) => reader.number !== of.number) && says(text, of.number, "i")) note("number", of.number);
    if (alone) continue;
    for (const address of of.addresses) if (says(text, address, "i")) note("address", address);
    for (const name of [of.name, of.office ?? ""]) if (!meant.includes(name) && says(text, name, "")) note("name", name);
  }
  return [...found.values()];
}
