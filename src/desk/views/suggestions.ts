// What a text seems to be about, and which open ticket may be about the same.
import { type Policy, suggestTopics } from "../../policy/index.ts";
import { chooseLanguage } from "../../words/languages.ts";
import type { Asker } from "../event.ts";
import { customerOf } from "../people/reads.ts";
import { factText } from "./fact-text.ts";
import type { Look } from "./reader-of.ts";

/** Topics whose hints stand in the text, best first, with the words found. */
export function suggestionsFor(policy: Policy, text: string, wanted: string) {
  const lang = chooseLanguage([wanted], policy.desk.languages);
  return suggestTopics(policy, text).map(({ topic, found }) => ({ topic, label: factText(policy, "topic", topic, lang), found }));
}

/** Open tickets of whoever asks about this topic, the newest five; of nobody's and without a topic none. */
export async function similarTo(look: Look, asker: Asker, topic: string | undefined): Promise<{ number: string; subject: string }[]> {
  const customer = topic === undefined ? null : await customerOf(look.tx, asker);
  if (!customer) return [];
  return look.tx.query(
    `select number, subject from tickets where desk = troth_desk() and requester = $1 and status <> 'closed' and coalesce(findings->>'topic', claims->>'topic') = $2 order by opened_at desc limit 5`, [customer.person.id, topic],
  );
}
