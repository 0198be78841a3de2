// Units and currencies as messages write them behind a number of the rule's: what they say must be what the rule counts in. SPEC 6.3.
import type { Lang, Slot } from "../model.ts";

type Time = "minutes" | "hours" | "days" | "weeks" | "months" | "years";

const UNITS: Readonly<Record<Lang, Readonly<Record<Time, string>>>> = {
  en: { minutes: "minutes?", hours: "hours?", days: "days?", weeks: "weeks?", months: "months?", years: "years?" },
  fr: { minutes: "minutes?", hours: "heures?", days: "jours?", weeks: "semaines?", months: "mois", years: "ans?|années?" },
  it: { minutes: "minut[oi]", hours: "or[ae]", days: "giorn[oi]", weeks: "settiman[ae]", months: "mes[ei]", years: "ann[oi]" },
  ro: { minutes: "minute?|minut", hours: "or[ăe]", days: "zile?|zi", weeks: "săptămân[ăi]", months: "lun[ăi]", years: "ani?" },
};
const WORKING: Readonly<Record<Lang, string>> = { en: "working|business", fr: "ouvrables?|ouvrée?s?|travaillée?s?", it: "lavorativ[oaei]", ro: "lucrătoare|lucrător" };
const CURRENCIES: Readonly<Record<string, string>> = { "€": "EUR", euro: "EUR", euros: "EUR", $: "USD", dollars: "USD", "£": "GBP", pounds: "GBP", lei: "RON", francs: "CHF" };

/** What the text behind a number says it counts, where that is not what the rule counts: "days" of a rule in hours. Null where nothing is wrong, or the language is not known. */
export function wrongUnit(text: string, slot: Slot, lang: Lang): string | null {
  if (slot.type === "money") return wrongCurrency(text, slot.value.currency);
  if (slot.type !== "duration") return null;
  const units = UNITS[lang];
  if (!units) return null;
  const { unit } = slot.value;
  const said = (Object.keys(units) as Time[]).map((time) => ({ time, at: indexOf(text, units[time]) })).filter(({ at }) => at >= 0);
  const first = said.toSorted((a, b) => a.at - b.at)[0];
  if (first && first.time !== unit.replace("working ", "")) return first.time;
  const working = indexOf(text, WORKING[lang] ?? "(?!)");
  return first && working >= 0 && !unit.startsWith("working") ? `working ${first.time}` : null;
}

function indexOf(text: string, words: string): number {
  return text.search(new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, "iu"));
}

function wrongCurrency(text: string, currency: string): string | null {
  const code = /(?<!\p{L})([A-Z]{3})(?!\p{L})/u.exec(text)?.[1];
  const named = Object.entries(CURRENCIES).find(([sign]) => (/\p{L}/u.test(sign) ? indexOf(text, sign) >= 0 : text.includes(sign)))?.[1];
  const said = named ?? (code && Object.values(CURRENCIES).includes(code) ? code : undefined);
  return said && said !== currency ? said : null;
}
