// Tells an automatic answer by its own words, where no header says so: an absence, a help desk's confirmation, a challenge, a receipt.
import type { Email } from "postal-mime";
import { ABSENT, ACKNOWLEDGED, AUTOMATIC_BY_ITSELF, HELD_BACK, LOOKED_INTO, NUMBERED, PROVES, READ_RECEIPT, READ_SUBJECT, SOMEBODYS_OWN } from "./automatic-words.ts";
import { FORWARD_SUBJECT } from "./quote-words.ts";
import { ANSWER } from "./robot-words.ts";

const MOST = 3_000; // characters: a longer text was written by somebody

/** What the words that nobody quoted (`own`) give it away as; null where a person may have written them. `nobody`: it comes from an address that nobody reads. */
export function automaticByWords(mail: Email, own: string, nobody: boolean): "away" | "reply" | "receipt" | null {
  const subject = mail.subject ?? "";
  const text = own
    .slice(0, MOST + 1)
    .trim()
    .replace(/[^\s<>@]{1,100}@[^\s<>@]{0,200}[\p{L}\p{N}]/gu, "someone"); // no dot of an address ends a sentence
  if (own.length > MOST || FORWARD_SUBJECT.test(subject)) return null;
  if (READ_SUBJECT.test(subject) && READ_RECEIPT.test(text)) return "receipt";
  const stated = statements(text);
  if (stated.length !== sentences(text).length) return null; // who asks something is no machine
  const begins = (pattern: RegExp): boolean => {
    const found = pattern.exec(text);
    return found !== null && found.index <= 400 && !SOMEBODYS_OWN.test(text.slice(0, found.index));
  };
  if (/https?:\/\//i.test(text) && begins(HELD_BACK) && PROVES.test(text)) return "reply";
  const itself = stated.some((sentence) => AUTOMATIC_BY_ITSELF.test(sentence));
  if (itself && begins(ABSENT)) return "away";
  return begins(ACKNOWLEDGED) && (itself || nobody || (LOOKED_INTO.test(text) && NUMBERED.test(`${subject}\n${text}`))) ? "reply" : null;
}

/** True where it says, and does not ask, that somebody is away, that something came in, or that no person wrote it. */
export const saysAutomatic = (own: string): boolean => statements(own.slice(0, MOST)).some((sentence) => [ABSENT, ACKNOWLEDGED, AUTOMATIC_BY_ITSELF].some((said) => said.test(sentence)));

/** True where something is asked in words, not in a link, or automatic answers are what the words are about. */
export const asksOrTells = (own: string): boolean => ABOUT_ANSWERS.test(own.slice(0, MOST)) || sentences(own.slice(0, MOST)).length !== statements(own.slice(0, MOST)).length;

/** "The automatic reply names the old number": of a thing, as no automatic reply speaks of itself. */
const ABOUT_ANSWERS = new RegExp(
  `(?<!\\p{L})(?:the|our|your|my|an|l['’]|la|le|les|notre|votre|une|die|der|eine|unsere|ihre|il|una|nuestra|a|o|uma|de|het|een)\\s?(?:${ANSWER}|out[ -]of[ -]office (?!until))|răspunsul automat`,
  "iu",
);

const sentences = (text: string): string[] =>
  text
    .replace(/https?:\/\/\S+/gi, "")
    .split(/(?<=[.!?])\s+|\n\s*\n|\n(?=[^\p{Ll}])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
const statements = (text: string): string[] => sentences(text).filter((sentence) => !/[?？]["'”»)]*$/u.test(sentence));
