// Whether the ticket may be closed: what was found, what follows, and the visitor's answer, without scripts too.
import type { ReactNode } from "react";
import type { TicketView } from "../../../desk/views/ticket.ts";
import { quantityText, remainsText } from "../../../words/allowance.ts";
import { phrase } from "../../../words/phrase.ts";
import type { Visit } from "../visit.ts";
import { Clause } from "./clause.tsx";
import { Quote } from "./says.tsx";

interface ClosingProps {
  readonly ticket: TicketView;
  readonly visit: Visit;
  readonly action: string;
  readonly token: string;
  readonly fault: string | null;
}
type Asked = TicketView["closings"][number];

export function Closing({ ticket, visit, action, token, fault }: ClosingProps): ReactNode {
  const { lang } = visit;
  const asked = ticket.status === "closed" ? undefined : ticket.closings.find((c) => c.state === "open");
  if (!asked) return null;
  const hidden = <input type="hidden" name="token" value={token} />;
  return (
    <section id="closing" className="says" data-closing={asked.outcome}>
      <h2>{phrase(lang, `mail.closing.${asked.outcome}.title`)}</h2>
      <p>{phrase(lang, `mail.closing.${asked.outcome}.intro`, { expert: asked.askedBy, number: ticket.number })}</p>
      {asked.words ? <blockquote className="pre-line">{asked.words}</blockquote> : null}
      <Follows asked={asked} lang={lang} />
      {asked.settles ? <Clause clause={asked.settles} /> : null}
      {asked.clause ? <Clause clause={asked.clause} /> : null}
      {asked.closesText === null ? null : <p>{phrase(lang, "mail.closing.until", { time: asked.closesText })}</p>}
      {fault === null ? null : (
        <p className="fault" id="closing-fault">
          {fault}
        </p>
      )}
      <form method="post" action={`${action}/agreement`}>
        {hidden}
        <button>{phrase(lang, "ticket.closing-yes")}</button>
      </form>
      <details className="close">
        <summary>{phrase(lang, "ticket.closing-no")}</summary>
        <form method="post" action={`${action}/refusal`} data-draft="text">
          {hidden}
          <label htmlFor="closing-why">{phrase(lang, "ticket.closing-why")}</label>
          <textarea id="closing-why" name="text" rows={3} maxLength={20_000} />
          <button className="secondary">{phrase(lang, "ticket.closing-no-go")}</button>
        </form>
      </details>
    </section>
  );
}

function Follows({ asked: { priced, quote, taken }, lang }: { readonly asked: Asked; readonly lang: string }): ReactNode {
  if (!priced) return null;
  return (
    <>
      <h3>{phrase(lang, "mail.closing.follows")}</h3>
      {quote === null && taken === null ? <p>{phrase(lang, "mail.closing.free")}</p> : null}
      {quote ? (
        <>
          <p>{phrase(lang, "mail.closing.charged")}</p>
          <Quote quote={quote} lang={lang} />
        </>
      ) : null}
      {taken ? (
        <p>
          {phrase(lang, "allowance.taken", { quantity: quantityText(taken.quantity, taken.time, lang) })} {remainsText(taken, lang)}
        </p>
      ) : null}
    </>
  );
}
