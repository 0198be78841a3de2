// What a ticket has cost its customer: each charge with the clause that makes it owed, and what was given back or corrected with its reason.
import type { ReactNode } from "react";
import type { TicketView } from "../../../desk/views/ticket.ts";
import { quantityText, usableText } from "../../../words/allowance.ts";
import { instantText } from "../../../words/instant.ts";
import { phrase } from "../../../words/phrase.ts";
import type { Visit } from "../visit.ts";
import { Clause } from "./clause.tsx";
import { Quote } from "./says.tsx";

export function Charges({ ticket, visit }: { readonly ticket: TicketView; readonly visit: Visit }): ReactNode {
  const { lang, zone, base } = visit;
  if (ticket.charges.length === 0 && ticket.drawn === null) return null;
  return (
    <section id="charges" className="offers">
      <h2>{phrase(lang, "ticket.charges")}</h2>
      {ticket.charges.map((charge) => (
        <div key={charge.id} className="says" data-charge={charge.kind}>
          <h3>{phrase(lang, `statement.kind.${charge.kind}`)}</h3>
          {charge.clause ? <Clause clause={charge.clause} /> : null}
          {charge.reason === null ? null : <p>{charge.reason}</p>}
          <Quote quote={charge.quote} lang={lang} />
          {charge.bookedAt === null ? null : <p className="meta">{instantText(Date.parse(charge.bookedAt), lang, zone)}</p>}
        </div>
      ))}
      {ticket.drawn === null ? null : <Drawn drawn={ticket.drawn} visit={visit} />}
      {ticket.charges.length === 0 ? null : (
        <p>
          <a href={`${base}/statements`}>{phrase(lang, "portal.statements")}</a>
        </p>
      )}
    </section>
  );
}

/** What was taken from an allowance instead, and what came back of it. */
function Drawn({ drawn, visit }: { readonly drawn: NonNullable<TicketView["drawn"]>; readonly visit: Visit }): ReactNode {
  const { lang, zone } = visit;
  const said = (quantity: number): string => quantityText(quantity, drawn.time, lang);
  return (
    <div className="says" data-charge="drawn">
      <h3>{drawn.allowance.label}</h3>
      <p>{phrase(lang, "allowance.taken", { quantity: said(drawn.quantity) })}</p>
      {drawn.givenBack.map((back) => (
        <div key={back.id}>
          <p>
            <strong>{phrase(lang, "allowance.returned", { quantity: said(back.quantity) })}</strong>
          </p>
          {back.until === null ? null : <p>{usableText(Date.parse(back.until), lang, visit.policy.desk.zone)}</p>}
          <p>{back.reason}</p>
          {back.decidedAt === null ? null : <p className="meta">{instantText(Date.parse(back.decidedAt), lang, zone)}</p>}
        </div>
      ))}
    </div>
  );
}
