// What the customer was asked to agree to: the price with its tax, the conditions as they were shown, and the answer.
import type { Ticket } from "../../../shared/shapes.ts";
import { quantityText } from "../../../../src/words/allowance.ts";
import { moneyText } from "../../../../src/words/numbers.ts";
import { ClauseShown } from "../../parts/clause.tsx";
import { PriceLines } from "../../parts/price-lines.tsx";
import { At } from "../../parts/times.tsx";
import { useWords } from "../../words/words.tsx";

type Offer = Ticket["offers"][number];

export function Offers({ ticket }: { readonly ticket: Ticket }) {
  return (
    <ul className="stack">
      {ticket.offers
        .filter((each) => each.state !== "replaced")
        .map((each) => (
          <li key={each.id}>
            <OneOffer offer={each} />
          </li>
        ))}
    </ul>
  );
}

function OneOffer({ offer }: { readonly offer: Offer }) {
  const { say, lang } = useWords();
  const { gross } = offer.quote;
  return (
    <div className="stack-tight" data-offer={offer.state}>
      <div className="row">
        <span className="strong">{say(`offer.${offer.key}`)}</span>
        <span className="push number strong">{offer.allowance === null ? moneyText(gross, lang) : say("offer.free")}</span>
      </div>
      {offer.words === null ? null : <p className="small pre-line wrap">{offer.words}</p>}
      {offer.allowance === null ? (
        <PriceLines quote={offer.quote} />
      ) : (
        <p className="small wrap">
          {say("offer.from-allowance", { allowance: offer.allowance.label })}{" "}
          {say("packs.left-sum", { left: quantityText(offer.allowance.left, offer.allowance.time, lang), of: quantityText(offer.allowance.of, offer.allowance.time, lang) })}
        </p>
      )}
      <p className="small">
        {say(`offer.${offer.state}`, { name: offer.answeredBy ?? "", channel: offer.channel ?? "" })} · <At at={offer.answeredAt ?? offer.madeAt} />
      </p>
      <details className="small">
        <summary>{say("offer.terms", { version: String(offer.policyVersion) })}</summary>
        {offer.clause ? <ClauseShown clause={offer.clause} /> : null}
        {offer.documents.map((each) => (
          <div key={each.id}>
            <p className="strong">
              {each.title} ({each.version})
            </p>
            <p className="whole">{each.words}</p>
          </div>
        ))}
      </details>
    </div>
  );
}
