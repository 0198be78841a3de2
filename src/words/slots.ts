// Puts a typed value of the policy into words: a duration, a price, a count, a share, a name, a list.
import type { Duration, Lang, Slot, Unit, Words } from "../policy/model.ts";
import type { Said } from "./icu.ts";
import { localeOf } from "./languages.ts";
import { decimalText, moneyText, numberText, percentText } from "./numbers.ts";
import { isPhrase, phrase } from "./phrase.ts";

/** `2 working days`, `20 de minute`. */
export function durationText(duration: Duration, lang: Lang): string {
  const key = `duration.${unitKey(duration.unit)}`;
  return isPhrase(key) ? phrase(lang, key, { n: duration.amount }) : `${duration.amount} ${duration.unit}`;
}

/** The length as a unit of a rate: 30 minutes is "half hour", 1 month is "month", 20 minutes stays "20 minutes". */
export function eachText(duration: Duration, lang: Lang): string {
  if (duration.amount === 30 && duration.unit === "minutes") return phrase(lang, "each.half-hour");
  const key = `each.${unitKey(duration.unit)}`;
  return duration.amount === 1 && isPhrase(key) ? phrase(lang, key) : durationText(duration, lang);
}

const unitKey = (unit: Unit): string => unit.replace(" ", "-");

/** Words in the language, else in English, else in the first language that they have. */
export function wordsIn(words: Words, lang: Lang): string {
  return words[lang] ?? words.en ?? Object.values(words)[0] ?? "";
}

/** The whole phrase of a slot: `2 jours ouvrés`, `45,00 EUR`, `a, b et c`. Money has its currency's code. */
export function slotText(slot: Slot, lang: Lang): string {
  switch (slot.type) {
    case "duration":
      return durationText(slot.value, lang);
    case "money":
      return moneyText(slot.value, lang);
    case "count":
      return numberText(slot.value, lang);
    case "percent":
      return percentText(slot.value, lang);
    case "name":
      return wordsIn(slot.value, lang);
    case "list":
      return listText(
        slot.value.map((each) => slotText(each, lang)),
        lang,
      );
  }
}

const lists = new Map<Lang, Intl.ListFormat>();

/** `a, b and c` as the language joins them. */
export function listText(items: readonly string[], lang: Lang): string {
  let format = lists.get(lang);
  if (!format) {
    format = new Intl.ListFormat(localeOf(lang), { type: "conjunction" });
    lists.set(lang, format);
  }
  return format.format(items);
}

/**
 * Everything that a message may call one slot by: `{must}` the phrase, `{must_amount}` the number (money in units, not
 * cents), `{must_unit}` for `select`, `{must_each}` the unit of a rate. `{must, plural, …}` counts the amount too.
 */
export function slotValues(name: string, slot: Slot, lang: Lang): [string, Said][] {
  const text = slotText(slot, lang);
  switch (slot.type) {
    case "duration": {
      const amount = slot.value.amount;
      return [
        [name, { text, amount }],
        [`${name}_amount`, { text: numberText(amount, lang), amount }],
        [`${name}_unit`, { text: unitKey(slot.value.unit) }],
        [`${name}_each`, { text: eachText(slot.value, lang) }],
      ];
    }
    case "money": {
      const amount = slot.value.cents / 100;
      return [
        [name, { text, amount }],
        [`${name}_amount`, { text: decimalText(amount, lang), amount }],
      ];
    }
    case "count":
    case "percent":
      return [
        [name, { text, amount: slot.value }],
        [`${name}_amount`, { text: numberText(slot.value, lang), amount: slot.value }],
      ];
    case "list":
      return [
        [name, { text, amount: slot.value.length }],
        [`${name}_amount`, { text: numberText(slot.value.length, lang), amount: slot.value.length }],
      ];
    case "name":
      return [[name, { text }]];
  }
}
