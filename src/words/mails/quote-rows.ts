// A price before it is agreed: net, each tax and the sum, so that nobody agrees to a price without its tax.
import type { Lang } from "../../policy/model.ts";
import { moneyText, percentText } from "../numbers.ts";
import { phrase } from "../phrase.ts";
import type { Block, MailQuote } from "./model.ts";

export function quoteRows(quote: MailQuote, lang: Lang): Block {
  const taxes = quote.taxes.map((tax) => [phrase(lang, "money.tax", { name: tax.name, rate: percentText(tax.rate, lang) }), moneyText(tax.amount, lang)] as const);
  return { is: "rows", rows: [[phrase(lang, "money.net"), moneyText(quote.net, lang)], ...taxes, [phrase(lang, "money.gross"), moneyText(quote.gross, lang)]] };
}
