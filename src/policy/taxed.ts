// A net price with its taxes, in whole cents: by the customer's country and kind. Each rate is rounded by itself, half up.
import type { Money, Policy } from "./model.ts";

/** Where a customer is (ISO 3166 alpha-2) and what they are, as their record says; null where it does not. */
export interface TaxPlace {
  readonly country: string | null;
  readonly kind: "business" | "private" | null;
}
type Rule = Policy["money"]["tax"][number];
export interface TaxDue {
  readonly rule: Rule;
  readonly amount: Money;
}
export interface Taxed {
  readonly net: Money;
  readonly taxes: readonly TaxDue[];
  readonly gross: Money;
}

/**
 * The rules of the customer's country; else those for any country; else, so that nobody pays too little by an empty record, the first
 * one. Of these the ones for the customer's kind beat the ones for anybody. SPEC 17.
 */
export function taxRules(tax: readonly Rule[], { country, kind }: TaxPlace): readonly Rule[] {
  const fit = tax.filter((t) => t.customer === undefined || t.customer === kind);
  const own = fit.filter((t) => t.country !== undefined && t.country === country);
  const abroad = fit.filter((t) => t.country === undefined);
  const found = own.length ? own : abroad.length ? abroad : fit.filter((t) => t.customer === undefined).slice(0, 1);
  const closer = found.filter((t) => t.customer !== undefined);
  return closer.length ? closer : found;
}

/** `rate` percent of `cents` in exact integers; rates have at most four decimals. */
export function taxOn(cents: number, rate: number): number {
  if (cents < 0) return -taxOn(-cents, rate);
  const [part, whole] = [BigInt(cents) * BigInt(Math.round(rate * 10_000)), 1_000_000n];
  return Number((2n * part + whole) / (2n * whole));
}

export function taxed(net: Money, tax: readonly Rule[], place: TaxPlace): Taxed {
  const taxes = taxRules(tax, place).map((rule) => ({ rule, amount: { cents: taxOn(net.cents, rule.rate), currency: net.currency } }));
  return { net, taxes, gross: { cents: taxes.reduce((sum, t) => sum + t.amount.cents, net.cents), currency: net.currency } };
}
