// A price as it is made up: net and each tax beside what is to pay.
import { moneyText, percentText } from "../../../src/words/numbers.ts";
import type { Quote } from "../../shared/shapes.ts";
import { useWords } from "../words/words.tsx";

/** "45,00 EUR + IVA 22 % 9,90 EUR" */
export function PriceLines({ quote }: { readonly quote: Quote }) {
  const { lang } = useWords();
  const { net, taxes } = quote;
  return <p className="quiet small">{[moneyText(net, lang), ...taxes.map((tax) => `${tax.name} ${percentText(tax.rate, lang)} ${moneyText(tax.amount, lang)}`)].join(" + ")}</p>;
}
