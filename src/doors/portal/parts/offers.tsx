// What is offered at a price: the price with its tax, the conditions in full, and the customer's answer, before and after it is given.
import type { ReactNode } from "react";
import type { TicketView } from "../../../desk/views/ticket.ts";
import { remainsText } from "../../../words/allowance.ts";
import { instantText } from "../../../words/instant.ts";
import { phrase } from "../../../words/phrase.ts";
import type { Visit } from "../visit.ts";
import { Clause } from "./clause.tsx";
import { Quote } from "./says.tsx";

type Offer = TicketView["offers"][number];
interface OffersProps {
  readonly ticket: TicketView;
  readonly visit: Visit;
  readonly action: string;
  readonly token: string;
  readonly fault: string | null;
}

export function Offers({ ticket, visit, action, token, fault }: OffersProps): ReactNode {
  const { lang } = visit;
  const open = ticket.status === "closed" ? [] : ticket.offers.filter((o) => o.state === "open");
  const answered = ticket.offers.filter((o) => o.state === "accepted" || o.state === "declined");
  if (!open.length && !answered.length) return null;
  return (
    <section id="offer" className="offers">
      {open.map((offer) => (
        <Open key={offer.id} offer={offer} visit={visit} action={action} token={token} fault={fault} />
      ))}
      {answered.length ? (
        <>
          <h2>{phrase(lang, "ticket.offers-answered")}</h2>
          {answered.map((offer) => (
            <Answered key={offer.id} offer={offer} visit={visit} />
          ))}
        </>
      ) : null}
    </section>
  );
}

function Open({ offer, visit, action, token, fault }: Omit<OffersProps, "ticket"> & { readonly offer: Offer }): ReactNode {
  const { lang } = visit;
  const hidden = (
    <>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="offer" value={offer.id} />
    </>
  );
  return (
    <div className="says" data-offer={offer.key}>
      <h2>{phrase(lang, "ticket.offer-title")}</h2>
      {offer.clause ? <Clause clause={offer.clause} /> : null}
      {offer.words === null ? null : <p className="pre-line">{offer.words}</p>}
      <Price offer={offer} lang={lang} />
      <form method="post" action={`${action}/consent`}>
        {hidden}
        {offer.documents.map((d) => (
          <Document key={d.id} document={d} lang={lang} />
        ))}
        {offer.documents.map((d) => (
          <label key={d.id} className="tick">
            <input type="checkbox" name={`accept.${d.id}`} value="yes" required aria-describedby={fault ? "offer-fault" : undefined} /> {phrase(lang, "ticket.offer-accept", { title: d.title })}
          </label>
        ))}
        {fault ? (
          <p className="fault" id="offer-fault">
            {fault}
          </p>
        ) : null}
        <button>{phrase(lang, offer.allowance === null ? "ticket.offer-yes" : "ticket.offer-yes-free")}</button>
      </form>
      <details className="close">
        <summary>{phrase(lang, "ticket.offer-no")}</summary>
        <form method="post" action={`${action}/decline`}>
          {hidden}
          <p>{phrase(lang, "ticket.offer-no-confirm")}</p>
          <button className="secondary">{phrase(lang, "ticket.offer-no")}</button>
        </form>
      </details>
    </div>
  );
}

function Document({ document: d, lang }: { readonly document: Offer["documents"][number]; readonly lang: string }): ReactNode {
  return (
    <>
      <h3>{phrase(lang, "offer.document", { title: d.title, version: d.version })}</h3>
      {d.words.split("\n").map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
}

function Answered({ offer, visit }: { readonly offer: Offer; readonly visit: Visit }): ReactNode {
  const { lang, zone } = visit;
  const at = offer.answeredAt === null ? "" : instantText(Date.parse(offer.answeredAt), lang, zone);
  return (
    <details className="says" data-offer={offer.key}>
      <summary>
        {phrase(lang, offer.state === "accepted" ? "ticket.offer-accepted" : "ticket.offer-declined", { name: offer.answeredBy ?? "", at })},{" "}
        {phrase(lang, "ticket.offer-policy", { version: offer.policyVersion })}
      </summary>
      {offer.clause ? <Clause clause={offer.clause} /> : null}
      {offer.words === null ? null : <p className="pre-line">{offer.words}</p>}
      <Price offer={offer} lang={lang} />
      {offer.documents.map((d) => (
        <Document key={d.id} document={d} lang={lang} />
      ))}
    </details>
  );
}

function Price({ offer, lang }: { readonly offer: Offer; readonly lang: string }): ReactNode {
  if (offer.allowance === null) return <Quote quote={offer.quote} lang={lang} />;
  return (
    <p>
      <strong>
        {phrase(lang, "allowance.free")} {remainsText(offer.allowance, lang)}
      </strong>
    </p>
  );
}
