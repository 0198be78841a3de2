// An answer contests a fact only where it plainly says so, by number or by name, with how it really is; whatever is less is a hint or nothing.
import { expect, test } from "vitest";
import { contestAnswer, type ToldFact } from "../../src/words/contest-answer.ts";

const FACTS: readonly ToldFact[] = [
  {
    n: 1,
    fact: "subscription",
    label: "Abonnement",
    text: "échu",
    options: [
      { value: "active", label: "actif" },
      { value: "lapsed", label: "échu" },
    ],
  },
  {
    n: 2,
    fact: "topic",
    label: "Argomento",
    text: "Zoom",
    options: [
      { value: "zoom", label: "Zoom" },
      { value: "bug", label: "Un errore" },
    ],
  },
];
const plain = (corrections: object) => ({ corrections, plain: true });
const hint = (...facts: string[]) => ({ corrections: Object.fromEntries(facts.map((fact) => [fact, null])), plain: false });

test.each([
  ["en", "1 is wrong: we renewed on Monday", plain({ subscription: null })],
  ["en", "Hello,\n\n1. is wrong: paid since Monday\n\nBest,\nPaul", plain({ subscription: null })],
  ["fr", "1 est faux : nous avons renouvelé lundi.\n\nMerci", plain({ subscription: null })],
  ["fr", "Abonnement : actif", plain({ subscription: "active" })],
  ["fr", "n° 1 est inexact. Nous avons payé la facture le 3 novembre.", plain({ subscription: null })],
  ["it", "2 non è esatto: Un errore", plain({ topic: "bug" })],
  ["it", "L’avviso è chiaro.\nArgomento è sbagliato: non è Zoom, manca il link nella vostra e-mail", plain({ topic: null })],
  ["ro", "1 nu este corect: am plătit ieri", plain({ subscription: null })],
  ["ro", "1 este greșit\nAbonamentul a fost reînnoit ieri.", plain({ subscription: null })],
  ["both", "1 est faux : actif\n2 est faux : Un errore", plain({ subscription: "active", topic: "bug" })],
])("%s: “%s” is a contest", (_lang, text, said) => expect(contestAnswer(text, FACTS)).toEqual(said));

test.each([
  ["a question", "1 is wrong?", hint("subscription")],
  ["without how it is", "1 est faux", hint("subscription")],
  ["a name in passing", "Je crois que l’abonnement est faux chez vous.", hint("subscription")],
  ["a list of steps", "1. I restarted the computer\n2. I opened Zoom again", null],
  ["the same value again", "1: échu", null],
  ["no fact of it", "3 is wrong: nothing", null],
  ["thanks", "Thank you, I turn to them.", null],
  ["a plain answer", "The printer prints again since this morning.", null],
])("%s is less than plain: “%s”", (_what, text, said) => expect(contestAnswer(text, FACTS)).toEqual(said));

test("a protest that names nothing is a hint where something was refused, and nothing elsewhere", () => {
  for (const text of ["I contest this decision.", "C’est faux, nous contestons votre décision.", "Contesto: non è vero.", "Contest decizia."]) {
    expect(contestAnswer(text, FACTS, true)).toEqual(hint("subscription", "topic"));
    expect(contestAnswer(text, FACTS, false)).toBeNull();
  }
});
