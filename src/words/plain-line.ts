// A line of an answer as letters and numbers alone, to be held against the few answers that are taken at their word.

/** More words than a greeting, thanks and a signature have: a person reads what goes on for longer. */
export const MOST_OTHER_WORDS = 25;

/** "  Sì, ACCETTO! " → "si accetto". Source: Unicode NFKD, without its marks. */
export const plainLine = (line: string): string =>
  line
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** What a letter has around its one line: with nothing else in it, it says no more than that line. */
const AROUND = new Set(
  (
    "hello hi dear good morning afternoon evening thanks thank you many kind best regards yours sincerely " +
    "buongiorno buonasera salve gentile gentili cordiali distinti saluti grazie mille " +
    "bonjour bonsoir madame monsieur merci cordialement bien a vous salutations " +
    "buna ziua dimineata seara multumesc cu stima salutari"
  ).split(" "),
);

/** Whether a text holds nothing but lines that are its `answer`, a greeting, thanks and the `name` of its writer. */
export function saysNoMore(text: string, answer: (line: string) => boolean, name: string): boolean {
  const own = new Set(plainLine(name).split(" "));
  const others = text
    .split("\n")
    .map(plainLine)
    .filter((line) => line !== "" && !answer(line));
  return others.every((line) => line.split(" ").every((word) => AROUND.has(word) || own.has(word)));
}
