// Numbers and money as a language writes them. Formatters are kept: building one costs more than using it a hundred times.
import type { Lang, Money } from "../policy/model.ts";
import { localeOf } from "./languages.ts";

const kept = new Map<string, Intl.NumberFormat>();

function formatter(lang: Lang, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${lang} ${options.style ?? ""} ${options.currency ?? ""}`;
  let found = kept.get(key);
  if (!found) {
    found = new Intl.NumberFormat(localeOf(lang), options);
    kept.set(key, found);
  }
  return found;
}

// An ordinary space before a unit: people search and copy these words, and a mail client wraps them where it likes.
const plainSpaces = (text: string): string => text.replaceAll("\u00a0", " ");

/** `1,245.5` in English, `1.245,5` in Italian; at most three decimals. */
export function numberText(value: number, lang: Lang): string {
  return formatter(lang, {}).format(value);
}

/**
 * Whole cents with the currency's code, which no reader can mistake: `EUR 45.00` in English, `45,00 EUR` in the others.
 * A currency that is not three letters is written after the number as it stands.
 */
export function moneyText(money: Money, lang: Lang): string {
  if (!/^[A-Z]{3}$/.test(money.currency)) return `${decimalText(money.cents / 100, lang)} ${money.currency}`;
  const options = { style: "currency", currency: money.currency, currencyDisplay: "code", minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;
  return plainSpaces(formatter(lang, options).format(money.cents / 100));
}

/** Two decimals and no currency: `45.00`. */
export function decimalText(value: number, lang: Lang): string {
  return formatter(lang, { style: "decimal", minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
}

/** A share of a hundred: 22.5 is `22.5%` in English, `22,5 %` in French. */
export function percentText(value: number, lang: Lang): string {
  return plainSpaces(formatter(lang, { style: "percent", maximumFractionDigits: 2 }).format(value / 100));
}

/** Bytes as people read them: `2.5 MB`. */
export function sizeText(bytes: number, lang: Lang): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"];
  const step = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const unit = new Intl.NumberFormat(localeOf(lang), { style: "unit", unit: units[step] ?? "byte", unitDisplay: "short", maximumFractionDigits: step > 1 ? 1 : 0 });
  return plainSpaces(unit.format(bytes / 1000 ** step));
}
