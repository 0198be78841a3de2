// Offers topics for a text by the words that the policy itself lists as hints. A suggestion, never a verdict.
import type { Lang, Policy } from "./model.ts";

const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const plain = (text: string): string =>
  ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;

interface Hint {
  readonly hint: string;
  readonly lang: Lang;
  readonly plain: string;
}
const hintsOf = new WeakMap<Policy, readonly (readonly [topic: string, hints: readonly Hint[]])[]>();

/** Folded once: a policy lists hundreds, and each mail is held against all of them. */
function hintsIn(policy: Policy): readonly (readonly [string, readonly Hint[]])[] {
  const known = hintsOf.get(policy);
  if (known) return known;
  const made = Object.entries(policy.facts["topic"]?.options ?? {}).map(
    ([topic, { hints }]) => [topic, Object.entries(hints ?? {}).flatMap(([lang, listed]) => (listed ?? []).map((hint): Hint => ({ hint, lang: lang as Lang, plain: plain(hint) })))] as const,
  );
  hintsOf.set(policy, made);
  return made;
}

/** Topics whose hints occur in the text, best first, each with the hints found. Hints match whole words, accents and case aside; one that two languages spell alike, or that is part of another that was found, is not found again. */
export function suggestTopics(policy: Policy, text: string, languages: readonly Lang[] = policy.desk.languages): { topic: string; found: string[] }[] {
  const words = plain(text);
  return hintsIn(policy)
    .map(([topic, hints]) => {
      const found = languages.flatMap((l) => hints.filter((h) => h.lang === l && words.includes(h.plain)));
      return { topic, found: found.filter((h, i) => !found.some((other, j) => j !== i && other.plain.includes(h.plain) && (other.plain !== h.plain || j < i))).map((h) => h.hint) };
    })
    .filter((s) => s.found.length > 0)
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
