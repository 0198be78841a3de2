// Tickets as a list: what, in which state, by when something is due.
import type { ReactNode } from "react";
import type { TicketSummary } from "../../../desk/views/ticket-lines.ts";
import { instantText } from "../../../words/instant.ts";
import { phrase } from "../../../words/phrase.ts";
import type { Visit } from "../visit.ts";
import { stateOf, TicketState } from "./ticket-state.tsx";

export function TicketRows({ tickets, visit }: { readonly tickets: readonly TicketSummary[]; readonly visit: Visit }): ReactNode {
  return (
    <ul className="list">
      {tickets.map((t) => (
        <li key={t.number}>
          <Row ticket={t} visit={visit} />
        </li>
      ))}
    </ul>
  );
}

function Row({ ticket: t, visit }: { readonly ticket: TicketSummary; readonly visit: Visit }): ReactNode {
  const { lang, zone, viewer } = visit;
  const at = (iso: string): string => instantText(Date.parse(iso), lang, zone);
  const due = t.nextDue?.due ?? null;
  const aim = t.nextDue?.goal ?? null;
  return (
    <a className="row" href={`${visit.base}/tickets/${t.number}`}>
      <span className="subject">{t.subject}</span>
      <TicketState state={stateOf(t)} lang={lang} />
      <span className="small">{[t.number, ...(viewer && t.requester.id !== viewer.id ? [t.requester.name] : []), phrase(lang, "portal.updated", { at: at(t.changedAt) })].join(" · ")}</span>
      {t.nextDue && (due ?? aim) ? (
        <span className="small due">
          {phrase(lang, "mail.row", { label: t.nextDue.label, value: due ? phrase(lang, "ticket.due", { at: at(due) }) : phrase(lang, "ticket.aim", { at: at(aim ?? "") }) })}
        </span>
      ) : null}
    </a>
  );
}
