// Which of the facts that a mail told its reader they plainly say are wrong, in their answer. Whatever is less than plain is at most a hint, for a person to read.
import type { Value } from "../policy/model.ts";
import { plainLine } from "./plain-line.ts";

/** A fact as it was told: its number and name, the value in words, and what else it can be. */
export interface ToldFact {
  readonly n: number;
  readonly fact: string;
  readonly label: string;
  readonly text: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
}
export interface Contested {
  /** By fact, how it really is; null where that is told in words of one's own. */
  readonly corrections: Readonly<Record<string, Value>>;
  /** True where it is plain: else these facts may be meant. */
  readonly plain: boolean;
}

const WRONG = [
  "is wrong",
  "is not right",
  "is not correct",
  "is not true",
  "is incorrect",
  "wrong",
  "est faux",
  "est fausse",
  "est inexact",
  "est inexacte",
  "n est pas exact",
  "n est pas exacte",
  "n est pas correct",
  "n est pas vrai",
  "faux",
  "non e esatto",
  "non e esatta",
  "non e corretto",
  "non e corretta",
  "non e vero",
  "e sbagliato",
  "e sbagliata",
  "e errato",
  "e errata",
  "sbagliato",
  "errato",
  "nu este corect",
  "nu este corecta",
  "nu e corect",
  "nu este adevarat",
  "este gresit",
  "este gresita",
  "e gresit",
  "gresit",
];
/** Verbs that leave no doubt that something is contested, whatever it is. */
const CONTESTS = ["i contest", "we contest", "i dispute", "je conteste", "nous contestons", "contesto", "contestiamo", "contest decizia", "contestam"];
const NUMBER = /^(?:(?:n|no|nr|numero|number|numarul|point|punto|punctul) )?(\d{1,2})(?: |$)/;
/** So many words that go on elsewhere in the mail say how it is. */
const ENOUGH = 3;

const begins = (text: string, words: string): boolean => text === words || text.startsWith(`${words} `);
const wordsIn = (plain: string): number => plain.split(" ").length;
const holds = (text: string, words: string): boolean => ` ${text} `.includes(` ${words} `);

/** Null where nothing of it is meant. `refused`: a general protest is at least a hint. */
export function contestAnswer(text: string, facts: readonly ToldFact[], refused = false): Contested | null {
  const lines = text
    .split("\n")
    .map((raw) => ({ raw, plain: plainLine(raw) }))
    .filter((line) => line.plain !== "");
  const total = lines.reduce((n, { plain }) => n + wordsIn(plain), 0);
  const same = new Map<string, number>();
  for (const { raw, plain } of lines) same.set(raw, (same.get(raw) ?? 0) + wordsIn(plain));
  const sure: Record<string, Value> = {};
  const maybe: Record<string, Value> = {};
  for (const { raw, plain } of lines) {
    const said = subjectOf(plain, facts);
    const elsewhere = total - (same.get(raw) ?? 0);
    if (!said) {
      for (const told of facts) if (holds(plain, plainLine(told.label)) && isWrong(plain)) maybe[told.fact] = null;
      continue;
    }
    const { told, rest } = said;
    const wrong = WRONG.filter((words) => begins(rest, words)).toSorted((a, b) => b.length - a.length)[0];
    const after = wrong === undefined ? rest : rest.slice(wrong.length).trim();
    const value = valueIn(after, told);
    if (wrong === undefined && value === null) {
      if (isWrong(rest)) maybe[told.fact] = null;
      continue;
    }
    const says = value !== null || after !== "" || elsewhere >= ENOUGH;
    (says && !raw.includes("?") ? sure : maybe)[told.fact] = value;
  }
  if (Object.keys(sure).length > 0) return { corrections: sure, plain: true };
  const protests = refused && lines.some(({ plain }) => isWrong(plain) || CONTESTS.some((words) => holds(plain, words)));
  if (Object.keys(maybe).length === 0 && protests) for (const told of facts) maybe[told.fact] = null;
  return Object.keys(maybe).length > 0 ? { corrections: maybe, plain: false } : null;
}

const isWrong = (plain: string): boolean => WRONG.some((words) => holds(plain, words));

/** The fact that the line begins with, by its number or its name, and what follows. */
function subjectOf(plain: string, facts: readonly ToldFact[]): { readonly told: ToldFact; readonly rest: string } | null {
  const n = NUMBER.exec(plain);
  const told = n ? facts.find((f) => f.n === Number(n[1])) : facts.find((f) => begins(plain, plainLine(f.label)));
  if (!told) return null;
  const name = plainLine(told.label);
  const rest = n ? plain.slice(n[0].length).trim() : plain.slice(name.length).trim();
  // "2. Subscription is wrong: …"
  return { told, rest: n && begins(rest, name) ? rest.slice(name.length).trim() : rest };
}

/** The one other value that is named, and nothing beside it. */
const valueIn = (words: string, { options, text }: ToldFact): Value => options.find((o) => plainLine(o.label) === words && plainLine(o.label) !== plainLine(text))?.value ?? null;
