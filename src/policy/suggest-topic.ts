// Offers topics for a text by the words that the policy itself lists as hints. A suggestion, never a verdict.
import type { Lang, Policy } from "./model.ts";

const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Topics whose hints occur in the text, best first, each with the hints found. Hints match whole words, accents and case aside. */
export function suggestTopics(policy: Policy, text: string, languages: readonly Lang[] = policy.desk.languages): { topic: string; found: string[] }[] {
  const words = ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  const options = policy.facts["topic"]?.options ?? {};
  return Object.entries(options)
    .map(([topic, { hints }]) => {
      const listed = languages.length ? languages.flatMap((l) => hints?.[l] ?? []) : [];
      return { topic, found: [...new Set(listed)].filter((h) => words.includes(` ${fold(h).replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `)) };
    })
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
