// The customer's tickets: theirs, or their office's.
import type { ReactNode } from "react";
import type { TicketPage } from "../../../desk/views/ticket-list.ts";
import type { TicketSummary } from "../../../desk/views/ticket-lines.ts";
import { instantText } from "../../../words/instant.ts";
import { named, phrase } from "../../../words/phrase.ts";
import type { Visit } from "../visit.ts";

export const STATES = ["all", "open", "closed"] as const;
export type State = (typeof STATES)[number];

export function Tickets({ visit, list, state }: { readonly visit: Visit; readonly list: TicketPage; readonly state: State }): ReactNode {
  const { lang, base } = visit;
  const label = { all: "tickets.all", open: "tickets.open", closed: "tickets.closed" } as const;
  return (
    <>
      <h1>{phrase(lang, "tickets.title")}</h1>
      <nav className="tabs" aria-label={phrase(lang, "tickets.status")}>
        {STATES.map((s) => <a key={s} href={`${base}/tickets?state=${s}`} aria-current={s === state ? "page" : undefined}>{phrase(lang, label[s])}</a>)}
      </nav>
      {list.items.length === 0 ? (
        <div className="empty"><p>{phrase(lang, state === "closed" ? "tickets.empty-closed" : "tickets.empty")}</p><p><a className="button" href={`${base}/ask`}>{phrase(lang, "portal.ask")}</a></p></div>
      ) : (
        <ul className="list">{list.items.map((t) => <li key={t.number}><Row ticket={t} visit={visit} /></li>)}</ul>
      )}
      {list.next ? <p><a href={`${base}/tickets?state=${state}&cursor=${encodeURIComponent(list.next)}`}>{phrase(lang, "portal.more")}</a></p> : null}
    </>
  );
}

function Row({ ticket: t, visit }: { readonly ticket: TicketSummary; readonly visit: Visit }): ReactNode {
  const { lang, zone } = visit;
  const state = t.refused && t.status !== "closed" ? "refused" : t.status;
  return (
    <a className="row" href={`${visit.base}/tickets/${t.number}`}>
      <span className="subject">{t.subject}</span>
      <span className={`state ${state}`}>{named(lang, "status", state)}</span>
      <span className="number">{t.number} · {phrase(lang, "portal.updated", { at: instantText(Date.parse(t.changedAt), lang, zone) })}</span>
      <span className="number">{t.nextDue?.due ? phrase(lang, "ticket.due", { at: instantText(Date.parse(t.nextDue.due), lang, zone) }) : null}</span>
    </a>
  );
}
