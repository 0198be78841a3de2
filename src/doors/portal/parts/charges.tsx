// What a ticket has cost its customer: each charge with the clause that makes it owed, and what was given back or corrected with its reason.
import type { ReactNode } from "react";
import type { TicketView } from "../../../desk/views/ticket.ts";
import { instantText } from "../../../words/instant.ts";
import { phrase } from "../../../words/phrase.ts";
import type { Visit } from "../visit.ts";
import { Clause } from "./clause.tsx";
import { Quote } from "./says.tsx";

export function Charges({ ticket, visit }: { readonly ticket: TicketView; readonly visit: Visit }): ReactNode {
  const { lang, zone, base } = visit;
  if (ticket.charges.length === 0) return null;
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
      <p>
        <a href={`${base}/statements`}>{phrase(lang, "portal.statements")}</a>
      </p>
    </section>
  );
}
