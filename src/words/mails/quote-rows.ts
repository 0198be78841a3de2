// A price before it is agreed: net, each tax and the sum, so that nobody agrees to a price without its tax.
import type { Lang } from "../../policy/model.ts";
import { moneyText, percentText } from "../numbers.ts";
import { phrase } from "../phrase.ts";
import { remainsText } from "../allowance.ts";
import type { Block, MailOffer, MailQuote } from "./model.ts";

export function quoteRows(quote: MailQuote, lang: Lang): Block {
  const taxes = quote.taxes.map((tax) => [phrase(lang, "money.tax", { name: tax.name, rate: percentText(tax.rate, lang) }), moneyText(tax.amount, lang)] as const);
  return { is: "rows", rows: [[phrase(lang, "money.net"), moneyText(quote.net, lang)], ...taxes, [phrase(lang, "money.gross"), moneyText(quote.gross, lang)]] };
}

/** The price of an offer, or, where it draws from an allowance, how much of that remains. */
export function offerPrice({ allowance, quote }: MailOffer, lang: Lang): Block {
  return allowance ? { is: "text", text: `${phrase(lang, "allowance.free")} ${remainsText(allowance, lang)}`, strong: true } : quoteRows(quote, lang);
}
