// Words of real sentences in four languages, out of the policies that come with Troth, and sentences put together from them.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compile } from "../src/policy/index.ts";
import { chances } from "./chance.ts";

export const LANGUAGES = ["en", "fr", "it", "ro"] as const;
export type Language = (typeof LANGUAGES)[number];
const POLICIES = fileURLToPath(new URL("../policies/", import.meta.url));

export interface Vocabulary {
  readonly words: readonly string[];
  readonly sentences: readonly string[];
}

/** Words of five letters and more, and 400 sentences of 12 of them, the same every time. Common words come often, as they do. */
export function vocabularies(): Record<Language, Vocabulary> {
  const words: Record<Language, Set<string>> = { en: new Set(), fr: new Set(), it: new Set(), ro: new Set() };
  for (const name of readdirSync(POLICIES)) {
    const { policy } = compile(readFileSync(`${POLICIES}${name}/policy.yaml`, "utf8"));
    for (const clause of policy?.clauses ?? []) {
      for (const language of LANGUAGES) for (const word of plain(clause.words[language] ?? "")) words[language].add(word);
    }
  }
  const chance = chances(7);
  const made = (language: Language): Vocabulary => {
    const all = [...words[language]];
    if (all.length < 100) throw new Error(`too few words of ${language} in the policies`);
    const sentence = (): string => Array.from({ length: 12 }, () => all[Math.floor(chance() ** 2 * all.length)]).join(" ");
    return { words: all, sentences: Array.from({ length: 400 }, sentence) };
  };
  return { en: made("en"), fr: made("fr"), it: made("it"), ro: made("ro") };
}

const plain = (text: string): string[] =>
  text
    .replaceAll(/\{[^{}]*\}/g, " ")
    .toLowerCase()
    .match(/\p{L}{5,}/gu) ?? [];
