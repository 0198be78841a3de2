// A price with its tax, in whole cents, from the charge that a clause sets. D7.
import type { Effect, Money, Policy } from "../policy/index.ts";
import type { MailQuote } from "../words/mails/model.ts";

/** Net, tax and gross of the quote among the effects; null where nothing is charged. Tax rounds half up per rate. */
export function quoteOf(policy: Policy, effects: readonly Effect[], country: string | null, lang: string): MailQuote | null {
  const effect = effects.find((e) => e.do === "charges" && e.key === "quote");
  const charge = effect && "outcome" in effect ? effect.outcome["charge"] : undefined;
  if (typeof charge !== "object" || charge === null || !("price" in charge)) return null;
  const net = charge.price as Money;
  const { tax } = policy.money;
  const rates = tax.filter((t) => t.country === country);
  const due = rates.length ? rates : tax.slice(0, 1);
  const taxes = due.map((t) => ({
    name: t.name[lang] ?? t.name[policy.desk.languages[0] ?? "en"] ?? "", rate: t.rate,
    amount: { cents: Math.floor((net.cents * t.rate) / 100 + 0.5), currency: net.currency },
  }));
  return { net, taxes, gross: { cents: taxes.reduce((sum, t) => sum + t.amount.cents, net.cents), currency: net.currency } };
}
