// Says a message of a policy, its numbers taken from the rule.
import type { Lang, Slots } from "../policy/model.ts";
import { type Report, renderIcu, type Said } from "./icu.ts";
import { slotValues } from "./slots.ts";

/**
 * The message as plain text (not escaped) with the slots of the rule in the language. Never throws: a message that is
 * wrong comes back as written with its slots visible, and `report` hears why; the policy's checker finds it before.
 */
export function say(message: string, lang: Lang, slots: Slots, report?: Report): string {
  const values: Record<string, Said> = {};
  for (const [name, slot] of Object.entries(slots)) {
    for (const [key, said] of slotValues(name, slot, lang)) {
      // A slot of the rule beats a name derived from another: `price_amount` written by the rule stays that.
      if (key === name || !Object.hasOwn(slots, key)) values[key] = said;
    }
  }
  return renderIcu(message, lang, values, report);
}
