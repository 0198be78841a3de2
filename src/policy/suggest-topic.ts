// Offers topics for a text by the words that the policy itself lists as hints. A suggestion, never a verdict.
import type { Lang, Policy } from "./model.ts";

const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

interface Hint {
  readonly topic: string;
  readonly hint: string;
  readonly lang: Lang;
  readonly words: readonly string[];
  readonly plain: string; // the words, each with a space on both sides
  readonly place: number; // in the policy
}
type ByFirstWord = ReadonlyMap<string, readonly Hint[]>;
const hintsOf = new WeakMap<Policy, ByFirstWord>();

/** Folded once and kept by their first word: a policy lists hundreds, and each mail is held against all of them. */
function hintsIn(policy: Policy): ByFirstWord {
  const known = hintsOf.get(policy);
  if (known) return known;
  const made = new Map<string, Hint[]>();
  let place = 0;
  for (const [topic, { hints }] of Object.entries(policy.facts["topic"]?.options ?? {}))
    for (const [lang, listed] of Object.entries(hints ?? {}))
      for (const hint of listed ?? []) {
        const words = wordsOf(hint);
        const first = words[0];
        if (first !== undefined) made.set(first, [...(made.get(first) ?? []), { topic, hint, lang: lang as Lang, words, plain: ` ${words.join(" ")} `, place: place++ }]);
      }
  hintsOf.set(policy, made);
  return made;
}

/** Topics whose hints occur in the text, best first, each with the hints found. Hints match whole words, accents and case aside; one that two languages spell alike, or that is part of another that was found, is not found again. */
export function suggestTopics(policy: Policy, text: string, languages: readonly Lang[] = policy.desk.languages): { topic: string; found: string[] }[] {
  const words = wordsOf(text);
  const hints = hintsIn(policy);
  const byTopic = new Map<string, Set<Hint>>();
  for (const [at, word] of words.entries())
    for (const hint of hints.get(word) ?? [])
      if (languages.includes(hint.lang) && hint.words.every((each, i) => words[at + i] === each)) byTopic.set(hint.topic, (byTopic.get(hint.topic) ?? new Set()).add(hint));
  return [...byTopic]
    .map(([topic, hits]) => ({ topic, hits: [...hits].sort((a, b) => languages.indexOf(a.lang) - languages.indexOf(b.lang) || a.place - b.place) }))
    .sort((a, b) => a.hits[0]!.place - b.hits[0]!.place)
    .map(({ topic, hits }) => ({
      topic,
      found: hits.filter((h, i) => !hits.some((other, j) => j !== i && other.plain.includes(h.plain) && (other.plain !== h.plain || j < i))).map(({ hint }) => hint),
    }))
    .sort((a, b) => b.found.length - a.found.length || longest(b.found) - longest(a.found));
}

const longest = (words: readonly string[]): number => Math.max(...words.map((w) => w.length));

/**
 * The topic that a request names beyond doubt: the only one found, or one with twice the hints of the next. Where two are found as often, a subject
 * that names one of them alone says which it is about. Else null.
 */
export function clearTopic(policy: Policy, { subject, text }: { readonly subject: string; readonly text: string }, languages?: readonly Lang[]): string | null {
  const all = suggestTopics(policy, `${subject}\n${text}`, languages);
  const [first, second] = all;
  if (!first) return null;
  if (!second || first.found.length >= 2 * second.found.length) return first.topic;
  const named = suggestTopics(policy, subject, languages);
  const most = all.filter(({ found }) => found.length === first.found.length).map(({ topic }) => topic);
  return named.length === 1 && most.includes(named[0]!.topic) ? named[0]!.topic : null;
}
