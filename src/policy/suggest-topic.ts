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

/** Topics whose hints occur in the text, best first, each with the hints found. Hints match whole words, accents and case aside. */
export function suggestTopics(policy: Policy, text: string, languages: readonly Lang[] = policy.desk.languages): { topic: string; found: string[] }[] {
  const words = plain(text);
  return hintsIn(policy)
    .map(([topic, hints]) => ({ topic, found: [...new Set(languages.flatMap((l) => hints.filter((h) => h.lang === l && words.includes(h.plain)).map((h) => h.hint)))] }))
    .filter((s) => s.found.length > 0)
    .sort((a, b) => b.found.length - a.found.length || longest(b.found) - longest(a.found));
}

const longest = (words: readonly string[]): number => Math.max(...words.map((w) => w.length));

/** The topic that a text names beyond doubt: the only one found, or one with twice the hints of the next. Else null. */
export function clearTopic(policy: Policy, text: string, languages?: readonly Lang[]): string | null {
  const [first, second] = suggestTopics(policy, text, languages);
  if (!first) return null;
  return !second || first.found.length >= 2 * second.found.length ? first.topic : null;
}
