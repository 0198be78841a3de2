// Whether what somebody wrote plainly says which of the numbered things they were asked for are done. Whatever is less than plain is for a person to read.
import { MOST_OTHER_WORDS, plainLine } from "./plain-line.ts";

const DONE = [
  "done",
  "ok done",
  "it is done",
  "is done",
  "are done",
  "fatto",
  "fatta",
  "fatti",
  "fatte",
  "e fatto",
  "fait",
  "faite",
  "faits",
  "c est fait",
  "gata",
  "facut",
  "am facut",
  "este gata",
  "sunt gata",
  "e gata",
];
const ALL = [
  "all done",
  "everything done",
  "everything is done",
  "all of it is done",
  "all is done",
  "tutto fatto",
  "ho fatto tutto",
  "e tutto fatto",
  "tout est fait",
  "tout fait",
  "j ai tout fait",
  "am facut tot",
  "totul e gata",
  "totul este gata",
  "totul este facut",
];
const AND = new Set(["and", "e", "et", "si"]);
const BUT = new Set([
  "but",
  "if",
  "only",
  "unless",
  "however",
  "not",
  "except",
  "cannot",
  "ma",
  "se",
  "solo",
  "pero",
  "salvo",
  "tranne",
  "non",
  "mais",
  "sauf",
  "seulement",
  "pas",
  "dar",
  "daca",
  "doar",
  "nu",
  "inafara",
  "fara",
  "without",
  "sans",
  "senza",
]);

/** The numbers among `open` that are said to be done, each line by itself: "1 done", "2 and 3: fatto", "all done", or "done" where one alone is open. Null: no plain answer. */
export function checklistAnswer(text: string, open: readonly number[]): number[] | null {
  if (text.includes("?") || open.length === 0) return null;
  const done = new Set<number>();
  const words: string[] = [];
  for (const line of text.split("\n").map(plainLine).filter(Boolean)) {
    const said = saidIn(line, open);
    if (said) for (const n of said) done.add(n);
    else words.push(...line.split(" "));
  }
  if (done.size === 0 || words.length > MOST_OTHER_WORDS || words.some((word) => BUT.has(word) || /^\d+$/.test(word))) return null;
  return [...done].sort((a, b) => a - b);
}

function saidIn(line: string, open: readonly number[]): readonly number[] | null {
  if (ALL.includes(line)) return open;
  if (DONE.includes(line)) return open.length === 1 ? open : null;
  const parts = line.split(" ");
  const numbers = parts.filter((word) => /^\d{1,3}$/.test(word)).map(Number);
  const rest = parts.filter((word) => !/^\d{1,3}$/.test(word));
  const verb = rest.filter((word, i) => !AND.has(word) || i > rest.length - 2).join(" ");
  return numbers.length > 0 && DONE.includes(verb) && numbers.every((n) => open.includes(n)) ? numbers : null;
}
