// What a text seems to be about.
import { type Policy, suggestTopics } from "../../policy/index.ts";
import { chooseLanguage } from "../../words/languages.ts";
import { factText } from "./fact-text.ts";

/** Topics whose hints stand in the text, best first, with the words found. */
export function suggestionsFor(policy: Policy, text: string, wanted: string) {
  const lang = chooseLanguage([wanted], policy.desk.languages);
  return suggestTopics(policy, text).map(({ topic, found }) => ({ topic, label: factText(policy, "topic", topic, lang), found }));
}
