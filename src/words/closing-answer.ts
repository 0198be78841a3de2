// Whether what somebody wrote plainly says that their ticket may be closed, or that it may not. Whatever is less than plain is for a person to read.
import { MOST_OTHER_WORDS, plainLine, saysNoMore } from "./plain-line.ts";

const YES = [
  "yes close it",
  "yes please close it",
  "yes you may close it",
  "yes it is solved",
  "yes solved",
  "it is solved",
  "solved",
  "oui cloturez",
  "oui vous pouvez clore",
  "oui vous pouvez cloturer",
  "oui c est resolu",
  "c est resolu",
  "oui resolu",
  "resolu",
  "si chiudete",
  "si potete chiudere",
  "si chiuda",
  "si chiudi",
  "si e risolto",
  "e risolto",
  "si risolto",
  "risolto",
  "da inchideti",
  "da puteti inchide",
  "da inchide",
  "da este rezolvat",
  "da este rezolvata",
  "da s a rezolvat",
  "s a rezolvat",
  "este rezolvat",
  "rezolvat",
];
const NO = [
  "no not yet",
  "not yet",
  "no it is not solved",
  "it is not solved",
  "not solved",
  "no keep it open",
  "do not close it",
  "non pas encore",
  "pas encore",
  "non ce n est pas resolu",
  "ce n est pas resolu",
  "pas resolu",
  "ne cloturez pas",
  "no non ancora",
  "non ancora",
  "no non e risolto",
  "non e risolto",
  "non risolto",
  "non chiudete",
  "nu inca nu",
  "inca nu",
  "nu nu este rezolvat",
  "nu este rezolvat",
  "nu este rezolvata",
  "nu s a rezolvat",
  "nerezolvat",
  "nu inchideti",
];
/** Words that take a yes back. */
const BUT = new Set([
  "but",
  "if",
  "only",
  "unless",
  "however",
  "not",
  "still",
  "ma",
  "se",
  "solo",
  "pero",
  "salvo",
  "non",
  "ancora",
  "mais",
  "si",
  "sauf",
  "seulement",
  "pas",
  "encore",
  "dar",
  "daca",
  "doar",
  "nu",
  "inca",
]);

/** A line of its own says so. After a no anything may follow: it says what is still wrong. After a yes nothing else takes it back, asks, or goes on for long. Null: no plain answer. */
export function closingAnswer(text: string): "yes" | "no" | null {
  const lines = text.split("\n").map(plainLine).filter(Boolean);
  const said = lines.filter((line) => YES.includes(line) || NO.includes(line));
  if (said.length !== 1 || said[0] === undefined) return null;
  if (NO.includes(said[0])) return "no";
  const words = lines.filter((line) => line !== said[0]).flatMap((line) => line.split(" "));
  return text.includes("?") || words.length > MOST_OTHER_WORDS || words.some((word) => BUT.has(word)) ? null : "yes";
}

/** Of a text that is such a yes: whether it says that alone. `name`: of its writer. */
export const onlyAgreesToClosing = (text: string, name: string): boolean => saysNoMore(text, (line) => YES.includes(line), name);
