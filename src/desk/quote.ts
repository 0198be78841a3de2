// A price with its tax, in whole cents, from the charge that a clause sets. D7.
import type { Duration, Effect, Money, Policy, TaxPlace } from "../policy/index.ts";
import { taxed } from "../policy/index.ts";
import type { MailQuote } from "../words/mails/model.ts";

/** A charge as its clause says it. */
export interface Charge {
  readonly price: Money;
  readonly includes?: Duration;
  readonly per?: string | Duration;
  readonly started?: "whole" | "exact";
  readonly after?: "consent";
}

/** The charge of that key among the effects, with the clause that sets it; null where nothing is charged at a fixed price. */
export function chargeOf(effects: readonly Effect[], key = "quote"): { readonly charge: Charge; readonly clause: string } | null {
  const effect = effects.find((e) => e.do === "charges" && e.key === key);
  if (effect?.do !== "charges") return null;
  const charge = effect.outcome["charge"];
  return typeof charge === "object" && charge !== null && "price" in charge ? { charge: charge as unknown as Charge, clause: effect.clause } : null;
}

/** A charge that takes from an allowance instead of money. */
export interface Draw {
  readonly draws: string;
  readonly includes?: Duration;
  readonly per?: Duration;
  readonly started?: "whole" | "exact";
}

/** The quote that draws from an allowance, with the clause that says so; null where none does. */
export function drawOf(effects: readonly Effect[]): { readonly draw: Draw; readonly clause: string } | null {
  const effect = effects.find((e) => e.do === "charges" && e.key === "quote");
  if (effect?.do !== "charges") return null;
  const { charge } = effect.outcome;
  return typeof charge === "object" && charge !== null && "draws" in charge ? { draw: charge as unknown as Draw, clause: effect.clause } : null;
}

/** The clause that leaves the price of that key to a person; null where none does. */
export function quotedBy(effects: readonly Effect[], key: string): string | null {
  const effect = effects.find((e) => e.do === "charges" && e.key === key);
  return effect?.do === "charges" && effect.outcome["charge"] === "by-quote" ? effect.clause : null;
}

/** Net, tax and gross of the quote among the effects; null where nothing is charged. */
export function quoteOf(policy: Policy, effects: readonly Effect[], place: TaxPlace, lang: string, key = "quote"): MailQuote | null {
  const found = chargeOf(effects, key);
  return found && quoted(policy, found.charge.price, place, lang);
}

/** The price with each tax under its name in the reader's language. */
export function quoted(policy: Policy, price: Money, place: TaxPlace, lang: string): MailQuote {
  const { net, taxes, gross } = taxed(price, policy.money.tax, place);
  return { net, taxes: taxes.map(({ rule, amount }) => ({ name: rule.name[lang] ?? rule.name[policy.desk.languages[0] ?? "en"] ?? "", rate: rule.rate, amount })), gross };
}

interface Placed {
  readonly organisation: { readonly country: string | null; readonly vat_number: string | null; readonly attributes: unknown } | null;
}

/** Where the customer is and whether they are a business, for taxes: who has a VAT number is one. A policy may keep the country as a fact of its record. */
export function placeOf(customer: Placed | null): TaxPlace {
  const { country: declared } = (customer?.organisation?.attributes ?? {}) as Record<string, unknown>;
  const country = customer?.organisation?.country ?? (typeof declared === "string" ? declared.toUpperCase() : null);
  return { country, kind: customer === null ? null : customer.organisation?.vat_number ? "business" : "private" };
}
