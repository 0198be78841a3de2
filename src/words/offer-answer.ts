// Whether what somebody wrote plainly agrees to an offer, or plainly refuses it. Whatever is less than plain is for a person to read.
import { MOST_OTHER_WORDS, plainLine, saysNoMore } from "./plain-line.ts";

const YES = [
  "i accept",
  "i agree",
  "yes i accept",
  "yes i agree",
  "accepted",
  "we accept",
  "accetto",
  "accettiamo",
  "si accetto",
  "si accettiamo",
  "j accepte",
  "oui j accepte",
  "nous acceptons",
  "oui nous acceptons",
  "accept",
  "da accept",
  "acceptam",
  "da acceptam",
  "sunt de acord",
];
const NO = [
  "no thank you",
  "no thanks",
  "i refuse",
  "i decline",
  "i do not accept",
  "we decline",
  "non accetto",
  "no non accetto",
  "rifiuto",
  "rifiutiamo",
  "no grazie",
  "je refuse",
  "non merci",
  "je n accepte pas",
  "nous refusons",
  "nu accept",
  "nu nu accept",
  "refuz",
  "refuzam",
  "nu multumesc",
  "nu sunt de acord",
];
/** Words that take something back, or ask: with one of them it is no plain answer. */
const BUT = new Set(["but", "if", "only", "unless", "however", "not", "ma", "se", "solo", "pero", "salvo", "non", "mais", "si", "sauf", "seulement", "pas", "dar", "daca", "doar", "nu"]);

/** A line of its own says so, and nothing else in the text takes it back, asks, or goes on for long. Null: it is no plain answer. */
export function offerAnswer(text: string): "yes" | "no" | null {
  if (text.includes("?")) return null;
  const lines = text.split("\n").map(plainLine).filter(Boolean);
  const at = lines.findIndex((line) => YES.includes(line) || NO.includes(line));
  if (at < 0) return null;
  const others = lines.filter((_, i) => i !== at);
  if (others.some((line) => YES.includes(line) || NO.includes(line))) return null;
  const words = others.flatMap((line) => line.split(" "));
  if (words.length > MOST_OTHER_WORDS || words.some((word) => BUT.has(word))) return null;
  return YES.includes(lines[at]!) ? "yes" : "no";
}

/** Of a text that is such an answer: whether it says that alone. `name`: of its writer. */
export const onlyAnswersOffer = (text: string, name: string): boolean => saysNoMore(text, (line) => YES.includes(line) || NO.includes(line), name);
